package import WalletAPI

/// A refusal as it came and as it is meant.
package struct Refusal: Equatable, Sendable {
    package let problem: Problem
    /// The JSON text of the problem, byte for byte.
    package let bytes: [UInt8]

    package init(problem: Problem, bytes: [UInt8]) {
        self.problem = problem
        self.bytes = bytes
    }

    static func error(_ head: HTTPHead, _ body: [UInt8]) -> ClientError {
        guard head.mediaType == Problem.mediaType else {
            return .malformed("status \(head.status) without a problem description")
        }
        do {
            return .refused(Refusal(problem: try AnswerDecoding.value(of: body), bytes: body))
        } catch {
            return error
        }
    }
}

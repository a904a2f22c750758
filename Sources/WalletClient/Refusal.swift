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

    static func error(of response: HTTPExchange.Response) -> ClientError {
        guard response.mediaType == Problem.mediaType else {
            return .malformed("status \(response.status) without a problem description")
        }
        do {
            return .refused(Refusal(problem: try AnswerDecoding.value(of: response.body), bytes: response.body))
        } catch {
            return error
        }
    }
}

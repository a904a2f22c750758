import NIOCore
import WalletAPI

/// Answers everyone who asks for the status at the same time by one look at the database.
///
/// Each gets an answer that was asked for after they came: nobody is told what was so before.
actor SharedStatus {
    private enum Turn: Sendable {
        case answered(Result<ByteBuffer, any Error>)
        /// To ask for all who wait.
        case leading
    }

    private let ask: @Sendable () async throws -> Status
    private var isAsking = false
    private var waiting: [CheckedContinuation<Turn, Never>] = []

    init(ask: @escaping @Sendable () async throws -> Status) {
        self.ask = ask
    }

    var waitingCount: Int { waiting.count }

    func text() async throws -> ByteBuffer {
        if isAsking, case .answered(let answer) = await withCheckedContinuation({ waiting.append($0) }) {
            return try answer.get()
        }
        isAsking = true
        let others = waiting
        waiting = []
        let answer = await answer()
        for other in others { other.resume(returning: .answered(answer)) }
        handOver()
        return try answer.get()
    }

    private func answer() async -> Result<ByteBuffer, any Error> {
        do {
            return .success(try JSONText.buffer(of: await ask()))
        } catch {
            return .failure(error)
        }
    }

    /// Whoever came in the meantime has to be told something newer.
    private func handOver() {
        guard !waiting.isEmpty else {
            isAsking = false
            return
        }
        waiting.removeFirst().resume(returning: .leading)
    }
}

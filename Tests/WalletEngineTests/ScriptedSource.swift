import Synchronization
import WalletCore

/// A source that answers what the test last told it, and counts how often it was asked.
final class ScriptedSource: BalanceSource {
    enum Answer: Sendable {
        case reading(Reading)
        case failure(PortFailure)
        /// Never, until the poll is cancelled.
        case hangs
    }

    private let answers: Mutex<[Answer]>
    private let count = Mutex(0)

    /// The last answer is given for ever.
    init(_ answers: Answer...) {
        self.answers = Mutex(answers)
    }

    var readCount: Int { count.withLock { $0 } }

    func answer(_ answers: Answer...) { self.answers.withLock { $0 = answers } }

    func read() async throws(PortFailure) -> Reading {
        count.withLock { $0 += 1 }
        let answer = answers.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
        switch answer {
        case .reading(let reading): return reading
        case .failure(let failure): throw failure
        case .hangs:
            let never = AsyncStream<Void> { _ in }
            for await _ in never {}
            throw PortFailure(.failed, "cancelled")
        }
    }
}

extension Reading {
    /// One account in won, listed completely.
    static func won(_ units: Int128, account: String = "card") -> Reading {
        let won = Asset(code: "KRW", scale: 0)
        return Reading(
            balances: [Balance(account: account, available: Amount(units: units, of: won))], completeness: .complete)
    }
}

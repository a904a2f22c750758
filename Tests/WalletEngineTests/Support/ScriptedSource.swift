import EngineTestSupport
import Synchronization
import WalletCore

/// A source that answers what the test last told it, and counts how often it was asked.
final class ScriptedSource: BalanceSource {
    enum Answer: Sendable {
        case reading(Reading)
        case failure(PortFailure)
        /// Never, until the poll is cancelled.
        case hangs
        /// This reading once the gate is open, whether or not the poll is cancelled.
        case late(Reading, Gate)
    }

    private struct State {
        var answers: [Answer]
        var begun = 0
        var running = 0
        var runningMost = 0
    }

    private let state: Mutex<State>

    /// The last answer is given for ever.
    init(_ answers: Answer...) {
        state = Mutex(State(answers: answers))
    }

    var readCount: Int { state.withLock { $0.begun } }
    var isBeingRead: Bool { state.withLock { $0.running > 0 } }
    /// How many reads there were at the same time.
    var simultaneousMost: Int { state.withLock { $0.runningMost } }

    func answer(_ answers: Answer...) { state.withLock { $0.answers = answers } }

    func read() async throws(PortFailure) -> Reading {
        let answer = state.withLock { state in
            state.begun += 1
            state.running += 1
            state.runningMost = max(state.runningMost, state.running)
            return state.answers.count > 1 ? state.answers.removeFirst() : state.answers[0]
        }
        defer { state.withLock { $0.running -= 1 } }
        switch answer {
        case .reading(let reading): return reading
        case .failure(let failure): throw failure
        case .hangs:
            let never = AsyncStream<Void> { _ in }
            for await _ in never {}
            throw PortFailure(.failed, "cancelled")
        case .late(let reading, let gate):
            await gate.pass()
            return reading
        }
    }
}

extension ScriptedSource.Answer {
    /// The one account `card`, listed completely.
    static func won(_ units: Int128) -> ScriptedSource.Answer { .reading(.won(units)) }

    static func fails(_ reason: PortFailure.Reason, retryAfter: Duration? = nil) -> ScriptedSource.Answer {
        .failure(PortFailure(reason, "it went wrong", retryAfter: retryAfter))
    }
}

extension Reading {
    static func won(_ units: Int128) -> Reading { .won(["card": units]) }

    static func won(_ accounts: [String: Int128], _ completeness: Completeness = .complete) -> Reading {
        let balances = accounts.sorted { $0.key < $1.key }.map { Balance(account: $0.key, available: .won($0.value)) }
        return Reading(balances: balances, completeness: completeness)
    }
}

extension Amount {
    static func won(_ units: Int128) -> Amount { Amount(units: units, of: Asset(code: "KRW", scale: 0)) }
}

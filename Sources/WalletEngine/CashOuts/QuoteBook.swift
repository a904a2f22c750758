import Synchronization
import WalletCore

/// The latest prices that providers named, for as long as they mean something.
///
/// They are not stored: a plan that is made has its own, and after a restart they are asked again.
final class QuoteBook: Sendable {
    private struct Entry {
        let answer: QuoteAnswer
        let asked: Timestamp
        /// In a row.
        let failures: Int
    }

    /// A quote that names no end.
    private static let goodFor: Duration = .seconds(600)
    /// For a rule that only says what it would do, no provider is asked more often.
    private static let shownEvery: Duration = .seconds(900)
    /// Amounts change, and with them what is asked: what is older is forgotten.
    private static let keptFor: Duration = .seconds(86_400)
    private static let firstRetry: Duration = .seconds(60)
    private static let lastRetry: Duration = .seconds(3600)

    private let entries = Mutex<[QuoteRequest: Entry]>([:])

    init() {}

    /// What decisions know of prices: one that is over as expired, a failure only until it is time to try again.
    func answers(at now: Timestamp) -> [QuoteRequest: QuoteAnswer] {
        entries.withLock { entries in entries.compactMapValues { QuoteBook.answer(in: $0, at: now) } }
    }

    /// Whether it is time to ask for what the price is wanted for.
    func isDue(_ request: QuoteRequest, for use: Use, at now: Timestamp) -> Bool {
        entries.withLock { entries in
            guard let entry = entries[request] else { return true }
            switch use {
            case .acting: return true
            case .showing: return now >= entry.asked + QuoteBook.shownEvery || now < entry.asked
            }
        }
    }

    enum Use: Sendable {
        case acting
        case showing
    }

    /// A price that had ended when it came is none: asked again at once, it would be asked for ever.
    func keep(_ answer: QuoteAnswer, to request: QuoteRequest, at now: Timestamp) {
        let answer =
            answer.hasEnded(at: now)
            ? .failed(PortFailure(.failed, "what it named had expired when it came"), at: now) : answer
        entries.withLock { entries in
            entries = entries.filter { now < $1.asked + QuoteBook.keptFor }
            var failures = 0
            if case .failed = answer { failures = (entries[request]?.failures ?? 0) + 1 }
            entries[request] = Entry(answer: answer, asked: now, failures: failures)
        }
    }

    /// Prices of before a configuration was loaded may be others now.
    func forget() { entries.withLock { $0 = [:] } }

    private static func answer(in entry: Entry, at now: Timestamp) -> QuoteAnswer? {
        switch entry.answer {
        case .quoted(var quote):
            let end = quote.expires ?? entry.asked + goodFor
            if end <= now { quote.expires = end }
            return .quoted(quote)
        case .failed(let failure, _):
            let wait = min(firstRetry * (1 << min(entry.failures - 1, 6)), lastRetry)
            return now < entry.asked + max(wait, failure.retryAfter ?? .zero) ? entry.answer : nil
        }
    }
}

extension QuoteAnswer {
    fileprivate func hasEnded(at now: Timestamp) -> Bool {
        switch self {
        case .quoted(let quote): quote.hasExpired(at: now)
        case .failed: false
        }
    }
}

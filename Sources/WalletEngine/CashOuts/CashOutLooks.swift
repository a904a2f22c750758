import WalletCore
import WalletStore

/// What became known of holdings in one transaction, as far as cash-outs are concerned.
final class CashOutLooks {
    enum Look {
        case seen(HoldingID, HoldingLook)
        /// A reading did not list it, and what it did not list is unknown.
        case missed(HoldingID)
        /// Of a source: it could not be read.
        case failed(String)
        /// Of a source: a sudden drop is being confirmed.
        case doubted(String)
    }

    private(set) var looks: [Look] = []

    var isEmpty: Bool { looks.isEmpty }

    func add(_ look: Look) { looks.append(look) }

    /// Every holding that a reading, or a person's record, listed or took for zero.
    func add(_ changes: [HoldingChange], begun: Timestamp) {
        for change in changes {
            let holding = change.after
            switch holding.standing {
            case .unlisted: add(.missed(holding.id))
            case .doubted: add(.doubted(holding.id.source))
            case .listed, .recorded:
                let look = HoldingLook(
                    begun: begun, asOf: holding.asOf, available: holding.balance.available,
                    by: holding.standing == .recorded ? .person : .source)
                add(.seen(holding.id, look))
            }
        }
    }
}

extension CashOutLooks.Look {
    var source: String {
        switch self {
        case .seen(let holding, _), .missed(let holding): holding.source
        case .failed(let source), .doubted(let source): source
        }
    }
}

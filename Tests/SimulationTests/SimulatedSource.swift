import EngineTestSupport
import Synchronization
import WalletCore

/// Shows what is in the holdings of one source, when it works.
struct SimulatedSource: BalanceSource {
    let name: String
    let nature: Nature

    func read() async throws(PortFailure) -> Reading {
        guard !nature.isDead else { throw PortFailure(.unreachable, "dead") }
        nature.catchUp()
        let word = nature.isCalm ? 20 : nature.roll { $0.number(0...20) }
        switch word {
        case 0: throw PortFailure(.unreachable, "no route")
        case 1: throw PortFailure(.rateLimited, "too often", retryAfter: .seconds(900))
        case 2:
            await forever()
            throw PortFailure(.timeout, "cut off")
        case 3: return reading(asOf: nature.time.now + .seconds(-40 * 3600))
        default: return reading(asOf: nil)
        }
    }

    private func reading(asOf: Timestamp?) -> Reading {
        let now = nature.time.lived
        let balances = nature.state.withLock { state in
            state.balances.keys.filter { $0.hasPrefix("\(name)/") }.sorted().map { holding in
                let account = String(holding.dropFirst(name.utf8.count + 1))
                return Balance(
                    account: account, available: .won(state.shown(holding, at: now)),
                    kind: account == Blueprint.debt ? .carrierBilling : .wallet, asOf: asOf)
            }
        }
        return Reading(balances: balances, completeness: .complete)
    }
}

/// Until the task is cancelled.
func forever() async {
    let never = AsyncStream<Void> { _ in }
    for await _ in never {}
}

extension Amount {
    static func won(_ units: Int128) -> Amount { Amount(units: units, of: Asset(code: "KRW", scale: 0)) }
}

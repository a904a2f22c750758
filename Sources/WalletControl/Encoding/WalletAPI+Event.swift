import WalletAPI
import WalletCore

extension WalletAPI.Event {
    init(_ event: WalletCore.Event) {
        let draft = event.draft
        self.init(
            seq: event.seq, type: draft.type.rawValue, at: "\(draft.at)", severity: draft.severity.rawValue,
            message: draft.message)
        rule = draft.rule
        source = draft.source
        account = draft.account
        asset = draft.asset
        amount = draft.amount.map { Amount($0) }
        limit = draft.limit.map { Amount($0) }
        cashout = draft.cashOut
        provider = draft.provider
        reason = draft.reason
    }
}

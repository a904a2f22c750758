import WalletAPI
import WalletCore

extension WalletAPI.Reason {
    init(_ reason: RuleReason) {
        self.init(code: reason.code.rawValue, message: reason.message)
        source = reason.subject?.source
        account = reason.subject?.holding?.account
        asset = reason.subject?.holding?.asset
        value = reason.value
        limit = reason.limit
        since = reason.since?.description
        clearsWhen = reason.clearsWhen
    }

    init(_ reason: CashOutReason) {
        self.init(code: reason.code.rawValue, message: reason.message)
        source = reason.subject?.source
        account = reason.subject?.account
        asset = reason.subject?.asset
        value = reason.value
        limit = reason.limit
        since = reason.since?.description
        clearsWhen = reason.clearsWhen
    }
}

import WalletAPI
import WalletCore

extension WalletAPI.Amount {
    init(_ amount: WalletCore.Amount) {
        self.init(amount: amount.decimal, asset: amount.asset.code)
    }
}

import WalletStore

extension StartFailure {
    init(_ error: StoreError) {
        let code: Code =
            switch error.code {
            case .missing, .notADatabase, .damaged, .newer, .changedMigration: .data
            case .locked, .noPermission: .locked
            case .noSpace, .readOnly, .ioError, .interrupted, .refused, .closed: .temporary
            }
        self.init(code, error.message)
    }

    /// What ended a running daemon.
    init(ending error: any Error) {
        switch error {
        case let failure as StartFailure: self = failure
        case let failure as StoreError: self.init(failure)
        default: self.init(.temporary, "walletd ended unexpectedly: \(error)")
        }
    }
}

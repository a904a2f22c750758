import Glibc

extension StoreError {
    /// What the system said when `action` ("read", "write" …) was tried on the file.
    init(errno code: CInt, _ action: String, _ file: String) {
        let said = String(cString: strerror(code))
        switch code {
        case EACCES, EPERM:
            self.init(.noPermission, "walletd may not \(action) \(file): \(said).")
        case ENOSPC, EDQUOT:
            self.init(.noSpace, "No space is left to \(action) \(file): \(said). Free some space.")
        case EROFS:
            self.init(.readOnly, "walletd cannot \(action) \(file): \(said).")
        default:
            self.init(.ioError, "walletd could not \(action) \(file): \(said).")
        }
    }
}

import WalletAPI

extension WalletClient {
    /// Hands over a copy of the database piece by piece. Where it breaks off, or `receive` throws, that is thrown on.
    package func backUp(receive: (ArraySlice<UInt8>) throws -> Void) throws {
        try stream(.post(Endpoint.backup.path()), of: Backup.mediaType) { part in
            switch part {
            case .opened: return
            case .piece(let bytes): try receive(bytes)
            }
        }
    }
}

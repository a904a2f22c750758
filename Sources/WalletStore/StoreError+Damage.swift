extension StoreError {
    /// Names the newest sound backup, and how it comes back.
    static func damaged(_ location: StoreLocation, because reason: String) -> StoreError {
        let way =
            if let backup = Backups(location: location).newestSound() {
                "The newest sound backup is \(backup); `walletd --restore \(backup)` brings it back."
            } else {
                "There is no sound backup in \(location.backups)."
            }
        return StoreError(.damaged, "\(location.database) is damaged: \(reason). It is left as it is. \(way)")
    }
}

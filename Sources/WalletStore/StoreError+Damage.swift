extension StoreError {
    static func damaged(_ location: StoreLocation, because reason: String) -> StoreError {
        StoreError(.damaged, "\(location.database) is damaged: \(reason).")
    }
}

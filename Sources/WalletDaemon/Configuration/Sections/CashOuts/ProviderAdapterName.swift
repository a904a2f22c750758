/// What `adapter` may be in `[providers.NAME]`.
enum ProviderAdapterName: String, CaseIterable {
    case exec
    case lnbits
}

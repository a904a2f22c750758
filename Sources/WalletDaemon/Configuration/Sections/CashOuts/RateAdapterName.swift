/// What `adapter` may be in `[rates.NAME]`.
enum RateAdapterName: String, CaseIterable {
    case fixed
    case exec
}

/// What `adapter` may be in `[sources.NAME]`.
enum AdapterName: String, CaseIterable {
    case manual
    case file
    case exec
    case http
    case lnbits
}

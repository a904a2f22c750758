/// ``KeyExpiry`` as its column says it.
enum KeyWord: String {
    case singleUse = "single-use"
    case until
    case unlimited
}

/// What has been read of a string.
struct StringContent {
    var bytes: [UInt8] = []
    /// Whether a control character has been reported in it; one report for each string is enough.
    var hasFault = false

    var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// One entry in the journal's native form: https://systemd.io/JOURNAL_NATIVE_PROTOCOL/.
struct JournalEntry {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(512) }

    /// `name` is made of A-Z, 0-9 and `_`, not starting with a digit or `_`.
    mutating func append(_ name: String, _ value: String) {
        bytes.append(contentsOf: name.utf8)
        let value = Array(value.utf8)
        if value.contains(UInt8(ascii: "\n")) {
            bytes.append(UInt8(ascii: "\n"))
            withUnsafeBytes(of: UInt64(value.count).littleEndian) { bytes.append(contentsOf: $0) }
        } else {
            bytes.append(UInt8(ascii: "="))
        }
        bytes.append(contentsOf: value)
        bytes.append(UInt8(ascii: "\n"))
    }
}

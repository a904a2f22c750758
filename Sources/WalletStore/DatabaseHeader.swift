/// The begin of a database file as SQLite lays it out (sqlite.org/fileformat.html, 1.3), read without SQLite, so that
/// nothing touches a file that is none.
struct DatabaseHeader {
    /// "wltd": says in the file that it is a database of walletd.
    static let applicationID = 0x776C_7464

    static let byteCount = 100

    let pageSize: Int
    /// How many pages the database had at the last checkpoint; `nil` where the header does not say.
    let pageCount: Int?
    let userVersion: Int
    let applicationID: Int

    enum Flaw: Error {
        case tooShort
        case zeroed
        case otherFormat
        case pageSize
    }

    /// Reads the first bytes of a file, which is not empty.
    init(_ bytes: [UInt8]) throws(Flaw) {
        let magic = Array("SQLite format 3\0".utf8)
        guard bytes.prefix(magic.count).elementsEqual(magic.prefix(bytes.count)) else {
            throw bytes.allSatisfy { $0 == 0 } ? .zeroed : .otherFormat
        }
        guard bytes.count >= DatabaseHeader.byteCount else { throw .tooShort }
        let size = bytes.bigEndian(at: 16, count: 2)
        pageSize = size == 1 ? 65_536 : size
        guard (512...65_536).contains(pageSize), pageSize.nonzeroBitCount == 1 else { throw .pageSize }
        let isCountValid = bytes.bigEndian(at: 24, count: 4) == bytes.bigEndian(at: 92, count: 4)
        pageCount = isCountValid ? bytes.bigEndian(at: 28, count: 4) : nil
        userVersion = bytes.bigEndian(at: 60, count: 4)
        applicationID = bytes.bigEndian(at: 68, count: 4)
    }
}

extension [UInt8] {
    /// The unsigned number in these bytes, highest first; at most four.
    func bigEndian(at index: Int, count: Int) -> Int {
        self[index..<(index + count)].reduce(0) { $0 << 8 | Int($1) }
    }
}

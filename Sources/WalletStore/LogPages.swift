/// Which pages a write-ahead log has, by its frames' headers (sqlite.org/fileformat.html, 4.1): after a crash the
/// database file alone may be shorter than the database.
struct LogPages {
    private static let headerBytes = 32
    private static let frameHeaderBytes = 24

    /// Pages of committed transactions.
    private(set) var committed: Set<Int> = []
    /// How many pages the database has after the last of them.
    private(set) var pageCount = 0

    init(_ log: PlainFile) throws(StoreError) {
        guard let header = try log.bytes(limit: LogPages.headerBytes), header.count == LogPages.headerBytes else {
            return
        }
        let pageSize = header.bigEndian(at: 8, count: 4)
        var pending: Set<Int> = []
        var offset = LogPages.headerBytes
        while let frame = try log.bytes(from: offset, limit: LogPages.frameHeaderBytes),
            frame.count == LogPages.frameHeaderBytes, frame[8..<16] == header[16..<24]
        {
            pending.insert(frame.bigEndian(at: 0, count: 4))
            let count = frame.bigEndian(at: 4, count: 4)
            if count > 0 {
                committed.formUnion(pending)
                pending = []
                pageCount = count
            }
            offset += LogPages.frameHeaderBytes + pageSize
        }
    }
}

/// The database file as it is found at start, looked at without SQLite, which could change it.
struct DatabaseFile {
    let location: StoreLocation

    enum Presence {
        /// There is nothing, or a file without content.
        case absent
        case present
    }

    /// Throws when the file cannot be a sound database of this program or an older one.
    func inspect(newestVersion: Int) throws(StoreError) -> Presence {
        let file = PlainFile(path: location.database)
        guard let size = try file.size(), size > 0, let bytes = try file.bytes(limit: DatabaseHeader.byteCount) else {
            guard try (PlainFile(path: location.log).size() ?? 0) == 0 else {
                throw .damaged(location, because: "it is empty, and \(location.log) is left of it")
            }
            return .absent
        }
        let header = try readHeader(bytes)
        guard header.applicationID == 0 || header.applicationID == DatabaseHeader.applicationID else {
            throw StoreError(.notADatabase, "\(location.database) is the database of another program. \(leftAlone)")
        }
        guard header.userVersion <= newestVersion else { throw .newer(location, version: header.userVersion) }
        try checkLength(size, header)
        return .present
    }

    private func readHeader(_ bytes: [UInt8]) throws(StoreError) -> DatabaseHeader {
        do throws(DatabaseHeader.Flaw) {
            return try DatabaseHeader(bytes)
        } catch {
            switch error {
            case .otherFormat:
                throw StoreError(.notADatabase, "\(location.database) is not a database. \(leftAlone)")
            case .zeroed:
                throw .damaged(location, because: "it is filled with zeros")
            case .tooShort:
                throw .damaged(location, because: "it is cut off within its header")
            case .pageSize:
                throw .damaged(location, because: "its header is broken")
            }
        }
    }

    private var leftAlone: String { "It is left as it is; name another file as `database` or move it away." }

    private func checkLength(_ size: Int, _ header: DatabaseHeader) throws(StoreError) {
        let pages = size / header.pageSize
        if let count = header.pageCount, pages >= count, size % header.pageSize == 0 { return }
        let log = try LogPages(PlainFile(path: location.log))
        let needed = max(header.pageCount ?? 0, log.pageCount)
        guard pages >= needed || (pages + 1...needed).allSatisfy(log.committed.contains) else {
            throw .damaged(location, because: "it is cut off: \(pages) of \(needed) pages are left")
        }
    }
}

extension StoreError {
    static func newer(_ location: StoreLocation, version: Int) -> StoreError {
        StoreError(
            .newer,
            """
            \(location.database) was written by a newer version of walletd (schema \(version)). It is left as it is; \
            install that version again.
            """)
    }
}

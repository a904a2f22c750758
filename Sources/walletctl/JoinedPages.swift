import WalletClient

/// Makes one JSON document of the pages of a list, page by page. A list of one page stays byte for byte as it came.
struct JoinedPages {
    enum Place {
        /// Another page comes after it.
        case followed
        case last
    }

    private enum Progress {
        case nothing
        case withoutItems
        case withItems
    }

    private var progress = Progress.nothing

    /// The next bytes of the document. What a page has beside its items is that of the last one.
    mutating func piece(of page: [UInt8], _ place: Place) throws(ClientError) -> [UInt8] {
        switch (progress, place) {
        case (.nothing, .last): return page.last == UInt8(ascii: "\n") ? page : page + "\n".utf8
        case (_, _): break
        }
        let members = JSONMembers(of: page)
        var piece = progress == .nothing ? Array(#"{"items":["#.utf8) : []
        piece += try add(members.value(of: "items"))
        if place == .last { piece += end(members) }
        return piece
    }

    private mutating func add(_ array: ArraySlice<UInt8>?) throws(ClientError) -> [UInt8] {
        guard let array, array.first == UInt8(ascii: "["), array.last == UInt8(ascii: "]") else {
            throw .malformed("a page without items")
        }
        let items = JSONMembers.trimmed(array.dropFirst().dropLast())
        guard !items.isEmpty else {
            if progress == .nothing { progress = .withoutItems }
            return []
        }
        defer { progress = .withItems }
        return progress == .withItems ? [UInt8(ascii: ",")] + items : Array(items)
    }

    private func end(_ members: JSONMembers) -> [UInt8] {
        let others = members.all.filter { $0.name != "items" && $0.name != "next" }
        return [UInt8(ascii: "]")] + others.flatMap { [UInt8(ascii: ",")] + $0.bytes } + Array("}\n".utf8)
    }
}

import WalletAPI
import WalletClient

/// Goes through a list page by page.
struct Paging<Item: Codable & Sendable & Equatable> {
    typealias Fetch = ([QueryParameter]) throws -> Answer<Page<Item>>

    let fetch: Fetch

    /// Hands over one JSON document with the items of all pages, in pieces: one of them at a time is held.
    func eachPiece(_ query: [QueryParameter], _ take: ([UInt8]) throws -> Void) throws {
        var joined = JoinedPages()
        try each(query) { answer in
            let next = try answer.next()
            try take(joined.piece(of: answer.bytes, next == nil ? .last : .followed))
            return next
        }
    }

    func eachItems(_ query: [QueryParameter], _ take: ([Item]) throws -> Void) throws {
        try each(query) { answer in
            let page = try answer.value()
            try take(page.items)
            return page.next
        }
    }

    func items(_ query: [QueryParameter]) throws -> [Item] {
        var items: [Item] = []
        try eachItems(query) { items += $0 }
        return items
    }

    /// `take` gives the cursor of the next page.
    private func each(_ query: [QueryParameter], _ take: (Answer<Page<Item>>) throws -> String?) throws {
        var cursor: String?
        repeat {
            let limit = [QueryParameter(.limit, "\(PageLimit.most)")]
            let answer = try fetch(query + limit + (cursor.map { [QueryParameter(.cursor, $0)] } ?? []))
            let next = try take(answer)
            guard next == nil || next != cursor else {
                throw ClientError.malformed("a list whose pages do not end")
            }
            cursor = next
        } while cursor != nil
    }
}

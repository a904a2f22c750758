import WalletAPI
import WalletClient

/// Goes through a list page by page.
struct Paging<Item: Codable & Sendable & Equatable> {
    typealias Fetch = ([QueryParameter]) async throws -> Answer<Page<Item>>

    let fetch: Fetch

    func each(_ query: [QueryParameter], _ take: (Answer<Page<Item>>) async throws -> Void) async throws {
        var cursor: String?
        repeat {
            let limit = [QueryParameter(.limit, "\(PageLimit.most)")]
            let answer = try await fetch(query + limit + (cursor.map { [QueryParameter(.cursor, $0)] } ?? []))
            try await take(answer)
            let next = try answer.value().next
            guard next == nil || next != cursor else {
                throw ClientError.malformed("a list whose pages do not end")
            }
            cursor = next
        } while cursor != nil
    }

    func items(_ query: [QueryParameter]) async throws -> [Item] {
        var items: [Item] = []
        try await each(query) { items += try $0.value().items }
        return items
    }
}

import WalletAPI
import WalletEngine

/// A list that is in an order of its own as a whole, cut into pages.
struct NumberedList<Item: Codable & Sendable & Equatable> {
    private let items: [Item]

    init(_ items: [Item]) {
        self.items = items
    }

    func page(_ page: PageRequest) throws(Problem) -> Page<Item> {
        let first = page.after.map { Int($0) ?? -1 } ?? 0
        guard first >= 0 else { throw Problem(.badRequest, "the cursor is not one of this list") }
        let rest = items.dropFirst(first)
        let next = rest.count > page.limit ? Cursor.text("\(first + page.limit)") : nil
        return Page(items: Array(rest.prefix(page.limit)), next: next)
    }
}

import WalletAPI
import WalletEngine

/// A list that is in name order as a whole, cut into pages.
struct ListByName<Report> {
    private let reports: [Report]
    private let name: (Report) -> String

    init(_ reports: [Report], name: @escaping (Report) -> String) {
        self.reports = reports
        self.name = name
    }

    func page<Item>(_ page: PageRequest, as item: (Report) -> Item) -> Page<Item> {
        let rest = page.after.map { after in reports.filter { name($0) > after } } ?? reports
        let shown = rest.prefix(page.limit)
        let next = rest.count > shown.count ? shown.last.map { Cursor.text(name($0)) } : nil
        return Page(items: shown.map(item), next: next)
    }
}

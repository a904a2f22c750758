import WalletAPI
import WalletEngine

extension Page {
    init<Report>(_ page: ReportPage<Report>, as item: (Report) -> Item) {
        self.init(items: page.items.map(item), next: page.next.map(Cursor.text))
    }
}

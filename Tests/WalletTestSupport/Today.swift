import Glibc
import WalletCore

/// Dates for a program that goes by the machine's clock.
package enum Today {
    /// So many days from now in UTC, as a configuration names it.
    package static func plus(days: Int) -> String {
        CalendarDate(daysSinceEpoch: time(nil) / 86_400 + days).description
    }
}

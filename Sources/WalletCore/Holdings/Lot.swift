/// A part of a balance that expires.
package struct Lot: Equatable, Sendable {
    package let amount: Amount
    package let expires: CalendarDate

    package init(amount: Amount, expires: CalendarDate) {
        self.amount = amount
        self.expires = expires
    }
}

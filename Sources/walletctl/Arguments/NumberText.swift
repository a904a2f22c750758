/// A number as amounts are written: `-?digits[.digits]`.
struct NumberText: Equatable {
    let text: String

    init?(_ text: String) {
        guard ScaledValue(text) != nil else { return nil }
        self.text = text
    }
}

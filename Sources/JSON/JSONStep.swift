/// One step of the way to a value, as errors of Codable carry it: a member's name or an element's position.
struct JSONStep: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(stringValue: String) {
        self.stringValue = stringValue
        intValue = nil
    }

    init(intValue: Int) {
        stringValue = "\(intValue)"
        self.intValue = intValue
    }

    /// The member in which Codable keeps what a superclass writes.
    static let superclass = JSONStep(stringValue: "super")
}

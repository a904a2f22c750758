/// A key of a table that later lines may add to, and what it holds.
struct OpenMember {
    let key: KeyPart
    let content: Content

    /// Tables and arrays of tables go by their number in the builder.
    enum Content {
        /// What an assignment gave, complete and never extended; an inline table among them.
        case value(TOMLValue)
        case table(Int)
        /// The tables that headers like `[[a]]` opened; there is at least one.
        case tables(array: Int)
        /// Its line has a fault: the key is taken, its value unknown.
        case unreadable
    }
}

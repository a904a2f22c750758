/// One call from text and values to rows. A loop that runs one statement many times keeps `cachedStatement` itself.
extension Connection {
    /// Runs to the end with one value for each parameter, passing over rows.
    @inlinable package func run<each Value: Bindable>(_ sql: String, _ values: repeat each Value) throws(SQLiteError) {
        try cachedStatement(sql).run(repeat each values)
    }

    /// What `read` makes of each row, in order.
    @inlinable package func query<each Value: Bindable, Element>(
        _ sql: String, _ values: repeat each Value, read: (borrowing Row) throws(SQLiteError) -> Element
    ) throws(SQLiteError) -> [Element] {
        let statement = try cachedStatement(sql)
        defer { statement.reset() }
        try statement.bindAll(repeat each values)
        var elements: [Element] = []
        let row = statement.row
        while try statement.step() {
            elements.append(try read(row))
            try statement.checkMisfit()
        }
        return elements
    }

    /// What `read` makes of the first row, or nil without one; further rows are not computed.
    @inlinable package func first<each Value: Bindable, Element>(
        _ sql: String, _ values: repeat each Value, read: (borrowing Row) throws(SQLiteError) -> Element
    ) throws(SQLiteError) -> Element? {
        let statement = try cachedStatement(sql)
        defer { statement.reset() }
        try statement.bindAll(repeat each values)
        let element = try statement.step() ? try read(statement.row) : nil
        try statement.checkMisfit()
        try statement.end()
        return element
    }
}

/// Which database this is and how far it has come, kept beside it as well: what shows that a database is gone, or is
/// an older one than was used last.
struct Generation: Equatable {
    /// Up to far above any real generation or event, and far below where counting on would overflow.
    static let numbers: ClosedRange<Int64> = 0...(.max / 2)
    /// Longer files are not ours.
    private static let bytesMax = 256

    let databaseID: String
    /// Rises whenever it is written beside the database.
    let number: Int64
    let lastEvent: Int64

    init(databaseID: String, number: Int64, lastEvent: Int64) {
        self.databaseID = databaseID
        self.number = number
        self.lastEvent = lastEvent
    }

    /// `nil` where there is no such file. One that holds something else proves nothing, so it is an error.
    static func read(beside location: StoreLocation) throws(StoreError) -> Generation? {
        guard let bytes = try PlainFile(path: location.generation).bytes(limit: bytesMax) else { return nil }
        guard let generation = Generation(String(decoding: bytes, as: UTF8.self)) else {
            throw StoreError(
                .damaged,
                """
                \(location.generation) does not hold what walletd wrote. Without it walletd cannot tell whether its \
                database is the one that was used last. Remove it to go on with the database as it is.
                """)
        }
        return generation
    }

    func write(beside location: StoreLocation) throws(StoreError) {
        try PlainFile(path: location.generation).replace(with: Array("\(text)\n".utf8))
    }

    /// A database that is older than this one was, or another one.
    func isBehind(_ known: Generation) -> Bool {
        databaseID != known.databaseID || number < known.number || lastEvent < known.lastEvent
    }

    /// The next generation, in the transaction that is open.
    static func raise(_ current: Generation, in database: Database) throws(StoreError) -> Generation {
        let next = Generation(
            databaseID: current.databaseID, number: current.number + 1, lastEvent: try database.lastEvent())
        try database.put(.generation, "\(next.number)")
        return next
    }

    private var text: String { "\(databaseID) \(number) \(lastEvent)" }

    private init?(_ text: String) {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 3, let number = Int64(words[1]), let lastEvent = Int64(words[2]),
            Generation.numbers.contains(number), Generation.numbers.contains(lastEvent)
        else { return nil }
        self.init(databaseID: String(words[0]), number: number, lastEvent: lastEvent)
    }

}

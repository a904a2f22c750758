import WalletAPI
import WalletCore
import WalletEngine

extension Query {
    func page() throws(Problem) -> PageRequest {
        PageRequest(limit: try limit() ?? PageLimit.usual, after: try position())
    }

    func limit() throws(Problem) -> Int? {
        guard let text = one(.limit) else { return nil }
        guard let limit = Int(text), (1...PageLimit.most).contains(limit) else {
            throw refusal(.limit, "a number from 1 to \(PageLimit.most)")
        }
        return limit
    }

    /// Where the page begins, as the one who wrote the cursor reads it.
    func position() throws(Problem) -> String? {
        guard let text = one(.cursor) else { return nil }
        guard let position = Cursor.position(text) else { throw refusal(.cursor, "the `next` of another page") }
        return position
    }

    func number(_ name: QueryName) throws(Problem) -> Int64? {
        guard let text = one(name) else { return nil }
        guard let number = Int64(text), number >= 0 else { throw refusal(name, "a number from 0 on") }
        return number
    }

    func flag(_ name: QueryName) throws(Problem) -> Bool {
        switch one(name) {
        case nil, "false": false
        case "true": true
        case _: throw refusal(name, "true or false")
        }
    }

    func globs(_ name: QueryName) -> [Glob] { all(name).map(Glob.init) }

    /// The known words that the values name or match.
    func words<Word: CaseIterable & RawRepresentable<String>>(
        _ name: QueryName, of type: Word.Type
    ) throws(Problem) -> [Word] {
        var found: [Word] = []
        for text in all(name) {
            let glob = Glob(text)
            let matches = Word.allCases.filter { glob.matches($0.rawValue) }
            guard !matches.isEmpty || !glob.isLiteral else { throw unknown(text, name, Word.allCases.map(\.rawValue)) }
            found += matches
        }
        return found
    }

    func duration(_ name: QueryName) throws(Problem) -> Duration? {
        guard let text = one(name) else { return nil }
        do {
            return try Duration.parse(text)
        } catch {
            throw Problem(.badRequest, "`\(name.rawValue)`: \(error)")
        }
    }

    /// A time, the begin of a day in UTC, or a duration before now.
    func instant(_ name: QueryName, now: Timestamp) throws(Problem) -> Timestamp? {
        guard let text = one(name) else { return nil }
        do throws(TimeTextError) {
            if let last = text.utf8.last, !text.utf8.contains(UInt8(ascii: "-")), last >= UInt8(ascii: "a") {
                return now - (try Duration.parse(text))
            }
            return text.utf8.count == Self.dayBytes ? try CalendarDate.parse(text).start : try Timestamp.parse(text)
        } catch {
            throw Problem(
                .badRequest, "`\(name.rawValue)`: \(error)", hint: "a time, a day, or a duration before now like 30d")
        }
    }

    private static let dayBytes = "2026-11-22".utf8.count

    private func refusal(_ name: QueryName, _ wanted: String) -> Problem {
        Problem(.badRequest, "`\(name.rawValue)` is \(wanted), not \"\(SafeText.excerpt(one(name) ?? ""))\"")
    }

    private func unknown(_ text: String, _ name: QueryName, _ known: [String]) -> Problem {
        Problem(
            .badRequest, "`\(name.rawValue)` is never \"\(SafeText.excerpt(text))\"",
            hint: NearestWord.find(text, among: known).map { "did you mean `\($0)`?" }
                ?? "it is one of \(known.joined(separator: ", "))")
    }
}

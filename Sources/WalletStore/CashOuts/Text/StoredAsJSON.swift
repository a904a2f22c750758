import JSON
import SQLite

/// A value of the core that a column holds as JSON text.
///
/// What is written once must be readable by every later version: members may be added, never renamed or given another
/// meaning.
protocol StoredAsJSON {
    var json: JSONValue { get }
    init(json: JSONNode) throws(JSONShapeError)
}

extension StoredAsJSON {
    var column: String { json.text }
}

extension Array: StoredAsJSON where Element: StoredAsJSON {
    var json: JSONValue { .array(map(\.json)) }

    init(json: JSONNode) throws(JSONShapeError) {
        self = []
        for element in try json.array() { append(try Element(json: element)) }
    }
}

extension Row {
    /// What ``StoredAsJSON/json`` wrote.
    func value<Value: StoredAsJSON>(_ column: Int) throws(SQLiteError) -> Value {
        do {
            return try Value(json: JSONNode(JSONValue.parse(text(column).utf8, limits: .stored)))
        } catch {
            throw corruption("column \(column) does not hold what was written there")
        }
    }

    func optionalValue<Value: StoredAsJSON>(_ column: Int) throws(SQLiteError) -> Value? {
        guard optionalText(column) != nil else { return nil }
        return try value(column)
    }
}

extension JSONLimits {
    /// What the daemon wrote itself is as large as a plan over all holdings may be.
    fileprivate static let stored = JSONLimits(bytesMax: 64 << 20)
}

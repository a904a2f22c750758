/// A value together with the path that leads to it, so that whoever refuses it can say which one.
package struct JSONNode: Sendable {
    package let value: JSONValue
    package let path: JSONPath

    package init(_ value: JSONValue, at path: JSONPath = .document) {
        self.value = value
        self.path = path
    }

    package func string() throws(JSONShapeError) -> String {
        guard case .string(let text) = value else { throw mismatch(.string) }
        return text
    }

    package func bool() throws(JSONShapeError) -> Bool {
        guard case .bool(let value) = value else { throw mismatch(.bool) }
        return value
    }

    /// A whole number of 64 bits, written without fraction and exponent.
    package func integer() throws(JSONShapeError) -> Int {
        guard case .number(let digits) = value, let integer = Int(digits) else { throw mismatch(.integer) }
        return integer
    }

    /// The text of a string or the digits of a number, for services that write amounts either way.
    package func stringOrNumber() throws(JSONShapeError) -> String {
        switch value {
        case .string(let text), .number(let text): return text
        case .null, .bool, .array, .object: throw mismatch(.stringOrNumber)
        }
    }

    package func array() throws(JSONShapeError) -> [JSONNode] {
        guard case .array(let elements) = value else { throw mismatch(.array) }
        return elements.enumerated().map { JSONNode($1, at: .element(path, $0)) }
    }

    package func object() throws(JSONShapeError) -> JSONObjectReader {
        guard case .object(let object) = value else { throw mismatch(.object) }
        return JSONObjectReader(object, at: path)
    }

    /// The error of a reader that knows more than the shape: the value has the right kind and still cannot stand.
    package func refusal(because reason: String) -> JSONShapeError {
        JSONShapeError(path: path, problem: .refused(because: reason))
    }

    private func mismatch(_ expected: JSONShapeError.Expected) -> JSONShapeError {
        JSONShapeError(path: path, problem: .mismatch(expected: expected, found: value.kind))
    }
}

/// The faults of lines that are well formed but contradict an earlier line.
extension TOMLError {
    static func duplicate(_ first: OpenMember, _ keys: ArraySlice<KeyPart>) -> TOMLError {
        let line = first.key.position.line
        return conflict(.duplicateKey, "duplicate key \(Quotation.of(path: keys)) (first at line \(line))", keys)
    }

    static func redefining(
        _ first: TOMLPosition, _ origin: TOMLTable.Origin, _ keys: ArraySlice<KeyPart>
    ) -> TOMLError {
        let by = origin == .dottedKey ? " by a dotted key" : ""
        let message = "table \(Quotation.of(path: keys)) is already defined\(by) at line \(first.line)"
        return conflict(.duplicateTable, message, keys)
    }

    static func tableForArray(_ first: OpenMember, _ keys: ArraySlice<KeyPart>) -> TOMLError {
        let name = Quotation.of(path: keys)
        let header = "[[\(Quotation.spelled(keys))]]"
        let message = "\(name) is an array of tables since line \(first.key.position.line); write \(header)"
        return conflict(.conflict, message, keys)
    }

    static func appending(_ noun: String, since first: TOMLPosition, _ keys: ArraySlice<KeyPart>) -> TOMLError {
        let name = Quotation.of(path: keys)
        let header = "[[\(Quotation.spelled(keys))]]"
        return conflict(.conflict, "\(name) is \(noun) since line \(first.line); \(header) cannot add to it", keys)
    }

    /// A key or header that goes on below something that an assignment completed.
    static func passing(_ kind: TOMLKind, of first: OpenMember, _ keys: ArraySlice<KeyPart>) -> TOMLError {
        let name = Quotation.of(path: keys)
        let line = first.key.position.line
        if case .table = kind {
            return conflict(.conflict, "inline table \(name) (line \(line)) cannot be extended", keys)
        }
        return conflict(.conflict, "\(name) is \(kind.noun) since line \(line), not a table", keys)
    }

    static func dottedKeyThroughArray(_ first: OpenMember, _ keys: ArraySlice<KeyPart>) -> TOMLError {
        let line = first.key.position.line
        let message =
            "\(Quotation.of(path: keys)) is an array of tables since line \(line); a dotted key cannot add to it"
        return conflict(.conflict, message, keys)
    }

    static func dottedKeyForHeader(_ first: TOMLPosition, _ keys: ArraySlice<KeyPart>) -> TOMLError {
        let message =
            "table \(Quotation.of(path: keys)) has its own header at line \(first.line); a dotted key cannot add to it"
        return conflict(.conflict, message, keys)
    }

    /// At the part of the key that meets the earlier line.
    private static func conflict(_ code: Code, _ message: String, _ keys: ArraySlice<KeyPart>) -> TOMLError {
        TOMLError(position: keys.last?.position ?? .start, code: code, message: message)
    }
}

/// The tables of a document while it is read, and the rules of TOML for who may add to them.
///
/// Tables and arrays of tables lie in two lists and name one another by number, so that adding a line costs the same
/// however large the document already is.
struct TableBuilder {
    static let root = 0

    private var tables = [OpenTable(position: .start, origin: .root)]
    private var arrays: [[Int]] = []

    enum HeaderForm {
        /// `[a]`
        case table
        /// `[[a]]`
        case arrayElement
    }

    /// Opens the table that a header names; nil if its name belongs to something unreadable.
    mutating func open(_ keys: [KeyPart], _ form: HeaderForm, at position: TOMLPosition) throws(TOMLError) -> Int? {
        var table = Self.root
        for depth in keys.indices.dropLast() {
            let key = keys[depth]
            guard let member = tables[table][key.name] else {
                table = addTable(key, to: table, .superTable, at: key.position)
                continue
            }
            switch member.content {
            case .table(let next): table = next
            case .tables(let array): table = arrays[array].last ?? table
            case .value(let value): throw .passing(value.kind, of: member, keys[...depth])
            case .unreadable: return nil
            }
        }
        guard let key = keys.last else { return nil }
        switch form {
        case .table: return try openTable(key, of: keys, in: table, at: position)
        case .arrayElement: return try openElement(key, of: keys, in: table, at: position)
        }
    }

    private mutating func openTable(
        _ key: KeyPart, of keys: [KeyPart], in table: Int, at position: TOMLPosition
    ) throws(TOMLError) -> Int? {
        guard let member = tables[table][key.name] else {
            return addTable(key, to: table, .header, at: position)
        }
        switch member.content {
        case .table(let existing):
            guard tables[existing].origin == .superTable else {
                throw .redefining(tables[existing].position, tables[existing].origin, keys[...])
            }
            tables[existing].origin = .header
            tables[existing].position = position
            return existing
        case .tables: throw .tableForArray(member, keys[...])
        case .value(let value): throw .passing(value.kind, of: member, keys[...])
        case .unreadable: return nil
        }
    }

    private mutating func openElement(
        _ key: KeyPart, of keys: [KeyPart], in table: Int, at position: TOMLPosition
    ) throws(TOMLError) -> Int? {
        let element = tables.count
        switch tables[table][key.name]?.content {
        case nil:
            arrays.append([element])
            tables[table].append(OpenMember(key: key, content: .tables(array: arrays.count - 1)))
        case .tables(let array):
            arrays[array].append(element)
        case .table(let existing):
            throw .appending("a table", since: tables[existing].position, keys[...])
        case .value(let value):
            throw .appending(value.kind.noun, since: value.position, keys[...])
        case .unreadable:
            return nil
        }
        tables.append(OpenTable(position: position, origin: .arrayHeader))
        return element
    }

    /// Puts the content of an assignment in its place below `table`.
    mutating func insert(_ keys: [KeyPart], _ content: OpenMember.Content, into table: Int) throws(TOMLError) {
        var table = table
        for depth in keys.indices.dropLast() {
            let key = keys[depth]
            guard let member = tables[table][key.name] else {
                table = addTable(key, to: table, .dottedKey, at: key.position)
                continue
            }
            switch member.content {
            case .table(let next):
                try extendByDottedKey(next, keys[...depth])
                table = next
            case .tables: throw .dottedKeyThroughArray(member, keys[...depth])
            case .value(let value): throw .passing(value.kind, of: member, keys[...depth])
            case .unreadable: return
            }
        }
        guard let key = keys.last else { return }
        if let first = tables[table][key.name] { throw .duplicate(first, keys[...]) }
        tables[table].append(OpenMember(key: key, content: content))
    }

    /// Lets a dotted key add to a table that has no header of its own; from then on it must not get one.
    private mutating func extendByDottedKey(_ table: Int, _ path: ArraySlice<KeyPart>) throws(TOMLError) {
        switch tables[table].origin {
        case .dottedKey: break
        case .superTable:
            tables[table].origin = .dottedKey
            tables[table].position = path.last?.position ?? tables[table].position
        case .root, .header, .arrayHeader, .inline: throw .dottedKeyForHeader(tables[table].position, path)
        }
    }

    private mutating func addTable(
        _ key: KeyPart, to table: Int, _ origin: TOMLTable.Origin, at position: TOMLPosition
    ) -> Int {
        tables.append(OpenTable(position: position, origin: origin))
        tables[table].append(OpenMember(key: key, content: .table(tables.count - 1)))
        return tables.count - 1
    }
}

extension TableBuilder {
    /// Adds a table that is no part of the document, for lines that belong to no known table.
    mutating func addDetachedTable() -> Int {
        tables.append(OpenTable(position: .start, origin: .header))
        return tables.count - 1
    }

    mutating func addInlineTable(at position: TOMLPosition) -> Int {
        tables.append(OpenTable(position: position, origin: .inline))
        return tables.count - 1
    }

    /// The finished table; it and what was added after it, its own parts, leave the builder.
    mutating func removeInlineTable(_ table: Int) -> TOMLTable {
        let finished = self.table(table)
        tables.removeSubrange(table...)
        return finished
    }

    /// Marks the table as lacking a line that could not be read.
    mutating func markDamaged(_ table: Int) { tables[table].isDamaged = true }

    /// Marks the document and every table on the way of a header that could not be taken.
    mutating func markDamaged(along keys: [KeyPart]) {
        var table = Self.root
        markDamaged(table)
        for key in keys {
            switch tables[table][key.name]?.content {
            case .table(let next): table = next
            case .tables(let array): table = arrays[array].last ?? table
            case .value, .unreadable, nil: return
            }
            markDamaged(table)
        }
    }

    /// The table with all that is below it, without what is unreadable.
    func table(_ number: Int) -> TOMLTable {
        let open = tables[number]
        let members = open.members.compactMap { member -> TOMLMember? in
            value(of: member).map { TOMLMember(key: member.key.name, keyPosition: member.key.position, value: $0) }
        }
        return TOMLTable(position: open.position, origin: open.origin, members: members, isDamaged: open.isDamaged)
    }

    private func value(of member: OpenMember) -> TOMLValue? {
        switch member.content {
        case .value(let value): value
        case .table(let table): value(ofTable: table)
        case .tables(let array):
            TOMLValue(position: tables[arrays[array][0]].position, kind: .array(arrays[array].map(value(ofTable:))))
        case .unreadable: nil
        }
    }

    private func value(ofTable table: Int) -> TOMLValue {
        TOMLValue(position: tables[table].position, kind: .table(self.table(table)))
    }
}

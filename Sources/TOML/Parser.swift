/// Reads a document statement by statement; a statement is a header or a key with its value.
///
/// A fault inside of a string, number or word is noted and reading goes on behind it; any other fault ends its
/// statement by a throw, and reading goes on where the next one starts.
struct Parser {
    var cursor: Cursor
    var builder = TableBuilder()
    var log: FaultLog
    /// The brackets and braces of values that are open at the cursor, outermost first.
    var openBrackets: [OpenBracket] = []
    /// Where the keys of the current section go.
    private var section = Section(table: TableBuilder.root, level: 0)

    /// The table that the last header opened, and how deep it lies.
    private struct Section {
        let table: Int
        let level: Int
    }

    init(_ bytes: [UInt8], encodingFaults: [TOMLError]) {
        cursor = Cursor(bytes)
        log = FaultLog(encodingFaults: encodingFaults)
    }

    /// Reads up to the end, or until there are too many faults.
    mutating func readDocument() {
        while !log.isOverfull {
            skipBlankLines()
            guard let byte = cursor.peek else { return }
            let noted = log.faults.count
            do throws(TOMLError) {
                if byte == .openBracket {
                    try readHeader()
                } else {
                    try readAssignment()
                }
            } catch {
                log.noteUnlessExplained(error, since: noted)
                resynchronize()
                if cursor.peek == nil { builder.markDamaged(along: []) }
            }
        }
        builder.markDamaged(along: [])
    }

    /// Passes what is left of a line, which must hold nothing more than a comment.
    private mutating func endLine(after what: String) throws(TOMLError) {
        cursor.skipBlanks()
        skipComment()
        guard cursor.peek == nil || cursor.takeNewline() else {
            throw unexpected("end of line after \(what)")
        }
    }

    private mutating func readHeader() throws(TOMLError) {
        let position = cursor.position
        openSection(nil, level: 0)
        cursor.advance()
        let form: TableBuilder.HeaderForm = cursor.take(.openBracket) ? .arrayElement : .table
        cursor.skipBlanks()
        var keys: [KeyPart] = []
        do throws(TOMLError) {
            keys = try readKey(below: 0)
            try closeHeader(form)
        } catch {
            builder.markDamaged(along: keys)
            throw error
        }
        do throws(TOMLError) {
            openSection(try builder.open(keys, form, at: position), level: keys.count)
        } catch {
            builder.markDamaged(along: keys)
            log.note(error)
        }
        try endLine(after: "the header")
    }

    /// Passes the brackets that end a header; where just these are missing the header is clear all the same.
    private mutating func closeHeader(_ form: TableBuilder.HeaderForm) throws(TOMLError) {
        let brackets = form == .table ? 1 : 2
        let present = cursor.run(of: .closeBracket, limit: brackets)
        cursor.advance(by: present)
        guard present < brackets else { return }
        let expected = "'\(form == .table ? "]" : "]]")' to close the header"
        guard cursor.isAtLineEnd || cursor.peek == .numberSign else { throw unexpected(expected) }
        log.note(unexpected(expected))
    }

    /// Directs the keys that follow into a table, or with nil into one that nobody sees.
    private mutating func openSection(_ table: Int?, level: Int) {
        section = Section(table: table ?? builder.addDetachedTable(), level: level)
    }

    private mutating func readAssignment() throws(TOMLError) {
        let noted = log.count
        let line = cursor.position.line
        var keys: [KeyPart] = []
        do throws(TOMLError) {
            keys = try readKey(below: section.level)
            let value = try readAssignedValue(below: section.level + keys.count)
            let isSound = log.count == noted && !log.hasBadEncoding(in: line...cursor.position.line)
            try endLine(after: "the value")
            insert(keys, isSound ? .value(value) : .unreadable, into: section.table)
        } catch {
            insert(keys, .unreadable, into: section.table)
            builder.markDamaged(section.table)
            throw error
        }
        if log.count > noted { builder.markDamaged(section.table) }
    }

    /// Reads `= value`.
    mutating func readAssignedValue(below level: Int) throws(TOMLError) -> TOMLValue {
        cursor.skipBlanks()
        guard cursor.take(.equals) else { throw unexpected("'=' after the key") }
        cursor.skipBlanks()
        return try readValue(level: level)
    }

    mutating func insert(_ keys: [KeyPart], _ content: OpenMember.Content, into table: Int) {
        do throws(TOMLError) {
            try builder.insert(keys, content, into: table)
        } catch {
            log.note(error)
        }
    }
}

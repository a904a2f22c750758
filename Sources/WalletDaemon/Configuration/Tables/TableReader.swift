/// Takes a table apart key by key. What is wrong goes to the findings; reading goes on.
///
/// ``finish()`` ends it: only then is it known which keys were not asked for, and which are missing.
struct TableReader {
    let table: MergedTable
    let findings: Findings
    /// Every key that was asked for, in that order.
    private(set) var known: [String] = []
    private var missing: [(key: String, reason: String?)] = []

    init(_ table: MergedTable, _ findings: Findings) {
        self.table = table
        self.findings = findings
    }

    /// The key as written, if it is there.
    mutating func member(_ key: String) -> MergedTable.Member? {
        known.append(key)
        return table[key]
    }

    /// The key as written; its lack is a fault.
    mutating func requiredMember(_ key: String) -> MergedTable.Member? {
        let member = member(key)
        if member == nil { noteMissing(key) }
        return member
    }

    /// Reports the key as missing at the end.
    mutating func noteMissing(_ key: String, because reason: String? = nil) { missing.append((key, reason)) }

    /// Takes keys for known that are not read.
    mutating func recognize(_ keys: [String]) { known += keys }

    mutating func optional<Value>(
        _ key: String, _ read: (ConfigurationValue) throws(ValueFlaw) -> Value
    ) -> Value? {
        member(key).flatMap { take($0, read) }
    }

    mutating func required<Value>(
        _ key: String, _ read: (ConfigurationValue) throws(ValueFlaw) -> Value
    ) -> Value? {
        requiredMember(key).flatMap { take($0, read) }
    }

    /// What `read` makes of the member's value; its flaw goes to the findings.
    func take<Value>(
        _ member: MergedTable.Member, _ read: (ConfigurationValue) throws(ValueFlaw) -> Value
    ) -> Value? {
        do throws(ValueFlaw) {
            return try read(member.value)
        } catch {
            if let message = error.message(for: member.key) { findings.fault(message, at: member.place) }
            return nil
        }
    }

    /// What `read` makes of each element; every flaw among them goes to the findings.
    func takeList<Element>(
        _ member: MergedTable.Member, _ wanted: String,
        _ read: (ConfigurationValue) throws(ValueFlaw) -> Element
    ) -> [Element]? {
        guard case .list(let values) = member.value else {
            return take(member) { value throws(ValueFlaw) in throw .kind(wanted: wanted, found: value.noun) }
        }
        let elements = values.map { value in
            take(MergedTable.Member(key: member.key, place: member.place, value: value), read)
        }
        return elements.contains { $0 == nil } ? nil : elements.compactMap(\.self)
    }

    /// The table below the key, which is a fault if it is something else.
    mutating func subtable(_ key: String) -> MergedTable? { member(key).flatMap(table) }

    /// The member's table, which is a fault if it is something else.
    func table(_ member: MergedTable.Member) -> MergedTable? {
        take(member) { value throws(ValueFlaw) in
            guard case .table(let table) = value else { throw .kind(wanted: "a table", found: value.noun) }
            return table
        }
    }

    enum Extent {
        case unknownKeys
        /// Only those that are like a known one.
        case misspelledKeys
    }

    /// Reports unknown keys and missing ones. A missing key that an unknown one was probably meant to be is none.
    ///
    /// Gives what the unknown keys were probably meant to be, with `nil` for one that is like no other.
    @discardableResult
    func finish(reporting extent: Extent = .unknownKeys) -> Set<String?> {
        var meant: Set<String?> = []
        for member in table.members where !known.contains(member.key) {
            let suggestion = findings.suggestion(for: member.key, among: known)
            guard suggestion != nil || extent == .unknownKeys else { continue }
            let hint = suggestion.map { "; did you mean `\($0)`?" } ?? ""
            findings.fault("unknown key `\(KeySpelling.spelled(member.key))`\(hint)", at: member.place)
            meant.insert(suggestion)
        }
        guard !table.isDamaged else { return meant }
        for (key, reason) in missing where !meant.contains(key) {
            findings.fault("missing key `\(key)`" + (reason.map { ": \($0)" } ?? ""), at: table.place)
        }
        return meant
    }
}

import TOML

/// A table of the configuration: what all files say below one name, as if they were one document.
///
/// So `[sources.a]` and `[sources.b]` may stand in different files, but a table with its own header only in one place.
struct MergedTable {
    struct Member {
        let key: String
        let place: Place
        let value: ConfigurationValue
    }

    /// The keys that lead to it.
    let path: [String]
    /// Of its header; where it has none, of the key that names it first.
    let place: Place
    /// Whether a line that may belong here could not be read: what is missing may stand there.
    var isDamaged: Bool
    let members: [Member]

    /// `layers` are in the order of the files, at least one, and at most one of them has a header or braces of its own.
    init(_ layers: [Layer], named path: [String], findings: Findings) {
        self.path = path
        let opening = layers.first { $0.table.origin != .superTable } ?? layers[0]
        place = opening.place(opening.table.position)
        var groups = Groups()
        for layer in layers {
            for member in layer.table.members { groups.add(Part(layer: layer, member: member)) }
        }
        var isDamaged = layers.contains { $0.table.isDamaged }
        members = groups.groups.map { parts in
            let (member, isWhole) = MergedTable.merge(parts, below: path, findings: findings)
            if !isWhole { isDamaged = true }
            return member
        }
        self.isDamaged = isDamaged
    }

    /// For keys in small ASCII letters, which equal themselves only; others may equal another Unicode form.
    subscript(key: String) -> Member? { members.first { $0.key == key } }

    /// The name as a header spells it, e.g. `[sources.tmoney]`.
    var header: String { "[\(KeySpelling.spelled(path))]" }
}

extension MergedTable {
    /// A key in one file.
    fileprivate struct Part {
        let layer: Layer
        let member: TOMLMember

        var place: Place { layer.place(member.keyPosition) }

        var table: TOMLTable? {
            guard case .table(let table) = member.value.kind else { return nil }
            return table
        }

        /// Where to send somebody who looks for it: to the header of a table that has one.
        var opening: Place {
            layer.place(table?.origin == .header ? member.value.position : member.keyPosition)
        }
    }

    /// Keys of several files, those of the same name together, in the order of their first appearance.
    private struct Groups {
        private(set) var groups: [[Part]] = []
        private var numbers: [[UInt8]: Int] = [:]

        mutating func add(_ part: Part) {
            // The bytes, because strings also equal their other Unicode forms, and TOML's keys do not.
            let bytes = Array(part.member.key.utf8)
            if let number = numbers[bytes] {
                groups[number].append(part)
            } else {
                numbers[bytes] = groups.count
                groups.append([part])
            }
        }
    }

    /// Not whole where a part had to be left out.
    private static func merge(
        _ parts: [Part], below path: [String], findings: Findings
    ) -> (member: Member, isWhole: Bool) {
        let first = parts[0]
        let path = path + [first.member.key]
        guard first.table != nil else {
            for part in parts.dropFirst() { refuse(part, beside: first, path, findings) }
            let value = ConfigurationValue(first.member.value, at: first.place, findings: findings)
            return (Member(key: first.member.key, place: first.place, value: value), parts.count == 1)
        }
        var taken: [Part] = []
        for part in parts {
            if let other = taken.first(where: { !canMerge($0, part) }) {
                refuse(part, beside: other, path, findings)
            } else {
                taken.append(part)
            }
        }
        let layers = taken.compactMap { part in part.table.map { Layer(part.layer.fileNumber, part.layer.file, $0) } }
        var table = MergedTable(layers, named: path, findings: findings)
        if taken.count < parts.count { table.isDamaged = true }
        return (Member(key: first.member.key, place: first.place, value: .table(table)), taken.count == parts.count)
    }

    /// As within one document: beside `[a.b]` of one place and `[a.c]` of another, `[a]` may stand once more, or `a.d`.
    private static func canMerge(_ left: Part, _ right: Part) -> Bool {
        guard let left = left.table?.origin, let right = right.table?.origin else { return false }
        return switch (left, right) {
        case (.superTable, .superTable), (.superTable, .header), (.header, .superTable), (.superTable, .dottedKey),
            (.dottedKey, .superTable), (.dottedKey, .dottedKey):
            true
        case (.root, _), (.header, _), (.arrayHeader, _), (.superTable, _), (.dottedKey, _), (.inline, _): false
        }
    }

    private static func refuse(_ part: Part, beside other: Part, _ path: [String], _ findings: Findings) {
        let name = KeySpelling.spelled(path)
        if case .header? = part.table?.origin, case .header? = other.table?.origin {
            findings.fault("table [\(name)] already has its header at \(other.opening)", at: part.opening)
        } else {
            findings.fault("`\(name)` is already defined at \(other.opening)", at: part.opening)
        }
    }
}

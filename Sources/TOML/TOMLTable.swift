/// A table with its members in the order in which the document names them first.
package struct TOMLTable: Sendable {
    /// Where it starts, see `TOMLValue`; the document itself is at 1:1.
    package let position: TOMLPosition
    package let origin: Origin
    package let members: [TOMLMember]
    /// Whether a line that belongs here, or may belong here, could not be read: what is missing may stand there.
    ///
    /// Only tables in `TOMLFaults.readable` are ever damaged.
    package let isDamaged: Bool
    private let index: [ExactKey: Int]

    init(position: TOMLPosition, origin: Origin, members: [TOMLMember], isDamaged: Bool) {
        self.position = position
        self.origin = origin
        self.members = members
        self.isDamaged = isDamaged
        var index = [ExactKey: Int](minimumCapacity: members.count)
        for (number, member) in members.enumerated() { index[ExactKey(text: member.key)] = number }
        self.index = index
    }

    /// The member with exactly this key, scalar by scalar: a composed letter is not its decomposed form.
    package subscript(key: String) -> TOMLMember? {
        index[ExactKey(text: key)].map { members[$0] }
    }

    /// What brought the table about.
    package enum Origin: Sendable, Hashable {
        /// The document itself.
        case root
        /// Its own header, `[a]`.
        case header
        /// A header of an array of tables, `[[a]]`.
        case arrayHeader
        /// Only headers of tables below it: `a` in `[a.b]`.
        case superTable
        /// A dotted key: `a` in `a.b = 1`.
        case dottedKey
        /// Braces: `{ b = 1 }`.
        case inline
    }
}

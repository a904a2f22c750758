/// A table that later lines may add to.
struct OpenTable {
    var position: TOMLPosition
    var origin: TOMLTable.Origin
    var isDamaged = false
    private(set) var members: [OpenMember] = []
    private var index: [ExactKey: Int] = [:]

    init(position: TOMLPosition, origin: TOMLTable.Origin) {
        self.position = position
        self.origin = origin
    }

    subscript(key: String) -> OpenMember? { index[ExactKey(text: key)].map { members[$0] } }

    mutating func append(_ member: OpenMember) {
        index[ExactKey(text: member.key.name)] = members.count
        members.append(member)
        if case .unreadable = member.content { isDamaged = true }
    }
}

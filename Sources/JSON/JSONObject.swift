/// The members of a JSON object in the order they were written, each name once.
package struct JSONObject: Sendable {
    package struct Member: Sendable {
        package let name: String
        package let value: JSONValue
    }

    package private(set) var members: [Member] = []

    /// Where each name stands. It stays empty up to ``scannedMax`` members: a plain search is faster there.
    /// The standard library seeds its hash for each process, so nobody outside can prepare names that collide.
    private var positions: [JSONName: Int] = [:]

    /// Up to so many names, comparing them all costs less than hashing one.
    private static let scannedMax = 8

    package init() {}

    package subscript(name: String) -> JSONValue? {
        position(of: name).map { members[$0].value }
    }

    /// Replaces the value of a member in its place, or adds the member at the end.
    package mutating func set(_ name: String, to value: JSONValue) {
        if let position = position(of: name) {
            members[position] = Member(name: name, value: value)
        } else {
            append(Member(name: name, value: value))
        }
    }

    /// Adds a member whose name is known to be new.
    mutating func append(_ member: Member) {
        members.append(member)
        if members.count == Self.scannedMax + 1 {
            for (position, member) in members.enumerated() {
                positions[JSONName(member.name)] = position
            }
        } else if members.count > Self.scannedMax {
            positions[JSONName(member.name)] = members.count - 1
        }
    }

    private func position(of name: String) -> Int? {
        guard members.count > Self.scannedMax else {
            return members.firstIndex { $0.name.hasSameScalars(as: name) }
        }
        return positions[JSONName(name)]
    }
}

extension JSONObject: Equatable {
    /// Equal objects have equal members in the same order.
    package static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.members == right.members
    }
}

extension JSONObject.Member: Equatable {
    package static func == (left: Self, right: Self) -> Bool {
        left.name.hasSameScalars(as: right.name) && left.value == right.value
    }
}

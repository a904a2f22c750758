/// Writes one document from its beginning to its end; what was written is not looked at again, but for the order of
/// an object's members.
struct JSONWriter {
    enum Kind {
        case array
        case object
    }

    /// An array or object that has no end yet.
    struct Level {
        let kind: Kind
        /// The place of its opening bracket.
        let start: Int
        /// Where its members begin in ``JSONWriter/members``.
        let firstMember: Int
        var count = 0
        /// The place of the value that was begun last: there is none yet where the document ends there.
        var valueStart = 0
        var isInOrder = true
    }

    struct Member {
        /// The place of its name's opening quote.
        let start: Int
        let nameEnd: Int
    }

    private(set) var bytes: [UInt8] = []
    private(set) var levels: [Level] = []
    /// Of all objects that have no end yet.
    private(set) var members: [Member] = []
    /// What could not be thrown where it happened.
    private var fault: EncodingError?

    /// Where the value that comes next is written.
    var nextPlace: JSONPlace { JSONPlace(depth: levels.count, start: bytes.count) }

    /// The finished document.
    mutating func document() throws(EncodingError) -> [UInt8] {
        close(to: 0)
        if bytes.isEmpty { bytes += "{}".utf8 }
        if let fault { throw fault }
        return bytes
    }

    /// Begins an array or object, or goes on with the one that was begun there.
    mutating func open(_ kind: Kind, at place: JSONPlace) {
        if isOpen(place), levels[place.depth].kind == kind { return }
        guard isNext(place) else { return refuse(place) }
        levels.append(Level(kind: kind, start: place.start, firstMember: members.count))
        bytes.append(kind == .object ? UInt8(ascii: "{") : UInt8(ascii: "["))
    }

    /// Writes a value without parts.
    mutating func write(_ text: some Collection<UInt8>, at place: JSONPlace) throws(EncodingError) {
        try check(place)
        bytes += text
    }

    mutating func write(string: String, at place: JSONPlace) throws(EncodingError) {
        try check(place)
        bytes.appendJSONString(string)
    }

    /// Writes a member whose value is a string, as most are.
    mutating func writeMember(_ name: String, string: String, of object: JSONPlace) throws(EncodingError) {
        try beginMember(name, of: object)
        bytes.appendJSONString(string)
    }

    mutating func beginElement(of array: JSONPlace) throws(EncodingError) {
        try goOn(with: array)
        levels[array.depth].valueStart = bytes.count
    }

    mutating func beginMember(_ name: String, of object: JSONPlace) throws(EncodingError) {
        try goOn(with: object)
        let start = bytes.count
        bytes.appendJSONString(name)
        let member = Member(start: start, nameEnd: bytes.count)
        if levels[object.depth].count > 1, let last = members.last, !isAscending(last, member) {
            levels[object.depth].isInOrder = false
        }
        members.append(member)
        bytes.append(UInt8(ascii: ":"))
        levels[object.depth].valueStart = bytes.count
    }

    /// Does a step where it may not be thrown that it failed: ``document()`` throws it.
    mutating func attempt(_ step: (inout JSONWriter) throws(EncodingError) -> Void) {
        do throws(EncodingError) {
            try step(&self)
        } catch {
            fault = fault ?? error
        }
    }

    /// Ends what is open within so many arrays and objects.
    mutating func close(to depth: Int) {
        while levels.count > depth { closeInnermost() }
    }

    func count(of array: JSONPlace) -> Int {
        isOpen(array) ? levels[array.depth].count : 0
    }

    private mutating func goOn(with place: JSONPlace) throws(EncodingError) {
        guard isOpen(place) else { throw lateness(place) }
        close(to: place.depth + 1)
        fillIn()
        if levels[place.depth].count > 0 { bytes.append(UInt8(ascii: ",")) }
        levels[place.depth].count += 1
    }

    private mutating func closeInnermost() {
        fillIn()
        guard let level = levels.popLast() else { return }
        if level.kind == .object {
            if !level.isInOrder { sortMembers(from: level.firstMember) }
            members.removeSubrange(level.firstMember...)
        }
        bytes.append(level.kind == .object ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    }

    /// A value that wrote nothing is an object without members.
    private mutating func fillIn() {
        if let level = levels.last, level.count > 0, level.valueStart == bytes.count { bytes += "{}".utf8 }
    }
}

extension JSONWriter {
    private func isNext(_ place: JSONPlace) -> Bool {
        place.depth == levels.count && place.start == bytes.count
    }

    private func isOpen(_ place: JSONPlace) -> Bool {
        place.depth < levels.count && levels[place.depth].start == place.start
    }

    private func check(_ place: JSONPlace) throws(EncodingError) {
        guard isNext(place) else { throw lateness(place) }
    }

    private mutating func refuse(_ place: JSONPlace) {
        fault = fault ?? lateness(place)
    }

    private func lateness(_ place: JSONPlace) -> EncodingError {
        error("a value is written twice, or goes on after what follows it was begun", at: place)
    }

    /// Whether one name stands before another, byte by byte as they are written.
    private func isAscending(_ left: Member, _ right: Member) -> Bool {
        var (first, second) = (left.start + 1, right.start + 1)
        while first < left.nameEnd - 1, second < right.nameEnd - 1 {
            guard bytes[first] == bytes[second] else { return bytes[first] < bytes[second] }
            first += 1
            second += 1
        }
        return first == left.nameEnd - 1 && second < right.nameEnd - 1
    }

    /// Puts the members of the innermost object in order.
    private mutating func sortMembers(from first: Int) {
        let written = members[first...]
        guard let start = written.first?.start else { return }
        let ends = written.dropFirst().map { $0.start - 1 } + [bytes.count]
        let sorted = zip(written, ends).sorted { isAscending($0.0, $1.0) }
        for (earlier, later) in zip(sorted, sorted.dropFirst()) where !isAscending(earlier.0, later.0) {
            let place = JSONPlace(depth: levels.count, start: later.0.start)
            fault = fault ?? error("the member \(name(of: later.0).excerpt) is written twice", at: place)
        }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count - start)
        for (member, end) in sorted {
            if !text.isEmpty { text.append(UInt8(ascii: ",")) }
            text += bytes[member.start..<end]
        }
        bytes.replaceSubrange(start..., with: text)
    }
}

/// The members of a JSON object by where they stand, so that they can be passed on as they were written. The text must
/// be known to be JSON; of anything but an object there are none.
struct JSONMembers {
    struct Member {
        /// As it is written, without the quotes.
        let name: String
        let value: ArraySlice<UInt8>
        /// Name and value.
        let bytes: ArraySlice<UInt8>
    }

    private(set) var all: [Member] = []

    init(of text: [UInt8]) {
        let object = Self.trimmed(text[...])
        guard object.first == UInt8(ascii: "{"), object.last == UInt8(ascii: "}") else { return }
        let inside = object.dropFirst().dropLast()
        var start = inside.startIndex
        var colon: Int?
        for mark in Marks(inside) {
            switch inside[mark] {
            case UInt8(ascii: ","):
                add(inside[start..<mark], colon)
                (start, colon) = (mark + 1, nil)
            case _: colon = mark
            }
        }
        add(inside[start...], colon)
    }

    func value(of name: String) -> ArraySlice<UInt8>? { all.first { $0.name == name }?.value }

    /// Without the blanks of RFC 8259, 2 around it.
    static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let blanks = Array(" \t\r\n".utf8)
        let tail = text.drop { blanks.contains($0) }
        return tail.lastIndex { !blanks.contains($0) }.map { tail[...$0] } ?? []
    }

    private mutating func add(_ member: ArraySlice<UInt8>, _ colon: Int?) {
        guard let colon else { return }
        let name = Self.trimmed(member[..<colon]).dropFirst().dropLast()
        all.append(
            Member(
                name: String(decoding: name, as: UTF8.self), value: Self.trimmed(member[(colon + 1)...]),
                bytes: Self.trimmed(member)))
    }
}

/// Where the colons and commas of an object stand that are not within a string or a value of its own.
private struct Marks: Sequence, IteratorProtocol {
    private let text: ArraySlice<UInt8>
    private var place: Int

    init(_ text: ArraySlice<UInt8>) {
        self.text = text
        place = text.startIndex
    }

    mutating func next() -> Int? {
        var depth = 0
        while place < text.endIndex {
            defer { place += 1 }
            switch text[place] {
            case UInt8(ascii: "\""): skipString()
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ","), UInt8(ascii: ":"): if depth == 0 { return place }
            case _: break
            }
        }
        return nil
    }

    /// From the opening quote to the closing one.
    private mutating func skipString() {
        place += 1
        while place < text.endIndex, text[place] != UInt8(ascii: "\"") {
            place += text[place] == UInt8(ascii: "\\") ? 2 : 1
        }
    }
}

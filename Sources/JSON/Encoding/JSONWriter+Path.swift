extension JSONWriter {
    /// The error of a value that cannot be written at a place.
    func error(_ sentence: String, at place: JSONPlace) -> EncodingError {
        let path = path(to: place)
        let name = path.map(\.stringValue).joined(separator: ".")
        return .invalidValue(name, EncodingError.Context(codingPath: path, debugDescription: sentence))
    }

    /// The names and positions that lead there, as far as they are still open.
    func path(to place: JSONPlace) -> [any CodingKey] {
        var names = members[...]
        var path: [any CodingKey] = []
        for level in levels.prefix(place.depth).reversed() {
            switch level.kind {
            case .array: path.append(JSONStep(intValue: max(0, level.count - 1)))
            case .object:
                guard level.firstMember < names.endIndex, let member = names.last else { continue }
                path.append(JSONStep(stringValue: name(of: member)))
                names = names[..<level.firstMember]
            }
        }
        return path.reversed()
    }

    /// As it is written, without the quotes.
    func name(of member: Member) -> String {
        String(decoding: bytes[member.start + 1..<member.nameEnd - 1], as: UTF8.self)
    }
}

/// Reads a request body and refuses the fields that it does not have, which a plain decoder would ignore.
package struct ClosedBody<Body: RequestBody>: Decodable, Sendable {
    package let body: Body

    package init(from decoder: any Decoder) throws {
        let given = try decoder.container(keyedBy: FieldName.self).allKeys.map(\.stringValue)
        let unknown = given.filter { !Body.fields.contains($0) }.sorted()
        guard unknown.isEmpty else {
            let names = unknown.map { "`\($0)`" }.joined(separator: ", ")
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "unknown field \(names)"))
        }
        body = try Body(from: decoder)
    }

    private struct FieldName: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

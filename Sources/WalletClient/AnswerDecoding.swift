import JSON

/// Reads JSON of the daemon.
enum AnswerDecoding {
    private static let limits = JSONLimits(bytesMax: HTTPAnswer.bodyBytesMax)

    static func value<Value: Decodable>(of bytes: [UInt8]) throws(ClientError) -> Value {
        do {
            return try JSONCoding.decode(Value.self, from: bytes, limits: limits)
        } catch let error as DecodingError {
            throw .malformed("the answer is not what this version of walletctl understands: \(Self.place(of: error))")
        } catch {
            throw .malformed("the answer is no JSON")
        }
    }

    private static func place(of error: DecodingError) -> String {
        switch error {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            "\(path(context.codingPath)) is of another form"
        case .keyNotFound(let key, let context): "\(path(context.codingPath + [key])) is missing"
        @unknown default: "it cannot be read"
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        keys.isEmpty
            ? "it" : "`" + keys.map { $0.intValue.map { "\($0)" } ?? $0.stringValue }.joined(separator: ".") + "`"
    }
}

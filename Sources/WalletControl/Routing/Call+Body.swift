import JSON
import NIOCore
import WalletAPI

extension Call {
    func content<Body: RequestBody>(_ type: Body.Type) throws(Problem) -> Body {
        guard body.readableBytes > 0 else {
            throw Problem(.badRequest, "the request has no body", hint: Self.hint(type))
        }
        do {
            return try JSONCoding.decode(ClosedBody<Body>.self, from: Array(body.readableBytesView)).body
        } catch let error as JSONError {
            throw Problem(.badRequest, "the body is not JSON: \(error)", hint: Self.hint(type))
        } catch let error as DecodingError {
            throw Problem(.badRequest, Self.flaw(error), hint: Self.hint(type))
        } catch {
            throw Problem(.badRequest, "the body cannot be read", hint: Self.hint(type))
        }
    }

    /// For a call that may say more than its path does.
    func optionalContent<Body: RequestBody>(_ type: Body.Type) throws(Problem) -> Body? {
        body.readableBytes > 0 ? try content(type) : nil
    }

    /// For a call that says everything by its path.
    func refuseContent() throws(Problem) {
        guard body.readableBytes > 0 else { return }
        _ = try content(NoContent.self)
    }

    private struct NoContent: RequestBody {
        static let fields: [String] = []
    }

    private static func hint(_ type: (some RequestBody).Type) -> String {
        let fields = type.fields.map { "`\($0)`" }.joined(separator: ", ")
        return fields.isEmpty ? "send no body, or {}" : "a JSON object with \(fields)"
    }

    private static func flaw(_ error: DecodingError) -> String {
        switch error {
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "\(place(context.codingPath)) is of another form"
        case .keyNotFound(let key, let context):
            "\(place(context.codingPath + [key])) is missing"
        case .dataCorrupted(let context):
            context.debugDescription
        @unknown default:
            "the body cannot be read"
        }
    }

    private static func place(_ path: [any CodingKey]) -> String {
        path.isEmpty ? "the body" : "`\(path.map(\.stringValue).joined(separator: "."))`"
    }
}

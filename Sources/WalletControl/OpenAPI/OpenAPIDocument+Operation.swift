import HTTPTypes
import WalletAPI

extension OpenAPIDocument {
    struct Operation: Encodable, Sendable {
        private let summary: String
        private let parameters: [Input]
        private let requestBody: RequestContent?
        private let responses: [String: Answer]

        init(_ route: Route) {
            let description = route.description
            summary = description.summary
            parameters =
                Self.segments(route.endpoint).map(Input.init(segment:)) + description.parameters.map(Input.init)
            requestBody = description.body.map { RequestContent(content: [Self.json: Content(schema: $0)]) }
            var responses = [description.answer.status.code.description: Answer(description.answer)]
            for code in description.refusals + Self.refusals(route) {
                responses[code.status.code.description] = Answer(code)
            }
            self.responses = responses
        }

        fileprivate static let json = "application/json"

        /// What any call of a route may meet with.
        private static func refusals(_ route: Route) -> [ProblemCode] {
            let ofContent: [ProblemCode] = route.method == .get ? [] : [.bodyTooLarge]
            return ofContent + [.badRequest, .notPermitted, .unavailable, .internal]
        }

        private static func segments(_ endpoint: Endpoint) -> [String] {
            endpoint.template.split(separator: "/").filter { $0.hasPrefix("{") }.map {
                String($0.dropFirst().dropLast())
            }
        }
    }

    struct Input: Encodable, Sendable {
        private let name: String
        private let place: String
        private let description: String?
        private let required: Bool
        private let schema: Schema

        fileprivate init(segment: String) {
            name = segment
            place = "path"
            description = nil
            required = true
            schema = .text
        }

        fileprivate init(_ parameter: Parameter) {
            name = parameter.name.rawValue
            place = "query"
            description = parameter.summary
            required = false
            schema =
                switch parameter.occurrence {
                case .once: parameter.schema
                case .repeated: .list(parameter.schema)
                }
        }

        private enum CodingKeys: String, CodingKey {
            case name, description, required, schema
            case place = "in"
        }
    }

    struct Content: Encodable, Sendable {
        let schema: Schema
    }

    struct RequestContent: Encodable, Sendable {
        let content: [String: Content]
    }

    struct Answer: Encodable, Sendable {
        private let description: String
        private let content: [String: Content]

        fileprivate init(_ answer: RouteDescription.Answer) {
            description = answer.status.reasonPhrase
            var content = [Operation.json: Content(schema: answer.schema)]
            if let stream = answer.stream { content[stream] = Content(schema: .text) }
            self.content = content
        }

        fileprivate init(_ code: ProblemCode) {
            description = code.title
            content = [Problem.mediaType: Content(schema: .named("Problem"))]
        }
    }
}

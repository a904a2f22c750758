import Hummingbird
import WalletAPI

/// The description of the API (OpenAPI 3.1), made from the routes that serve it.
struct OpenAPIDocument: Encodable, Sendable {
    private let openapi = "3.1.0"
    private let info: Info
    private let paths: [String: [String: Operation]]
    private let components: Components

    init(_ routes: [Route], version: String) {
        info = Info(title: "walletd", version: version)
        var paths: [String: [String: Operation]] = [:]
        for route in routes {
            paths[route.endpoint.template, default: [:]][route.method.rawValue.lowercased()] = Operation(route)
        }
        self.paths = paths
        components = Components(schemas: Schema.named)
    }

    /// The route that answers with the description of the others and of itself.
    static func route(describing others: [Route]) -> Route {
        let description = RouteDescription("This description.", answer: .init(schema: .object([])))
        let itself = Route(.get, .openAPI, description) { _ in Response(status: .ok) }
        let document = OpenAPIDocument(others + [itself], version: Release.version)
        return Route(.get, .openAPI, description) { _ in try Response(json: document) }
    }

    private struct Info: Encodable {
        let title: String
        let version: String
    }

    private struct Components: Encodable {
        let schemas: [String: Schema]
    }
}

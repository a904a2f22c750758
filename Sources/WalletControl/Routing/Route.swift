import HTTPTypes
import Hummingbird
import WalletAPI

/// One method of one path: what it takes, what it answers, and how. The description of the API is made of these too.
struct Route: Sendable {
    typealias Handler = @Sendable (Call) async throws -> Response

    let method: HTTPRequest.Method
    let endpoint: Endpoint
    let description: RouteDescription
    let handle: Handler

    init(
        _ method: HTTPRequest.Method, _ endpoint: Endpoint, _ description: RouteDescription,
        handle: @escaping Handler
    ) {
        self.method = method
        self.endpoint = endpoint
        self.description = description
        self.handle = handle
    }
}

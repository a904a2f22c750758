import HTTPTypes
package import Hummingbird
package import Logging
import NIOCore
import WalletAPI
import WalletCore
import WalletEngine

/// Answers the requests of the control API: permission, route, parameters, then what the route does.
package struct ControlAPI: HTTPResponder {
    private let daemon: ControlledDaemon
    private let table: RouteTable
    private let logger: Logger

    /// - Parameters:
    ///   - daemon: What is asked and steered.
    ///   - heartbeat: How long an event stream is silent at most.
    ///   - logger: Takes what goes wrong inside.
    package init(_ daemon: ControlledDaemon, heartbeat: Duration = .seconds(15), logger: Logger) {
        self.daemon = daemon
        self.logger = logger
        // Of two paths that fit a request the first one counts: fixed names stand before ids.
        let routes =
            StatusRoutes(daemon: daemon).routes + SourceRoutes(daemon: daemon).routes
            + HoldingRoutes(daemon: daemon).routes + AlertRoutes(daemon: daemon).routes
            + RuleRoutes(daemon: daemon).routes + EventRoutes(daemon: daemon, heartbeat: heartbeat).routes
            + CashOutActionRoutes(daemon: daemon).routes + CashOutRoutes(daemon: daemon).routes
            + ProviderRoutes(daemon: daemon).routes + ReloadRoutes(daemon: daemon).routes
            + BackupRoutes(daemon: daemon).routes
        table = RouteTable(routes + [OpenAPIDocument.route(describing: routes)])
    }

    package func respond(to request: Request, context peer: Peer) async throws -> Response {
        do {
            try refuseBrowser(request)
            try permit(peer, request.method)
            return try await answer(request, peer)
        } catch let problem as Problem {
            return try problem.response
        } catch let error as EngineError {
            return try refusal(error)
        } catch let error where !(error is CancellationError) {
            logger.error("a request failed", metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
            return try Problem(.internal, "walletd failed to answer; its journal says more").response
        }
    }

    /// A page in a browser must not reach the daemon through a proxy or a forwarded port.
    private func refuseBrowser(_ request: Request) throws(Problem) {
        guard request.headers.contains(.origin) || request.headers.contains(.referer) else { return }
        throw Problem(.fromBrowser, "requests with an Origin or Referer header are refused")
    }

    private func permit(_ peer: Peer, _ method: HTTPRequest.Method) throws(Problem) {
        guard method != .get, method != .head, !daemon.operators().include(peer) else { return }
        throw Problem(
            .notPermitted, "\(peer.name) may look but not operate",
            hint: "an administrator can add this user, or a group of theirs, to `operators` in [daemon]")
    }

    private func answer(_ request: Request, _ peer: Peer) async throws -> Response {
        switch try table.match(request.method, request.uri.path) {
        case .nothing:
            throw Problem(
                .notFound, "there is no \(SafeText.excerpt(request.uri.path))",
                hint: "\(Endpoint.openAPI.template) lists what there is")
        case .otherMethods(let methods):
            let names = methods.map(\.rawValue).joined(separator: ", ")
            var refusal = try Problem(.methodNotAllowed, "this path takes \(names)").response
            refusal.headers[.allow] = names
            return refusal
        case .route(let route, let segments):
            let query = try Query(request.uri.query, taking: route.description.parameters)
            // The connection has read the body, as far as it may go.
            let body = try await request.body.collect(upTo: .max)
            return try await route.handle(
                Call(peer: peer, request: request, segments: segments, query: query, body: body))
        }
    }

    private func refusal(_ error: EngineError) throws -> Response {
        var response = try Problem(error).response
        switch error.code {
        case .quotaExhausted(let until):
            let milliseconds = (until - daemon.now()).wholeMilliseconds
            response.headers[.retryAfter] = "\(max(1, (milliseconds + 999) / 1000))"
        case .storeFailed:
            logger.error("the database failed a request", metadata: ["error": "\(error.detail)"])
        case .notFound, .conflict, .invalid, .changed, .held, .keyReused, .configurationRejected, .degraded:
            break
        }
        return response
    }
}

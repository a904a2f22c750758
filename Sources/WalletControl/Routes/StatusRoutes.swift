import Hummingbird
import WalletAPI
import WalletEngine

struct StatusRoutes {
    private let status: SharedStatus

    init(daemon: ControlledDaemon) {
        status = SharedStatus { Status(try await daemon.questions.status()) }
    }

    var routes: [Route] {
        [
            Route(
                .get, .status, RouteDescription("What runs and how all is.", answer: .init(schema: .named("Status"))),
                handle: show)
        ]
    }

    private func show(_ call: Call) async throws -> Response { Response(json: try await status.text()) }
}

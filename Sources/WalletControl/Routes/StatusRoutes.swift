import Hummingbird
import WalletAPI
import WalletEngine

struct StatusRoutes {
    let daemon: ControlledDaemon

    var routes: [Route] {
        [
            Route(.get, .status, RouteDescription("What runs and how all is.", answer: .init(schema: .named("Status"))))
            { _ in try Response(json: Status(await daemon.questions.status())) }
        ]
    }
}

import Hummingbird
import WalletAPI
import WalletCore
import WalletEngine

struct ProviderRoutes {
    let daemon: ControlledDaemon

    var routes: [Route] {
        [
            Route(
                .get, .providers,
                RouteDescription(
                    "Who moves value, and what speaks against them, in name order.",
                    answer: .init(schema: .page(of: "Provider"))
                ).taking(.limit, .cursor), handle: providers),
            Route(
                .get, .destinations,
                RouteDescription(
                    "Where cash-outs land, in name order.", answer: .init(schema: .page(of: "Destination"))
                ).taking(.limit, .cursor), handle: destinations),
        ]
    }

    private func providers(_ call: Call) async throws -> Response {
        let page = try call.query.page()
        let list = ListByName(try await daemon.questions.providers(), name: \.provider.name)
        return try Response(json: list.page(page, as: WalletAPI.Provider.init))
    }

    private func destinations(_ call: Call) async throws -> Response {
        let page = try call.query.page()
        let list = ListByName(try await daemon.questions.destinations(), name: \.destination.name)
        return try Response(json: list.page(page, as: WalletAPI.Destination.init))
    }
}

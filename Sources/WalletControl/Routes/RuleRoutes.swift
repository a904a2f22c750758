import Hummingbird
import WalletAPI
import WalletCore
import WalletEngine

struct RuleRoutes {
    let daemon: ControlledDaemon

    var routes: [Route] {
        [
            Route(
                .get, .rules,
                RouteDescription(
                    "Every rule with its current decision, in name order.", answer: .init(schema: .page(of: "Rule"))
                ).taking(.limit, .cursor), handle: list),
            Route(
                .get, .rule,
                RouteDescription(
                    "One rule with its current decision and all its reasons.", answer: .init(schema: .named("Rule"))
                ).refusing(.notFound), handle: show),
        ]
    }

    private func list(_ call: Call) async throws -> Response {
        let found = try await daemon.questions.rules(try call.query.page())
        return try Response(json: Page(found, as: Rule.init))
    }

    private func show(_ call: Call) async throws -> Response {
        try Response(json: Rule(try await daemon.questions.rule(call.segments[0])))
    }
}

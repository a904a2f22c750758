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
        let page = try call.query.page()
        let rules = ListByName(try await daemon.questions.rules(), name: \.rule.name)
        return try Response(json: rules.page(page, as: Rule.init))
    }

    private func show(_ call: Call) async throws -> Response {
        try Response(json: Rule(try await daemon.questions.rule(call.segments[0])))
    }
}

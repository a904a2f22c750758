import Hummingbird
import WalletAPI
import WalletEngine

struct AlertRoutes {
    let daemon: ControlledDaemon

    var routes: [Route] {
        [
            Route(
                .get, .alerts,
                RouteDescription(
                    "The alerts that are pending or firing, by rule, source, account and asset; where it is asked for, "
                        + "also those that were resolved, and what is quiet.",
                    answer: .init(schema: .page(of: "Alert"))
                ).taking(.state, .inactive, .limit, .cursor), handle: list),
            Route(
                .post, .acknowledge,
                RouteDescription(
                    "Take note of a firing alert, so that it is not repeated until it is resolved.",
                    answer: .init(schema: .named("Alert"))
                ).refusing(.notFound, .conflict), handle: acknowledge),
        ]
    }

    private func list(_ call: Call) async throws -> Response {
        let asked = Set(try call.query.words(.state, of: AlertPhase.self))
        let all = try call.query.flag(.all)
        let page = try call.query.page()
        let phases: Set<AlertPhase> = all ? [.pending, .firing, .inactive] : [.pending, .firing]
        let wanted = asked.isEmpty ? phases : asked
        guard wanted.contains(.inactive) || wanted.contains(.resolved) else {
            let found = try await daemon.questions.alerts(
                firing: wanted.contains(.firing), pending: wanted.contains(.pending), page: page)
            return try Response(json: Page(found, as: Alert.init))
        }
        return try Response(json: await WatchList(daemon.questions, phases: wanted).page(page))
    }

    private func acknowledge(_ call: Call) async throws -> Response {
        try call.refuseContent()
        let alert = try await daemon.commands.acknowledge(call.segments[0], by: call.peer.name)
        return try Response(json: Alert(alert))
    }
}

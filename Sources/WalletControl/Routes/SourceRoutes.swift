import Hummingbird
import WalletAPI
import WalletCore
import WalletEngine

struct SourceRoutes {
    let daemon: ControlledDaemon

    var routes: [Route] {
        [
            Route(
                .get, .sources,
                RouteDescription("Every source, in name order.", answer: .init(schema: .page(of: "Source")))
                    .taking(.limit, .cursor), handle: list),
            Route(
                .get, .source,
                RouteDescription("One source.", answer: .init(schema: .named("Source"))).refusing(.notFound),
                handle: show),
            Route(
                .post, .poll,
                RouteDescription(
                    "Read a source now, also one that waits for a person.",
                    answer: .init(status: .accepted, schema: .named("Source"))
                ).refusing(.notFound, .conflict, .quotaSpent), handle: poll),
            Route(
                .post, .pause,
                RouteDescription("Stop polling a source.", answer: .init(schema: .named("Source")))
                    .refusing(.notFound, .conflict), handle: pause),
            Route(
                .post, .resume,
                RouteDescription("Poll a paused source again.", answer: .init(schema: .named("Source")))
                    .refusing(.notFound, .conflict), handle: resume),
        ]
    }

    private func list(_ call: Call) async throws -> Response {
        let found = try await daemon.questions.sources(try call.query.page())
        return try Response(json: Page(found, as: Source.init))
    }

    private func show(_ call: Call) async throws -> Response {
        try Response(json: Source(try await daemon.questions.source(call.segments[0])))
    }

    private func poll(_ call: Call) async throws -> Response {
        try call.refuseContent()
        try await daemon.commands.poll(call.segments[0])
        return try Response(json: Source(try await daemon.questions.source(call.segments[0])), status: .accepted)
    }

    private func pause(_ call: Call) async throws -> Response {
        try call.refuseContent()
        try await daemon.commands.pause(call.segments[0])
        return try await show(call)
    }

    private func resume(_ call: Call) async throws -> Response {
        try call.refuseContent()
        try await daemon.commands.resume(call.segments[0])
        return try await show(call)
    }
}

import Hummingbird
import WalletAPI
import WalletCore
import WalletEngine

/// What persons decide about cash-outs.
struct CashOutActionRoutes {
    let daemon: ControlledDaemon

    var routes: [Route] {
        [
            Route(
                .post, .pauseCashOuts,
                RouteDescription(
                    "Stop all cash-outs: once this has answered, no request goes out.",
                    answer: .init(schema: .named("StopSwitch"))), handle: pause),
            Route(
                .post, .resumeCashOuts,
                RouteDescription("Let cash-outs go on.", answer: .init(schema: .named("StopSwitch")))
                    .reading(.named("ResumeCashOutsRequest")), handle: resume),
            Route(
                .post, .approve,
                RouteDescription(
                    "Let a cash-out go ahead as its plan was seen.", answer: .init(schema: .named("CashOut"))
                ).reading(.named("ApproveRequest")).refusing(.notFound, .conflict), handle: approve),
            Route(
                .post, .reject,
                RouteDescription(
                    "Turn down a cash-out that waits for approval.", answer: .init(schema: .named("CashOut"))
                ).reading(.named("RejectRequest")).refusing(.notFound, .conflict), handle: reject),
            Route(
                .post, .resolve,
                RouteDescription(
                    "With nothing, ask the provider what became of a cash-out, and get evidence; with that evidence, "
                        + "say how it ended, and get the cash-out.",
                    answer: .init(schema: .either([.named("Evidence"), .named("CashOut")]))
                ).reading(.named("ResolveRequest")).refusing(.notFound, .conflict), handle: resolve),
            Route(
                .post, .release,
                RouteDescription(
                    "Free the holdings of a cash-out that is over and whose balance never moved.",
                    answer: .init(schema: .named("CashOut"))
                ).refusing(.notFound, .conflict), handle: release),
        ]
    }

    private func pause(_ call: Call) async throws -> Response {
        try call.refuseContent()
        return try Response(json: StopSwitch(try await daemon.commands.pauseCashOuts(by: call.peer.name)))
    }

    private func resume(_ call: Call) async throws -> Response {
        let request = try call.optionalContent(ResumeCashOutsRequest.self)
        let accepts = request?.acceptHistory ?? false
        let report = try await daemon.commands.resumeCashOuts(
            accepts ? .accepted : .notAccepted, by: call.peer.name)
        return try Response(json: StopSwitch(report))
    }

    private func approve(_ call: Call) async throws -> Response {
        let request = try call.content(ApproveRequest.self)
        let report = try await daemon.commands.approve(call.segments[0], plan: request.plan, by: call.peer.name)
        return try Response(json: WalletAPI.CashOut(report))
    }

    private func reject(_ call: Call) async throws -> Response {
        let request = try call.optionalContent(RejectRequest.self)
        let comment = request?.comment.map(SafeText.message)
        let report = try await daemon.commands.reject(call.segments[0], comment: comment, by: call.peer.name)
        return try Response(json: WalletAPI.CashOut(report))
    }

    private func release(_ call: Call) async throws -> Response {
        try call.refuseContent()
        let report = try await daemon.commands.release(call.segments[0], by: call.peer.name)
        return try Response(json: WalletAPI.CashOut(report))
    }

    private func resolve(_ call: Call) async throws -> Response {
        let request = try call.optionalContent(ResolveRequest.self)
        guard let request, request != ResolveRequest() else {
            return try Response(json: WalletAPI.Evidence(try await daemon.commands.evidence(on: call.segments[0])))
        }
        guard let text = request.outcome, let evidence = request.evidence else {
            throw Problem(
                .badRequest, "`as` and `evidence` go together",
                hint: "with {} the provider is asked, which gives evidence")
        }
        guard let outcome = Resolution.Outcome(rawValue: text) else {
            throw Problem(.badRequest, "`as` is settled or rejected, not \"\(SafeText.excerpt(text))\"")
        }
        var statement = ResolutionStatement(evidence: evidence)
        statement.comment = request.comment.map(SafeText.message) ?? ""
        statement.confidence = request.unverified ?? false ? .unverified : .verified
        let report = try await daemon.commands.resolve(
            call.segments[0], as: outcome, statement, by: call.peer.name)
        return try Response(json: WalletAPI.CashOut(report))
    }
}

import Hummingbird
import WalletAPI
import WalletEngine

struct ReloadRoutes {
    let daemon: ControlledDaemon

    var routes: [Route] {
        [
            Route(
                .post, .reload,
                RouteDescription(
                    "Put the configuration as it is on the disk in force, whole or not at all.",
                    answer: .init(schema: .named("Reload"))
                ).refusing(.configRejected), handle: reload)
        ]
    }

    private func reload(_ call: Call) async throws -> Response {
        try call.refuseContent()
        let warnings = try await daemon.reload(call.peer.name)
        let status = try await daemon.questions.status()
        let file = ConfigFile(path: status.configurationPath, sha256: status.configurationSHA256)
        return try Response(json: Reload(config: file, warnings: warnings))
    }
}

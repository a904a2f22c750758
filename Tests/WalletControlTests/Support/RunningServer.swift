import Hummingbird
import Logging
import ServiceLifecycle
import WalletControl

/// A control server with the responder of a test, on a real socket.
struct RunningServer: Sendable {
    private let socket: ListeningSocket
    private let group: ServiceGroup

    var path: String { socket.path }

    /// Asks the server to stop, as a signal does.
    func stop() async { await group.triggerGracefulShutdown() }

    func connection() throws -> RawConnection { try RawConnection(path) }

    /// Serves while the body runs, then stops as a daemon does.
    @discardableResult
    static func run<Responder: HTTPResponder, Result>(
        _ responder: Responder, limits: ControlLimits = ControlLimits(), beside services: [any Service] = [],
        _ body: (RunningServer) async throws -> Result
    ) async throws -> Result where Responder.Context == Peer {
        let logger = Logger(label: "test")
        let socket = try ListeningSocket()
        let server = ControlServer(
            listeningOn: socket.descriptor, responder: responder, limits: limits, logger: logger)
        let group = ServiceGroup(configuration: .init(services: services + [server], logger: logger))
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            let result = try await body(RunningServer(socket: socket, group: group))
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            return result
        }
    }
}

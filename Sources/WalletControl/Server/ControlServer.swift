package import Hummingbird
import HummingbirdCore
package import Logging
package import NIOCore
import NIOExtras
import NIOPosix
import ServiceLifecycle

/// Serves HTTP/1.1 on a Unix socket that listens already, whoever made it: the daemon, or systemd before it.
///
/// Closes the socket at the end and never removes its file. After a graceful shutdown began it accepts nobody, lets
/// answers that have begun end within ``ControlLimits/stopTimeMax``, and returns.
package struct ControlServer<Responder: HTTPResponder>: Service where Responder.Context == Peer {
    private typealias Accepted = AsyncStream<Connection<Responder>>

    private let descriptor: Int32
    private let responder: Responder
    private let limits: ControlLimits
    private let group: any EventLoopGroup
    private let logger: Logger

    /// Takes the descriptor over.
    package init(
        listeningOn descriptor: Int32, responder: Responder, limits: ControlLimits = ControlLimits(),
        group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton, logger: Logger
    ) {
        self.descriptor = descriptor
        self.responder = responder
        self.limits = limits
        self.group = group
        self.logger = logger
    }

    package func run() async throws {
        let (connections, accepted) = Accepted.makeStream()
        let open = OpenConnections(limits: limits)
        let quiescing = ServerQuiescingHelper(group: group)
        let server = try await bootstrap(quiescing, open, accepted).withBoundSocket(descriptor).get()
        server.closeFuture.whenComplete { _ in accepted.finish() }
        await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                await withDiscardingTaskGroup { tasks in
                    for await connection in connections { tasks.addTask { await connection.run() } }
                }
            } onGracefulShutdown: {
                quiescing.initiateShutdown(promise: nil)
                _ = group.next().scheduleTask(in: TimeAmount(limits.stopTimeMax)) { open.closeAll() }
            }
        } onCancel: {
            server.close(promise: nil)
        }
    }

    private func bootstrap(
        _ quiescing: ServerQuiescingHelper, _ open: OpenConnections, _ accepted: Accepted.Continuation
    ) -> ServerBootstrap {
        ServerBootstrap(group: group)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let handler = quiescing.makeServerChannelHandler(channel: channel)
                    try channel.pipeline.syncOperations.addHandler(handler)
                }
            }
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { channel in
                do {
                    return try accept(channel, open).map { accepted.yield($0) }
                } catch {
                    return channel.eventLoop.makeFailedFuture(error)
                }
            }
    }

    private func accept(
        _ channel: any Channel, _ open: OpenConnections
    ) throws -> EventLoopFuture<Connection<Responder>> {
        let pipeline = channel.pipeline.syncOperations
        let peer = try pipeline.withUnsafeTransportIfAvailable(of: NIOBSDSocket.Handle.self) { try Peer(ofSocket: $0) }
        guard let peer, open.admit(channel, of: peer.user, at: .now()) else { throw ChannelError.operationUnsupported }
        channel.closeFuture.whenComplete { _ in open.remove(channel) }
        try pipeline.addHandler(PaceHandler(limits: limits, open: open))
        return http.setup(channel: channel, logger: logger).map { parts in
            Connection(
                channel: parts, peer: peer, responder: responder, bodyBytesMax: limits.bodyBytesMax, logger: logger)
        }
    }

    /// Only its pipeline is used: requests are read and answered by ``Connection``.
    private var http: HTTP1Channel {
        var configuration = HTTP1Channel.Configuration(additionalChannelHandlers: [RequestMarker()])
        configuration.httpDecoder = .init(
            maxHeaderFieldSize: limits.headBytesMax, maxHeaderListSize: limits.headBytesMax,
            maxHeaderFieldCount: Self.headersMax)
        return HTTP1Channel(responder: { _, _, _ in }, configuration: configuration)
    }

    /// Far more than any client sends.
    private static var headersMax: Int { 100 }
}

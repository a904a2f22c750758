import NIOCore
import NIOHTTPTypes

/// Tells the connection's ``PaceHandler`` where requests and answers end.
final class RequestMarker: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart

    private var pace: PaceHandler?

    func handlerAdded(context: ChannelHandlerContext) {
        do {
            pace = try context.pipeline.syncOperations.handler(type: PaceHandler.self)
        } catch {
            // Without it nothing would bound the connection.
            context.close(promise: nil)
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) { pace = nil }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .end = unwrapInboundIn(data) { pace?.requestEnded() }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        context.write(data, promise: promise)
        if case .end = unwrapOutboundIn(data) { pace?.answerEnded() }
    }
}

import NIOCore
import NIOHTTPTypes

/// Tells ``PaceHandler`` where requests and answers end.
final class RequestMarker: ChannelDuplexHandler, RemovableChannelHandler, Sendable {
    typealias InboundIn = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart

    enum Mark: Sendable {
        case requestEnded
        case answerEnded
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .end = unwrapInboundIn(data) { tell(.requestEnded, context) }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        context.write(data, promise: promise)
        if case .end = unwrapOutboundIn(data) { tell(.answerEnded, context) }
    }

    private func tell(_ mark: Mark, _ context: ChannelHandlerContext) {
        context.triggerUserOutboundEvent(mark, promise: nil)
    }
}

import NIOCore

/// Closes a connection that takes longer over something than it may.
///
/// Stands at the socket's end of the pipeline, where each byte passes; what the bytes mean it learns from
/// ``RequestMarker`` at the other end of the parser.
final class PaceHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer

    private var pace = ConnectionPace()
    private let limits: ControlLimits
    private let open: OpenConnections
    private var deadlines: [ConnectionPace.Wait: NIODeadline] = [:]
    private var alarms: [ConnectionPace.Wait: Scheduled<Void>] = [:]
    private var requestsEnded = 0

    init(limits: ControlLimits, open: OpenConnections) {
        self.limits = limits
        self.open = open
    }

    func handlerAdded(context: ChannelHandlerContext) {
        take(pace.open(), context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        for alarm in alarms.values { alarm.cancel() }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let before = requestsEnded
        context.fireChannelRead(data)
        // What follows a complete request in the same bytes is looked at when more comes.
        if requestsEnded == before { take(pace.receive(), context) }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        take(context.channel.isWritable ? pace.flow() : pace.stall(), context)
        context.fireChannelWritabilityChanged()
    }

    func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
        guard let mark = event as? RequestMarker.Mark else {
            context.triggerUserOutboundEvent(event, promise: promise)
            return
        }
        switch mark {
        case .requestEnded:
            requestsEnded += 1
            take(pace.endRequest(), context)
        case .answerEnded:
            take(pace.endAnswer(), context)
        }
        promise?.succeed(())
    }
}

extension PaceHandler {
    private func take(_ steps: [ConnectionPace.Step], _ context: ChannelHandlerContext) {
        for step in steps {
            switch step {
            case .begin(let wait): begin(wait, context)
            case .end(let wait): deadlines[wait] = nil
            }
        }
        open.note(ObjectIdentifier(context.channel), isIdle: pace.isIdle, at: .now())
    }

    private func begin(_ wait: ConnectionPace.Wait, _ context: ChannelHandlerContext) {
        let deadline = NIODeadline.now() + limit(of: wait)
        deadlines[wait] = deadline
        // An alarm that is set rings before the new deadline, and is set again then.
        if alarms[wait] == nil { setAlarm(for: wait, at: deadline, context) }
    }

    private func setAlarm(for wait: ConnectionPace.Wait, at deadline: NIODeadline, _ context: ChannelHandlerContext) {
        alarms[wait] = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) {
            self.ring(wait, context)
        }
    }

    private func ring(_ wait: ConnectionPace.Wait, _ context: ChannelHandlerContext) {
        alarms[wait] = nil
        guard let deadline = deadlines[wait] else { return }
        guard deadline <= .now() else { return setAlarm(for: wait, at: deadline, context) }
        context.close(promise: nil)
    }

    private func limit(of wait: ConnectionPace.Wait) -> TimeAmount {
        switch wait {
        case .idle: TimeAmount(limits.idleTimeMax)
        case .request: TimeAmount(limits.requestTimeMax)
        case .reading: TimeAmount(limits.stallTimeMax)
        }
    }
}

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
    private var context: ChannelHandlerContext?

    init(limits: ControlLimits, open: OpenConnections) {
        self.limits = limits
        self.open = open
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        take(pace.open())
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        for alarm in alarms.values { alarm.cancel() }
        self.context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let before = requestsEnded
        context.fireChannelRead(data)
        // What follows a complete request in the same bytes is looked at when more comes.
        if requestsEnded == before { take(pace.receive()) }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        take(context.channel.isWritable ? pace.flow() : pace.stall())
        context.fireChannelWritabilityChanged()
    }

    /// A request is complete.
    func requestEnded() {
        requestsEnded += 1
        take(pace.endRequest())
    }

    /// An answer is complete.
    func answerEnded() { take(pace.endAnswer()) }
}

extension PaceHandler {
    private func take(_ steps: [ConnectionPace.Step]) {
        for step in steps {
            switch step {
            case .begin(let wait): begin(wait)
            case .end(let wait): deadlines[wait] = nil
            }
        }
        guard let context else { return }
        open.note(ObjectIdentifier(context.channel), isIdle: pace.isIdle, at: .now())
    }

    private func begin(_ wait: ConnectionPace.Wait) {
        let deadline = NIODeadline.now() + limit(of: wait)
        deadlines[wait] = deadline
        // An alarm that is set rings before the new deadline, and is set again then.
        if alarms[wait] == nil { setAlarm(for: wait, at: deadline) }
    }

    private func setAlarm(for wait: ConnectionPace.Wait, at deadline: NIODeadline) {
        alarms[wait] = context?.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) {
            self.ring(wait)
        }
    }

    private func ring(_ wait: ConnectionPace.Wait) {
        alarms[wait] = nil
        guard let deadline = deadlines[wait] else { return }
        guard deadline <= .now() else { return setAlarm(for: wait, at: deadline) }
        context?.close(promise: nil)
    }

    private func limit(of wait: ConnectionPace.Wait) -> TimeAmount {
        switch wait {
        case .idle: TimeAmount(limits.idleTimeMax)
        case .request: TimeAmount(limits.requestTimeMax)
        case .reading: TimeAmount(limits.stallTimeMax)
        }
    }
}

extension EventDraft {
    /// Something about a provider that a person should look at.
    package init(_ notice: TrustNotice, at now: Timestamp) {
        self.init(notice.code.event, at: now, severity: .warning, message: notice.message)
        provider = notice.provider
    }

    /// A destination that was not there before; it rests for its `cooling_off` first.
    package static func destinationNew(_ destination: Destination, at now: Timestamp) -> EventDraft {
        EventDraft(
            .destinationNew, of: destination, at: now, severity: .info,
            message: "The destination \(destination.words) is new: it is used from "
                + "\(now + destination.coolingOff) on.")
    }

    /// Where it leads, or who moves the value there, is not what it was.
    package static func destinationChanged(
        _ destination: Destination, by change: Change = .account, _ loading: Loading = .loaded, at now: Timestamp
    ) -> EventDraft {
        let subject: String =
            switch change {
            case .account: "The destination \(destination.words) changed"
            case .provider: "The provider \(destination.provider) of the destination \(destination.name) is another one"
            }
        let condition: String =
            switch loading {
            case .loaded: "once its rules are confirmed"
            case .awaitsReload: "once `walletctl reload` has loaded it and its rules are confirmed"
            }
        return EventDraft(
            .destinationChanged, of: destination, at: now, severity: .warning,
            message: "\(subject): it is used again from \(now + destination.coolingOff) on, \(condition).")
    }

    /// What is another than it was.
    package enum Change: Sendable {
        /// Where it leads, or who moves the value there.
        case account
        /// Who moves the value there is called the same, and is not the same.
        case provider
    }

    /// Whether the configuration in force has it, or an older one.
    package enum Loading: Sendable {
        case loaded
        /// It was found to be another when it was about to be used.
        case awaitsReload
    }

    private init(
        _ type: EventType, of destination: Destination, at now: Timestamp, severity: Severity, message: String
    ) {
        self.init(type, at: now, severity: severity, message: message)
        provider = destination.provider
    }
}

extension Destination {
    fileprivate var words: String {
        lastFour.isEmpty ? "\(name) by \(provider)" : "\(name) by \(provider), ending in \(lastFour),"
    }
}

extension TrustNotice.Code {
    fileprivate var event: EventType {
        switch self {
        case .suspicious: .providerSuspicious
        case .expensive: .providerExpensive
        case .checkDue: .providerCheckDue
        case .identityExpiring: .providerIdentityExpiring
        }
    }
}

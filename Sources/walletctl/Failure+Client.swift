import WalletAPI
import WalletClient

extension Failure {
    /// - Parameters:
    ///   - error: what the call ended with.
    ///   - unit: what systemd says of the daemon's unit, where it was asked.
    init(_ error: ClientError, unit: String?) {
        switch error {
        case .unreachable(let socket, let cause):
            self.init(.unreachable, "no daemon answers at \(socket): \(cause)", hints: [unit].compactMap(\.self))
        case .closedToUser(let socket):
            self.init(
                .notPermitted, "this user may not open \(socket)",
                hints: ["Its group may: see `ls -l \(socket)`, and join that group to use the daemon."])
        case .refused(let refusal): self.init(refusal.problem)
        case .malformed(let what): self.init(.refused, "what answers is no walletd of this version: \(what)")
        }
    }

    private init(_ problem: Problem) {
        let status: ExitStatus =
            switch (problem.code, problem.status) {
            case (.notPermitted, _), (_, 403): .notPermitted
            case (.configRejected, _): .configurationFaults
            default: .refused
            }
        let retry = problem.retryAt.map { "Possible again at \($0)." }
        self.init(
            status, problem.detail, hints: [problem.hint, retry].compactMap(\.self), findings: problem.faults ?? [])
    }

    /// No socket exists where one may be.
    init(_ search: SocketSearch, unit: String?) {
        let tried = search.candidates.joined(separator: ", ")
        self.init(
            .unreachable, "no daemon's socket found; tried \(tried)",
            hints: [unit, "Give another path by --socket or $WALLETD_SOCKET."].compactMap(\.self))
    }
}

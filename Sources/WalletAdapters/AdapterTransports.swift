package import WalletCore

/// The ways to the outside that all adapters share, for the life of the daemon.
package struct AdapterTransports: Sendable {
    let http: HTTPTransport
    let commands: CommandRunner
    let threads: BlockingThreads
    let now: @Sendable () -> Timestamp

    /// `now` is asked for answers that name a time to come back, and for how long invoices are good.
    package init(commands: CommandRunner = CommandRunner(), now: @escaping @Sendable () -> Timestamp) {
        threads = BlockingThreads()
        http = HTTPTransport(threads: threads, now: now)
        self.commands = commands
        self.now = now
    }

    /// Must be called once, after the last reading.
    package func shutDown() async {
        await http.shutDown()
        threads.shutDown()
    }
}

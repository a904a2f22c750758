/// What one client, and all together, may take from the daemon.
package struct ControlLimits: Sendable {
    /// Half of the usual limit on open files (1,024): sources and database need the rest.
    package var connectionsMax = 512
    /// Half of them, so that no user keeps the others out.
    package var connectionsOfUserMax = 256
    /// A client that asks nothing for so long is not there any more.
    package var idleTimeMax = Duration.seconds(60)
    /// From a request's first byte to its last. A local client needs milliseconds.
    package var requestTimeMax = Duration.seconds(10)
    /// How long what was sent may wait for the client to read it, before it is taken to be stuck.
    package var stallTimeMax = Duration.seconds(20)
    /// How long answers that have begun may take after the daemon was asked to stop, which has 5 s for all of it.
    package var stopTimeMax = Duration.seconds(3)
    /// No request of this API comes near it; also the contract with clients.
    package var bodyBytesMax = 64 * 1024
    /// Of one request's target and headers.
    package var headBytesMax = 16 * 1024

    package init() {}
}

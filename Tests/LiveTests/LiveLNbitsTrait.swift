import Glibc
import Testing

/// Runs a suite beside one LNbits of its own.
struct LiveLNbitsTrait: SuiteTrait, TestScoping {
    /// The Python that LNbits is installed for; `nil` where nobody said that it is.
    static var python: String? { getenv("WALLETD_LIVE_LNBITS").map { String(cString: $0) } }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let server = try LiveLNbits(python: #require(Self.python))
        defer { server.stop() }
        try await LiveLNbits.$running.withValue(server) { try await function() }
    }
}

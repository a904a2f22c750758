import Testing

/// Boots one machine for all tests of a suite, with walletd's packages in reach, and ends it after them.
struct BootedTrait: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let machine = try await Machine()
        do {
            try await machine.makePackages()
            try await Machine.$booted.withValue(machine) { try await function() }
        } catch {
            await machine.end()
            throw error
        }
        await machine.end()
    }
}

extension Trait where Self == BootedTrait {
    static var booted: Self { BootedTrait() }
}

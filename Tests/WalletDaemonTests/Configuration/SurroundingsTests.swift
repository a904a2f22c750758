import Testing
import WalletDaemon

@Suite struct SurroundingsTests {
    @Test func `the system knows root and its group, and nobody of a name that is none`() {
        let accounts = AccountDirectory.system
        #expect(accounts.user("root") == .id(0))
        #expect(accounts.group("root") == .id(0))
        #expect(accounts.user("no such user") == .unknown)
        #expect(accounts.group("no:such\ngroup") == .unknown)
        #expect(accounts.user("") == .unknown)
        #expect(accounts.user(String(repeating: "x", count: 100_000)) == .unknown)
    }

    @Test func `root checks for the account of the service too, a person for nobody else`() {
        let accounts = AccountDirectory(user: { $0 == "walletd" ? .id(998) : .unknown }, group: { _ in .unknown })
        func users(_ user: UInt32) -> Set<UInt32> {
            ConfigurationSurroundings.checking(
                as: user, environment: [:], home: nil, on: ConfigurationFolder.today, accounts: accounts
            ).daemonUsers
        }
        #expect(users(0) == [0, 998])
        #expect(users(1000) == [1000])
    }
}

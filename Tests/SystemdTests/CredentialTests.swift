import Testing
import WalletTestSupport

extension SystemdTests {
    /// Secrets that systemd hands over, to a shop with TLS.
    @Suite(.timeLimit(.minutes(5)))
    struct CredentialTests {
        private static let shop = """
            \(ShopSource.text(at: "https://127.0.0.1:4443/"))
            ca_file = "/etc/shop.pem"
            """

        private func read(_ installed: Installed, setting line: String) async throws {
            let machine = installed.machine
            try await machine.text(
                """
                echo 1234-5678 | /tests/open-shop
                /tests/drop-in credentials '\(line)'
                systemctl start walletd
                walletctl poll shop
                """)
            try await machine.eventually("walletctl balances | grep '0.05 USD'")
            let said = try await machine.text("/tests/journal; walletctl sources --json; walletctl status --json")
            #expect(!said.contains("1234-5678"))
            #expect(try await machine.run("grep -rq 1234-5678 /var/lib/walletd").status == 1)
        }

        @Test func `a file that LoadCredential= names`() async throws {
            let installed = try await Installed(Self.shop)
            try await read(installed, setting: "LoadCredential=shop-token:/etc/shop-token")
        }

        @Test func `one that systemd-creds has encrypted for this machine`() async throws {
            let installed = try await Installed(Self.shop)
            try await installed.machine.text(
                "printf 1234-5678 | systemd-creds encrypt --name=shop-token - /etc/shop-token.cred")
            try await read(installed, setting: "LoadCredentialEncrypted=shop-token:/etc/shop-token.cred")
        }
    }
}

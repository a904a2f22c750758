import Testing

/// walletd as its package puts it on a machine: stopped, with a configuration, and nothing that it has seen before.
///
/// Users: alice is in group walletd, bob too and an operator, carol is neither.
struct Installed {
    let machine: Machine

    init(_ configuration: String = Installed.transit) async throws {
        machine = try #require(Machine.booted)
        try await configure(configuration)
        try await machine.text("/tests/fresh < /files/walletd.toml")
    }

    /// Replaces the configuration file.
    func configure(_ text: String) async throws {
        try machine.put("walletd.toml", text)
        try await machine.text("[ ! -d /etc/walletd ] || cp /files/walletd.toml /etc/walletd/walletd.toml")
    }

    /// The balance of the one card that there is.
    func balance(_ amount: Int) async throws {
        try await machine.text(
            "printf 'account,asset,available\\ncard-1,KRW,\(amount)\\n' > /srv/next && mv /srv/next /srv/transit.csv")
    }

    /// A property of the service, or of another unit.
    func property(_ name: String, of unit: String = "walletd.service") async throws -> String {
        try await machine.text("systemctl show --property \(name) --value \(unit)")
    }

    /// Of the machine, in whole seconds.
    func uptime() async throws -> Int {
        try #require(Int(try await machine.text("cut -d. -f1 /proc/uptime")))
    }

    /// A file of 2,500 KRW on one card, and an alert below 3,000.
    static let transit = """
        [daemon]
        operators = ["bob"]

        [sources.transit]
        adapter = "file"
        path    = "/srv/transit.csv"
        every   = "1h"

        [alerts.low]
        source = "transit"
        below  = "3000 KRW"
        """
}

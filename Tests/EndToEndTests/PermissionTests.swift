import Glibc
import Testing
import WalletTestSupport

/// Who may ask, and who may operate: the socket's mode decides on the one, the configuration on the other.
@Suite(.timeLimit(.minutes(1)), .enabled(if: Machine.isRoot, "only root becomes another user"))
struct PermissionTests {
    private static let stranger = 4711

    /// A home whose socket anybody can reach.
    private func open(_ configuration: String = Home.transit) async throws -> RunningDaemon {
        let home = try Home(configuration)
        try home.write(csv: "transit.csv", "card-1,KRW,2500")
        let daemon = try await home.start()
        for path in [home.folder.path, home.state] { #expect(chmod(path, 0o711) == 0) }
        return daemon
    }

    private func asStranger(_ words: String..., in home: Home) async throws -> Finished {
        try await Finished(
            Machine.asUser(Self.stranger, [BuiltPrograms.walletctl] + words),
            environment: ["WALLETD_SOCKET": home.socket])
    }

    @Test func `a stranger cannot open the socket, and is told so`() async throws {
        let daemon = try await open()
        let refusal = try await asStranger("status", in: daemon.home)
        #expect(refusal.status == 77 && refusal.errors.contains(daemon.home.socket))
        #expect(try await daemon.stop() == 0)
    }

    @Test func `whom the mode lets in may read everything and operate nothing`() async throws {
        let daemon = try await open()
        let home = daemon.home
        #expect(chmod(home.socket, 0o666) == 0)
        for verb in ["status", "sources", "balances", "alerts", "rules", "events"] {
            #expect(try await asStranger(verb, in: home).status == 0, "\(verb)")
        }
        for words in [["poll", "transit"], ["pause", "transit"], ["resume", "transit"], ["reload"], ["ack", "a"]] {
            let refusal = try await Finished(
                Machine.asUser(Self.stranger, [BuiltPrograms.walletctl] + words),
                environment: ["WALLETD_SOCKET": home.socket])
            #expect(refusal.status == 77, "\(words): \(refusal)")
        }
        #expect(try await asStranger("record", "cards/a/KRW", "1", in: home).status == 77)
        #expect(try await daemon.stop() == 0)
        #expect(!daemon.announcements.dropFirst(2).contains { $0.type == "config.loaded" })
    }

    @Test func `nothing but GET gets past 403, whatever the path`() async throws {
        let daemon = try await open()
        #expect(chmod(daemon.home.socket, 0o666) == 0)
        for method in ["POST", "PUT", "DELETE", "PATCH"] {
            for path in ["/v1/reload", "/v1/sources/transit/poll", "/v1/nothing", "/v1/status"] {
                let answer = try await Finished(
                    Machine.asUser(
                        Self.stranger,
                        [
                            "/usr/bin/curl", "-s", "-o", "/dev/null", "-w", "%{http_code} %{content_type}", "-X",
                            method,
                            "--unix-socket", daemon.home.socket, "http://walletd\(path)",
                        ]), environment: [:])
                #expect(answer.output == "403 application/problem+json", "\(method) \(path)")
            }
        }
        #expect(try await daemon.stop() == 0)
    }

    @Test func `an operator of the configuration operates, until a reload takes that away`() async throws {
        let daemon = try await open("[daemon]\noperators = [\"nobody\"]\n" + Home.transit)
        let home = daemon.home
        #expect(chmod(home.socket, 0o666) == 0)
        let poll = Machine.asUser(65534, [BuiltPrograms.walletctl, "poll", "transit"])
        #expect(try await Finished(poll, environment: ["WALLETD_SOCKET": home.socket]).status == 0)
        try home.configure(Home.transit)
        #expect(try await home.walletctl("reload").status == 0)
        #expect(try await Finished(poll, environment: ["WALLETD_SOCKET": home.socket]).status == 77)
        #expect(try await daemon.stop() == 0)
    }

    @Test func `the daemon's own user operates where it is a person's, and does not where it is a service's`()
        async throws
    {
        for (user, status) in [(4711, Int32(0)), (471, 77)] {
            let home = try Home.watchingTransit()
            for name in ["", "/state", "/walletd.toml", "/transit.csv"] {
                #expect(chown(home.folder.path + name, uid_t(user), gid_t(user)) == 0)
            }
            let process = try RunningProcess(
                Machine.asUser(user, [BuiltPrograms.walletd, "--config", home.configuration]),
                environment: home.environment)
            let daemon = RunningDaemon(home: home, process: process)
            try await daemon.announced("config.loaded")
            let poll = Machine.asUser(user, [BuiltPrograms.walletctl, "poll", "transit"])
            #expect(try await Finished(poll, environment: ["WALLETD_SOCKET": home.socket]).status == status)
            #expect(try await home.walletctl("poll", "transit").status == 0)
            #expect(try await daemon.stop() == 0)
        }
    }
}

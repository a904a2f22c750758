import Glibc
import Testing
import WalletDaemon
import WalletTestSupport

@Suite struct OwnershipTests {
    private static let sound = "[sources.cards]\nadapter = \"manual\"\n"

    @Test(
        arguments: [
            (0o620, "may be written by its group (mode 620); chmod go-w closes it"),
            (0o602, "may be written by others (mode 602); chmod go-w closes it"),
            (0o666, "may be written by others (mode 666); chmod go-w closes it"),
        ] as [(mode_t, String)])
    func `a file that others may write is a fault`(mode: mode_t, flaw: String) throws {
        let folder = try ConfigurationFolder(Self.sound)
        try folder.addDropIn("a.toml", "# a\n", mode: UInt32(mode))
        chmod(folder.path, mode)
        #expect(folder.report() == ["walletd.toml:1:1: the file \(flaw)", "walletd.d/a.toml:1:1: the file \(flaw)"])
    }

    @Test func `files that everybody may read are as good`() throws {
        let folder = try ConfigurationFolder(Self.sound)
        try folder.addDropIn("a.toml", "# a\n", mode: 0o444)
        chmod(folder.path, 0o644)
        chmod(folder.folder.path, 0o755)
        chmod(folder.folder.path(of: "walletd.d"), 0o755)
        #expect(folder.report() == ["configuration is sound: 1 source, 0 alerts"])
    }

    @Test func `a folder that others may write is a fault`() throws {
        let folder = try ConfigurationFolder(Self.sound)
        try folder.addDropIn("a.toml", "# a\n")
        chmod(folder.folder.path, 0o1777)
        chmod(folder.folder.path(of: "walletd.d"), 0o770)
        #expect(
            folder.report() == [
                "walletd.toml:1:1: its folder . may be written by others (mode 1777); chmod go-w closes it",
                "walletd.toml:1:1: its folder walletd.d may be written by its group (mode 770); chmod go-w closes it",
            ])
    }

    @Test func `the folder to which a link leads counts too`() throws {
        let folder = try ConfigurationFolder(Self.sound)
        let other = try TemporaryFolder()
        try other.write("real.toml", "# real\n")
        chmod(other.path, 0o777)
        mkdir(folder.folder.path(of: "walletd.d"), 0o700)
        symlink(other.path(of: "real.toml"), folder.folder.path(of: "walletd.d/a.toml"))
        #expect(
            folder.report() == [
                "walletd.d/a.toml:1:1: its folder \(other.path) may be written by others (mode 777); "
                    + "chmod go-w closes it"
            ])
    }

    @Test(.enabled(if: geteuid() == 0, "only root can give a file away"))
    func `files and folders of another user are faults, those of the daemon's user are none`() throws {
        let folder = try ConfigurationFolder(Self.sound)
        try folder.addDropIn("a.toml", "# a\n")
        chown(folder.path, 1234, 0)
        chown(folder.folder.path(of: "walletd.d"), 1234, 0)
        let flaw = "belongs to user 1234; it must belong to root or to the user that walletd runs as"
        #expect(
            folder.report() == [
                "walletd.toml:1:1: its folder walletd.d \(flaw)", "walletd.toml:1:1: the file \(flaw)",
            ])
        let running = ConfigurationSurroundings.running(
            as: 1234, environment: [:], home: nil, on: ConfigurationFolder.today)
        #expect(folder.report(in: running) == ["configuration is sound: 1 source, 0 alerts"])
    }
}

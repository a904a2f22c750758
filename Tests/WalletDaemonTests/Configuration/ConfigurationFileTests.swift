import Glibc
import Testing
import WalletDaemon
import WalletTestSupport

@Suite struct ConfigurationFileTests {
    private static let sound = "[sources.cards]\nadapter = \"manual\"\n"
    private static let soundReport = ["configuration is sound: 1 source, 0 alerts"]

    @Test func `a file that is not there is a fault`() throws {
        let folder = try ConfigurationFolder("")
        unlink(folder.path)
        #expect(folder.report() == ["walletd.toml:1:1: the file does not exist"])
    }

    @Test func `an empty file is a fault, because it may have been cut`() throws {
        #expect(
            try ConfigurationFolder.report("") == [
                "walletd.toml:1:1: the file is empty; if nothing is meant to be in it, say so in a comment"
            ])
        let folder = try ConfigurationFolder(Self.sound)
        try folder.addDropIn("a.toml", "")
        #expect(
            folder.report() == [
                "walletd.d/a.toml:1:1: the file is empty; if nothing is meant to be in it, say so in a comment"
            ])
    }

    @Test func `a configuration of comments only is a fault, beside a drop-in it is none`() throws {
        let folder = try ConfigurationFolder("# see walletd.d\n")
        #expect(
            folder.report() == [
                "walletd.toml:1:1: nothing is configured here; a first source is a table [sources.NAME]"
            ])
        try folder.addDropIn("a.toml", Self.sound)
        #expect(folder.report() == Self.soundReport)
    }

    @Test(
        arguments: [
            ([0x7F, 0x45, 0x4C, 0x46, 0x00, 0x01], "1:5: NUL byte: this is not a text file"),
            ([0xFF, 0xFE, 0x5B, 0x00], "1:1: this is UTF-16; TOML is UTF-8"),
            ([0x61, 0x20, 0x3D, 0x20, 0x22, 0xC3, 0x22], "1:6: not valid UTF-8"),
        ] as [([UInt8], String)])
    func `bytes that are no text are one fault`(bytes: [UInt8], fault: String) throws {
        let folder = try ConfigurationFolder("")
        try folder.folder.write("walletd.toml", bytes)
        #expect(folder.report() == ["walletd.toml:\(fault)"])
    }

    @Test func `a file of 100 MB is refused unread`() throws {
        let folder = try ConfigurationFolder("")
        #expect(truncate(folder.path, 100 << 20) == 0)
        #expect(
            folder.report() == [
                "walletd.toml:1:1: the file is larger than 1048576 bytes, which no configuration is"
            ])
    }

    @Test func `a file without an end is refused`() throws {
        let report = ConfigurationReport(checking: "/dev/zero", in: ConfigurationFolder.surroundings()).lines
        #expect(report.contains("/dev/zero:1:1: the file is not a regular file"))
    }

    @Test func `a folder in place of the file is a fault`() throws {
        let folder = try ConfigurationFolder("")
        unlink(folder.path)
        mkdir(folder.path, 0o700)
        #expect(folder.report() == ["walletd.toml:1:1: the file is a folder"])
    }

    @Test(.timeLimit(.minutes(1)))
    func `a named pipe is a fault, and nobody waits for it`() throws {
        let folder = try ConfigurationFolder(Self.sound)
        try folder.addDropIn("a.toml", "# a\n")
        mkfifo(folder.folder.path(of: "walletd.d/b.toml"), 0o600)
        #expect(folder.report() == ["walletd.d/b.toml:1:1: the file is not a regular file"])
        unlink(folder.path)
        mkfifo(folder.path, 0o600)
        #expect(folder.report().first == "walletd.toml:1:1: the file is not a regular file")
    }

    @Test func `a loop of links is a fault`() throws {
        let folder = try ConfigurationFolder("")
        unlink(folder.path)
        symlink("walletd.toml", folder.path)
        #expect(
            folder.report() == ["walletd.toml:1:1: the file cannot be read: Too many levels of symbolic links"])
    }

    @Test func `a file in place of the folder for drop-ins is a fault`() throws {
        let folder = try ConfigurationFolder(Self.sound)
        try folder.folder.write("walletd.d", "")
        #expect(folder.report() == ["walletd.toml:1:1: walletd.d is not a folder"])
    }

    @Test func `more drop-ins than anybody writes are a fault, and none of them is read`() throws {
        let folder = try ConfigurationFolder(Self.sound)
        for number in 0...1000 { try folder.addDropIn("\(number).toml", "x = 1\n") }
        #expect(folder.report() == ["walletd.toml:1:1: walletd.d holds more than 1000 drop-ins"])
    }

    @Test func `drop-ins that are too much together are a fault`() throws {
        let folder = try ConfigurationFolder(Self.sound)
        let comment = "#" + String(repeating: "x", count: (1 << 20) - 2) + "\n"
        for number in 10...26 { try folder.addDropIn("\(number).toml", comment) }
        let message = "up to this file the configuration has more than 16777216 bytes"
        #expect(folder.report() == (25...26).map { "walletd.d/\($0).toml:1:1: \(message)" })
    }

    @Test func `what a fault keeps from being read is not missed elsewhere`() throws {
        let folder = try ConfigurationFolder(
            """
            [assets.STARS
            scale = 0
            [sources.a]
            adapter = exec
            [sources.b]
            adapter = "file"
            path = "/x
            [alerts.low]
            source = "gone"
            below = "3 STARS"
            severity = "bad"
            """)
        #expect(
            folder.report().map { $0.prefix { $0 != " " } } == [
                "walletd.toml:1:14:", "walletd.toml:4:11:", "walletd.toml:7:8:", "walletd.toml:9:1:",
                "walletd.toml:11:1:",
            ])
    }

    @Test func `a source whose header cannot be read may be any source`() throws {
        let folder = try ConfigurationFolder(
            "[sources.]\nadapter = \"manual\"\n[alerts.low]\nsource = \"gone\"\nfor = \"x\"\n")
        #expect(
            folder.report().map { $0.prefix { $0 != " " } } == [
                "walletd.toml:1:10:", "walletd.toml:3:1:", "walletd.toml:5:1:",
            ])
        let cut = try ConfigurationFolder("# main\n")
        try cut.addDropIn("a.toml", "")
        try cut.addDropIn("b.toml", "[alerts.low]\nsource = \"gone\"\nbelow = \"3 STARS\"\n")
        #expect(cut.report().map { $0.prefix { $0 != " " } } == ["walletd.d/a.toml:1:1:"])
    }
}

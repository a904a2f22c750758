import Glibc
import Testing
import WalletAdapters
import WalletDaemon
import WalletTestSupport

@Suite struct CredentialInspectionTests {
    private static func document(_ secret: String) -> String {
        """
        [sources.x]
        adapter = "http"
        url = "https://x.example"
        account = "/a"
        asset = "/b"
        available = "/c"
        headers = { A = { \(secret) } }
        """
    }

    private static func surroundings(_ credentials: CredentialInspection) -> ConfigurationSurroundings {
        ConfigurationFolder.surroundings(credentials: credentials)
    }

    private static let sound = ["configuration is sound: 1 source, 0 alerts"]

    @Test func `the daemon needs every credential now`() throws {
        let secrets = try TemporaryFolder()
        try secrets.write("token", "hunter2\n")
        try secrets.write("blank", "\n")
        let reading = Self.surroundings(.reading(directory: secrets.path))
        #expect(try ConfigurationFolder(Self.document("credential = \"token\"")).report(in: reading) == Self.sound)
        #expect(
            try ConfigurationFolder(Self.document("credential = \"blank\"")).report(in: reading) == [
                "walletd.toml:7:19: `credential`: credential blank is empty"
            ])
        #expect(
            try ConfigurationFolder(Self.document("credential = \"lost\"")).report(in: reading) == [
                "walletd.toml:7:19: `credential`: credential lost is missing; "
                    + "add LoadCredential=lost:/path/to/it to walletd.service and restart it"
            ])
        let without = Self.surroundings(.reading(directory: nil))
        #expect(
            try ConfigurationFolder(Self.document("credential = \"token\"")).report(in: without)[0].hasPrefix(
                "walletd.toml:7:19: `credential`: credential token is missing: "))
    }

    @Test func `without the folder of credentials a check warns, with it a missing one is a fault`() throws {
        let folder = try ConfigurationFolder(Self.document("credential = \"token\""))
        let nowhere = Self.surroundings(.offline(directory: nil, daemonUsers: [geteuid()]))
        #expect(
            folder.report(in: nowhere) == [
                "walletd.toml:7:19: warning: `credential`: credential token cannot be checked here: "
                    + "$CREDENTIALS_DIRECTORY is not set"
            ] + Self.sound)
        let secrets = try TemporaryFolder()
        let somewhere = Self.surroundings(.offline(directory: secrets.path, daemonUsers: [geteuid()]))
        #expect(
            folder.report(in: somewhere)[0].hasPrefix("walletd.toml:7:19: `credential`: credential token is missing;"))
        try secrets.write("token", "hunter2\n")
        #expect(folder.report(in: somewhere) == Self.sound)
    }

    @Test(
        arguments: [
            (0o600, nil), (0o400, nil), (0o640, "is open to others than its owner; chmod 600 closes it"),
            (0o604, "is open to others than its owner; chmod 600 closes it"),
        ] as [(UInt32, String?)])
    func `a secret file is closed to group and others`(mode: UInt32, flaw: String?) throws {
        let secrets = try TemporaryFolder()
        let path = try secrets.write("token", "hunter2\n", mode: mode)
        let folder = try ConfigurationFolder(Self.document("file = \"\(path)\""))
        let expected = flaw.map { ["walletd.toml:7:19: `file`: secret file \(path) \($0)"] } ?? Self.sound
        #expect(folder.report(in: Self.surroundings(.offline(directory: nil, daemonUsers: [geteuid()]))) == expected)
        #expect(folder.report(in: Self.surroundings(.reading(directory: nil))) == expected)
    }

    @Test func `a secret file that is missing, a link or a folder is a fault`() throws {
        let secrets = try TemporaryFolder()
        let path = secrets.path(of: "token")
        let inspection = CredentialInspection.offline(directory: nil, daemonUsers: [geteuid()])
        let folder = try ConfigurationFolder(Self.document("file = \"\(path)\""))
        let start = "walletd.toml:7:19: `file`: secret file \(path)"
        #expect(folder.report(in: Self.surroundings(inspection)) == ["\(start) does not exist"])
        mkdir(path, 0o700)
        #expect(folder.report(in: Self.surroundings(inspection)) == ["\(start) is not a regular file"])
        rmdir(path)
        symlink("/etc/passwd", path)
        #expect(
            folder.report(in: Self.surroundings(inspection)) == [
                "\(start) is a symbolic link, which is not followed here"
            ])
    }

    @Test(.enabled(if: geteuid() == 0, "only root can give a file away"))
    func `a secret file belongs to the daemon's user`() throws {
        let secrets = try TemporaryFolder()
        let path = try secrets.write("token", "hunter2\n")
        chown(path, 1234, 0)
        let folder = try ConfigurationFolder(Self.document("file = \"\(path)\""))
        let inspection = CredentialInspection.offline(directory: nil, daemonUsers: [0])
        #expect(
            folder.report(in: Self.surroundings(inspection)) == [
                "walletd.toml:7:19: `file`: secret file \(path) belongs to user 1234, "
                    + "not to the user that walletd runs as"
            ])
        let other = CredentialInspection.offline(directory: nil, daemonUsers: [0, 1234])
        #expect(folder.report(in: Self.surroundings(other)) == Self.sound)
    }
}

import Glibc
import Testing
import WalletAdapters
import WalletCore
import WalletTestSupport

struct CredentialsTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func refusal(_ reference: SecretReference, in directory: String?) throws -> String {
        let failure = try #require(throws: PortFailure.self) {
            try Credentials(directory: directory).secret(reference)
        }
        #expect(failure.reason == .misconfigured)
        #expect(!failure.message.contains("hush"))
        return failure.message
    }

    @Test(arguments: [("hush", "hush"), ("hush\n", "hush"), ("hush\r\n", "hush"), (" hush \n\n", " hush ")])
    func `the line break at the end is no part of a secret`(contents: String, secret: String) throws {
        try folder.write("token", contents)
        let credentials = Credentials(directory: folder.path)
        #expect(try credentials.secret(.credential("token")).bytes == Array(secret.utf8))
        #expect(try credentials.secret(.file(folder.path(of: "token"))).bytes == Array(secret.utf8))
    }

    @Test func `a secret prints as nothing`() throws {
        let secret = Secret(Array("hush".utf8))
        #expect("\(secret) \(String(reflecting: secret)) \([secret])" == "[secret] [secret] [[secret]]")
        var dumped = ""
        dump([secret], to: &dumped)
        #expect(!dumped.contains("104"))
        #expect(secret.headerText == "hush")
        #expect(Secret([UInt8(ascii: "a"), 0x0A]).headerText == nil)
        #expect(Secret([0xFF]).headerText == nil)
    }

    @Test func `a missing credential is named with what to do`() throws {
        let remedy = "add LoadCredential=token:/path/to/it to walletd.service and restart it"
        #expect(
            try refusal(.credential("token"), in: nil)
                == "credential token is missing: walletd was started without $CREDENTIALS_DIRECTORY; \(remedy)")
        #expect(
            try refusal(.credential("token"), in: folder.path) == "credential token is missing; \(remedy)")
    }

    @Test(arguments: ["", ".", "..", ".hidden", "../token", "a/b", "a\u{0}b", "a\nb"])
    func `a credential is a name and no path`(name: String) throws {
        try folder.write("token", "hush")
        #expect(try refusal(.credential(name), in: folder.path).contains("cannot name a credential"))
    }

    @Test func `an empty or huge secret is refused`() throws {
        try folder.write("empty", "\r\n")
        #expect(try refusal(.credential("empty"), in: folder.path) == "credential empty is empty")
        try folder.write("huge", String(repeating: "hush", count: 16385))
        #expect(try refusal(.credential("huge"), in: folder.path) == "credential huge is larger than 65536 bytes")
    }

    @Test(arguments: [UInt32(0o640), 0o604, 0o610, 0o620, 0o601, 0o644, 0o666])
    func `a secret file that is open to others is refused`(mode: UInt32) throws {
        let path = try folder.write("token", "hush", mode: mode)
        #expect(
            try refusal(.file(path), in: nil)
                == "secret file \(path) is open to others than its owner; chmod 600 closes it")
    }

    @Test func `a secret file of another user is refused`() throws {
        let path = try folder.write("token", "hush")
        try #require(geteuid() != 0 || chown(path, 65534, 65534) == 0)
        guard geteuid() == 0 else { return }
        #expect(
            try refusal(.file(path), in: nil)
                == "secret file \(path) belongs to user 65534, not to user 0, as whom walletd runs")
    }

    @Test func `a secret file is a file, and no link to one`() throws {
        let path = try folder.write("token", "hush")
        let link = folder.path(of: "link")
        symlink(path, link)
        #expect(try refusal(.file(link), in: nil).contains("is a symbolic link"))
        #expect(try refusal(.file(folder.path), in: nil).contains("is not a regular file"))
        #expect(try refusal(.file(folder.path(of: "absent")), in: nil).contains("does not exist"))
        let pipe = folder.path(of: "pipe")
        mkfifo(pipe, 0o600)
        #expect(try refusal(.file(pipe), in: nil).contains("is not a regular file"))
    }

    @Test func `what a killed daemon left of credentials is removed`() throws {
        for path in ["plugins", "plugins/shop", "plugin-credentials", "plugin-credentials/shop.aBcDeF"] {
            mkdir(folder.path(of: path), 0o700)
            try folder.write("\(path)/token", "hush", mode: 0o400)
        }
        CredentialFolder.removeLeftovers(in: folder.path)
        #expect(try folder.names(in: "plugin-credentials") == ["token"])
        #expect(try folder.names(in: "plugins/shop") == ["token"])
        CredentialFolder.removeLeftovers(in: folder.path(of: "absent"))
    }
}

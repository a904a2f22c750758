import Glibc
import Testing
import WalletDaemon
import WalletTestSupport

@Suite struct PluginKeysTests {
    @Test(arguments: [
        ("", "1:1: missing key `command`"),
        ("comand = [\"PLUGIN\"]", "4:1: unknown key `comand`; did you mean `command`?"),
        (
            "command = \"PLUGIN\"",
            "4:1: `command` must be a list of strings: the program and its arguments, not a string"
        ),
        ("command = []", "4:1: `command`: the list is empty; it names at least the program"),
        (
            "command = [\"PLUGIN\", 1]",
            "4:1: `command`: an integer stands in the list; the program and its arguments are strings"
        ),
        ("command = [\"plugin\"]", "4:1: `command`: an absolute path is wanted, which begins with \"/\""),
        ("command = [\n  \"plugin\"]", "4:1: `command`: an absolute path is wanted, which begins with \"/\""),
        ("command = [\"PLUGIN\", \"a\\u0000\"]", "4:1: `command`: an argument cannot hold a NUL character"),
        ("command = [\"/nowhere/plugin\"]", "4:1: `command`: /nowhere/plugin does not exist"),
        ("command = [\"/etc\"]", "4:1: `command`: /etc is not a regular file"),
        ("command = [\"/etc/passwd\"]", "4:1: `command`: /etc/passwd is not executable; chmod +x makes it so"),
        ("command = [\"PLUGIN\"]\noptions = 5", "5:1: `options` must be a table, not an integer"),
        (
            "command = [\"PLUGIN\"]\noptions = { rate = 1.5 }",
            "5:13: `rate` is a float, which may lose digits; write it as a string"
        ),
        ("command = [\"PLUGIN\"]\ncredentials = [\"lost\"]", "5:1: `credentials`: credential lost is missing"),
        (
            "command = [\"PLUGIN\"]\ncredentials = [\"token\", \"token\"]",
            "5:1: `credentials`: \"token\" is listed twice"
        ),
        (
            "command = [\"PLUGIN\"]\ncredentials = [\"elsewhere\"]",
            "5:1: warning: `credentials`: cannot be checked here"
        ),
        ("command = [\"PLUGIN\"]\nurl = \"https://x.example\"", "5:1: unknown key `url`"),
    ])
    func `a wrong key or value is a fault`(lines: String, fault: String) throws {
        let report = try ConfigurationFolder.report("[sources.x]\nadapter = \"exec\"\nevery = \"1h\"\n\(lines)\n")
        #expect(report.filter { !$0.hasPrefix("configuration is sound") } == ["walletd.toml:\(fault)"])
    }

    @Test(arguments: [
        "password = \"x\"", "pin = 1234", "api_key = \"x\"", "apiKey = \"x\"", "auth-token = \"x\"", "cardPin = \"1\"",
        "client_secret = \"x\"", "a = { b = { passphrase = \"x\" } }", "a = [{ secret = \"x\" }]", "secrets = [\"x\"]",
        "pin_code = \"1\"", "password2 = \"x\"", "signing_key = \"x\"",
    ])
    func `an option that looks like a secret is a fault that names the credentials, and not the value`(
        option: String
    ) throws {
        let report = try ConfigurationFolder.report(
            "[sources.x]\nadapter = \"exec\"\ncommand = [\"PLUGIN\"]\n[sources.x.options]\n\(option)\n")
        #expect(report.count == 1)
        #expect(report[0].hasPrefix("walletd.toml:5:"))
        #expect(
            report[0].hasSuffix(
                "` looks like a secret, which never stands in the file; name a credential for it in `credentials`"))
    }

    @Test(arguments: [
        "password = \"\"", "use_token = true", "card = \"1234\"", "key = \"x\"", "pinned = \"x\"",
        "token_name = \"x\"", "password_file = \"/x\"", "auth = \"basic\"", "credential = \"token\"",
    ])
    func `an option without a secret is none`(option: String) throws {
        let report = try ConfigurationFolder.report(
            "[sources.x]\nadapter = \"exec\"\ncommand = [\"PLUGIN\"]\noptions = { \(option) }\n")
        #expect(report == ["configuration is sound: 1 source, 0 alerts"])
    }

    @Test(
        arguments: [
            (0o720, "may be written by its group (mode 720); chmod go-w closes it"),
            (0o702, "may be written by others (mode 702); chmod go-w closes it"),
        ] as [(mode_t, String)])
    func `a program that others may change is a fault`(mode: mode_t, flaw: String) throws {
        let folder = try ConfigurationFolder("[sources.x]\nadapter = \"exec\"\ncommand = [\"PLUGIN\"]\n")
        chmod(folder.folder.path(of: "plugin"), mode)
        #expect(folder.report() == ["walletd.toml:3:1: `command`: plugin \(flaw)"])
    }

    @Test(.enabled(if: geteuid() == 0, "only root can give a file away"))
    func `a program of another user is a fault`() throws {
        let folder = try ConfigurationFolder("[sources.x]\nadapter = \"exec\"\ncommand = [\"PLUGIN\"]\n")
        chown(folder.folder.path(of: "plugin"), 1234, 0)
        #expect(
            folder.report() == [
                "walletd.toml:3:1: `command`: plugin belongs to user 1234; "
                    + "it must belong to root or to the user that walletd runs as"
            ])
    }
}

import Glibc
import JSON
import Testing
import WalletAdapters
import WalletCore
import WalletTestSupport

/// A real LNbits on this machine with a wallet that pays, one that is paid, and one that has nothing; nothing but its
/// Lightning is play money.
final class LiveLNbits: Sendable {
    struct Wallet: Sendable {
        let adminKey: String
        let readKey: String
        let address: String
    }

    let port: Int
    let payer: Wallet
    let payee: Wallet
    let poor: Wallet
    /// What asks for a payment that cannot be made, and what that is bound to.
    let foreign: (invoice: String, metadata: String)
    private let folder: TemporaryFolder
    private let process: ChildProcess

    /// The one that the tests of a suite share.
    @TaskLocal static var running: LiveLNbits?

    init(python: String) throws {
        folder = try TemporaryFolder()
        port = try Self.freePort()
        process = try Self.start(python, port: port, in: folder)
        do {
            let setup = Self.repository + "/Tests/Live/lnbits-setup.py"
            let output = folder.path(of: "wallets")
            let status = try ChildProcess([python, setup, "\(port)"], in: folder.path, output: output).wait()
            let text = try folder.text(of: "wallets")
            try #require(status == 0, "\(text)")
            var members = try JSONNode(
                JSONValue.parse(text.split(separator: "\n").last.map(String.init)?.utf8 ?? "".utf8)
            )
            .object()
            payer = try Self.wallet(members.object("payer"))
            payee = try Self.wallet(members.object("payee"))
            poor = try Self.wallet(members.object("poor"))
            var foreign = try members.object("foreign")
            self.foreign = (try foreign.string("invoice"), try foreign.string("metadata"))
        } catch {
            process.kill()
            throw error
        }
    }

    func signal(_ number: Int32) { Glibc.kill(process.id, number) }

    func stop() {
        process.kill()
    }

    private static func wallet(_ members: JSONObjectReader) throws -> Wallet {
        var members = members
        return Wallet(
            adminKey: try members.string("adminkey"), readKey: try members.string("inkey"),
            address: try members.string("lightning_address"))
    }

    /// Three folders above this file.
    private static var repository: String {
        #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
    }

    private static func start(_ python: String, port: Int, in folder: TemporaryFolder) throws -> ChildProcess {
        let package = "\(python.split(separator: "/").dropLast(2).reduce("") { "\($0)/\($1)" })/lib"
        for name in ["data", "data/logs", "extensions", "extensions/extensions"] { mkdir(folder.path(of: name), 0o700) }
        // It looks for its own files below the working folder.
        let link = "ln -s \(package)/python3.*/site-packages/lnbits lnbits"
        let linked = try ChildProcess(["/bin/sh", "-c", link], in: folder.path, output: "/dev/null").wait()
        try #require(linked == 0)
        let settings = [
            "LNBITS_DATA_FOLDER=\(folder.path(of: "data"))", "LNBITS_EXTENSIONS_PATH=\(folder.path(of: "extensions"))",
            "LNBITS_BACKEND_WALLET_CLASS=FakeWallet", "HOST=127.0.0.1", "PORT=\(port)", "LNBITS_ADMIN_UI=true",
            "AUTH_HTTPS_ONLY=false", "ENABLE_LOG_TO_FILE=false", "LNBITS_PRICE_AGGREGATOR_ENABLED=false",
            "LNBITS_EXCHANGE_RATE_PROVIDERS=[]", "LNBITS_EXCHANGE_HISTORY_REFRESH_INTERVAL_SECONDS=0",
            "LNBITS_EXTENSIONS_MANIFESTS=[]", "LNBITS_WASM_EXTENSIONS_MANIFESTS=[]",
            "LNBITS_EXTENSIONS_DEACTIVATE_ALL=true", "LNBITS_RATE_LIMIT_NO=100000",
        ]
        let program = [python, "-m", "uvicorn", "lnbits.__main__:app", "--host", "127.0.0.1", "--port", "\(port)"]
        return try ChildProcess(["/usr/bin/env"] + settings + program, in: folder.path, output: folder.path(of: "log"))
    }

    /// One that the kernel had free a moment ago.
    private static func freePort() throws -> Int {
        let server = try LoopbackHTTPServer { _, _ in .close }
        server.stop()
        return server.port
    }
}

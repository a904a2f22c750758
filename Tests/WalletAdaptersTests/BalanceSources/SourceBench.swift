import JSON
import WalletAdapters
import WalletCore
import WalletTestSupport

/// Folders and transports in which a test reads a source as the daemon does.
struct SourceBench {
    let folder: TemporaryFolder
    /// 2026-11-18T11:06:40Z
    static let begun = Timestamp(milliseconds: 1_795_000_000_000)

    init() throws {
        folder = try TemporaryFolder()
    }

    var assets: AssetTable {
        var assets = AssetTable()
        _ = try? assets.declare("STARS", scale: 0)
        return assets
    }

    /// Reads once, with everything set up and taken down around it.
    func read(
        _ definition: SourceDefinition, timeout: Duration = .seconds(60), limits: CommandLimits = CommandLimits()
    ) async throws -> Reading {
        let settings = SourceSettings(
            name: "shop", adapter: "test", every: .seconds(60), timeout: timeout, staleAfter: .seconds(180))
        return try await with(limits: limits) { context throws(PortFailure) in
            let source = AdapterList.makeSource(definition, settings: settings, context: context)
            guard let reading = try await source?.read() else {
                throw PortFailure(.failed, "there is nothing to read")
            }
            return reading
        }
    }

    /// Does something with what adapters work with, set up and taken down around it.
    func with<Result>(
        limits: CommandLimits = CommandLimits(), now: Timestamp = SourceBench.begun,
        _ body: (AdapterContext) async throws(PortFailure) -> Result
    ) async throws(PortFailure) -> Result {
        let transports = AdapterTransports(commands: CommandRunner(limits: limits)) { now }
        let directories = AdapterDirectories(
            state: folder.path, runtime: folder.path(of: "runtime"), credentials: folder.path(of: "credentials"))
        // Not a hash at all, so that tests see what was hashed.
        let context = AdapterContext(
            assets: assets, directories: directories, transports: transports, hash: KeyedHash { $0.flatMap(\.self) })
        do {
            let result = try await body(context)
            await transports.shutDown()
            return result
        } catch {
            await transports.shutDown()
            throw error
        }
    }

    func amount(_ text: String) throws -> Amount { try Amount.parse(text, assets: assets) }

    func date(_ text: String) throws -> CalendarDate { try CalendarDate.parse(text) }
}

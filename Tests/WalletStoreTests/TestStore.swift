import SQLite
import Testing
import WalletCore
import WalletTestSupport

@testable import WalletStore

/// A store on a real file in a folder of its own, with what tests ask of it most.
///
/// `run` closes it in the end and has SQLite check what is left.
struct TestStore: Sendable {
    let folder: TemporaryFolder
    let opened: OpenedStore

    var store: Store { opened.store }
    var location: StoreLocation { TestStore.location(in: folder) }

    static func location(in folder: TemporaryFolder) -> StoreLocation {
        StoreLocation(database: folder.path(of: "walletd.db"))
    }

    static func open(in folder: TemporaryFolder, at now: Timestamp = .start) async throws(StoreError) -> TestStore {
        let opened = try await Store.open(location(in: folder), newID: "id-\(now.milliseconds)", now: now)
        return TestStore(folder: folder, opened: opened)
    }

    /// Runs a test on a new store.
    static func run(_ body: (TestStore) async throws -> Void) async throws {
        let test = try await open(in: TemporaryFolder())
        try await body(test)
        try await test.closeAndCheck()
    }

    func closeAndCheck() async throws {
        try await store.close()
        try check()
    }

    /// SQLite's own checks of the file as it is.
    func check() throws {
        let connection = try Connection(path: location.database, access: .readOnly)
        let problems = try connection.query("PRAGMA integrity_check") { $0.text(0) }
        #expect(problems == ["ok"])
        let orphans = try connection.query("PRAGMA foreign_key_check") { $0.text(0) }
        #expect(orphans.isEmpty)
    }

    /// One transaction at this many milliseconds after the start.
    @discardableResult
    func write<Value: Sendable>(
        _ milliseconds: Int64 = 0, _ body: @Sendable (WriteTransaction) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        try await store.write(at: .after(milliseconds), body)
    }

    /// A source that is configured, and whatever `body` does besides.
    func configure(_ names: String...) async throws(StoreError) {
        let sources = names.map { ConfiguredSource(name: $0, adapter: "file", fingerprint: [1]) }
        _ = try await write { transaction throws(StoreError) in try transaction.configure(sources) }
    }

    func read<Value: Sendable>(
        _ body: @Sendable (ReadTransaction) throws(StoreError) -> Value
    ) async throws(StoreError) -> Value {
        let reader = StoreReader(location)
        let value = try await reader.read(body)
        await reader.close()
        return value
    }
}

extension Timestamp {
    /// 2026-11-23T00:00:00Z, when tests begin.
    static let start = Timestamp(milliseconds: 1_795_392_000_000)

    static func after(_ milliseconds: Int64) -> Timestamp {
        Timestamp(milliseconds: start.milliseconds + milliseconds)
    }
}

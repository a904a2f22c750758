import FoundationEssentials
import WalletCore
import WalletTestSupport

@testable import WalletStore

/// What lies in the folder of a closed store, to be changed and compared.
struct DatabaseFiles {
    let folder: TemporaryFolder

    /// A folder with a sound, closed database of one source, one holding, some history and events.
    static func sound() async throws -> DatabaseFiles {
        let test = try await TestStore.open(in: TemporaryFolder())
        try await test.fill(changes: 400)
        try await test.closeAndCheck()
        return DatabaseFiles(folder: test.folder)
    }

    var location: StoreLocation { TestStore.location(in: folder) }

    func bytes(_ name: String = "walletd.db") throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: folder.path(of: name))))
    }

    func put(_ bytes: some Collection<UInt8>, _ name: String = "walletd.db") throws {
        try folder.write(name, bytes)
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: folder.path(of: name)) }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: folder.path(of: name), withIntermediateDirectories: true)
    }

    /// A copy of the folder as it is now, as a power cut would leave it.
    func copied() throws -> DatabaseFiles {
        let copy = DatabaseFiles(folder: try TemporaryFolder())
        for name in try folder.names() where name != "walletd.db-shm" && name != "backups" {
            try copy.put(try bytes(name), name)
        }
        return copy
    }

    func open(at now: Timestamp = .after(1_000_000)) async throws(StoreError) -> TestStore {
        try await TestStore.open(in: folder, at: now)
    }

    /// Why it cannot be opened; `nil` where it can.
    func refusal(at now: Timestamp = .after(1_000_000)) async throws -> StoreError? {
        do throws(StoreError) {
            let test = try await open(at: now)
            try await test.store.close()
            return nil
        } catch {
            return error
        }
    }
}

extension TestStore {
    /// One source with one holding whose balance changes once a second, and an event each time.
    func fill(changes: Int) async throws {
        try await configure("tmoney")
        for index in 0..<Int64(changes) {
            try await apply(.won(Int128(index), changed: index * 1000, read: index * 1000))
            try await write(index * 1000) { transaction throws(StoreError) in
                _ = try transaction.append([EventDraft(.sourceFailing, at: transaction.now, message: "number \(index)")]
                )
            }
        }
    }
}

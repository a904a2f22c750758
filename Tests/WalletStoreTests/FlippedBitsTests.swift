import Testing
import WalletCore
import WalletTestSupport

@testable import WalletStore

/// Whatever a disk makes of the file, the store says so or works; it never ends the program.
@Suite struct FlippedBitsTests {
    @Test(arguments: 0..<60 as Range<UInt64>)
    func `a database with broken bytes is refused or used, and never traps`(seed: UInt64) async throws {
        let files = try await FlippedBitsTests.sound.value
        let copy = try files.copied()
        var generator = SeededGenerator(seed: seed)
        var bytes = try copy.bytes()
        for _ in 0..<(1 << (seed % 7)) {
            bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
        }
        try copy.put(bytes)
        do throws(StoreError) {
            let test = try await copy.open()
            do throws(StoreError) {
                try await test.write(2_000_000) { transaction throws(StoreError) in try transaction.exercise() }
            } catch {
                #expect(error.code == .damaged || error.code == .refused, "\(error)")
            }
            await test.store.abandon()
        } catch {
            #expect(
                [.damaged, .missing, .notADatabase, .newer, .changedMigration, .refused].contains(error.code),
                "\(error)")
        }
    }

    private static let sound = Task { try await DatabaseFiles.sound() }
}

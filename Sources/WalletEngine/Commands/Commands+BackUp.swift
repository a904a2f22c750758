import WalletCore
import WalletStore

extension Commands {
    /// A file name on every system that we know of.
    private static let nameBytesMax = 200
    /// SQLite takes such a file for a part of another one.
    private static let endingsOfParts = ["-wal", "-shm", "-journal", ".new"]

    /// Copies the database as of its last commit.
    package func backUp() async throws(EngineError) -> DatabaseStream {
        do throws(StoreError) {
            return DatabaseStream(try await backUps.copy())
        } catch {
            throw EngineError(error)
        }
    }

    /// The same as a new file in `backups/`, of which it returns path and size. It stays until somebody removes it.
    package func backUp(named name: String) async throws(EngineError) -> (path: String, byteCount: Int) {
        guard Commands.isPlain(name) else {
            throw EngineError(
                .invalid, "\(SafeText.excerpt(name)) is not a plain file name for a copy of the database",
                hint: "letters, digits and - _ . as in `before-the-move.db`, not the names that walletd itself gives")
        }
        do throws(StoreError) {
            return try await backUps.copy(named: name)
        } catch {
            guard error.code == .refused else { throw EngineError(error) }
            throw EngineError(.conflict, error.message, hint: "give it another name, or remove that file")
        }
    }

    /// What walletd would itself remove one day, or SQLite take for something else, is none.
    private static func isPlain(_ name: String) -> Bool {
        let isOwn = name.hasPrefix("walletd-") && (name.hasSuffix("-daily.db") || name.contains("-before-schema-"))
        return !name.isEmpty && name.utf8.count <= nameBytesMax && name.first != "." && name.first != "-" && !isOwn
            && !endingsOfParts.contains(where: name.hasSuffix)
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }
}

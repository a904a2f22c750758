import WalletCore

/// Reads balances from a file on disk; a disk that hangs is left to the deadline of the poll.
///
/// The balances are as of the moment of the reading: the time of a file's last change says only when somebody wrote it.
struct FileSource: BalanceSource {
    let definition: FileSourceDefinition
    let assets: AssetTable
    let threads: BlockingThreads

    /// As much as a plugin may print.
    private static let bytesMax = 1 << 20

    func read() async throws(PortFailure) -> Reading {
        let bytes = try await contents()
        do {
            return switch definition.format {
            case .csv: try CSVReading(assets: assets).read(bytes)
            case .json: try ReadingDocument(assets: assets, mark: .optional).read(bytes)
            }
        } catch {
            throw error.saying("\(name): \(error.message)")
        }
    }

    private var name: String { SafeText.excerpt(definition.path) }

    private func contents() async throws(PortFailure) -> [UInt8] {
        switch await threads.run({ [path = definition.path] in Self.contents(of: path) }) {
        case .success(let bytes): return bytes
        case .failure(let error): throw PortFailure(Self.reason(of: error), "\(name) \(error)")
        case nil: throw PortFailure(.failed, "the reading of \(name) was cancelled")
        }
    }

    private static func contents(of path: String) -> Result<[UInt8], RegularFileError> {
        do throws(RegularFileError) {
            return .success(try RegularFile(opening: path, links: .followed).contents(bytesMax: bytesMax))
        } catch {
            return .failure(error)
        }
    }

    /// A file that is absent may be about to be written; what a person must change is `misconfigured`.
    private static func reason(of error: RegularFileError) -> PortFailure.Reason {
        switch error {
        case .absent: .unreachable
        case .notPermitted, .link, .notRegular, .foreign, .openToOthers: .misconfigured
        case .tooLarge: .tooLarge
        case .changed, .unreadable: .failed
        }
    }
}

import FoundationEssentials
import Glibc

/// A folder for one test, of mode 0700; it goes when the last reference to it does.
package final class TemporaryFolder: Sendable {
    package let path: String

    package init() throws {
        var template = Array("/tmp/walletd-test.XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)  // a leftover in /tmp fails no test
    }

    package func path(of name: String) -> String { "\(path)/\(name)" }

    /// Makes or replaces a file and gives its path.
    @discardableResult
    package func write(_ name: String, _ contents: some Collection<UInt8>, mode: UInt32 = 0o600) throws -> String {
        let path = path(of: name)
        try Data(contents).write(to: URL(filePath: path))
        guard chmod(path, mode) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        return path
    }

    @discardableResult
    package func write(_ name: String, _ text: String, mode: UInt32 = 0o600) throws -> String {
        try write(name, text.utf8, mode: mode)
    }

    /// Makes or replaces the folder's shell script, and gives its path.
    package func script(_ body: String) throws -> String {
        try write("script", "#!/bin/sh\n\(body)\n", mode: 0o700)
    }

    /// The names in a folder of this one, sorted.
    package func names(in subfolder: String = ".") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path(of: subfolder)).sorted()
    }

    package func text(of name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: path(of: name))), as: UTF8.self)
    }
}

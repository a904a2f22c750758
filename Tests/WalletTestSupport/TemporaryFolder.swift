import FoundationEssentials
import Glibc

/// A folder for one test, of mode 0700; it goes when the last reference to it does.
package final class TemporaryFolder: Sendable {
    package let path: String

    package init(in parent: String = "/tmp") throws {
        var template = Array("\(parent)/walletd-test.XXXXXX".utf8CString)
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

    /// Writes into a file that is there, at its beginning, and gives it a time of change of its own.
    package func overwrite(_ name: String, _ text: String) throws {
        let file = open(path(of: name), O_WRONLY)
        guard file >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        defer { close(file) }
        let bytes = Array(text.utf8)
        let times = [timespec(tv_sec: 1, tv_nsec: 0), timespec(tv_sec: 1, tv_nsec: 0)]
        guard Glibc.write(file, bytes, bytes.count) == bytes.count, futimens(file, times) == 0 else {
            throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
    }

    /// Makes or replaces the folder's shell script, and gives its path.
    package func script(_ body: String) throws -> String { try program("script", "#!/bin/sh\n\(body)\n") }

    /// Makes or replaces a file that can be run, and gives its path.
    ///
    /// Another process writes it: while this one has a file open for writing, any program that is started on another
    /// thread inherits that for a moment, and to run the file then fails with ETXTBSY.
    package func program(_ name: String, _ text: String) throws -> String {
        let source = try write("\(name).source", text, mode: 0o700)
        let status = try ChildProcess(
            ["/bin/cp", "--preserve=mode", source, path(of: name)], in: path, output: "/dev/null"
        ).wait()
        guard status == 0 else { throw POSIXError(.EIO) }
        return path(of: name)
    }

    /// The names in a folder of this one, sorted.
    package func names(in subfolder: String = ".") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path(of: subfolder)).sorted()
    }

    /// The permission bits.
    package func mode(of name: String) throws -> UInt32 {
        var status = stat()
        guard stat(path(of: name), &status) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        return status.st_mode & 0o7777
    }

    package func bytes(of name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: path(of: name))))
    }

    package func text(of name: String) throws -> String { String(decoding: try bytes(of: name), as: UTF8.self) }
}

import Glibc

/// Another implementation of the same arithmetic, to compare with: a program in Python, whose integers and fractions
/// are exact. One process answers all cases, a line for each.
enum ReferenceProcess {
    static let isInstalled = system("python3 -c 'import fractions' >/dev/null 2>&1") == 0

    struct Failure: Error {
        let what: String
    }

    /// The lines that the program prints when it is given these on standard input.
    static func answers(of program: String, to cases: [String]) throws -> [String] {
        var template = Array("/tmp/walletd-reference-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure(what: "no temporary folder") }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { _ = system("rm -r \(folder)") }
        try write(program, to: "\(folder)/program.py")
        try write(cases.joined(separator: "\n") + "\n", to: "\(folder)/cases")
        guard let output = popen("timeout 120 python3 \(folder)/program.py < \(folder)/cases", "r") else {
            throw Failure(what: "python3 does not start")
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, output), count > 0 { bytes += buffer[..<count] }
        guard pclose(output) == 0 else { throw Failure(what: "python3 failed") }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private static func write(_ text: String, to path: String) throws {
        guard let file = fopen(path, "w") else { throw Failure(what: "cannot write \(path)") }
        let bytes = Array(text.utf8)
        let written = fwrite(bytes, 1, bytes.count, file)
        guard fclose(file) == 0, written == bytes.count else { throw Failure(what: "cannot write \(path)") }
    }
}

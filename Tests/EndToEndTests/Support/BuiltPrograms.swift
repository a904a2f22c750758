import Glibc

/// The programs of this build: they lie beside the tests.
enum BuiltPrograms {
    static let walletd = path(of: "walletd")
    static let walletctl = path(of: "walletctl")

    private static func path(of name: String) -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        let tests = String(decoding: buffer[..<max(0, count)].map(UInt8.init(bitPattern:)), as: UTF8.self)
        return tests.split(separator: "/").dropLast().map { "/\($0)" }.joined() + "/\(name)"
    }
}

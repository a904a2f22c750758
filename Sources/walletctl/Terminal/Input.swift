import Glibc

/// Where a person's answers come from.
struct Input: Sendable {
    let descriptor: Int32

    static let standard = Input(descriptor: STDIN_FILENO)
    /// A longer answer is none.
    private static let answerBytesMax = 256

    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// The next line without its end; `nil` where there is none.
    func line() -> String? {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while bytes.count < Self.answerBytesMax {
            let count = read(descriptor, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else { return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self) }
            guard byte != UInt8(ascii: "\n") else { return String(decoding: bytes, as: UTF8.self) }
            bytes.append(byte)
        }
        return nil
    }
}

/// Two digits for each byte, in small letters, as hashes and keys are written.
enum Hexadecimal {
    static func text(_ bytes: [UInt8]) -> String {
        bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}

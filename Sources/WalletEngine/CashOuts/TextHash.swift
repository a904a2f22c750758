import Crypto
import WalletCore

/// Short names for texts: the same text has the same one, and nobody finds another text with it.
enum TextHash {
    /// 64 bits are plenty among the few plans that a person compares, and can be typed.
    private static let planBytes = 8
    private static let revisionBytes = 16

    static func plan(_ material: String) -> String { hexadecimal(material, bytes: planBytes) }

    static func revision(_ consent: String) -> String { hexadecimal(consent, bytes: revisionBytes) }

    private static func hexadecimal(_ text: String, bytes: Int) -> String {
        SHA256.hash(data: Array(text.utf8)).prefix(bytes).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0\(digits)" : digits
        }.joined()
    }
}

extension Plan {
    /// By which a person approves it: a hash of all that an approval is about.
    package var id: String { TextHash.plan(material) }
}

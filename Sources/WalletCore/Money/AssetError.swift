/// Why an asset's code or declaration is refused.
package enum AssetError: Error, Equatable, Sendable {
    /// `scale` is the one to suggest: as many digits as the refused text had after the point.
    case unknown(code: String, scale: Int)
    /// Not of the form of a code; holds an excerpt of the text.
    case malformedCode(String)
    case scaleOutOfRange(code: String, scale: Int)
    /// The code counts something with another scale already.
    case redeclared(code: String, scale: Int, existing: Int)
}

extension AssetError: CustomStringConvertible {
    /// One line for a person.
    package var description: String {
        switch self {
        case .unknown(let code, _):
            let lines = declaration.map { "\"\($0)\"" }.joined(separator: " and ")
            return "unknown asset \"\(code)\"; the lines \(lines) in the configuration declare it"
                + " (scale: its digits after the point)"
        case .malformedCode(let text):
            return "\"\(text)\" is not the code of an asset: 1 to \(PackedCode.bytesMax) capital letters, digits,"
                + " \".\", \"_\" and \"-\", the first a letter or digit, e.g. KRW"
        case .scaleOutOfRange(let code, let scale):
            return "the scale of \(code) is \(scale); an asset has 0 to \(Asset.scaleMax) digits after the point"
        case .redeclared(let code, let scale, let existing):
            return "\(code) is already an asset with scale \(existing); it cannot have scale \(scale) too:"
                + " choose another name"
        }
    }

    /// The lines of TOML that would make the asset known; empty where none would.
    package var declaration: [String] {
        switch self {
        case .unknown(let code, let scale):
            // A point in a bare key would open a table within a table.
            let key = code.utf8.contains(UInt8(ascii: ".")) ? "'\(code)'" : code
            return ["[assets.\(key)]", "scale = \(scale)"]
        case .malformedCode, .scaleOutOfRange, .redeclared:
            return []
        }
    }
}

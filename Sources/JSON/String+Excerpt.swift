extension String {
    /// The text in double quotes, fit for a terminal and for one line of a log.
    ///
    /// It comes from outside: it is cut to ``excerptScalarsMax``, and what would not print as itself (control and
    /// bidirectional formatting characters among it) is shown as an escape.
    var excerpt: String {
        var shown = "\""
        for scalar in unicodeScalars.prefix(Self.excerptScalarsMax) {
            shown += scalar.isShownAsItself ? String(scalar) : scalar.escaped
        }
        return shown + (unicodeScalars.dropFirst(Self.excerptScalarsMax).isEmpty ? "\"" : "…\"")
    }

    /// Names of members are shorter; what is longer would only bury the message.
    static var excerptScalarsMax: Int { 60 }
}

extension Unicode.Scalar {
    fileprivate var isShownAsItself: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
        default: self != "\"" && self != "\\"
        }
    }

    fileprivate var escaped: String {
        switch self {
        case "\"", "\\": "\\" + String(self)
        default: "\\u{" + String(value, radix: 16, uppercase: true) + "}"
        }
    }
}

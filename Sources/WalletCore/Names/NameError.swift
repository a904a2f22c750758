/// Why a text cannot name something.
package struct NameError: Error, Equatable, Sendable {
    /// What the text was to name.
    package enum Kind: Sendable {
        case name
        case account
    }

    package enum Flaw: Sendable {
        case empty
        case tooLong
        case firstCharacter
        case character
        case controlCharacter
        case slash
    }

    package let kind: Kind
    package let flaw: Flaw
    /// What was refused, cut and fit to be shown.
    package let excerpt: String

    init(_ kind: Kind, _ flaw: Flaw, in text: String) {
        self.kind = kind
        self.flaw = flaw
        self.excerpt = SafeText.excerpt(text)
    }
}

extension NameError: CustomStringConvertible {
    /// One line for a person.
    package var description: String {
        switch kind {
        case .name: "\"\(excerpt)\" is not a name: \(reason)"
        case .account: "\"\(excerpt)\" is not the name of an account: \(reason)"
        }
    }

    private var reason: String {
        switch flaw {
        case .empty: "it is empty"
        case .tooLong: "it is longer than \(kind == .name ? Name.bytesMax : AccountName.bytesMax) bytes"
        case .firstCharacter: "the first character must be one of a-z and 0-9"
        case .character: "it may hold a-z, 0-9, \".\", \"_\" and \"-\" only"
        case .controlCharacter: "it holds a control character"
        case .slash: "it holds a \"/\", which separates source, account and asset"
        }
    }
}

import WalletAdapters
import WalletCore

extension Secret {
    /// All that is ever shown of an account: its last four characters, and of a short one fewer, so that at least half of
    /// it stays hidden. Nothing of what is no text.
    var lastFour: String {
        guard let text = headerText else { return "" }
        let characters = Array(text)
        return SafeText.excerpt(String(characters.suffix(min(4, characters.count / 2))))
    }
}

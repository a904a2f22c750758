/// Tells names under which people keep secrets: of options, headers and parts of a query.
enum SecretWords {
    private static let words: Set<String> = [
        "accesskey", "accesstoken", "apikey", "authkey", "authorization", "authtoken", "bearer", "clientsecret",
        "cookie", "jwt", "passcode", "passphrase", "passwd", "password", "passwords", "pin", "pins", "privatekey",
        "pwd",
        "secret", "secretkey", "secrets", "token",
    ]
    /// What makes a key of a lock out of the key of a map.
    private static let kindsOfKeys: Set<String> = [
        "access", "api", "app", "auth", "client", "encryption", "private", "secret", "signing",
    ]
    /// Words that may follow without making something else of it, as `name` or `file` would.
    private static let tails: Set<String> = ["code", "string", "text", "value"]
    private static let wordsInRequests: Set<String> = ["auth", "key", "session", "sig", "signature"]

    /// Whether a name like `api_key`, `auth-token` or `cardPin` asks for a secret. `token_name` does not.
    static func ask(_ name: String) -> Bool {
        var parts = parts(of: name)
        while parts.count > 1, let last = parts.last, tails.contains(last) {
            parts.removeLast()
        }
        guard let last = parts.last else { return false }
        return words.contains(last) || (last == "key" && parts.dropLast().last.map(kindsOfKeys.contains) ?? false)
    }

    /// Whether a header or a part of a query of this name carries one. There a bare key is one too.
    static func askInRequest(_ name: String) -> Bool {
        let parts = parts(of: name)
        guard let last = parts.last else { return false }
        return ask(name) || (wordsInRequests.contains(last) && parts != ["idempotency", "key"])
            || parts.suffix(2) == ["session", "id"]
    }

    /// The words of a name, in small letters: parted by other characters than letters, and before a capital that follows
    /// a small letter.
    private static func parts(of name: String) -> [String] {
        var parts = [""]
        var wasSmall = false
        for scalar in name.unicodeScalars {
            let isCapital = ("A"..."Z").contains(scalar)
            let isLetter = isCapital || ("a"..."z").contains(scalar)
            if !isLetter || (isCapital && wasSmall) { parts.append("") }
            if isLetter { parts[parts.count - 1] += String(scalar).lowercased() }
            wasSmall = isLetter && !isCapital
        }
        return parts.filter { !$0.isEmpty }
    }
}

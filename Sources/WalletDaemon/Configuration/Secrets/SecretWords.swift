/// Tells names under which people keep secrets: of options, headers and parts of a query.
enum SecretWords {
    private static let words: Set<String> = [
        "auth", "authorization", "bearer", "cookie", "credential", "credentials", "jwt", "passcode", "passphrase",
        "passwd", "password", "passwords", "pin", "pwd", "secret", "secrets", "token",
    ]
    /// What makes a key of a lock out of the key of a map.
    private static let kindsOfKeys: Set<String> = ["access", "api", "app", "auth", "client", "private", "secret"]
    private static let joined: Set<String> = [
        "accesskey", "apikey", "authkey", "authtoken", "accesstoken", "clientsecret", "privatekey", "secretkey",
    ]

    /// Whether a name like `api_key`, `X-Auth-Token` or `cardPin` asks for a secret.
    static func ask(_ name: String) -> Bool {
        let parts = parts(of: name)
        if parts.contains(where: { words.contains($0) || joined.contains($0) }) { return true }
        return zip(parts, parts.dropFirst()).contains { kindsOfKeys.contains($0) && ($1 == "key" || $1 == "keys") }
    }

    /// Whether a header or a part of a query of this name carries one. There a bare key is one too.
    static func askInRequest(_ name: String) -> Bool {
        let parts = parts(of: name)
        return ask(name) || (parts.last == "key" && parts.first != "idempotency") || parts == ["sig"]
            || parts == ["signature"]
    }

    /// The words of a name, in small letters: parted by other characters than letters and digits, and before a capital
    /// that follows a small letter.
    private static func parts(of name: String) -> [String] {
        var parts = [""]
        var wasSmall = false
        for scalar in name.unicodeScalars {
            let isCapital = ("A"..."Z").contains(scalar)
            let isLetterOrDigit = isCapital || ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
            if !isLetterOrDigit || (isCapital && wasSmall) { parts.append("") }
            if isLetterOrDigit { parts[parts.count - 1] += String(scalar).lowercased() }
            wasSmall = isLetterOrDigit && !isCapital
        }
        return parts.filter { !$0.isEmpty }
    }
}

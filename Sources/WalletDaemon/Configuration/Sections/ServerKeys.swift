import WalletAdapters
import WalletCore

/// What every adapter that asks a server over HTTP is told about it.
enum ServerKeys {
    static func url(_ value: ConfigurationValue) throws(ValueFlaw) -> String {
        let url = try value.text()
        do {
            _ = try HTTPAddress(url)
        } catch {
            throw .refused("\(error)")
        }
        if let name = WrittenSecret.name(inQueryOf: url) {
            throw .refused(
                "`\(KeySpelling.spelled(name))` in its query looks like a secret, which never stands in the file;"
                    + " send it in a header: headers = { NAME = { credential = \"…\" } }")
        }
        return url
    }

    /// The place below which a service has its API.
    static func base(_ value: ConfigurationValue) throws(ValueFlaw) -> String {
        let base = try url(value)
        guard !base.utf8.contains(UInt8(ascii: "?")) else {
            throw .refused("the URL has a query (?…); the place of the service itself is wanted, without one")
        }
        return base
    }

    /// The daemon may read what whoever checks may not, so only what is surely wrong is refused.
    static func authorities(_ value: ConfigurationValue) throws(ValueFlaw) -> String {
        let path = try value.absolutePath()
        guard let status = FileStatus.of(path) else {
            guard FileStatus.isMissing else { return path }
            throw .refused("\(SafeText.excerpt(path)) does not exist")
        }
        guard FileStatus.isRegular(status) else { throw .refused("\(SafeText.excerpt(path)) is not a regular file") }
        return path
    }
}

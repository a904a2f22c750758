import JSON
import WalletAdapters
import WalletCore

/// The keys of `adapter = "http"`.
struct HTTPSourceKeys {
    let surroundings: ConfigurationSurroundings
    let assets: KnownAssets

    func read(_ reader: inout TableReader) -> HTTPSourceDefinition? {
        let url = reader.required("url", url)
        let fields = HTTPFieldKeys(assets: assets)
        let account = fields.account(&reader)
        let asset = fields.asset(&reader)
        let shift = reader.optional("shift") { value throws(ValueFlaw) in
            try value.integer(in: Amount.shifts)
        }
        let available = fields.available(&reader, asset: asset, shift: shift ?? 0)
        let headers = reader.subtable("headers").map {
            HTTPHeaderKeys(inspection: surroundings.credentials, findings: reader.findings).read($0)
        }
        var definition = HTTPSourceDefinition(
            url: url ?? "", account: account ?? .value(""), asset: asset ?? .value(""),
            available: available ?? .value(""))
        readRequest(&reader, into: &definition)
        definition.headers = headers ?? []
        definition.shift = shift ?? 0
        definition.items = reader.optional("items", HTTPFieldKeys.pointer)
        definition.total = fields.total(&reader, asset: asset, shift: shift ?? 0)
        definition.asOf = fields.asOf(&reader)
        definition.expires = fields.expires(&reader)
        definition.complete = reader.optional("complete") { value throws(ValueFlaw) in try value.flag() } ?? false
        definition.caFile = reader.optional("ca_file", authorities)
        guard url != nil, account != nil, asset != nil, available != nil else { return nil }
        return definition
    }

    private func url(_ value: ConfigurationValue) throws(ValueFlaw) -> String {
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

    private func readRequest(_ reader: inout TableReader, into definition: inout HTTPSourceDefinition) {
        let method = reader.optional("method") { value throws(ValueFlaw) in
            try value.word(HTTPSourceDefinition.Method.self)
        }
        definition.method = method ?? .get
        guard let member = reader.member("body") else { return }
        definition.body = reader.take(member, body)
        if definition.body != nil, reader.table["method"] == nil || method == .get {
            reader.findings.fault("`body` goes with method = \"POST\" only", at: member.place)
        }
    }

    private func body(_ value: ConfigurationValue) throws(ValueFlaw) -> String {
        let body = try value.text()
        if let name = WrittenSecret.name(inBody: body) {
            throw .refused(
                "`\(KeySpelling.spelled(name))` in it looks like a secret, which never stands in the file;"
                    + " send it in a header: headers = { NAME = { credential = \"…\" } }")
        }
        return body
    }

    /// The daemon may read what whoever checks may not, so only what is surely wrong is refused.
    private func authorities(_ value: ConfigurationValue) throws(ValueFlaw) -> String {
        let path = try value.absolutePath()
        guard let status = FileStatus.of(path) else {
            guard FileStatus.isMissing else { return path }
            throw .refused("\(SafeText.excerpt(path)) does not exist")
        }
        guard FileStatus.isRegular(status) else { throw .refused("\(SafeText.excerpt(path)) is not a regular file") }
        return path
    }
}

import JSON
import WalletAdapters
import WalletCore

/// The keys of `adapter = "http"`.
struct HTTPSourceKeys {
    let surroundings: ConfigurationSurroundings
    let assets: KnownAssets

    func read(_ reader: inout TableReader) -> HTTPSourceDefinition? {
        let url = reader.required("url", ServerKeys.url)
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
        definition.caFile = reader.optional("ca_file", ServerKeys.authorities)
        guard url != nil, account != nil, asset != nil, available != nil else { return nil }
        return definition
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
}

import WalletAPI
import WalletCore

/// The parameters of one request, each known to its route and given as often as it may be.
struct Query: Sendable {
    private let values: [QueryName: [String]]

    /// Takes what stands after the `?`, as it came.
    init(_ text: String?, taking parameters: [Parameter]) throws(Problem) {
        var values: [QueryName: [String]] = [:]
        for pair in (text ?? "").split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = parts.first.flatMap(PercentDecoding.decode), parts.count == 2,
                let value = PercentDecoding.decode(parts[1])
            else {
                let excerpt = SafeText.excerpt(String(pair))
                throw Problem(.badRequest, "`\(excerpt)` in the query is not a name, `=` and a percent-encoded value")
            }
            let parameter = try Self.find(name, among: parameters)
            guard !value.isEmpty else { throw Problem(.badRequest, "`\(name)` is empty") }
            switch parameter.occurrence {
            case .repeated: values[parameter.name, default: []].append(value)
            case .once:
                guard values.updateValue([value], forKey: parameter.name) == nil else {
                    throw Problem(.badRequest, "`\(name)` is given twice")
                }
            }
        }
        self.values = values
    }

    func one(_ name: QueryName) -> String? { values[name]?.first }

    func all(_ name: QueryName) -> [String] { values[name] ?? [] }

    private static func find(_ name: String, among parameters: [Parameter]) throws(Problem) -> Parameter {
        if let parameter = parameters.first(where: { $0.name.rawValue == name }) { return parameter }
        let names = parameters.map(\.name.rawValue)
        let nearest = NearestWord.find(name, among: names)
        let known = names.isEmpty ? "it takes none" : "it takes \(names.map { "`\($0)`" }.joined(separator: ", "))"
        throw Problem(
            .badRequest, "unknown query parameter `\(SafeText.excerpt(name))`",
            hint: nearest.map { "did you mean `\($0)`?" } ?? known)
    }
}

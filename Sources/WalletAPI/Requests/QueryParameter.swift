/// One `name=value` of a request's query.
package struct QueryParameter: Sendable, Equatable {
    package let name: QueryName
    package let value: String

    package init(_ name: QueryName, _ value: String) {
        self.name = name
        self.value = value
    }
}

extension [QueryParameter] {
    /// The path followed by these parameters, percent-encoded.
    package func appended(to path: String) -> String {
        guard !isEmpty else { return path }
        let pairs = map { "\($0.name.rawValue)=\(PercentEncoding.encode($0.value))" }
        return "\(path)?\(pairs.joined(separator: "&"))"
    }
}

package import JSON

/// `adapter = "http"`: balances from any JSON API.
package struct HTTPSourceDefinition: Equatable, Sendable {
    package enum Method: String, Sendable, CaseIterable {
        case get = "GET"
        case post = "POST"
    }

    /// A header's value as configured.
    package enum HeaderValue: Equatable, Sendable {
        case text(String)
        /// The secret with `prefix` before it, e.g. `Bearer `.
        case secret(SecretReference, prefix: String)
    }

    package struct Header: Equatable, Sendable {
        package var name: String
        package var value: HeaderValue

        package init(name: String, value: HeaderValue) {
            self.name = name
            self.value = value
        }
    }

    /// Where a field of an item comes from.
    package enum Field: Equatable, Sendable {
        case pointer(JSONPointer)
        case value(String)
    }

    /// As ``HTTPAddress`` takes it.
    package var url: String
    package var method: Method
    package var body: String?
    package var headers: [Header]
    /// To a list; `nil`: the whole answer is one item.
    package var items: JSONPointer?
    package var account: Field
    package var asset: Field
    package var available: Field
    package var total: Field?
    /// RFC 3339, or whole seconds since 1970.
    package var asOf: Field?
    /// A date, or a time as in ``asOf``.
    package var expires: Field?
    /// The answer's numbers count units of 10^-shift.
    package var shift: Int
    /// Whether what the answer does not list is zero.
    package var complete: Bool
    /// A PEM file with further trusted authorities.
    package var caFile: String?

    package init(url: String, account: Field, asset: Field, available: Field) {
        self.url = url
        self.method = .get
        self.headers = []
        self.account = account
        self.asset = asset
        self.available = available
        self.shift = 0
        self.complete = false
    }
}

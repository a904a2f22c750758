/// A path of the API, shared by the routes that serve it and the client that calls it.
package struct Endpoint: Sendable, Equatable {
    /// With `{name}` for each segment that varies, as a router takes it.
    package let template: String

    package static let status = Endpoint("/v1/status")
    package static let sources = Endpoint("/v1/sources")
    package static let source = Endpoint("/v1/sources/{name}")
    package static let poll = Endpoint("/v1/sources/{name}/poll")
    package static let pause = Endpoint("/v1/sources/{name}/pause")
    package static let resume = Endpoint("/v1/sources/{name}/resume")
    package static let holdings = Endpoint("/v1/holdings")
    package static let holding = Endpoint("/v1/holdings/{source}/{account}/{asset}")
    package static let history = Endpoint("/v1/holdings/{source}/{account}/{asset}/history")
    package static let alerts = Endpoint("/v1/alerts")
    package static let acknowledge = Endpoint("/v1/alerts/{id}/acknowledge")
    package static let rules = Endpoint("/v1/rules")
    package static let rule = Endpoint("/v1/rules/{name}")
    package static let confirm = Endpoint("/v1/rules/{name}/confirm")
    package static let providers = Endpoint("/v1/providers")
    package static let destinations = Endpoint("/v1/destinations")
    package static let plan = Endpoint("/v1/plan")
    package static let cashOuts = Endpoint("/v1/cashouts")
    package static let cashOut = Endpoint("/v1/cashouts/{id}")
    package static let approve = Endpoint("/v1/cashouts/{id}/approve")
    package static let reject = Endpoint("/v1/cashouts/{id}/reject")
    package static let resolve = Endpoint("/v1/cashouts/{id}/resolve")
    package static let release = Endpoint("/v1/cashouts/{id}/release")
    package static let pauseCashOuts = Endpoint("/v1/cashouts/pause")
    package static let resumeCashOuts = Endpoint("/v1/cashouts/resume")
    package static let postings = Endpoint("/v1/postings")
    package static let events = Endpoint("/v1/events")
    package static let backup = Endpoint("/v1/backup")
    package static let reload = Endpoint("/v1/reload")
    package static let openAPI = Endpoint("/v1/openapi.json")

    private init(_ template: String) {
        self.template = template
    }

    /// The path with its variable segments filled in, percent-encoded (RFC 3986), in the order of the template.
    package func path(_ segments: String...) -> String {
        var rest = segments.makeIterator()
        return template.split(separator: "/").reduce(into: "") { path, part in
            path += "/"
            path += part.hasPrefix("{") ? PercentEncoding.encode(rest.next() ?? "") : String(part)
        }
    }
}

import HTTPTypes
import WalletAPI
import WalletCore

/// Finds the route of a request.
struct RouteTable: Sendable {
    enum Match: Sendable {
        case route(Route, segments: [String])
        /// The path is one of ours, but only with these methods.
        case otherMethods([HTTPRequest.Method])
        case nothing
    }

    private struct Path: Sendable {
        /// `nil` stands for a segment that varies.
        let segments: [String?]
        var routes: [Route]
    }

    let routes: [Route]
    private let paths: [Path]

    init(_ routes: [Route]) {
        self.routes = routes
        var templates: [String] = []
        for route in routes where !templates.contains(route.endpoint.template) {
            templates.append(route.endpoint.template)
        }
        paths = templates.map { template in
            let segments = Self.split(template).map { $0.hasPrefix("{") ? nil : String($0) }
            return Path(segments: segments, routes: routes.filter { $0.endpoint.template == template })
        }
    }

    /// HEAD goes where GET does.
    func match(_ method: HTTPRequest.Method, _ path: String) throws(Problem) -> Match {
        let given = Self.split(path)
        guard let found = paths.first(where: { Self.fits(given, $0.segments) }) else { return .nothing }
        let wanted = method == .head ? .get : method
        guard let route = found.routes.first(where: { $0.method == wanted }) else {
            return .otherMethods(found.routes.flatMap { $0.method == .get ? [.get, .head] : [$0.method] })
        }
        var variable: [String] = []
        for (text, fixed) in zip(given, found.segments) where fixed == nil {
            guard let segment = PercentDecoding.decode(text) else {
                let excerpt = SafeText.excerpt(String(text))
                throw Problem(.badRequest, "`\(excerpt)` in the path is not percent-encoded UTF-8")
            }
            variable.append(segment)
        }
        return .route(route, segments: variable)
    }

    private static func split(_ path: String) -> [Substring] {
        path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    }

    private static func fits(_ given: [Substring], _ segments: [String?]) -> Bool {
        given.count == segments.count
            && zip(given, segments).allSatisfy { text, fixed in fixed.map { $0 == text } ?? !text.isEmpty }
    }
}

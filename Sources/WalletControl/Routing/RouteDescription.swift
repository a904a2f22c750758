import HTTPTypes
import WalletAPI

/// What a client must know of a route.
struct RouteDescription: Sendable {
    let summary: String
    let answer: Answer
    var parameters: [Parameter] = []
    var body: Schema?
    /// Beside those that every route has.
    var refusals: [ProblemCode] = []

    struct Answer: Sendable {
        var status: HTTPResponse.Status = .ok
        let schema: Schema
        /// Also given as a stream of this media type.
        var stream: String?
    }

    init(_ summary: String, answer: Answer) {
        self.summary = summary
        self.answer = answer
    }

    func taking(_ parameters: Parameter...) -> RouteDescription {
        var description = self
        description.parameters = parameters
        return description
    }

    func reading(_ body: Schema) -> RouteDescription {
        var description = self
        description.body = body
        return description
    }

    func refusing(_ refusals: ProblemCode...) -> RouteDescription {
        var description = self
        description.refusals = refusals
        return description
    }
}

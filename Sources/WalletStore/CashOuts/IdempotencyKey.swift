/// What makes a request the same as one before.
package struct IdempotencyKey: Equatable, Sendable {
    package static let keptFor = Duration.seconds(30 * 86_400)

    package let caller: String
    package let key: String
    package let bodyHash: [UInt8]

    package init(caller: String, key: String, bodyHash: [UInt8]) {
        self.caller = caller
        self.key = key
        self.bodyHash = bodyHash
    }

    package enum Use: Equatable, Sendable {
        case unused
        /// By the same request; the id of its cash-out.
        case same(String)
        /// By another request.
        case other
    }
}

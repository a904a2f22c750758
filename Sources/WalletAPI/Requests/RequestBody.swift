/// The JSON object that a request carries.
package protocol RequestBody: Codable, Sendable, Equatable {
    /// The names of its fields; any other is refused.
    static var fields: [String] { get }
}

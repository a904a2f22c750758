/// A key of a table with its value.
package struct TOMLMember: Sendable {
    package let key: String
    /// Where the key was written first; for a part of a dotted key or of a header, that part.
    package let keyPosition: TOMLPosition
    package let value: TOMLValue
}

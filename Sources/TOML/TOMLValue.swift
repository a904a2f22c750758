/// A value and the place where it starts.
///
/// A table that a header opened starts at its header's bracket, one that a dotted key or a longer header brought about
/// at the key that names it.
package struct TOMLValue: Sendable {
    package let position: TOMLPosition
    package let kind: TOMLKind
}

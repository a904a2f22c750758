/// Where a result goes that lies between two smallest units. Named at each call that can lose a part.
///
/// The directions are those of the number line, as in the standard library: of a debt of 0.5, `down` makes 1.
package enum Rounding: Sendable, CaseIterable {
    /// To the next smaller number: what one has or gets is never overstated.
    case down
    /// To the next larger number: what something costs is never understated.
    case up
}

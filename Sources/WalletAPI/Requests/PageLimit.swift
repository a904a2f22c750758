/// How many items a page of a list holds.
package enum PageLimit {
    package static let usual = 100
    /// Bounds the memory that one answer takes.
    package static let most = 1000
}

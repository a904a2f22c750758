/// Which release these programs are.
package enum Release {
    /// Semantic version (semver.org).
    package static let version = "0.1.0"
}

import TOML

/// What the files of a configuration may cost.
enum FileLimits {
    /// Of each file; what the reader of TOML takes.
    static let bytesMax = TOMLDocument.bytesMax
    /// Of all files together: ten times what 10,000 sources need.
    static let bytesInAllMax = 16 << 20
    /// Of drop-ins: more are no configuration but something else that fills the folder.
    static let dropInsMax = 1000
    /// Of names in the folder for drop-ins, of which not every one must be a drop-in.
    static let namesMax = 10_000
    /// Linux's PATH_MAX without the byte that ends a path.
    static let pathBytesMax = 4095
}

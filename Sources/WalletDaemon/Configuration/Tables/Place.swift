import TOML

/// A place in one of the files.
struct Place: Hashable, Comparable {
    /// Which file in the order of reading.
    let fileNumber: Int
    /// The file's name, fit to be shown.
    let file: String
    let position: TOMLPosition

    static func < (left: Place, right: Place) -> Bool {
        (left.fileNumber, left.position) < (right.fileNumber, right.position)
    }
}

extension Place: CustomStringConvertible {
    var description: String { "\(file):\(position)" }
}

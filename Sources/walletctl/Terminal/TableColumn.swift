/// One column of a table.
struct TableColumn {
    enum Alignment {
        case left
        /// For numbers.
        case right
    }

    let heading: String
    let alignment: Alignment
    /// 0 for a column without which the table says nothing; of the others, the highest is left out first where there
    /// is no room.
    let rank: Int
    /// Down to how many columns of the terminal its texts may be cut; `nil` where a part would mislead.
    let cutTo: Int?

    static func essential(_ heading: String, _ alignment: Alignment = .left, cutTo: Int? = nil) -> TableColumn {
        TableColumn(heading: heading, alignment: alignment, rank: 0, cutTo: cutTo)
    }

    static func detail(
        _ rank: Int, _ heading: String, _ alignment: Alignment = .left, cutTo: Int? = nil
    ) -> TableColumn {
        TableColumn(heading: heading, alignment: alignment, rank: rank, cutTo: cutTo)
    }
}

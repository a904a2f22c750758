import TOML

/// What one file says of a table.
struct Layer {
    let fileNumber: Int
    let file: String
    let table: TOMLTable

    init(_ fileNumber: Int, _ file: String, _ table: TOMLTable) {
        self.fileNumber = fileNumber
        self.file = file
        self.table = table
    }

    func place(_ position: TOMLPosition) -> Place {
        Place(fileNumber: fileNumber, file: file, position: position)
    }
}

/// Reads documents of TOML 1.0.0 (https://toml.io/en/v1.0.0).
package enum TOMLDocument {
    /// Far more than any configuration written by hand; bounds the memory that a wrong file can cost.
    package static let bytesMax = 1 << 20
    /// Levels of tables and arrays; far more than people nest, and few enough that reading never exhausts the stack.
    package static let depthMax = 64
    /// Faults reported in one run; more than that is another kind of file.
    package static let faultsMax = 20

    /// Reads a whole document.
    ///
    /// After a fault, reading goes on at the next line that can be told to start something new. Nothing outside of the
    /// faulty lines is reported because of them. A document of more than `bytesMax` bytes is refused unread.
    package static func parse(_ bytes: [UInt8], bytesMax: Int = bytesMax) throws(TOMLFaults) -> TOMLTable {
        guard bytes.count <= bytesMax else {
            let message = "the file has \(bytes.count) bytes, the limit is \(bytesMax)"
            throw refusal(TOMLError(position: .start, code: .tooLarge, message: message))
        }
        let encodingFaults: [TOMLError]
        switch EncodingCheck.examine(bytes) {
        case .text(let faults): encodingFaults = faults
        case .notText(let error): throw refusal(error)
        }
        var parser = Parser(bytes, encodingFaults: encodingFaults)
        parser.readDocument()
        let table = parser.builder.table(TableBuilder.root)
        guard parser.log.isEmpty else {
            throw TOMLFaults(faults: parser.log.sorted, extent: parser.log.extent, readable: table)
        }
        return table
    }

    private static func refusal(_ error: TOMLError) -> TOMLFaults {
        let nothing = TOMLTable(position: .start, origin: .root, members: [], isDamaged: true)
        return TOMLFaults(faults: [error], extent: .all, readable: nothing)
    }
}

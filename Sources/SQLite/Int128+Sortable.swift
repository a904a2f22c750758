/// `Int128` as a blob whose byte order is the numeric order: 16 bytes, big-endian, sign bit flipped.
extension Int128 {
    package var sortableBytes: [UInt8] { withUnsafeBytes(of: sortable) { Array($0) } }

    /// Traps unless there are exactly 16 bytes.
    package init(sortableBytes bytes: [UInt8]) {
        guard bytes.count == 16 else { fatalError("an Int128 from \(bytes.count) bytes") }
        self.init(bitPattern: bytes.reduce(0) { $0 << 8 | UInt128($1) } ^ 1 << 127)
    }

    var sortable: UInt128 { (UInt128(bitPattern: self) ^ 1 << 127).bigEndian }
}

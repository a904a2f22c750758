/// Keeps the last bytes of a stream of any length.
struct TailBuffer: Sendable {
    private let bytesMax: Int
    private var kept: [UInt8] = []

    init(bytesMax: Int) {
        self.bytesMax = bytesMax
    }

    /// The last `bytesMax` bytes that were appended.
    var bytes: [UInt8] { Array(kept.suffix(bytesMax)) }

    /// Trims only when twice the size is reached, so that a flood costs no more than reading it.
    mutating func append(_ chunk: some Collection<UInt8>) {
        kept.append(contentsOf: chunk)
        if kept.count >= 2 * bytesMax {
            kept.removeFirst(kept.count - bytesMax)
        }
    }
}

import Glibc
import TOML
import Testing

struct GrowthTests {
    /// Linear growth makes the large document 128 times as slow as the small one, quadratic growth 16,384 times.
    private static let sizes = (small: 4 << 10, large: 512 << 10)
    private static let ratioMax = 256.0

    /// A machine that is slow for a moment gets further tries; a quadratic reader fails all of them.
    @Test(arguments: Shape.allCases)
    func `time grows with the size of a document and not with its square`(shape: Shape) throws {
        let small = (0..<5).map { _ in processorTime(ofReading: shape, bytes: Self.sizes.small) }.min() ?? 0
        let limit = small * Self.ratioMax
        let isLinear = (0..<3).contains { _ in processorTime(ofReading: shape, bytes: Self.sizes.large) < limit }
        #expect(isLinear, "\(small) s for the small document")
    }

    /// Seconds that this thread computes, whatever else the machine is doing.
    private func processorTime(ofReading shape: Shape, bytes count: Int) -> Double {
        let document = shape.document(bytes: count)
        let start = processorTime()
        let isValid = refusal(of: document) == nil
        let seconds = processorTime() - start
        #expect(isValid == shape.isValid)
        return seconds
    }

    private func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    enum Shape: CaseIterable {
        case keys, dottedKeys, headers, arrayHeaders, inlinePairs, inlineTables, oneLine, quotes, openArrays, openTables
        case badWords

        var isValid: Bool {
            switch self {
            case .keys, .dottedKeys, .headers, .arrayHeaders, .inlinePairs, .inlineTables, .oneLine, .quotes: true
            case .openArrays, .openTables, .badWords: false
            }
        }

        func document(bytes count: Int) -> [UInt8] {
            switch self {
            case .keys: repeated(count) { "k\($0) = 1\n" }
            case .dottedKeys: repeated(count) { "a.b.k\($0) = 1\n" }
            case .headers: repeated(count) { "[a.h\($0)]\n" }
            case .arrayHeaders: repeated(count) { _ in "[[a]]\n" }
            case .inlinePairs: Array("a = {".utf8) + repeated(count) { "k\($0) = 1, " } + Array("z = 1}".utf8)
            case .inlineTables: Array("a = [".utf8) + repeated(count) { _ in "{b.c=1}," } + Array("]".utf8)
            case .oneLine: Array("a = [".utf8) + repeated(count) { _ in "1," } + Array("]".utf8)
            case .quotes: Array("a = \"\"\"".utf8) + repeated(count) { _ in "\"\"x" } + Array("\"\"\"".utf8)
            case .openArrays: repeated(count) { "a\($0) = [1 2\n" }
            case .openTables: repeated(count) { "a\($0) = {b\n" }
            case .badWords: Array("a = [".utf8) + repeated(count) { _ in "x," } + Array("]".utf8)
            }
        }

        private func repeated(_ count: Int, part: (Int) -> String) -> [UInt8] {
            var bytes: [UInt8] = []
            var number = 0
            while bytes.count < count {
                bytes += part(number).utf8
                number += 1
            }
            return bytes
        }
    }
}

import FoundationEssentials
import JSON
import Testing
import WalletTestSupport

/// Held against FoundationEssentials' own coders.
@Suite struct CodingDifferentialTests {
    private static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `drawn values are written and read alike`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let value = CodedValue(drawnBy: &random)
            let bytes = try JSONCoding.encode(value)
            #expect(bytes == Array(try Self.encoder.encode(value)))
            #expect(try JSONCoding.decode(CodedValue.self, from: bytes) == value)
            #expect(try JSONDecoder().decode(CodedValue.self, from: Data(bytes)) == value)
            #expect(try JSONValue.parse(bytes).serialized() == bytes)
        }
    }

    @Test(arguments: [11, 12] as [UInt64])
    func `what is read from mutated documents is what was there, or both refuse`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var generator = DocumentGenerator(seed: seed)
        var taken = 0
        for _ in 0..<1_000 {
            let bytes = generator.mutated(try JSONCoding.encode(CodedValue(drawnBy: &random)))
            // Refused documents have tests of their own.
            guard let value = try? JSONCoding.decode(CodedValue.self, from: bytes) else { continue }  // see above
            taken += 1
            #expect(try JSONDecoder().decode(CodedValue.self, from: Data(bytes)) == value)
        }
        #expect(taken > 0)
    }

    @Test func `every character is written alike`() throws {
        for scalar in (0...0x2100).compactMap(Unicode.Scalar.init as (UInt32) -> Unicode.Scalar?) {
            let text = ["\(Character(scalar))"]
            #expect(try JSONCoding.encode(text) == Array(try Self.encoder.encode(text)))
        }
    }
}

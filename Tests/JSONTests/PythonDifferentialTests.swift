import JSON
import Testing

/// Compares the reader with Python's json module on generated documents, most of them damaged.
///
/// Without python3 there is nothing to compare with: the test is then reported as skipped, with the reason.
@Suite(.enabled(if: PythonOracle.executable != nil, "python3 is not in PATH: not compared with Python's json module"))
struct PythonDifferentialTests {
    @Test func `every document is accepted or refused, and read, as Python does`() throws {
        let documents = drawn(count: 20_000)
        let verdicts = try PythonOracle.verdicts(on: documents)
        try #require(verdicts.count == documents.count)
        var accepted = 0
        for (document, verdict) in zip(documents, verdicts) {
            let shown = String(decoding: document, as: UTF8.self).debugDescription
            switch Result(catching: { () throws(JSONError) in try JSONValue.parse(document) }) {
            case .success(let value):
                accepted += 1
                #expect(TaggedText.hexadecimal(TaggedText.bytes(of: value)) == verdict, "\(shown)")
            case .failure(let error): #expect(verdict == nil, "\(error): \(shown)")
            }
        }
        #expect(accepted > 5_000)
        #expect(documents.count - accepted > 5_000)
    }

    @Test func `Python reads what is written here as the same value`() throws {
        var generator = DocumentGenerator(seed: 31)
        let values = (0..<2_000).map { _ in generator.value() }
        let verdicts = try PythonOracle.verdicts(on: values.map { $0.serialized() })
        try #require(verdicts.count == values.count)
        for (value, verdict) in zip(values, verdicts) {
            #expect(TaggedText.hexadecimal(TaggedText.bytes(of: value)) == verdict)
        }
    }

    private func drawn(count: Int) -> [[UInt8]] {
        var generator = DocumentGenerator(seed: 1)
        return (0..<count).map { number in
            let document = generator.document()
            return number.isMultiple(of: 4) ? document : generator.mutated(document)
        }
    }
}

import TOML
import Testing

@Suite(.enabled(if: OfficialCases.areHere, "the cases of toml-test are not in \(OfficialCases.folder)"))
struct OfficialCasesTests {
    @Test func `all of the cases are here`() {
        #expect(OfficialCases.valid.count >= 200)
        #expect(OfficialCases.invalid.count >= 450)
    }

    @Test(arguments: OfficialCases.valid)
    func `a valid document is read with its values`(path: String) throws {
        let table = try TOMLDocument.parse(OfficialCases.bytes(path))
        #expect(try OfficialCases.expectation(path).matches(table), "\(CanonicalText.of(table))")
    }

    @Test(arguments: OfficialCases.invalid)
    func `an invalid document is refused at a place inside of it`(path: String) throws {
        let bytes = try OfficialCases.bytes(path)
        let refused = try #require(refusal(of: bytes))
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for fault in refused.faults {
            #expect((1...lines.count).contains(fault.position.line))
            #expect((1...lines[fault.position.line - 1].count + 1).contains(fault.position.column))
        }
    }
}

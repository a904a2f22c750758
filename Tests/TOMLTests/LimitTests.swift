import TOML
import Testing

struct LimitTests {
    @Test func `a document of as many bytes as allowed is read, and one of more is refused unread`() throws {
        let bytes = Array("a = 1 ".utf8)
        #expect(try TOMLDocument.parse(bytes, bytesMax: 6).members.count == 1)
        let error = #expect(throws: TOMLFaults.self) { try TOMLDocument.parse(bytes, bytesMax: 5) }
        #expect(error?.faults.map(\.description) == ["1:1: the file has 6 bytes, the limit is 5"])
        #expect(error?.readable.isDamaged == true)
        #expect(refusal(of: [UInt8](repeating: 0x20, count: 1 << 20)) == nil)
        #expect(refusal(of: [UInt8](repeating: 0x20, count: 1 << 20 + 1))?.faults.map(\.code) == [.tooLarge])
    }

    @Test func `64 levels are read and the 65th is refused`() throws {
        let brackets = { (count: Int) in
            "a = " + String(repeating: "[", count: count) + String(repeating: "]", count: count)
        }
        _ = try read(brackets(64))
        #expect(faults(of: brackets(65)).map(\.description) == ["1:69: nested deeper than 64 levels"])
        let key = { (parts: Int) in repeatElement("a", count: parts).joined(separator: ".") }
        _ = try read(key(64) + " = 1")
        #expect(faults(of: key(65) + " = 1").map(\.code) == [.tooDeep])
        _ = try read("[\(key(64))]")
        #expect(faults(of: "[\(key(65))]").map(\.code) == [.tooDeep])
        #expect(faults(of: "[\(key(40))]\n\(key(25)) = 1").map(\.code) == [.tooDeep])
        #expect(faults(of: "[\(key(62))]\na = [{ b = 1 }]").map(\.code) == [.tooDeep])
    }

    @Test(arguments: ["[", "{a=", "[{a=", "[[", "a."])
    func `a document that is nothing but openings is a clear fault`(opening: String) {
        let found = faults(of: "a=" + String(repeating: opening, count: 100_000))
        let atStart = faults(of: String(repeating: opening, count: 100_000))
        #expect(!found.isEmpty && found.count <= TOMLDocument.faultsMax)
        #expect(!atStart.isEmpty && atStart.count <= TOMLDocument.faultsMax)
    }

    @Test func `no more faults are listed than a person can use`() throws {
        let refused = try #require(refusal(of: Array(String(repeating: "x\n", count: 1000).utf8)))
        #expect(refused.faults.map(\.position.line) == Array(1...20))
        #expect(refused.extent == .firstOnes)
        #expect(refused.readable.isDamaged)
        let exactly = try #require(refusal(of: Array(String(repeating: "x\n", count: 20).utf8)))
        #expect(exactly.faults.count == 20)
        #expect(exactly.extent == .all)
    }
}

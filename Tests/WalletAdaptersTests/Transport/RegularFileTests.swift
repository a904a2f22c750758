import Glibc
import Testing
import WalletTestSupport

@testable import WalletAdapters

struct RegularFileTests {
    @Test func `a file that is written to while it is read is refused`() throws {
        let folder = try TemporaryFolder()
        for change in ["longer than it was", "other"] {
            let path = try folder.write("f", "whole")
            let file = try RegularFile(opening: path, links: .followed)
            try folder.overwrite("f", change)
            let error = #expect(throws: RegularFileError.self) { try file.contents(bytesMax: 100) }
            #expect(error == .changed)
        }
    }

    @Test func `a file that is replaced while it is read is read as it was`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("f", "whole")
        let file = try RegularFile(opening: path, links: .followed)
        try folder.write("g", "something else")
        rename(folder.path(of: "g"), path)
        #expect(try file.contents(bytesMax: 100) == Array("whole".utf8))
    }

    @Test func `a file whose size nobody knows is read to its end`() throws {
        let file = try RegularFile(opening: "/proc/self/status", links: .followed)
        #expect(try file.contents(bytesMax: 1 << 20).starts(with: "Name:".utf8))
        let capped = try RegularFile(opening: "/proc/self/status", links: .followed)
        let error = #expect(throws: RegularFileError.self) { try capped.contents(bytesMax: 10) }
        #expect(error == .tooLarge(bytesMax: 10))
    }
}

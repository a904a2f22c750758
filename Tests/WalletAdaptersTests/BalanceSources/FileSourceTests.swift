import Glibc
import Testing
import WalletAdapters
import WalletCore
import WalletTestSupport

struct FileSourceTests {
    private let bench: SourceBench

    init() throws {
        bench = try SourceBench()
    }

    private func read(_ name: String, _ format: FileSourceDefinition.Format) async throws -> Reading {
        try await bench.read(.file(FileSourceDefinition(path: bench.folder.path(of: name), format: format)))
    }

    private func failure(_ name: String, _ format: FileSourceDefinition.Format = .json) async throws -> PortFailure {
        try await #require(throws: PortFailure.self) { try await read(name, format) }
    }

    @Test(arguments: ["\"walletd\":1,", ""])
    func `a JSON file is read as a plugin's answer is`(mark: String) async throws {
        try bench.folder.write(
            "balances.json",
            """
            {\(mark)"complete":true,"balances":[
             {"account":"card-1234","asset":"KRW","available":"12500","total":"13000","kind":"prepaid",
              "as_of":"2026-11-18T20:00:00+09:00","lots":[{"amount":"2500","expires":"2027-03-01"}]},
             {"account":"Kim's café","asset":"BTC","available":"-0.00012"}]}
            """)
        let reading = try await read("balances.json", .json)
        #expect(reading.completeness == .complete)
        #expect(
            try reading.balances == [
                Balance(
                    account: "card-1234", available: bench.amount("12500 KRW"), total: bench.amount("13000 KRW"),
                    kind: .prepaid, asOf: Timestamp.parse("2026-11-18T11:00:00Z"),
                    lots: [Lot(amount: bench.amount("2500 KRW"), expires: bench.date("2027-03-01"))]),
                Balance(account: "Kim's café", available: bench.amount("-0.00012 BTC")),
            ])
    }

    @Test func `the time of the file is not the time of the balances`() async throws {
        try bench.folder.write("balances.csv", "account,asset,available\nmain,KRW,1\n")
        #expect(try await read("balances.csv", .csv).balances.map(\.asOf) == [nil])
    }

    @Test func `a file that is not there yet is unreachable`() async throws {
        for name in ["absent", "absent/deeper"] {
            let failure = try await failure(name)
            #expect(failure.reason == .unreachable)
            #expect(failure.message == "\(bench.folder.path(of: name)) does not exist")
        }
    }

    @Test func `what is no file is never waited for`() async throws {
        mkfifo(bench.folder.path(of: "pipe"), 0o600)
        mkdir(bench.folder.path(of: "folder"), 0o700)
        symlink("loop", bench.folder.path(of: "loop"))
        for name in ["pipe", "folder", "loop"] {
            #expect(try await failure(name).reason == .misconfigured)
        }
        let device = try await #require(throws: PortFailure.self) {
            try await bench.read(.file(FileSourceDefinition(path: "/dev/zero", format: .csv)))
        }
        #expect(device.reason == .misconfigured)
    }

    @Test func `a link to a file is followed`() async throws {
        try bench.folder.write("balances.json", #"{"balances":[]}"#)
        symlink("balances.json", bench.folder.path(of: "link"))
        #expect(try await read("link", .json) == Reading(balances: [], completeness: .partial))
    }

    @Test func `a file may have one mebibyte and no more`() async throws {
        let document = Array(#"{"balances":[]}"#.utf8)
        let padding = [UInt8](repeating: UInt8(ascii: " "), count: (1 << 20) - document.count)
        try bench.folder.write("full", document + padding)
        #expect(try await read("full", .json).balances.isEmpty)
        try bench.folder.write("over", document + padding + [UInt8(ascii: " ")])
        #expect(try await failure("over").reason == .tooLarge)
    }

    @Test(arguments: ["", "{", "[]", "null", "{}", "\u{FEFF}{\"balances\":[]}", "{\"balances\":[]} x"])
    func `a file that is not a reading is malformed, and is named`(text: String) async throws {
        try bench.folder.write("wrong", text)
        let failure = try await failure("wrong")
        #expect(failure.reason == .malformed)
        #expect(failure.message.hasPrefix(bench.folder.path(of: "wrong")))
    }
}

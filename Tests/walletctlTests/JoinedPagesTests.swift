import JSON
import Testing

@testable import walletctl

/// With `--json`, a list of many pages is one document.
@Suite struct `Many pages` {
    private static func run(_ line: String, _ pages: [String]) async throws -> CommandLineRun {
        try await FakeDaemon.serving { _, before in
            .json(pages[before])
        } _: {
            try await CommandLineRun(line, socket: $0.socket)
        }
    }

    @Test(arguments: [
        "balances", "events", "history a/b/KRW", "cashouts", "cashouts --all", "alerts", "rules", "sources", "plan",
        "providers", "destinations", "export hledger",
    ])
    func `are one document with all items`(verb: String) async throws {
        let pages = (0..<3).map { page in
            let items = (0..<1000).map { #"{"n":"\#(page * 1000 + $0)"}"# }.joined(separator: ",")
            return #"{"items":[\#(items)]\#(page < 2 ? #","next":"c\#(page)""# : "")}"#
        }
        let run = try await Self.run("\(verb) --json", pages)
        #expect(run.status == 0)
        let document = try JSONValue.parse(Array(run.output.utf8))
        guard case .object(let object) = document, case .array(let items)? = object["items"] else {
            Issue.record("it is no list")
            return
        }
        #expect(items.count == 3000)
        #expect(object["next"] == nil)
        #expect(run.output.filter { $0 == "\n" }.count == 1)
    }

    @Test func `keep what their items are, however they are written`() async throws {
        let pages = [
            #" { "next" : "a]\"}" , "items" : [ {"a":"]}\\","items":[1.50]} , 2 ] , "x":{"items":[3]} } "#,
            #"{"items":[],"next":"b"}"#, #"{"items":[ ],"next":"c"}"#, #"{"items":["\u0041,"],"next":"d"}"#,
            #"{"later":[{"next":1}],"items":[null],"next":null,"z":0}"#,
        ]
        let run = try await Self.run("rules --json", pages)
        #expect(
            run.output == ##"{"items":[{"a":"]}\\","items":[1.50]} , 2,"\u0041,",null],"later":[{"next":1}],"z":0}"##
                + "\n")
    }

    @Test(arguments: [#"{"items":{},"next":"a"}"#, #"{"next":"a"}"#, #"[]"#, "nonsense"])
    func `that are no lists are refused`(page: String) async throws {
        let run = try await Self.run("rules --json", [page, page])
        #expect(run.status == 1)
        #expect(run.errors.hasPrefix("Error: what answers is no walletd of this version: "))
        #expect(run.output == "")
    }
}

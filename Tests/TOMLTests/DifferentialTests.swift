import FoundationEssentials
import TOML
import Testing

/// Compares with Python's tomllib. `WALLETD_TOML_SEED` and `WALLETD_TOML_DOCUMENTS` choose other or more documents.
@Suite(.enabled(if: TomllibOracle.isHere, "python3 with tomllib is not here"))
struct DifferentialTests {
    private static let seed = setting("WALLETD_TOML_SEED") ?? 1
    private static let count = setting("WALLETD_TOML_DOCUMENTS") ?? 20_000

    @Test(.timeLimit(.minutes(10)))
    func `documents are accepted, refused and read as Python does`() throws {
        var generator = DocumentGenerator(seed: UInt64(Self.seed))
        let documents = (0..<Self.count).map { _ in generator.document() }
        let answers = try TomllibOracle.answers(for: documents)
        try #require(answers.count == documents.count)
        var accepted = 0
        for (document, answer) in zip(documents, answers) {
            let outcome = Outcome(document)
            if outcome.canonicalText != nil { accepted += 1 }
            let agrees = outcome.canonicalText == answer || outcome.isKnownToDiffer
            #expect(
                agrees,
                "\(String(decoding: document, as: UTF8.self).debugDescription) \(outcome), Python: \(answer ?? "-")")
        }
        #expect((documents.count / 5..<documents.count * 4 / 5).contains(accepted), "both answers are frequent")
    }

    private static func setting(_ name: String) -> Int? {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
    }

    private enum Outcome {
        case table(TOMLTable)
        case faults([TOMLError])

        init(_ document: [UInt8]) {
            do throws(TOMLFaults) {
                self = .table(try TOMLDocument.parse(document))
            } catch {
                self = .faults(error.faults)
            }
        }

        var canonicalText: String? {
            switch self {
            case .table(let table): CanonicalText.of(table)
            case .faults: nil
            }
        }

        /// Python has no year 0 and no second 60.
        var isKnownToDiffer: Bool {
            switch self {
            case .table(let table): table.members.contains { Self.isBeyondPython($0.value) }
            case .faults: false
            }
        }

        private static func isBeyondPython(_ value: TOMLValue) -> Bool {
            switch value.kind {
            case .offsetDateTime(let moment, _), .localDateTime(let moment):
                moment.date.year == 0 || moment.time.second == 60
            case .localDate(let date): date.year == 0
            case .localTime(let time): time.second == 60
            case .array(let elements): elements.contains { isBeyondPython($0) }
            case .table(let table): table.members.contains { isBeyondPython($0.value) }
            case .string, .integer, .float, .boolean: false
            }
        }
    }
}

import TOML
import WalletCore

/// Collects what is wrong in a configuration while it is read, so that one run reports everything.
final class Findings {
    private struct Finding: Hashable {
        let place: Place
        let message: String
    }

    /// Comparing words is slow where somebody wrote thousands of wrong ones beside thousands of right ones.
    private static let comparisonsMax = 20_000

    private var faults: [Finding] = []
    private var warnings: [Finding] = []
    private var comparisonsLeft = Findings.comparisonsMax

    /// How many faults were found so far.
    var count: Int { faults.count }

    func fault(_ message: String, at place: Place) {
        faults.append(Finding(place: place, message: message))
    }

    func warn(_ message: String, at place: Place) {
        warnings.append(Finding(place: place, message: message))
    }

    /// The known word that was probably meant.
    func suggestion(for word: String, among known: some Collection<String>) -> String? {
        guard comparisonsLeft > 0 else { return nil }
        comparisonsLeft -= known.count
        return NearestWord.find(word, among: known)
    }

    var sortedFaults: [ConfigurationFault] { Findings.sorted(faults) }

    var sortedWarnings: [ConfigurationFault] { Findings.sorted(warnings) }

    /// By place; the same sentence at the same place once.
    private static func sorted(_ findings: [Finding]) -> [ConfigurationFault] {
        Set(findings).sorted { ($0.place, $0.message) < ($1.place, $1.message) }.map { finding in
            ConfigurationFault(
                file: finding.place.file, line: finding.place.position.line, column: finding.place.position.column,
                message: finding.message)
        }
    }
}

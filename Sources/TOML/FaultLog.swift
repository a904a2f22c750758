/// Collects the faults of a document, each once and only as many as a person can use.
struct FaultLog {
    private(set) var faults: [TOMLError]
    /// How many faults were noted, those not kept among them.
    private(set) var count: Int
    private(set) var isOverfull = false
    private let badlyEncodedLines: Set<Int>

    init(encodingFaults: [TOMLError]) {
        faults = Array(encodingFaults.prefix(TOMLDocument.faultsMax))
        count = encodingFaults.count
        isOverfull = encodingFaults.count > TOMLDocument.faultsMax
        badlyEncodedLines = Set(encodingFaults.map(\.position.line))
    }

    func hasBadEncoding(in lines: ClosedRange<Int>) -> Bool { badlyEncodedLines.contains(where: lines.contains) }

    var isEmpty: Bool { count == 0 }

    var sorted: [TOMLError] { faults.sorted { $0.position < $1.position } }

    var extent: TOMLFaults.Extent { isOverfull ? .firstOnes : .all }

    mutating func note(_ error: TOMLError) {
        count += 1
        guard !badlyEncodedLines.contains(error.position.line) else { return }
        guard faults.count < TOMLDocument.faultsMax else {
            isOverfull = true
            return
        }
        faults.append(error)
    }

    /// Counts a fault that one already noted on its line explains.
    mutating func noteUnlessExplained(_ error: TOMLError, since first: Int) {
        let line = error.position.line
        if faults.dropFirst(first).contains(where: { $0.position.line == line }) {
            count += 1
        } else {
            note(error)
        }
    }
}

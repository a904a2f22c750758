/// What polls brought while nothing could be stored: of each source the newest reading, and the failure after it.
struct HeldObservations {
    private struct Held {
        var reading: Observation?
        var failure: Observation?
    }

    private var sources: [String: Held] = [:]

    var isEmpty: Bool { sources.isEmpty }

    mutating func hold(_ observation: Observation) {
        switch observation.outcome {
        case .reading: sources[observation.source] = Held(reading: observation, failure: nil)
        case .failure: sources[observation.source, default: Held()].failure = observation
        }
    }

    /// Takes all of them out, by source, of each in the order of time.
    mutating func takeAll() -> [Observation] {
        defer { sources = [:] }
        return sources.sorted { $0.key < $1.key }.flatMap { [$0.value.reading, $0.value.failure].compactMap(\.self) }
    }
}

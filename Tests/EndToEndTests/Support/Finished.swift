/// A program that ran to its end.
struct Finished: Sendable {
    /// The exit status, or the signal below zero.
    let status: Int32
    let output: String
    let errors: String

    /// Of a table that was written into a pipe.
    var firstColumn: [Substring] { rows(1).flatMap(\.self) }

    /// The first columns of a table that was written into a pipe.
    func rows(_ columns: Int) -> [[Substring]] {
        output.split(separator: "\n").map { line in
            Array(line.split(separator: "\t", omittingEmptySubsequences: false).prefix(columns))
        }
    }

    init(_ words: [String], environment: [String: String]) async throws {
        let end = try await RunningProcess(words, environment: environment).end()
        status = end.status ?? -1
        output = String(decoding: end.output, as: UTF8.self)
        errors = String(decoding: end.errors, as: UTF8.self)
    }
}

import Glibc
import WalletCore
import WalletStore

/// Measures the store from inside. Says `WALL CPU`, in nanoseconds, on standard output.
///
/// - `prepare FILE HOLDINGS` makes a database in which every holding was read once.
/// - `changes FILE HOLDINGS COUNT BATCH` records COUNT changed balances, BATCH in each transaction.
/// - `sightings FILE HOLDINGS COUNT BATCH` records COUNT unchanged balances.
let arguments = Array(CommandLine.arguments.dropFirst())
let numbers = arguments.dropFirst(2).compactMap { Int($0) }

func say(_ text: String, to descriptor: CInt) {
    let bytes = Array("\(text)\n".utf8)
    _ = write(descriptor, bytes, bytes.count)
}

func open(_ file: String) async throws(StoreError) -> Store {
    try await Store.open(StoreLocation(database: file), newID: "benchmark", now: Workload.start).store
}

func prepare(_ file: String, _ workload: Workload) async throws(StoreError) {
    let store = try await open(file)
    try await store.write(at: Workload.start) { transaction throws(StoreError) in
        _ = try transaction.configure(workload.sources)
        try transaction.apply(workload.first())
    }
    try await store.close()
}

func record(
    _ file: String, _ workload: Workload, count: Int, batch: Int,
    _ made: (Workload) -> (Int, Int, Int) -> [HoldingChange]
) async throws(StoreError) {
    let store = try await open(file)
    var stopwatch = Stopwatch()
    for position in stride(from: 0, to: count, by: batch) {
        let changes = made(workload)(position, min(batch, count - position), batch)
        let now = workload.instant(ofPosition: position, batch)
        try await stopwatch.measure { () throws(StoreError) in
            try await store.write(at: now) { transaction throws(StoreError) in try transaction.apply(changes) }
        }
    }
    try await store.close()
    say("\(stopwatch.wallNanoseconds) \(stopwatch.processorNanoseconds)", to: STDOUT_FILENO)
}

do throws(StoreError) {
    switch (arguments.first, numbers.count) {
    case ("prepare", 1):
        try await prepare(arguments[1], Workload(holdings: numbers[0]))
    case ("changes", 3):
        try await record(
            arguments[1], Workload(holdings: numbers[0]), count: numbers[1], batch: numbers[2], Workload.changes)
    case ("sightings", 3):
        try await record(
            arguments[1], Workload(holdings: numbers[0]), count: numbers[1], batch: numbers[2], Workload.sightings)
    case (_, _):
        say("usage: walletd-bench prepare|changes|sightings FILE HOLDINGS [COUNT BATCH]", to: STDERR_FILENO)
        exit(64)
    }
} catch {
    say("walletd-bench: \(error)", to: STDERR_FILENO)
    exit(1)
}

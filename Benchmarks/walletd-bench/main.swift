import Glibc
import WalletCore
import WalletStore

/// Measures the store from inside; `Benchmarks/run` calls it. Prints nanoseconds: of the wall clock, of the processor.
private let usage = """
    usage: walletd-bench prepare FILE HOLDINGS
               makes a database in which every holding was read once
           walletd-bench changes FILE HOLDINGS COUNT BATCH
               records COUNT changed balances, BATCH in each transaction
           walletd-bench polls FILE HOLDINGS COUNT BATCH
               records COUNT polls that find the balance as it was, the source's health and schedule included
           walletd-bench decisions FILE HOLDINGS RULES ROWS ROUNDS
               makes a ledger of ROWS cash-outs, then decides ROUNDS times: the first line is of the writing; the others
               are processor time of reading the facts, of deciding, and of deciding where each rule takes from all
    """

private func say(_ text: String, to descriptor: CInt) {
    let bytes = Array("\(text)\n".utf8)
    _ = write(descriptor, bytes, bytes.count)
}

private func open(_ file: String) async throws(StoreError) -> Store {
    try await Store.open(StoreLocation(database: file), newID: "benchmark", now: Workload.start).store
}

private func prepare(_ file: String, _ workload: Workload) async throws(StoreError) {
    let store = try await open(file)
    try await store.write(at: Workload.start) { transaction throws(StoreError) in
        _ = try transaction.configure(workload.sources)
        try transaction.apply(workload.first())
    }
    try await store.close()
}

private func record(
    _ count: Int, in file: String, _ workload: Workload, as change: (Int) -> HoldingChange,
    by body: @escaping @Sendable ([HoldingChange], WriteTransaction) throws(StoreError) -> Void
) async throws(StoreError) {
    let store = try await open(file)
    var stopwatch = Stopwatch()
    for position in stride(from: 0, to: count, by: workload.batch) {
        let changes = (position..<min(position + workload.batch, count)).map(change)
        try await stopwatch.measure { () async throws(StoreError) in
            try await store.write(at: workload.instant(position)) { transaction throws(StoreError) in
                try body(changes, transaction)
            }
        }
    }
    try await store.close()
    say("\(stopwatch.wallNanoseconds) \(stopwatch.processorNanoseconds)", to: STDOUT_FILENO)
}

/// Saves beside each balance what the daemon saves of its source.
@Sendable private func recordPolls(
    _ changes: [HoldingChange], in transaction: WriteTransaction
) throws(StoreError) {
    for change in changes {
        guard var source = try transaction.source(change.after.id.source) else { continue }
        try transaction.apply([change])
        source.lastAttempt = change.after.readAt
        source.health.lastSuccess = change.after.readAt
        source.nextPoll = change.after.readAt + .seconds(60)
        try transaction.save(source)
    }
}

private func decide(_ file: String, _ workload: DecisionWorkload, rounds: Int) async throws(StoreError) {
    let store = try await open(file)
    let written = try await workload.fill(store)
    say("\(written.wallNanoseconds) \(written.processorNanoseconds)", to: STDOUT_FILENO)
    let reader = StoreReader(StoreLocation(database: file))
    for figures in try await Deciding(workload: workload, reader: reader).measure(rounds: rounds) {
        say("\(figures.facts) \(figures.decision) \(figures.entangled)", to: STDOUT_FILENO)
    }
    await reader.close()
    try await store.close()
}

private let arguments = Array(CommandLine.arguments.dropFirst())
private let numbers = arguments.dropFirst(2).compactMap { Int($0) }
do throws(StoreError) {
    switch (arguments.first, numbers.count) {
    case ("prepare", 1):
        try await prepare(arguments[1], Workload(holdings: numbers[0]))
    case ("changes", 3):
        let workload = Workload(holdings: numbers[0], batch: numbers[2])
        try await record(numbers[1], in: arguments[1], workload, as: workload.change) {
            changes, transaction throws(StoreError) in try transaction.apply(changes)
        }
    case ("polls", 3):
        let workload = Workload(holdings: numbers[0], batch: numbers[2])
        try await record(numbers[1], in: arguments[1], workload, as: workload.sighting, by: recordPolls)
    case ("decisions", 4):
        let workload = DecisionWorkload(holdings: numbers[0], rules: numbers[1], rows: numbers[2])
        try await decide(arguments[1], workload, rounds: numbers[3])
    case (_, _):
        say(usage, to: STDERR_FILENO)
        exit(64)
    }
} catch {
    say("walletd-bench: \(error)", to: STDERR_FILENO)
    exit(1)
}

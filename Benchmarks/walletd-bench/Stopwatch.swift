import Glibc

/// Adds up the wall and processor time of the stretches that are measured.
struct Stopwatch {
    private(set) var wallNanoseconds: Int64 = 0
    private(set) var processorNanoseconds: Int64 = 0

    mutating func measure<Failure: Error>(_ body: () async throws(Failure) -> Void) async throws(Failure) {
        let wall = Stopwatch.read(CLOCK_MONOTONIC)
        let processor = Stopwatch.read(CLOCK_PROCESS_CPUTIME_ID)
        try await body()
        wallNanoseconds += Stopwatch.read(CLOCK_MONOTONIC) - wall
        processorNanoseconds += Stopwatch.read(CLOCK_PROCESS_CPUTIME_ID) - processor
    }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

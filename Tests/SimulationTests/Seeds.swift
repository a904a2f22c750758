import Glibc

/// Which worlds are looked at: those of an ordinary test run, as many as `SEEDS` says, or the one that `SEED` names.
enum Seeds {
    private static let ordinary: UInt64 = 2000
    private static let flawedMax: UInt64 = 2000

    static var asked: ClosedRange<UInt64> {
        if let seed = number("SEED") { return seed...seed }
        return 1...max(number("SEEDS") ?? ordinary, 1)
    }

    static var isOne: Bool { number("SEED") != nil }
    static var flawed: ClosedRange<UInt64> { 1...max(number("SEEDS") ?? flawedMax, 1) }

    private static func number(_ name: String) -> UInt64? {
        getenv(name).flatMap { UInt64(String(cString: $0)) }
    }
}

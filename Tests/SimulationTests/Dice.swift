import WalletTestSupport

/// What a seed decides.
struct Dice: Sendable {
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func bits() -> UInt64 { generator.next() }
    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
    mutating func oneIn(_ count: Int) -> Bool { number(1...count) == 1 }
    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(0...elements.count - 1)] }
    mutating func seconds(_ range: ClosedRange<Int>) -> Duration { .seconds(number(range)) }
}

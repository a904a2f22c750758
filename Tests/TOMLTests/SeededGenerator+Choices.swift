import WalletTestSupport

extension SeededGenerator {
    mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: choices.indices, using: &self)]
    }

    mutating func happens(in percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}

/// An amount as a person writes it on the command line, in one word or two: `12000`, `"12000 KRW"`, `12000 KRW`.
struct AmountArgument: Equatable {
    let number: NumberText
    let asset: String?

    init?(_ arguments: [String]) {
        let words = arguments.flatMap { $0.split(separator: " ").map(String.init) }
        guard (1...2).contains(words.count), let number = NumberText(words[0]) else { return nil }
        self.number = number
        asset = words.count == 2 ? words[1] : nil
    }
}

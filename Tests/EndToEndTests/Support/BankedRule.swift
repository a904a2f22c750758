import WalletTestSupport

/// A cash-out rule whose source, destination and provider are of one bank, and what is configured for it.
struct BankedRule: Sendable {
    var name: String
    var character = Bank.Character.both
    var mode = "auto"
    /// More words of the provider's command: a seed, and how many runs of a hundred go wrong.
    var words: [String] = []
    var timeout = "60s"
    var coolingOff = "0s"
    var account = "payee"
    /// Of the provider: names in the home's folder `credentials`.
    var credentials: [String] = []
    /// The most that the provider is known to take, in KRW.
    var fee = 10
    /// Of the rule: more keys.
    var keys = ""

    init(_ name: String, _ character: Bank.Character = .both) {
        self.name = name
        self.character = character
    }

    var source: String { "\(name)-wallet" }

    var text: String { sourceText + ruleText + destinationText + providerText }

    var sourceText: String {
        """
        [sources.\(source)]
        adapter    = "file"
        path       = "FOLDER/\(source).json"
        every      = "1s"
        withdrawal = "direct"


        """
    }

    var ruleText: String {
        """
        [cashouts.\(name)]
        from       = ["\(source)"]
        when_above = "5000 KRW"
        leave      = "1000 KRW"
        to         = "\(name)-payee"
        mode       = "\(mode)"
        max_fee    = ["5%", "100 KRW"]
        max_amount = "1000 KRW"
        confirm    = 1
        budget     = { amount = "9000000 KRW", fees = "900000 KRW", every = "30d" }
        \(keys)

        """
    }

    var destinationText: String {
        """
        [destinations.\(name)-payee]
        provider    = "\(name)-bank"
        account     = { file = "FOLDER/\(account)" }
        cooling_off = "\(coolingOff)"


        """
    }

    var providerText: String {
        let command = (["FOLDER/bank.py", character.rawValue] + words).map { "\"\($0)\"" }.joined(separator: ", ")
        return """
            [providers.\(name)-bank]
            adapter         = "exec"
            command         = [\(command)]
            registration    = "the bank of the tests"
            verified_on     = \(Today.plus(days: -30))
            identity        = "verified"
            identity_until  = \(Today.plus(days: 300))
            fee             = { fixed = "\(fee) KRW" }
            processing      = "1m"
            reversal_window = "0s"
            timeout         = "\(timeout)"
            credentials     = [\(credentials.map { "\"\($0)\"" }.joined(separator: ", "))]


            """
    }

    static let limits = """
        [limits]
        budget = { amount = "9000000 KRW", fees = "900000 KRW", every = "30d" }


        """
}

extension Home {
    /// A home whose rules are of one bank, each with this much in its source.
    static func banking(_ rules: [BankedRule], deposit: Int = 10_000) throws -> (Home, Bank) {
        let home = try Home(BankedRule.limits + rules.map(\.text).joined())
        let bank = try Bank(in: home.folder)
        try home.folder.write("payee", "KR-0815-4711\n")
        for rule in rules { try bank.deposit(deposit, into: rule.source) }
        return (home, bank)
    }
}

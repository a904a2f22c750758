import WalletTestSupport

/// What the built walletd is configured with: a wallet that goes to a Lightning address. Keys and the address are names of
/// credentials.
struct LiveScene {
    var sourceKey = "payer-read"
    var adminKey = "payer-admin"
    var payee = "payee"
    var maxAmount = "12000 SAT"
    var maxFee = "5%"
    /// Of the provider.
    var port: Int
    private let lnbits: Int

    init(_ lnbits: LiveLNbits) {
        port = lnbits.port
        self.lnbits = lnbits.port
    }

    var text: String { limits + source + rule + destination + provider }

    private let limits = """
        [limits]
        budget = { amount = "100000 SAT", fees = "5000 SAT", every = "30d" }


        """

    private var source: String {
        """
        [sources.tips]
        adapter    = "lnbits"
        url        = "http://127.0.0.1:\(lnbits)"
        key        = { credential = "\(sourceKey)" }
        every      = "1s"
        withdrawal = "direct"


        """
    }

    private var rule: String {
        """
        [cashouts.tips]
        from       = ["tips"]
        when_above = "10000 SAT"
        leave      = "1000 SAT"
        to         = "payee"
        mode       = "auto"
        max_fee    = ["\(maxFee)"]
        max_amount = "\(maxAmount)"
        confirm    = 1
        cooldown   = "1d"
        budget     = { amount = "100000 SAT", fees = "5000 SAT", every = "30d" }


        """
    }

    private var destination: String {
        """
        [destinations.payee]
        provider    = "node"
        account     = { credential = "\(payee)" }
        cooling_off = "0s"


        """
    }

    private var provider: String {
        """
        [providers.node]
        adapter         = "lnbits"
        url             = "http://127.0.0.1:\(port)"
        key             = { credential = "\(adminKey)" }
        registration    = "ours"
        verified_on     = \(Today.plus(days: -30))
        identity        = "verified"
        identity_until  = \(Today.plus(days: 300))
        step            = "1 SAT"
        processing      = "1m"
        timeout         = "20s"
        reversal_window = "0s"

        """
    }
}

import WalletTestSupport

extension Home {
    /// One file source, `transit`, polled each second, whose card has 2500 KRW: less than its alert allows.
    static func watchingTransit() throws -> Home {
        let home = try Home(transit)
        try home.write(csv: "transit.csv", "card-1,KRW,2500")
        return home
    }

    static let transit = """
        [sources.transit]
        adapter = "file"
        path    = "FOLDER/transit.csv"
        every   = "1s"

        [alerts.low]
        source   = "transit"
        below    = "3000 KRW"
        clear_at = "5000 KRW"

        """

    /// Makes the folder's `script` a plugin that reports this one balance.
    func plugin(account: String, krw amount: String) throws {
        let balance = #"{"account":"\#(account)","asset":"KRW","available":"\#(amount)"}"#
        _ = try folder.script(#"cat > /dev/null; echo '{"walletd":1,"balances":[\#(balance)]}'"#)
    }
}

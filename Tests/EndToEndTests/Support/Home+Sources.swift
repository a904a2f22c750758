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

    /// The variables that walletd gets through another program, as `NAME=VALUE`.
    var passedVariables: [String] { environment.map { "\($0)=\($1)" }.sorted() }

    /// One exec source, `plugin`, that runs the folder's `script` when it is asked to, beside the transit card.
    static func runningScript(_ body: String, timeout: String = "30s") throws -> Home {
        let home = try Home(
            transit + """
                [sources.plugin]
                adapter = "exec"
                command = ["FOLDER/script"]
                every   = "1h"
                timeout = "\(timeout)"
                """)
        try home.write(csv: "transit.csv", "card-1,KRW,2500")
        _ = try home.folder.script(body.replacing("FOLDER", with: home.folder.path))
        return home
    }
}

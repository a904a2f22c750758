import ArgumentParser

/// What `walletctl try-provider` hands over: it has no programs run by itself.
package struct TrialOptions: ParsableArguments {
    @Flag(help: "Check a cash-out plugin, the words after --, against the protocol, and exit.")
    var tryProvider = false

    @Option(help: ArgumentHelp("How much the plugin is asked about.", valueName: "amount"))
    var amount = "10000 KRW"

    @Option(help: ArgumentHelp("To which account.", valueName: "account"))
    var account = "walletd-trial"

    @Option(help: ArgumentHelp("The plugin's options, a JSON object.", valueName: "json"))
    var options = "{}"

    @Flag(help: "Send too, twice with one key.")
    var send = false

    @Argument(parsing: .postTerminator)
    var command: [String] = []

    package init() {}
}

import ArgumentParser

/// The options that every verb takes.
struct GlobalOptions: ParsableArguments {
    @Flag(help: "Print the daemon's answer as it is, in JSON.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "The daemon's socket, in place of $WALLETD_SOCKET, /run/walletd/walletd.sock or "
                + "$XDG_RUNTIME_DIR/walletd.sock, of which the first that exists is taken.",
            valueName: "path"),
        completion: .file())
    var socket: String?
}

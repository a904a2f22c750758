import ArgumentParser

struct CompletionsVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "completions",
        abstract: "Print the completion script of a shell: bash, zsh or fish.",
        discussion: """
            Where the shell finds it by itself: /usr/share/bash-completion/completions/walletctl, \
            /usr/share/zsh/site-functions/_walletctl, /usr/share/fish/vendor_completions.d/walletctl.fish.

            Example: source <(walletctl completions bash)
            """)

    @Argument(help: "Which shell.")
    var shell: Shell

    @OptionGroup
    var global: GlobalOptions

    func run(in session: Session) throws -> ExitStatus {
        try session.print([Walletctl.completionScript(for: shell.parsers)])
        return .done
    }
}

/// A shell that completes command lines.
enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash
    case zsh
    case fish

    /// The same for the argument parser.
    var parsers: CompletionShell {
        switch self {
        case .bash: .bash
        case .zsh: .zsh
        case .fish: .fish
        }
    }
}

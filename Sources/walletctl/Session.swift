import Glibc
import WalletAPI
import WalletClient

/// What a verb works with: the daemon, and where to print.
struct Session {
    let options: GlobalOptions
    let traits: TerminalTraits
    let environment: [String: String]
    let folder: String
    private let output: Output
    private let errors: Output
    private let input: Input

    init(_ program: Program, options: GlobalOptions) {
        self.options = options
        traits = program.traits
        environment = program.environment
        folder = program.folder
        output = program.output
        errors = program.errors
        input = program.input
    }

    /// The daemon at the first socket that exists.
    func client(patience: Duration = WalletClient.patienceUsual) throws(Failure) -> WalletClient {
        let search = SocketSearch(given: options.socket, environment: environment)
        guard let socket = search.found(exists: Self.exists) else {
            throw Failure(search, unit: SystemdUnit.state(environment: environment))
        }
        return WalletClient(socket: socket, patience: patience)
    }

    /// A socket in a folder that this user may not enter counts: the way to it is what the error is then about.
    private static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0 || errno == EACCES
    }

    /// Runs another program in the place of this one.
    func run(_ program: ChildProgram, _ arguments: [String]) throws -> Int32? {
        try program.run(arguments, output: output, errors: errors)
    }

    func print(_ lines: [String]) throws(OutputError) {
        try output.write(lines: lines)
    }

    func print(json bytes: [UInt8]) throws(OutputError) {
        try output.write(bytes.last == UInt8(ascii: "\n") ? bytes : bytes + [UInt8(ascii: "\n")])
    }

    /// Bytes that are the answer themselves.
    func print(raw bytes: ArraySlice<UInt8>) throws(OutputError) {
        try output.write(Array(bytes))
    }

    /// A remark that is no part of the answer, for persons only.
    func remark(_ text: String) throws(OutputError) {
        guard traits.reader == .person else { return }
        try errors.write(lines: [SafeText.escaped(text)])
    }

    /// Whether a person sits there to be asked.
    var canAsk: Bool { input.isTerminal }

    /// What a person must see before they are asked; no part of the answer.
    func explain(_ lines: [String]) throws(OutputError) {
        try errors.write(lines: lines)
    }

    /// Asks a person; anything but yes is no.
    func asks(_ question: String) throws(OutputError) -> Bool {
        try errors.write(Array("\(SafeText.escaped(question)) [y/N] ".utf8))
        guard let answer = input.line() else {
            // Where the answer ends without a line's end, what comes next would stand behind the question.
            try errors.write(lines: [""])
            return false
        }
        return ["y", "yes"].contains(answer.lowercased())
    }
}

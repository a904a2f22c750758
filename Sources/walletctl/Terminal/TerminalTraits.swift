/// How output may look: what stands behind standard output, as far as it matters to a rendering.
struct TerminalTraits: Equatable {
    /// What reads the output.
    enum Reader {
        /// A person: aligned columns that fit the width.
        case person
        /// A program: one line a row, fields separated by tabs.
        case program
    }

    enum Charset {
        case ascii
        case unicode
    }

    enum Colour {
        case none
        case ansi
    }

    var reader: Reader
    /// In columns, at least ``columnsMin``.
    var columns: Int
    var charset: Charset
    var colour: Colour

    /// What terminals have had since the punched card, taken where nothing says otherwise.
    static let columnsUsual = 80
    /// Narrower windows are not rendered for: a line of any use needs this much.
    static let columnsMin = 10
    /// Wider claims are not believed, so that a line stays small.
    static let columnsMax = 10_000

    static let plain = TerminalTraits(reader: .program, columns: columnsUsual, charset: .unicode, colour: .none)
}

extension TerminalTraits {
    /// What a program of the shell would conclude: `COLUMNS` goes before the window's own width, `NO_COLOR`
    /// (no-color.org) and a dumb terminal take the colour away, the locale says whether UTF-8 is understood.
    init(reader: Reader, windowColumns: Int?, environment: [String: String]) {
        self.reader = reader
        let columns = environment["COLUMNS"].flatMap(Int.init).flatMap { $0 > 0 ? $0 : nil } ?? windowColumns
        self.columns = min(max(columns ?? Self.columnsUsual, Self.columnsMin), Self.columnsMax)
        charset = Self.charset(of: environment)
        let refused = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        colour = reader == .person && !refused ? .ansi : .none
    }

    /// The first of these that is set and not empty decides (POSIX, Environment Variables, 8.2).
    private static func charset(of environment: [String: String]) -> Charset {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
        let codeset = locale.split(separator: ".").dropFirst().first?.prefix { $0 != "@" } ?? ""
        return ["utf-8", "utf8"].contains(codeset.lowercased()) ? .unicode : .ascii
    }
}

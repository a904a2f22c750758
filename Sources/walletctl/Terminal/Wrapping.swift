/// Breaking of a text into lines.
enum Wrapping {
    /// Lines of at most so many columns, broken at blanks where there are any, else where the line is full.
    static func lines(_ text: String, columns: Int) -> [String] {
        var lines: [String] = []
        var rest = Substring(text)
        while DisplayWidth.of(String(rest)) > columns {
            let full = DisplayWidth.prefix(of: String(rest), columns: columns)
            let fitting = rest.prefix(max(1, full.count))
            let line = breakAtBlank(fitting, in: rest)
            lines.append(String(line))
            rest = rest.dropFirst(line.count).drop { $0 == " " }
        }
        return rest.isEmpty && !lines.isEmpty ? lines : lines + [String(rest)]
    }

    /// Up to the last blank of what fits; all that fits where there is none or the next character is one.
    private static func breakAtBlank(_ fitting: Substring, in rest: Substring) -> Substring {
        guard rest.dropFirst(fitting.count).first != " ", let blank = fitting.lastIndex(of: " "),
            blank > fitting.startIndex
        else { return fitting }
        return fitting[..<blank]
    }
}

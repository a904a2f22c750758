extension AlertRule {
    /// What the rule does, as text that is kept in the database: condition, selection, `for`, `clear_at`, `at_least`.
    ///
    /// Two definitions with the same text carry their states over; the name, `severity` and `renotify` are not part of
    /// it. The text is the same in every version of the program: a part is added only where it is in use.
    package var identity: String {
        var parts = [condition.identity]
        parts += selection.identity
        if sustained > .zero { parts.append("for=\(sustained.wholeMilliseconds)ms") }
        if let clearAt { parts.append("clear_at=\(clearAt.identity)") }
        if let atLeast { parts.append("at_least=\(atLeast.identity)") }
        return parts.joined(separator: " ")
    }
}

extension AlertCondition {
    fileprivate var identity: String {
        switch self {
        case .threshold(let threshold): "\(threshold.comparison.rawValue)=\(threshold.limit.identity)"
        case .idleFor(let time): "idle_for=\(time.wholeMilliseconds)ms"
        case .staleFor(let time): "stale_for=\(time.wholeMilliseconds)ms"
        }
    }
}

extension Selection {
    fileprivate var identity: [String] {
        [
            list("source", sources.map(\.pattern)), list("account", accounts.map(\.pattern)),
            list("kind", kinds.map(\.rawValue)), list("asset", assets),
        ].compactMap(\.self)
    }

    /// `nil` for a list that selects everything. Order and repetition mean nothing.
    private func list(_ key: String, _ names: [String]) -> String? {
        guard !names.isEmpty, !names.contains("*") else { return nil }
        let quoted = Set(names).sorted().map { "\"\($0.escapingQuotes)\"" }
        return "\(key)=[\(quoted.joined(separator: ","))]"
    }
}

extension String {
    /// Fit to stand between quotes in an identity.
    var escapingQuotes: String {
        reduce(into: "") { text, character in
            if character == "\"" || character == "\\" { text.append("\\") }
            text.append(character)
        }
    }
}

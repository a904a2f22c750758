import WalletAPI
import WalletClient

extension Session {
    /// Prints one answer: its bytes with `--json`, else the lines that a view makes of it.
    func show<Value>(
        _ answer: Answer<Value>, as lines: (Value, TerminalTraits) -> [String]
    ) throws -> ExitStatus {
        if options.json {
            try print(json: answer.bytes)
        } else {
            try print(lines(answer.value(), traits))
        }
        return .done
    }

    /// Prints what the query lists as one table, with `--json` as one document.
    func list<Item>(
        _ none: String, _ query: [QueryParameter] = [], page: @escaping Paging<Item>.Fetch,
        as table: ([Item]) -> Table
    ) throws -> ExitStatus {
        try list(none, query, page: page) { table($0).lines(on: $1) }
    }

    /// The same for what is more than a table.
    func list<Item>(
        _ none: String, _ query: [QueryParameter] = [], page: @escaping Paging<Item>.Fetch,
        lines: ([Item], TerminalTraits) -> [String]
    ) throws -> ExitStatus {
        let paging = Paging(fetch: page)
        guard !options.json else {
            try paging.eachPiece(query) { try print(raw: $0[...]) }
            return .done
        }
        let items = try paging.items(query)
        guard !items.isEmpty else {
            try remark(none)
            return .done
        }
        try print(lines(items, traits))
        return .done
    }
}

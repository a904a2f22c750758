import WalletCore

/// Reads `adapter`, which decides what the other keys of its table are.
struct AdapterKey<Name: RawRepresentable & CaseIterable> where Name.RawValue == String {
    let written: Name?
    /// Also that of a misspelled word, so that the other keys can be checked all the same.
    let probable: Name?

    init(_ reader: inout TableReader) {
        written = reader.required("adapter") { value throws(ValueFlaw) in try value.word(Name.self) }
        probable = written ?? Self.nearest(reader.table)
    }

    private static func nearest(_ table: MergedTable) -> Name? {
        guard case .text(let text)? = table["adapter"]?.value else { return nil }
        return NearestWord.find(text, among: Name.allCases.map(\.rawValue)).flatMap(Name.init)
    }

    /// Ends a table whose adapter is not known. Which keys are known depends on it, so a key that is like no other is
    /// taken for one of it.
    static func finish(_ reader: inout TableReader, _ read: (Name, inout TableReader) -> Void) {
        for adapter in Name.allCases {
            var trial = TableReader(reader.table, Findings())
            read(adapter, &trial)
            reader.recognize(trial.known)
        }
        reader.finish(reporting: .misspelledKeys)
    }
}

import WalletCore

/// The assets that amounts in the configuration may name.
struct KnownAssets {
    private(set) var table = AssetTable()
    /// Declared with a fault that is reported where it is.
    private var faulty: Set<String> = []
    /// Whether another asset may be declared in lines that could not be read.
    private let isDamaged: Bool

    init(isDamaged: Bool) {
        self.isDamaged = isDamaged
    }

    mutating func declare(_ code: String, scale: Int, name: String?) throws(AssetError) {
        try table.declare(code, scale: scale, name: name)
    }

    mutating func noteFaulty(_ code: String) { faulty.insert(code) }

    func asset(_ code: String) throws(ValueFlaw) -> Asset {
        do {
            return try table.asset(code)
        } catch {
            throw flaw(error)
        }
    }

    func amount(_ text: String) throws(ValueFlaw) -> Amount {
        do {
            return try Amount.parse(text, assets: table)
        } catch .asset(let error) {
            throw flaw(error)
        } catch {
            throw .refused("\(error)")
        }
    }

    /// What to say where an asset cannot be had.
    func flaw(_ error: AssetError) -> ValueFlaw {
        switch error {
        case .unknown(let code, _): isDamaged || faulty.contains(code) ? .explainedElsewhere : .refused("\(error)")
        case .malformedCode, .scaleOutOfRange, .redeclared: .refused("\(error)")
        }
    }
}

import WalletCore

/// Reads the fields of a balance from their texts, wherever those come from.
struct BalanceText: Sendable {
    let assets: AssetTable

    func account(_ text: String) throws(BalanceTextError) -> String {
        do {
            try AccountName.check(text)
        } catch {
            throw BalanceTextError("\(error)")
        }
        return text
    }

    func asset(_ code: String) throws(BalanceTextError) -> Asset {
        do {
            return try assets.asset(code)
        } catch {
            throw BalanceTextError("\(error)")
        }
    }

    func amount(_ text: String, of asset: Asset) throws(BalanceTextError) -> Amount {
        do {
            return try Amount.parse(decimal: text, of: asset)
        } catch {
            throw BalanceTextError("\(error)")
        }
    }

    /// A number that counts units of 10^-shift.
    func amount(_ text: String, shift: Int, of asset: Asset) throws(BalanceTextError) -> Amount {
        do {
            return try Amount.parse(digits: text, shift: shift, of: asset)
        } catch {
            throw BalanceTextError("\(error)")
        }
    }

    func kind(_ text: String) throws(BalanceTextError) -> BalanceKind {
        guard let kind = BalanceKind(rawValue: text) else {
            let known = BalanceKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw BalanceTextError("\"\(SafeText.excerpt(text))\" is not a kind; known are \(known)")
        }
        return kind
    }

    func timestamp(_ text: String) throws(BalanceTextError) -> Timestamp {
        do {
            return try Timestamp.parse(text)
        } catch {
            throw BalanceTextError("\(error)")
        }
    }

    func date(_ text: String) throws(BalanceTextError) -> CalendarDate {
        do {
            return try CalendarDate.parse(text)
        } catch {
            throw BalanceTextError("\(error)")
        }
    }
}

/// Why a text is not the field that it should be. Every one of them makes a reading malformed.
struct BalanceTextError: Error, CustomStringConvertible {
    /// Quotes excerpts only, fit to be shown.
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

import WalletCore

/// The sorts of values that only the tables of cash-outs take.
extension ConfigurationValue {
    /// An amount above zero.
    func amountAboveZero(_ assets: KnownAssets) throws(ValueFlaw) -> Amount {
        let amount = try amount(assets)
        guard amount.units > 0 else { throw .refused("\(amount) is not above zero") }
        return amount
    }

    /// An amount that may be zero.
    func amountFromZero(_ assets: KnownAssets) throws(ValueFlaw) -> Amount {
        let amount = try amount(assets)
        guard !amount.isNegative else { throw .refused("\(amount) is below zero") }
        return amount
    }

    func percentage() throws(ValueFlaw) -> Percentage {
        guard case .text(let text) = self else { throw .kind(wanted: "a percentage like \"1.5%\"", found: noun) }
        do {
            return try Percentage.parse(text)
        } catch {
            throw .refused("\(error)")
        }
    }

    /// A TOML date.
    func day() throws(ValueFlaw) -> CalendarDate {
        guard case .calendar(let text, let noun) = self else {
            throw .kind(wanted: "a date like 2026-11-22, without quotes", found: noun)
        }
        do {
            return try CalendarDate.parse(text)
        } catch {
            throw .kind(wanted: "a date like 2026-11-22, without a time", found: noun)
        }
    }

    /// One duration, or the least and the most: `10m..24h`.
    func processingTime(in range: ClosedRange<Duration>) throws(ValueFlaw) -> ProcessingTime {
        guard case .text(let text) = self else {
            throw .kind(wanted: "a duration or two, like \"10m..24h\"", found: noun)
        }
        guard let dots = text.firstRange(of: "..") else {
            return ProcessingTime(try duration(in: range))
        }
        let least = try ConfigurationValue.text(String(text[..<dots.lowerBound])).duration(in: range)
        let most = try ConfigurationValue.text(String(text[dots.upperBound...])).duration(in: range)
        guard least <= most else {
            throw .refused("\"\(SafeText.excerpt(text))\" begins with the longer time; the shorter one comes first")
        }
        return ProcessingTime(least, most)
    }

    /// One line that a person wrote for persons.
    func line(bytesMax: Int) throws(ValueFlaw) -> String {
        let line = try text()
        guard !line.isEmpty, line.utf8.count <= bytesMax, SafeText.message(line) == line else {
            throw .refused("1 to \(bytesMax) bytes are wanted, without control characters")
        }
        return line
    }
}

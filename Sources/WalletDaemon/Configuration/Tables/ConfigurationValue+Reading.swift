import WalletCore

/// The sorts of values that keys take.
extension ConfigurationValue {
    func text() throws(ValueFlaw) -> String {
        guard case .text(let text) = self else { throw .kind(wanted: "a string", found: noun) }
        return text
    }

    func flag() throws(ValueFlaw) -> Bool {
        guard case .flag(let flag) = self else { throw .kind(wanted: "true or false", found: noun) }
        return flag
    }

    func integer(in range: ClosedRange<Int>) throws(ValueFlaw) -> Int {
        let wanted = "an integer from \(range.lowerBound) to \(range.upperBound)"
        guard case .integer(let integer) = self else { throw .kind(wanted: wanted, found: noun) }
        guard range.contains(Int(integer)) else { throw .kind(wanted: wanted, found: String(integer)) }
        return Int(integer)
    }

    func duration(in range: ClosedRange<Duration>) throws(ValueFlaw) -> Duration {
        guard case .text(let text) = self else { throw .kind(wanted: "a duration like \"15m\"", found: noun) }
        do {
            return try Duration.parse(text, in: range)
        } catch {
            throw .refused("\(error)")
        }
    }

    func quota() throws(ValueFlaw) -> Quota {
        guard case .text(let text) = self else { throw .kind(wanted: "a quota like \"4/24h\"", found: noun) }
        do {
            return try Quota.parse(text)
        } catch {
            throw .refused("\(error)")
        }
    }

    func amount(_ assets: KnownAssets) throws(ValueFlaw) -> Amount {
        guard case .text(let text) = self else { throw .kind(wanted: "an amount like \"3000 KRW\"", found: noun) }
        return try assets.amount(text)
    }

    /// One of a closed set of words.
    func word<Word: RawRepresentable & CaseIterable>(
        _: Word.Type
    ) throws(ValueFlaw) -> Word where Word.RawValue == String {
        let words = Word.allCases.map(\.rawValue)
        let wanted = "one of " + words.map { "\"\($0)\"" }.joined(separator: ", ")
        guard case .text(let text) = self else { throw .kind(wanted: wanted, found: noun) }
        if let word = Word(rawValue: text) { return word }
        let hint = NearestWord.find(text, among: words).map { "; did you mean \"\($0)\"?" } ?? ""
        throw .kind(wanted: wanted, found: "\"\(SafeText.excerpt(text))\"\(hint)")
    }

    /// A path that means the same wherever the daemon was started.
    func absolutePath() throws(ValueFlaw) -> String {
        let path = try text()
        guard path.utf8.first == UInt8(ascii: "/") else {
            // Not quoted: where the path of a secret is wanted, people write the secret.
            throw .refused("an absolute path is wanted, which begins with \"/\"")
        }
        guard path.utf8.count <= FileLimits.pathBytesMax else {
            throw .refused("the path is longer than \(FileLimits.pathBytesMax) bytes")
        }
        guard !path.utf8.contains(0) else { throw .refused("the path holds a NUL character") }
        return path
    }

    /// A plain name, fit for `check`'s rules.
    func name(_ check: (String) throws(NameError) -> Void) throws(ValueFlaw) -> String {
        let name = try text()
        do {
            try check(name)
        } catch {
            throw .refused("\(error)")
        }
        return name
    }
}

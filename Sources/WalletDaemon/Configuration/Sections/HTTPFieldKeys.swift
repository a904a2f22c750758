import JSON
import WalletAdapters
import WalletCore

/// The keys that say where the fields of a balance are in an answer: a JSON Pointer, or `{ value = … }`.
struct HTTPFieldKeys {
    typealias Field = HTTPSourceDefinition.Field

    let assets: KnownAssets

    func account(_ reader: inout TableReader) -> Field? {
        reader.requiredMember("account").flatMap { member in
            field(member, reader) { value throws(ValueFlaw) in try value.name(AccountName.check) }
        }
    }

    func asset(_ reader: inout TableReader) -> Field? {
        reader.requiredMember("asset").flatMap { member in
            field(member, reader) { value throws(ValueFlaw) in try assets.asset(try value.text()).code }
        }
    }

    func available(_ reader: inout TableReader, asset: Field?, shift: Int) -> Field? {
        reader.requiredMember("available").flatMap { number($0, reader, asset: asset, shift: shift) }
    }

    func total(_ reader: inout TableReader, asset: Field?, shift: Int) -> Field? {
        reader.member("total").flatMap { number($0, reader, asset: asset, shift: shift) }
    }

    func asOf(_ reader: inout TableReader) -> Field? {
        reader.member("as_of").flatMap { member in
            field(member, reader) { value throws(ValueFlaw) in
                try Self.calendar(value) { text throws(TimeTextError) in _ = try Timestamp.parse(text) }
            }
        }
    }

    /// A day, or an instant on it.
    func expires(_ reader: inout TableReader) -> Field? {
        reader.member("expires").flatMap { member in
            field(member, reader) { value throws(ValueFlaw) in
                try Self.calendar(value) { text throws(TimeTextError) in
                    guard text.contains("T") else { return _ = try CalendarDate.parse(text) }
                    _ = try Timestamp.parse(text)
                }
            }
        }
    }

    static func pointer(_ value: ConfigurationValue) throws(ValueFlaw) -> JSONPointer {
        guard case .text(let text) = value else {
            throw .kind(wanted: "a JSON Pointer like \"/data\"", found: value.noun)
        }
        do {
            return try JSONPointer(text)
        } catch {
            throw .refused("\(error)")
        }
    }

    private func field(
        _ member: MergedTable.Member, _ reader: TableReader,
        _ constant: (ConfigurationValue) throws(ValueFlaw) -> String
    ) -> Field? {
        switch member.value {
        case .table(let table):
            var inner = TableReader(table, reader.findings)
            let value = inner.required("value", constant)
            inner.finish()
            return value.map(Field.value)
        case .text:
            return reader.take(member, Self.pointer).map(Field.pointer)
        case .integer, .float, .flag, .calendar, .list:
            return reader.take(member) { value throws(ValueFlaw) in
                throw .kind(wanted: "a JSON Pointer like \"/balance\" or { value = … }", found: value.noun)
            }
        }
    }

    private func number(
        _ member: MergedTable.Member, _ reader: TableReader, asset: Field?, shift: Int
    ) -> Field? {
        field(member, reader) { value throws(ValueFlaw) in
            let digits: String
            switch value {
            case .integer(let integer): digits = String(integer)
            case .text(let text): digits = text
            case .float, .flag, .calendar, .list, .table:
                throw .kind(wanted: "a number in a string", found: value.noun)
            }
            guard case .value(let code)? = asset else { return digits }
            do {
                _ = try Amount.parse(digits: digits, shift: shift, of: try assets.asset(code))
            } catch let error as AmountError {
                throw ValueFlaw.refused("\(error)")
            } catch {
                throw ValueFlaw.explainedElsewhere
            }
            return digits
        }
    }

    private static func calendar(
        _ value: ConfigurationValue, _ check: (String) throws(TimeTextError) -> Void
    ) throws(ValueFlaw) -> String {
        switch value {
        case .calendar(let text, noun: _), .text(let text):
            do throws(TimeTextError) {
                try check(text)
            } catch {
                throw .refused("\(error)")
            }
            return text
        case .integer, .float, .flag, .list, .table:
            throw .kind(wanted: "a date or a time", found: value.noun)
        }
    }
}

/// Why a text is no time, date, duration or quota. Holds an excerpt of the text, fit to be shown.
package enum TimeTextError: Error, Equatable, Sendable {
    case timestamp(String)
    /// A time without `Z` or an offset, which is no instant.
    case noOffset(String)
    case date(String)
    /// Well-formed, but the calendar or the clock has no such day or time.
    case doesNotExist(String)
    case duration(String)
    case durationOutOfRange(String, ClosedRange<Duration>)
    case quota(String)
}

extension TimeTextError: CustomStringConvertible {
    /// One line for a person.
    package var description: String {
        switch self {
        case .timestamp(let text):
            "\"\(text)\" is not a time of RFC 3339, like \"2026-11-22T10:00:00Z\" or \"2026-11-22T19:00:00.5+09:00\""
        case .noOffset(let text):
            "\"\(text)\" has no offset from UTC: add \"Z\" or one like \"+09:00\""
        case .date(let text):
            "\"\(text)\" is not a date like \"2026-11-22\""
        case .doesNotExist(let text):
            "\"\(text)\" does not exist in the calendar or on the clock"
        case .duration(let text):
            "\"\(text)\" is not a duration: a whole number and one of s, m, h, d, w, y, like \"90s\" or \"30d\""
        case .durationOutOfRange(let text, let range):
            "\"\(text)\" is out of range: from \(range.lowerBound.text) to \(range.upperBound.text)"
        case .quota(let text):
            "\"\(text)\" is not a quota: a number of polls from \(Quota.limits.lowerBound) to"
                + " \(Quota.limits.upperBound), \"/\" and a duration, like \"4/24h\""
        }
    }
}

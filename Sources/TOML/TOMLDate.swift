/// A day of the proleptic Gregorian calendar, years 0000 to 9999 as in RFC 3339.
package struct TOMLDate: Sendable, Hashable {
    package let year: Int
    package let month: Int
    package let day: Int
}

/// A day and a time on it.
package struct TOMLDateTime: Sendable, Hashable {
    package let date: TOMLDate
    package let time: TOMLTime
}

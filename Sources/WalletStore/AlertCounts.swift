/// How many alerts there are in each state that is shown.
package struct AlertCounts: Equatable, Sendable {
    package var pending = 0
    package var firing = 0
}

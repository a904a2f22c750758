import ArgumentParser

/// A day of the calendar: `2027-03-01`.
struct DayText: ExpressibleByArgument, Equatable {
    let text: String

    init?(argument: String) {
        guard CivilDay(argument) != nil else { return nil }
        text = argument
    }
}

import ArgumentParser

/// A duration as in the configuration: digits and `s`, `m`, `h`, `d` or `w`.
struct DurationText: ExpressibleByArgument, Equatable {
    let text: String

    init?(argument: String) {
        guard let unit = argument.last, "smhdw".contains(unit), let count = Int64(argument.dropLast()), count > 0,
            argument.first != "+"
        else { return nil }
        text = argument
    }
}

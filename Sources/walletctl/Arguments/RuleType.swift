import ArgumentParser

/// The sorts of rules, of which two may have one name.
enum RuleType: String, CaseIterable, ExpressibleByArgument {
    case alert
    case cashout
}

/// Another program could not be run.
struct ChildError: Error, Equatable {
    let path: String
    let cause: String
}

extension CashOut {
    /// What going to this state moves in the books.
    func postings(to next: State) throws(TransitionError.Cause) -> [Posting] {
        do throws(AmountError) {
            return try plan.postings(from: state.position, to: next.position)
        } catch {
            throw .uncountable(error)
        }
    }
}

/// How value leaves a source, if at all.
package enum Withdrawal: String, Sendable, CaseIterable {
    case direct
    case partner
    case voucher
    case none
}

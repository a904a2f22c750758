/// Why a text is not an invoice that could be paid.
package enum LightningInvoiceError: Error, Equatable {
    case malformed
    case noAmount
    case noPaymentHash
}

extension LightningInvoiceError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .malformed: "it is not in the form of BOLT 11, or its checksum does not match"
        case .noAmount: "it names no amount"
        case .noPaymentHash: "it has no payment hash"
        }
    }
}

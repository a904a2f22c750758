import JSON
import WalletCore

/// On which terms somebody takes a payment (`payRequest` of LUD-06).
struct PayRequest {
    let callback: HTTPAddress
    /// What can be sent, in millisatoshi.
    let range: ClosedRange<Int64>
    /// Exactly as it came: the invoice is bound to it by its hash.
    let metadata: String

    init(_ document: JSONNode, from service: HTTPAddress) throws(JSONShapeError) {
        var members = try document.object()
        let tag = try members.member("tag")
        guard try tag.string() == "payRequest" else { throw tag.refusal(because: "is not payRequest") }
        let least = try members.integer("minSendable")
        let most = try members.member("maxSendable")
        guard try 1...most.integer() ~= least else {
            throw most.refusal(because: "is below minSendable, or that below 1")
        }
        range = Int64(least)...Int64(try most.integer())
        metadata = try members.string("metadata")
        callback = try Self.callback(members.member("callback"), from: service)
    }

    /// A service elsewhere must not make us ask something on this machine.
    private static func callback(_ node: JSONNode, from service: HTTPAddress) throws(JSONShapeError) -> HTTPAddress {
        let text = try node.string()
        let address: HTTPAddress
        do {
            address = try HTTPAddress(text)
        } catch {
            throw node.refusal(because: "\(error)")
        }
        guard service.isLoopback || !address.isLoopback else { throw node.refusal(because: "is not for us to ask") }
        return address
    }

    /// Where an invoice over so much is fetched.
    func invoiceAddress(millisatoshi: Int64) throws(HTTPAddressError) -> HTTPAddress {
        let separator = callback.target.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
        return try HTTPAddress("\(callback.url)\(separator)amount=\(millisatoshi)")
    }
}

package import WalletAPI

/// One event as the stream carries it.
package struct StreamedEvent: Equatable, Sendable {
    /// What `Last-Event-ID` takes to go on after this event; `nil` before the stream has given one.
    package let id: String?
    /// The JSON text of the event, byte for byte.
    package let data: [UInt8]

    package func event() throws(ClientError) -> Event {
        try AnswerDecoding.value(of: data)
    }
}

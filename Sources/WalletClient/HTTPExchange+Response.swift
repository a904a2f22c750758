extension HTTPExchange {
    struct Response: Sendable {
        let status: Int
        /// In lower case, without parameters; `nil` where the answer names none.
        let mediaType: String?
        let body: [UInt8]
    }
}

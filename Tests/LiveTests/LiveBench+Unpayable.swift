import WalletTestSupport

extension LiveBench {
    /// Serves a Lightning address, kept as the credential `name`, whose one invoice, over 21 SAT, nobody can pay.
    func offerUnpayable(as name: String) throws {
        let foreign = lnbits.foreign
        let service = try LoopbackHTTPServer { request, connection in
            let port = request.headers["host"] ?? ""
            let terms = #"{"tag":"payRequest","callback":"http://\#(port)/cb","minSendable":1,"maxSendable":99000,"#
            let metadata = foreign.metadata.replacing("\"", with: "\\\"")
            let answer =
                request.line.contains("/cb?")
                ? #"{"pr":"\#(foreign.invoice)","routes":[]}"# : terms + #""metadata":"\#(metadata)"}"#
            connection.answer(body: Array(answer.utf8))
            return .keep
        }
        try credential(name, "nobody@127.0.0.1:\(service.port)")
    }
}

import JSON
import Testing
import WalletAPI
import WalletCore
import WalletEngine

extension RawResponse {
    func value<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        try JSONCoding.decode(Value.self, from: Array(body.utf8))
    }
}

extension RunningDaemon {
    /// What a path answers, which must be of success.
    func value<Value: Decodable>(_ target: String) async throws -> Value {
        let answer = try await ask("GET", target)
        try #require(answer.status == 200, "\(answer.body)")
        return try answer.value()
    }

    /// Records a balance by hand; the holding is named in a path's form.
    @discardableResult
    func record(_ holding: String, _ amount: String) async throws -> WalletAPI.Holding {
        let asset = holding.split(separator: "/").last ?? ""
        let body = #"{"amount":{"amount":"\#(amount)","asset":"\#(asset)"}}"#
        let answer = try await ask("POST", "/v1/holdings/\(holding)", body: body)
        try #require(answer.status == 200, "\(answer.body)")
        return try answer.value()
    }

    /// Waits until a polled source has been read.
    @discardableResult
    func balance(of source: String) async throws -> WalletAPI.Holding {
        while true {
            let page: Page<WalletAPI.Holding> = try await value("/v1/holdings?source=\(source)")
            if let holding = page.items.first { return holding }
            await Task.yield()
        }
    }

    /// Waits for the first event of a type.
    func event(_ type: EventType) async throws -> WalletCore.Event {
        var seen: Int64 = 0
        while true {
            for event in try await engine.questions.events(EventQuery(after: seen), limit: 100) {
                seen = event.seq
                if event.draft.type == type { return event }
            }
            await engine.questions.eventCommitted(after: seen)
        }
    }
}

import JSON
import WalletCore

extension LNbitsProvider {
    /// What would surely fail is not tried, because of a try nobody knows at once whether it failed.
    func check(_ request: PayoutRequest) async throws(PortFailure) {
        let payout = try LNbitsPayout(text: request.body)
        guard context.transports.now() + timeout < payout.invoice.expires else {
            throw PortFailure(.failed, "the invoice has expired")
        }
        let wallet = try await wallet(of: payout, on: server(steps: 3))
        let satoshi = try Millisatoshi.asset(in: context.assets)
        let needed = Int128(payout.invoice.millisatoshi) + Int128(payout.reserve)
        guard try wallet.amount(of: satoshi).units >= needed else {
            throw PortFailure(.failed, "the wallet does not hold the amount and what is kept back for the fee")
        }
    }

    /// What LNbits answers where it does not pay says nothing about what happened: a payment that went through is
    /// called failed when it is asked for again. So anything but a clear success is left to ``status(_:)``.
    func send(_ request: PayoutRequest, attempt: PayoutAttempt) async -> SendOutcome {
        let payout: LNbitsPayout
        do throws(PortFailure) {
            payout = try LNbitsPayout(text: request.body)
            guard context.hash.of(Array(request.body.utf8)) == request.hash else {
                throw PortFailure.changedRequest(attempt)
            }
        } catch {
            return .unsent(error)
        }
        do throws(PortFailure) {
            // The look before took at most a third of the time.
            let answer = try await server(steps: 3, of: 2).post("/api/v1/payments", Array(request.body.utf8))
            return outcome(of: payout, try payment(in: answer))
        } catch {
            return .unclear(error.message)
        }
    }

    private func payment(in answer: LNbitsAnswer) throws(PortFailure) -> LNbitsPayment {
        let document = try answer.document()
        do {
            return try LNbitsPayment(JSONNode(document))
        } catch {
            throw PortFailure(.malformed, "the answer of \(answer.server): \(error)")
        }
    }

    private func outcome(of payout: LNbitsPayout, _ payment: LNbitsPayment) -> SendOutcome {
        guard payment.isPayment(of: payout) else { return .unclear("the server answered about another payment") }
        return switch payment.status {
        case .success: settled(payment).map(SendOutcome.replied) ?? .unclear("the fee cannot be read")
        case .pending: .replied(ProviderReply(.pending, reference: payment.paymentHash))
        case .failed: .unclear("the server says that the payment failed")
        }
    }
}

extension LNbitsProvider {
    func status(_ inquiry: PayoutInquiry) async throws(PortFailure) -> ProviderReply {
        let payout = try LNbitsPayout(text: inquiry.body)
        let server = server(steps: 3)
        _ = try await wallet(of: payout, on: server)
        let answer = try await server.get("/api/v1/payments/\(Hexadecimal.text(payout.invoice.paymentHash))")
        guard answer.status != 404, let payment = try found(payout, in: answer) else {
            // Not known is believed of a server that knows the wallet before and after.
            _ = try await wallet(of: payout, on: server)
            return ProviderReply(.unknownKey)
        }
        switch payment.status {
        case .pending: return ProviderReply(.pending, reference: payment.paymentHash)
        case .success:
            guard let reply = settled(payment) else { throw PortFailure(.malformed, "details: the fee cannot be read") }
            return reply
        case .failed:
            guard payment.preimage == nil else {
                throw PortFailure(.malformed, "\(answer.server) calls a payment failed whose preimage it knows")
            }
            return ProviderReply(
                .rejected, reference: payment.paymentHash, message: "\(answer.server) says that the payment failed")
        }
    }

    /// `nil` where what the server found is the payee's side of the same invoice.
    private func found(_ payout: LNbitsPayout, in answer: LNbitsAnswer) throws(PortFailure) -> LNbitsPayment? {
        let document = try answer.document()
        let payment: LNbitsPayment
        do {
            var members = try JSONNode(document).object()
            let isPaid = try members.bool("paid")
            payment = try LNbitsPayment(members.member("details"))
            guard isPaid == (payment.status == .success) else {
                throw try members.member("paid").refusal(because: "does not go with the payment's status")
            }
        } catch {
            throw PortFailure(.malformed, "the answer of \(answer.server): \(error)")
        }
        guard payment.amount < 0 else { return nil }
        guard payment.isPayment(of: payout) else {
            throw PortFailure(.malformed, "\(answer.server) answered about another payment")
        }
        return payment
    }

    /// The wallet that the key opens, if it is the one that pays.
    private func wallet(of payout: LNbitsPayout, on server: LNbitsServer) async throws(PortFailure) -> LNbitsWallet {
        let wallet = try await server.wallet()
        guard wallet.id == payout.wallet else {
            throw PortFailure(
                .misconfigured, "\(definition.server.key) is not the admin key of the wallet that this cash-out is from"
            )
        }
        return wallet
    }

    private func settled(_ payment: LNbitsPayment) -> ProviderReply? {
        guard let satoshi = try? Millisatoshi.asset(in: context.assets) else { return nil }  // said by the caller
        return ProviderReply(
            .settled, reference: payment.paymentHash,
            fee: Amount(units: Int128(payment.fee.magnitude), of: satoshi))
    }
}

extension LNbitsPayment {
    fileprivate func isPayment(of payout: LNbitsPayout) -> Bool {
        paymentHash == Hexadecimal.text(payout.invoice.paymentHash) && invoice == payout.invoice.text
            && Int64(amount) == -payout.invoice.millisatoshi
    }
}

/// The body of asking for a cash-out: what a rule would do, or holdings and a destination.
package struct CashOutRequest: RequestBody {
    package var rule: String?
    package var legs: [Leg]?
    /// By its configured name.
    package var destination: String?
    /// The trust reasons that the person takes the risk of, e.g. `provider-unverified`.
    package var acceptRisk: [String]?

    package init(rule: String) {
        self.rule = rule
    }

    package init(_ legs: [Leg], to destination: String) {
        self.legs = legs
        self.destination = destination
    }

    package static let fields = ["rule", "legs", "destination", "accept_risk"]

    package init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        rule = try fields.decodeIfPresent(String.self, forKey: .rule)
        legs = try fields.decodeIfPresent([ClosedBody<Leg>].self, forKey: .legs)?.map(\.body)
        destination = try fields.decodeIfPresent(String.self, forKey: .destination)
        acceptRisk = try fields.decodeIfPresent([String].self, forKey: .acceptRisk)
    }

    private enum CodingKeys: String, CodingKey {
        case rule, legs, destination
        case acceptRisk = "accept_risk"
    }

    /// What one holding is to give.
    package struct Leg: RequestBody {
        package var source: String
        package var account: String
        /// That of the amount, where it is left out.
        package var asset: String?
        package var amount: Amount

        package init(source: String, account: String, amount: Amount) {
            self.source = source
            self.account = account
            self.amount = amount
        }

        package static let fields = ["source", "account", "asset", "amount"]

        package init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            source = try fields.decode(String.self, forKey: .source)
            account = try fields.decode(String.self, forKey: .account)
            asset = try fields.decodeIfPresent(String.self, forKey: .asset)
            amount = try fields.decode(ClosedBody<Amount>.self, forKey: .amount).body
        }

        private enum CodingKeys: String, CodingKey {
            case source, account, asset, amount
        }
    }
}

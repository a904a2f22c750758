import JSON
import WalletCore

extension ProviderPromise: StoredAsJSON {
    private static let unlimited = "unlimited"

    var json: JSONValue {
        let keyLifetime: JSONValue? =
            switch idempotency {
            case .none: nil
            case .limited(let lifetime): .duration(lifetime)
            case .unlimited: .string(ProviderPromise.unlimited)
            }
        return .members([
            "key_lifetime": keyLifetime, "lookup": .bool(lookup == .byKey), "absent_after": .duration(absentAfter),
            "bundles": .bool(bundling == .bundles),
        ])
    }

    init(json: JSONNode) throws(JSONShapeError) {
        var reader = try json.object()
        let idempotency = try reader.optionalMember("key_lifetime").map { node throws(JSONShapeError) in
            node.value == .string(ProviderPromise.unlimited)
                ? KeyLifetime.unlimited : .limited(.milliseconds(try node.integer()))
        }
        self.init(
            idempotency: idempotency, lookup: try reader.bool("lookup") ? .byKey : .none,
            absentAfter: try reader.optionalDuration("absent_after"),
            bundling: try reader.bool("bundles") ? .bundles : .single)
    }
}

/// The names of query parameters.
package enum QueryName: String, Sendable, CaseIterable {
    // Of holdings: exact names.
    case source
    case account
    case asset
    case kind
    /// `SOURCE`, `SOURCE/ACCOUNT` or `SOURCE/ACCOUNT/ASSET`, each a name or a glob, or empty for any.
    case holding
    /// `true` also lists what has left the list: long-zero holdings, those of removed sources, inactive alerts, cash-outs
    /// that are over.
    case all
    /// Of history and events: an instant (RFC 3339), a day (its start in UTC), or a duration before now (`30d`).
    case since
    /// Likewise; exclusive.
    case until
    /// A duration: one value for each such step.
    case step
    /// Of events: only those with a higher number.
    case after
    /// Of events: a type or a glob (`alert.*`). Of a rule: `alert` or `cashout`.
    case type
    /// Of alerts: `pending`, `firing`, `resolved` or `inactive`; the first two without it. Of cash-outs: one of their states.
    case state
    /// Of cash-outs: the beginning of their id.
    case id
    /// Of the plan: a rule's name.
    case rule
    /// Of a rule: an instant, as for ``since``, at which its decision is asked for.
    case at
    /// How many items a page holds, see ``PageLimit``.
    case limit
    /// The `next` of the page before.
    case cursor
}

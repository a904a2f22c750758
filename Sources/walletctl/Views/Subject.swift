/// What an alert, a reason or an event is about.
enum Subject {
    /// `SOURCE/ACCOUNT/ASSET`, or as much of it as there is.
    static func text(_ source: String?, _ account: String?, _ asset: String?) -> String {
        [source, account, asset].compactMap(\.self).joined(separator: "/")
    }
}

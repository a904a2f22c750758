/// Where one run of a plugin takes place.
struct PluginRoom {
    let home: String
    /// `nil`: it sees none.
    let credentials: CredentialFolder?

    func leave() {
        credentials?.remove()
    }
}

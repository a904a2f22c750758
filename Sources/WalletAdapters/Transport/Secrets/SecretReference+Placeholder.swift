extension SecretReference {
    /// What stands for the secret in a request that is stored: `{credential:NAME}` or `{file:/path}`.
    var placeholder: String {
        switch self {
        case .credential(let name): "{credential:\(name)}"
        case .file(let path): "{file:\(path)}"
        }
    }
}

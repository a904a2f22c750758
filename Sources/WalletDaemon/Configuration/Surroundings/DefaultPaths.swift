/// Where things are unless somebody says otherwise.
package struct DefaultPaths: Equatable, Sendable {
    /// The first id that Debian and systemd give to people; below are root and system accounts.
    private static let firstPersonID: UInt32 = 1000

    package let configuration: String
    /// `nil` where the environment tells of no folder for it.
    package let database: String?
    /// `nil` likewise; systemd may pass the socket all the same.
    package let socket: String?

    /// By the variables that systemd sets (systemd.exec(5)), else by those of the XDG Base Directory Specification,
    /// which names folders below `home` where they are unset. Relative paths in either are ignored, as that says.
    package init(environment: [String: String], user: UInt32, home: String?) {
        let folders = Folders(environment: environment, home: home)
        let state = folders.systemd("STATE_DIRECTORY") ?? folders.xdg("XDG_STATE_HOME", ".local/state").map(Self.own)
        let runtime = folders.systemd("RUNTIME_DIRECTORY") ?? folders.absolute("XDG_RUNTIME_DIR")
        let ownConfiguration = user >= Self.firstPersonID ? folders.xdg("XDG_CONFIG_HOME", ".config") : nil
        configuration = (ownConfiguration.map(Self.own) ?? "/etc/walletd") + "/walletd.toml"
        database = state.map { $0 + "/walletd.db" }
        socket = runtime.map { $0 + "/walletd.sock" }
    }

    private static func own(_ folder: String) -> String { folder + "/walletd" }
}

private struct Folders {
    let environment: [String: String]
    let home: String?

    /// The first of a colon-separated list.
    func systemd(_ variable: String) -> String? {
        environment[variable]?.split(separator: ":").first.flatMap { absolute($0) }
    }

    func xdg(_ variable: String, _ belowHome: String) -> String? {
        absolute(variable) ?? home.flatMap { absolute($0[...]) }.map { "\($0)/\(belowHome)" }
    }

    func absolute(_ variable: String) -> String? { environment[variable].flatMap { absolute($0[...]) } }

    private func absolute(_ path: Substring) -> String? {
        guard path.utf8.first == UInt8(ascii: "/") else { return nil }
        let end = path.lastIndex { $0 != "/" }
        return end.map { String(path[...$0]) } ?? ""
    }
}

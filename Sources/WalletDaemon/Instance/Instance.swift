import Glibc
import WalletAdapters
import WalletStore

/// One daemon's place on the machine: its state directory, locked against a second one, and the key kept in it.
struct Instance: ~Copyable {
    let location: StoreLocation
    let key: InstanceKey
    let directories: AdapterDirectories
    private let lock: InstanceLock

    init(_ settings: DaemonSettings, launch: Launch, chance: () -> UInt64) throws(StartFailure) {
        guard let database = settings.database else {
            throw StartFailure(
                .configuration, "nothing says where the database is",
                hint: "set `database` in [daemon], or start walletd with $STATE_DIRECTORY or $HOME")
        }
        let location = StoreLocation(database: database)
        let state = location.directory
        try Instance.makeFolder(state)
        let lock = try InstanceLock(path: state + "/walletd.lock")
        let key = try InstanceKey(path: state + "/walletd.key", chance: chance)
        self.init(
            location: location, key: key,
            directories: AdapterDirectories(
                state: state, runtime: Instance.runtimeFolder(launch.environment) ?? state,
                credentials: launch.environment["CREDENTIALS_DIRECTORY"]),
            lock: lock)
    }

    private init(
        location: StoreLocation, key: InstanceKey, directories: AdapterDirectories, lock: consuming InstanceLock
    ) {
        self.location = location
        self.key = key
        self.directories = directories
        self.lock = lock
    }

    /// Best in memory: copies of credentials are there while a plugin runs.
    private static func runtimeFolder(_ environment: [String: String]) -> String? {
        let first = environment["RUNTIME_DIRECTORY"]?.split(separator: ":").first.map(String.init)
        return first ?? environment["XDG_RUNTIME_DIR"].map { $0 + "/walletd" }
    }

    /// Makes the folder, and the ones that it is in, for the daemon's user alone. One that exists must be that user's
    /// and not open to others for writing.
    private static func makeFolder(_ path: String) throws(StartFailure) {
        var made = ""
        for part in path.split(separator: "/") {
            made += "/\(part)"
            guard mkdir(made, 0o700) != 0, errno != EEXIST else { continue }
            guard access(made, F_OK) != 0 else { continue }
            throw StartFailure(opening: made, error: errno)
        }
        var status = stat()
        guard stat(path, &status) == 0 else { throw StartFailure(opening: path, error: errno) }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw StartFailure(.configuration, "\(path) is no folder", hint: "set another `database` in [daemon]")
        }
        guard status.st_uid == geteuid() else {
            throw StartFailure(
                .locked, "the state directory \(path) belongs to user \(status.st_uid), not to user \(geteuid())",
                hint: "start walletd as that user, or set another `database` in [daemon]")
        }
        guard status.st_mode & 0o022 == 0 else {
            throw StartFailure(
                .locked, "others may write in the state directory \(path)", hint: "chmod 700 \(path)")
        }
    }
}

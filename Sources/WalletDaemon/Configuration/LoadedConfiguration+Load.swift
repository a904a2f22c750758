import Crypto
import Glibc
import TOML
import WalletCore

extension LoadedConfiguration {
    /// Reads the file and the drop-ins beside it. It reads files and changes nothing.
    package static func load(
        _ path: String, in surroundings: ConfigurationSurroundings
    ) throws(ConfigurationFaults) -> LoadedConfiguration {
        let findings = Findings()
        let files = ConfigurationFiles(
            path, rule: OwnershipRule(users: surroundings.daemonUsers), findings: findings)
        let configuration = read(files, path, in: surroundings, findings)
        guard let configuration, findings.count == 0 else {
            throw ConfigurationFaults(faults: findings.sortedFaults, warnings: findings.sortedWarnings)
        }
        return configuration
    }

    /// `nil` where there is nothing to read, which is a fault.
    private static func read(
        _ files: ConfigurationFiles, _ path: String, in surroundings: ConfigurationSurroundings, _ findings: Findings
    ) -> LoadedConfiguration? {
        let layers = files.texts.map { layer($0, findings) }
        guard !layers.isEmpty else { return nil }
        var table = MergedTable(layers, named: [], findings: findings)
        if files.isDamaged { table.isDamaged = true }
        if table.members.isEmpty, !table.isDamaged {
            findings.fault("nothing is configured here; a first source is a table [sources.NAME]", at: table.place)
        }
        var root = RootTable(table, findings)
        let assets = AssetSection(findings: findings).read(root.named("assets"))
        let daemonTable = root.single("daemon")
        let daemon = DaemonSection(surroundings: surroundings, assets: assets, findings: findings).read(daemonTable)
        let sourceTables = root.named("sources")
        let sources = SourceSection(surroundings: surroundings, assets: assets, findings: findings).read(sourceTables)
        let known = KnownSources(sourceTables, sources, findings)
        var alerts = AlertSection(assets: assets, sources: known, findings: findings)
        let rules = alerts.read(root.named("alerts"))
        let cashOuts = CashOutTables(
            surroundings: surroundings, assets: assets, sources: known, alerts: Set(rules.map(\.name)),
            findings: findings
        ).read(&root)
        root.finish()
        return LoadedConfiguration(
            daemon: daemon, assets: assets.table, sources: sources, rules: rules,
            cashOuts: cashOuts, warnings: findings.sortedWarnings, path: absolute(path), sha256: sha256(files.texts),
            fixedPlaces: fixedPlaces(daemonTable))
    }

    /// Where it is whatever folder a process is in; links in an absolute path stay as they were named.
    private static func absolute(_ path: String) -> String {
        guard !path.hasPrefix("/") else { return path }
        let parts = path.split(separator: "/")
        let folder = parts.dropLast().joined(separator: "/")
        guard let name = parts.last, let resolved = realpath(folder.isEmpty ? "." : folder, nil) else { return path }
        defer { free(resolved) }
        let prefix = String(cString: resolved)
        return prefix == "/" ? "/\(name)" : "\(prefix)/\(name)"
    }

    private static func fixedPlaces(_ table: MergedTable?) -> [String: Place] {
        guard let table else { return [:] }
        var places: [String: Place] = [:]
        for key in fixedKeys { places[key] = table[key]?.place ?? table.place }
        return places
    }

    private static func layer(_ text: ConfigurationFiles.Text, _ findings: Findings) -> Layer {
        do throws(TOMLFaults) {
            return Layer(text.number, text.name, try TOMLDocument.parse(text.bytes, bytesMax: FileLimits.bytesMax))
        } catch {
            for fault in error.faults {
                let place = Place(fileNumber: text.number, file: text.name, position: fault.position)
                findings.fault(fault.message, at: place)
            }
            if error.extent == .firstOnes, let last = error.faults.last {
                let place = Place(fileNumber: text.number, file: text.name, position: last.position)
                findings.fault("… and more like these further down", at: place)
            }
            return Layer(text.number, text.name, error.readable)
        }
    }

    private static func sha256(_ texts: [ConfigurationFiles.Text]) -> String {
        var hash = SHA256()
        for text in texts { text.bytes.withUnsafeBytes { hash.update(bufferPointer: $0) } }
        return hash.finalize().hexadecimal
    }
}

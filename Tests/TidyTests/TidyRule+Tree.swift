extension TidyRule {
    static var tree: [TidyRule] {
        [
            TidyRule(
                "a protocol has at least two conformers", example: "Sources/WalletCore/Example.swift",
                "protocol Lonely {}\nstruct Only: Lonely {}"
            ) { files in
                let sources = files.filter { !$0.isTest }
                let code = sources.flatMap { $0.code.map(\.text) }
                return sources.flatMap { file in
                    file.code.compactMap { number, text in
                        guard let name = declaredProtocol(text) else { return nil }
                        let count = code.count { conforms($0, to: name) }
                        return count < 2 ? "\(file.path):\(number): \(name) has \(count) conformer; use the type" : nil
                    }
                }
            },
            TidyRule(
                "folders are named for what they hold", example: "Sources/WalletCore/Utils/A.swift", "struct A {}"
            ) { files in
                files.filter { $0.path.contains(/\/(?:Utils|Common|Misc|Helpers)\//) }.map {
                    "\($0.path):1: name the folder for what it holds"
                }
            },
            TidyRule(
                "a file declares the thing it is named for", example: "Sources/WalletCore/Amount.swift",
                "struct Asset {}"
            ) { files in
                files.filter { $0.path.hasPrefix("Sources/") }.compactMap { file in
                    let name = file.path.split(separator: "/").last?.dropLast(".swift".count) ?? ""
                    let type = name.split(separator: "+").first.map(String.init) ?? ""
                    let isProgram = type == "main" || type == "Ports" || type == "Reports"
                    let declares = file.code.contains { text in
                        text.text.contains(" \(type)") || text.text.contains(".\(type) ")
                            || text.text.hasPrefix("extension \(type)")
                    }
                    return isProgram || declares ? nil : "\(file.path):1: nothing in it is called \(type)"
                }
            },
        ]
    }

    private static func declaredProtocol(_ line: String) -> String? {
        guard line.has(oneOf: ["protocol "]) else { return nil }
        return line.firstMatch(of: /\bprotocol (\w+)/).map { String($0.1) }
    }

    private static func conforms(_ line: String, to name: String) -> Bool {
        guard line.has(oneOf: [name]), line.contains(/\b(?:struct|class|enum|actor|extension)\s/),
            let colon = line.firstIndex(of: ":")
        else {
            return false
        }
        return line[colon...].split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains { $0 == name }
    }
}

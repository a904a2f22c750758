/// A name pattern: `*` stands for any characters, `?` for one, everything else for itself.
package struct Glob: Hashable, Sendable {
    package let pattern: String

    package init(_ pattern: String) {
        self.pattern = pattern
    }

    /// Whether the pattern names exactly one thing.
    package var isLiteral: Bool { !pattern.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") } }

    /// Matches in time linear in pattern × name at worst: on a mismatch only the last `*` is tried again.
    package func matches(_ name: String) -> Bool {
        guard !isLiteral else { return pattern.utf8.elementsEqual(name.utf8) }
        let pattern = Array(self.pattern.unicodeScalars)
        let name = Array(name.unicodeScalars)
        var patternIndex = 0
        var nameIndex = 0
        var star: (pattern: Int, name: Int)?
        while nameIndex < name.count {
            if patternIndex < pattern.count, pattern[patternIndex] == "*" {
                star = (patternIndex, nameIndex)
                patternIndex += 1
            } else if patternIndex < pattern.count,
                pattern[patternIndex] == "?" || pattern[patternIndex] == name[nameIndex]
            {
                patternIndex += 1
                nameIndex += 1
            } else if let last = star {
                star = (last.pattern, last.name + 1)
                patternIndex = last.pattern + 1
                nameIndex = last.name + 1
            } else {
                return false
            }
        }
        return pattern[patternIndex...].allSatisfy { $0 == "*" }
    }
}

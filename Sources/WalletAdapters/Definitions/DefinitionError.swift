/// Why a stored definition cannot be read.
package struct DefinitionError: Error, Equatable, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = "the stored definition is damaged: \(description)"
    }
}

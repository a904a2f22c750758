/// Why a text is not a JSON Pointer.
package struct JSONPointerError: Error, Equatable {
    package enum Code: Sendable {
        case missingSlash
        case malformedEscape
    }

    package let code: Code
    /// The byte of the text that is wrong, counted from 0.
    package let offset: Int

    package init(_ code: Code, at offset: Int) {
        self.code = code
        self.offset = offset
    }
}

extension JSONPointerError: CustomStringConvertible {
    package var description: String {
        switch code {
        case .missingSlash: "a JSON Pointer is empty or starts with \"/\""
        case .malformedEscape: "byte \(offset): \"~\" in a JSON Pointer is written ~0, and \"/\" in a name ~1"
        }
    }
}

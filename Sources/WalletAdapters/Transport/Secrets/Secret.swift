/// Something that must be shown to nobody. However it is printed, it prints as `[secret]`.
package struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package let bytes: [UInt8]

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    package var description: String { "[secret]" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }

    /// Without the line break at its end, which editors add and tools drop.
    package var withoutLineBreak: Secret {
        let end = bytes.lastIndex { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        return Secret(end.map { Array(bytes[...$0]) } ?? [])
    }

    /// The secret as text; `nil` where it is not UTF-8 or holds a control character, as no header can carry one.
    package var headerText: String? {
        guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }
}

/// What a document from outside may cost.
package struct JSONLimits: Sendable, Equatable {
    /// The longest document that is read. What is read takes up to some 25 times as much memory (`[[0],[0],…]`).
    package let bytesMax: Int

    /// Arrays and objects within each other. The answers of services and plugins nest fewer than ten;
    /// the reader recurses, so this also bounds its stack.
    package static let depthMax = 32

    /// 1 MiB, as much as a plugin may print.
    package static let `default` = JSONLimits(bytesMax: 1 << 20)

    package init(bytesMax: Int) {
        self.bytesMax = bytesMax
    }
}

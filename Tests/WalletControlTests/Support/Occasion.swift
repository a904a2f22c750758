import Synchronization

/// Something that happens once and may be waited for.
final class Occasion: Sendable {
    private let stream: AsyncStream<Void>
    private let continuation: AsyncStream<Void>.Continuation

    init() {
        (stream, continuation) = AsyncStream.makeStream()
    }

    func tell() { continuation.finish() }

    /// Returns once it was told, or when the task is cancelled.
    func wait() async { for await _ in stream {} }
}

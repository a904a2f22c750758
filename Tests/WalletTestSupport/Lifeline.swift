import Glibc

/// Tells when a script has begun and when the last of its processes has ended: a pipe with a name that they hold open.
///
/// A script takes hold by `exec 9>"PATH"; echo >&9`; what it starts inherits that.
package final class Lifeline: Sendable {
    package let path: String
    private let readEnd: Int32

    package init(in folder: TemporaryFolder) throws {
        path = folder.path(of: "lifeline")
        guard mkfifo(path, 0o600) == 0 else { throw LifelineError(number: errno) }
        readEnd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard readEnd >= 0 else { throw LifelineError(number: errno) }
    }

    deinit {
        close(readEnd)
    }

    /// Whether a holder wrote within a minute.
    package func hasBegun() async -> Bool {
        await event(POLLIN, milliseconds: 60_000)
    }

    /// Whether nobody holds it any more within a minute.
    package func isFree() async -> Bool {
        // Only a pipe that had a writer says that it has none left.
        let writer = open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
        close(writer)
        var byte: UInt8 = 0
        while read(readEnd, &byte, 1) == 1 {}
        return await event(POLLHUP, milliseconds: 60_000)
    }

    private func event(_ event: Int32, milliseconds: Int32) async -> Bool {
        await OwnThread.run { [readEnd] in
            var request = pollfd(fd: readEnd, events: Int16(event), revents: 0)
            return poll(&request, 1, milliseconds) == 1 && request.revents & Int16(event) != 0
        }
    }
}

package struct LifelineError: Error {
    package let number: Int32
}

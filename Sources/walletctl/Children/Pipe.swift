import Glibc

/// What a child writes, on its way here.
struct Pipe: ~Copyable {
    private let reader: Int32
    /// For the child; readAll(bytesMax:seconds:) closes it here.
    let writer: Int32

    init() throws(ChildError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw ChildError(path: "pipe", cause: String(cString: strerror(errno))) }
        (reader, writer) = (ends[0], ends[1])
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
    }

    deinit {
        close(reader)
    }

    /// All that is written until the last writer is gone; `nil` where that is too much or takes too long.
    consuming func readAll(bytesMax: Int, seconds: Int) -> [UInt8]? {
        close(writer)
        let end = ContinuousClock.now + .seconds(seconds)
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 12)
        while output.count <= bytesMax {
            var request = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
            let left = (end - .now).components
            let milliseconds = left.seconds * 1_000 + left.attoseconds / 1_000_000_000_000_000
            guard milliseconds > 0, poll(&request, 1, Int32(clamping: milliseconds)) > 0 else { return nil }
            let count = read(reader, &buffer, buffer.count)
            guard count > 0 else { return output }
            output += buffer[..<count]
        }
        return nil
    }
}

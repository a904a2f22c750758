import Glibc

/// What the file system says of an opened file.
struct FileFacts {
    let owner: UInt32
    let mode: UInt32
    let size: Int
    private let seconds: Int
    private let nanoseconds: Int

    init(of descriptor: Int32) throws(RegularFileError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(number: errno) }
        owner = status.st_uid
        mode = status.st_mode
        size = status.st_size
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
    }

    /// Whether nobody wrote to the file between the two looks.
    func isVersion(of other: FileFacts) -> Bool {
        size == other.size && seconds == other.seconds && nanoseconds == other.nanoseconds
    }
}

import HTTPTypes
import Hummingbird
import NIOCore
import WalletAPI
import WalletEngine

struct BackupRoutes {
    let daemon: ControlledDaemon

    var routes: [Route] {
        [
            Route(
                .post, .backup,
                RouteDescription(
                    "Copy the database as of its last commit: as a stream, or with a name as a new file in `backups/`.",
                    answer: .init(schema: .named("Backup"), stream: Backup.mediaType)
                ).reading(.named("BackupRequest")).refusing(.conflict), handle: backUp)
        ]
    }

    private func backUp(_ call: Call) async throws -> Response {
        guard let name = try call.optionalContent(BackupRequest.self)?.name else {
            return Self.download(try await daemon.commands.backUp())
        }
        let (path, bytes) = try await daemon.commands.backUp(named: name)
        return try Response(json: Backup(path: path, bytes: bytes))
    }

    /// The copy exists before the answer begins, so that a failure is told as one.
    private static func download(_ stream: DatabaseStream) -> Response {
        Response(
            status: .ok, headers: [.contentType: Backup.mediaType, .cacheControl: "no-store"],
            body: ResponseBody(contentLength: stream.byteCount) { writer in
                var offset = 0
                while offset < stream.byteCount {
                    let piece = try stream.piece(from: offset)
                    guard !piece.isEmpty else { break }
                    offset += piece.count
                    try await writer.write(ByteBuffer(bytes: piece))
                }
                try await writer.finish(nil)
            })
    }
}

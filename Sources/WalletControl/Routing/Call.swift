import Hummingbird
import NIOCore
import WalletAPI

/// One request that found its route, taken apart.
struct Call: Sendable {
    let peer: Peer
    let request: Request
    /// What stands for the `{…}` of the route's path, decoded, in their order.
    let segments: [String]
    let query: Query
    let body: ByteBuffer
}

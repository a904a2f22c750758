/// A user, or a group of users, who may change state through the control socket.
package enum Operator: Hashable, Sendable {
    case user(name: String, id: UInt32)
    case group(name: String, id: UInt32)
}

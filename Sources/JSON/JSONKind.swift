/// The six kinds of JSON values; the raw value is how a sentence names one.
package enum JSONKind: String, Sendable {
    case null = "null"
    case bool = "true or false"
    case number = "a number"
    case string = "a string"
    case array = "an array"
    case object = "an object"
}

/// One part of a dotted key; a simple key is one part.
struct KeyPart {
    let name: String
    let position: TOMLPosition
}

/// A bracket or brace of a value whose end has not been read yet.
struct OpenBracket {
    let byte: UInt8
    let position: TOMLPosition
}

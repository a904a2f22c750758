/// Where in the document a value is written: how many arrays and objects are around it, and its first byte.
struct JSONPlace {
    let depth: Int
    let start: Int
}

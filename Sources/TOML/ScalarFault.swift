/// Why a word is no value: the end of a sentence that starts with the word.
struct ScalarFault: Error {
    let code: TOMLError.Code
    let reason: String
}

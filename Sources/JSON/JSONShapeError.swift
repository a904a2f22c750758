/// A document that is JSON but not of the shape that its reader knows.
package struct JSONShapeError: Error, Equatable {
    /// Where, as people write it: `balances[3].amount`, or `the document`.
    package let path: String
    package let problem: Problem

    init(path: JSONPath, problem: Problem) {
        self.path = path.description
        self.problem = problem
    }

    package enum Problem: Sendable, Equatable {
        case missing
        case mismatch(expected: Expected, found: JSONKind)
        /// An optional member is left out, not null.
        case null
        /// `known` are the names that the reader asked for, in its order.
        case unknownMember(known: [String])
        /// The shape is right, the content is not; the reason is for a person.
        case refused(because: String)
    }

    /// What the reader asked for; the raw value is how a sentence names it.
    package enum Expected: String, Sendable {
        case bool = "true or false"
        case integer = "a whole number"
        case string = "a string"
        case stringOrNumber = "a string or a number"
        case array = "an array"
        case object = "an object"
    }
}

extension JSONShapeError: CustomStringConvertible {
    package var description: String {
        "\(path): \(problem.sentence)"
    }
}

extension JSONShapeError.Problem {
    var sentence: String {
        switch self {
        case .missing: "is missing"
        case .mismatch(.integer, .number): "expected a whole number of 64 bits without fraction and exponent"
        case .mismatch(let expected, let found): "expected \(expected.rawValue), found \(found.rawValue)"
        case .null: "is null; leave the member out where there is no value"
        case .unknownMember(let known): "is not known here; known are \(known.joined(separator: ", "))"
        case .refused(let reason): reason
        }
    }
}

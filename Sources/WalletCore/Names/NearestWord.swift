/// Finds the word that somebody probably meant.
package enum NearestWord {
    /// Longer words are no misspelled keys, and comparing costs the product of the lengths.
    private static let bytesMax = 64
    /// A word of fewer letters is the beginning of too many others.
    private static let beginningMin = 4

    /// The known word with the fewest slips between it and `word`, if those are few for its length; else one that goes
    /// on after it, or that it goes on after. Of equals the first in alphabetical order.
    package static func find(_ word: String, among known: some Sequence<String>) -> String? {
        let letters = Array(word.utf8)
        guard !letters.isEmpty, letters.count <= bytesMax else { return nil }
        var nearest: (slips: Int, word: String)?
        for candidate in known {
            let most = min(nearest?.slips ?? .max, slipsMax(max(letters.count, candidate.utf8.count)))
            guard let slips = slips(letters, Array(candidate.utf8), atMost: most) else { continue }
            if let found = nearest, (found.slips, found.word) <= (slips, candidate) { continue }
            nearest = (slips, candidate)
        }
        return nearest?.word ?? known.filter { isBeginning($0, word) || isBeginning(word, $0) }.min()
    }

    private static func slipsMax(_ length: Int) -> Int {
        switch length {
        case ...4: 1
        case ...8: 2
        case _: 3
        }
    }

    private static func isBeginning(_ beginning: String, _ word: String) -> Bool {
        beginning.utf8.count >= beginningMin && word.hasPrefix(beginning)
    }

    /// Letters added, left out, replaced or swapped with their neighbour (optimal string alignment); `nil` if they are
    /// more than `most`. Capitals count like small letters.
    private static func slips(_ left: [UInt8], _ right: [UInt8], atMost most: Int) -> Int? {
        guard right.count <= bytesMax, abs(left.count - right.count) <= most else { return nil }
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                let isSame = letter.lowercased == other.lowercased
                var least = min(last[column + 1] + 1, current[column] + 1, last[column] + (isSame ? 0 : 1))
                if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
                    least = min(least, beforeLast[column - 1] + 1)
                }
                current.append(least)
            }
            guard (current.min() ?? 0) <= most else { return nil }
            (beforeLast, last) = (last, current)
        }
        return last[right.count] <= most ? last[right.count] : nil
    }
}

extension UInt8 {
    fileprivate var lowercased: UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
    }
}

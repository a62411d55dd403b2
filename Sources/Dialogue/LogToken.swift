import Vietnamese

/// A word of a log line: as it was written, and as it is compared.
struct LogToken: Sendable {
    /// In the text.
    let range: Range<String.Index>
    /// The one word that it is; nil where it is none, several (“12/11”), or longer than any that is compared.
    let word: LogWord?
    let number: Int?
    /// Two numbers or more with a mark between: “2-3”, “12/11”.
    let isNumbers: Bool
    /// Written as a name is: one capital, then small letters.
    let isName: Bool
    /// Whether a comma, a point or the like stands before it.
    var beginsPart: Bool

    /// The words of a text, at most a hundred. A number and the letters that touch it are two words (“3bác”, “tổ5”). Linear.
    static func tokens(of text: String) -> [LogToken] {
        let hasSmallLetters = text.utf8.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        var tokens: [LogToken] = []
        var beginsPart = true
        func add(_ range: Range<String.Index>) {
            guard tokens.count < longest else { return }
            let folded = Folded(String(text[range]))
            guard !folded.words.isEmpty else { return }
            let isNumeric = folded.letters.allSatisfy { $0 <= UInt8(ascii: "9") }
            tokens.append(
                LogToken(
                    range: range, word: LogWord(folded), number: isNumeric ? Int(text[range]) : nil, isNumbers: isNumeric && folded.words.count > 1,
                    isName: hasSmallLetters && isName(text[range]),
                    beginsPart: beginsPart))
            beginsPart = false
        }
        let scalars = text.unicodeScalars
        var begin: String.Index?
        func end(at place: String.Index) {
            if let start = begin { pieces(of: text, start..<place).forEach(add) }
            begin = nil
        }
        var place = scalars.startIndex
        var previous: Unicode.Scalar = " "
        while place < scalars.endIndex {
            let scalar = scalars[place]
            let next = scalars.index(after: place)
            let follower: Unicode.Scalar = next < scalars.endIndex ? scalars[next] : " "
            let joinsDigits = previous.isDigit && follower.isDigit
            if scalar.properties.isWhitespace {
                end(at: place)
                if scalar == "\n" { beginsPart = true }
            } else if scalar == "+" {
                end(at: place)
            } else if separators.contains(scalar) && !joinsDigits || dashes.contains(scalar) && (previous == " " || follower == " ") {
                end(at: place)
                beginsPart = true
            } else if begin == nil {
                begin = place
            }
            previous = scalar
            place = next
        }
        end(at: scalars.endIndex)
        return tokens
    }

    /// Words beyond these are not read: no line is so long.
    private static let longest = 100
    private static let separators = Set<Unicode.Scalar>([",", ";", ":", ".", "!", "?", "(", ")", "…", "|"])
    private static let dashes = Set<Unicode.Scalar>(["-", "–", "—"])
    /// Letters before a number that are a word of their own.
    private static let numbered = Set(["to", "thon", "xom", "ap", "khu", "kdc", "tdp", "kp", "xa"])

    /// A word cut where letters touch a number.
    private static func pieces(of text: String, _ range: Range<String.Index>) -> [Range<String.Index>] {
        let scalars = text.unicodeScalars
        guard let first = scalars[range].first else { return [] }
        let cut = scalars[range].firstIndex { $0.isDigit != first.isDigit }
        guard let cut, scalars[cut].isDigit || scalars[cut].properties.isAlphabetic else { return [range] }
        if first.isDigit { return [range.lowerBound..<cut, cut..<range.upperBound] }
        let isWord = numbered.contains(Folded(String(text[range.lowerBound..<cut])).text) && scalars[cut..<range.upperBound].allSatisfy(\.isDigit)
        return isWord ? [range.lowerBound..<cut, cut..<range.upperBound] : [range]
    }

    private static func isName(_ word: Substring) -> Bool {
        guard let first = word.first, first.isUppercase, (2...8).contains(word.count) else { return false }
        return word.dropFirst().allSatisfy { $0.isLowercase && $0.isLetter } && !brands.contains(word.lowercased())
    }

    private static let brands = Set(["zalo", "vneid", "facebook", "momo", "google", "gmail", "internet", "online", "viettel"])
}

extension Unicode.Scalar {
    var isDigit: Bool { self >= "0" && self <= "9" }
}

import Foundation

/// Cuts a text into parts that a channel takes: between sentences or lines, else between words, and inside a word (or a link)
/// only where that alone is longer than a part may be.
enum TextParts {
    /// - Parameter limit: of a part, in UTF-16 units after NFC: of all ways to count “characters” the one that counts most.
    /// - Returns: parts that are the whole text in NFC when put together, none empty, each as long as its cuts allow. Linear time.
    static func split(_ text: String, limit: Int) -> [String] {
        var rest = text.precomposedStringWithCanonicalMapping[...]
        var parts: [String] = []
        while rest.utf16.count > limit {
            let end = cut(of: rest, limit: limit)
            parts.append(String(rest[..<end]))
            rest = rest[end...]
        }
        if !rest.isEmpty { parts.append(String(rest)) }
        return parts
    }

    /// Where the first part of a text ends that is longer than the limit: before a word, after the white space in front of it.
    private static func cut(of text: Substring, limit: Int) -> String.Index {
        var (sentence, word): (String.Index?, String.Index?)
        var (line, gap) = (text.startIndex, text.startIndex)
        var (isGap, isLineEnd) = (false, false)
        var units = 0
        var place = text.startIndex
        while place < text.endIndex {
            let character = text[place]
            if character.isWhitespace {
                if !isGap { gap = place }
                isGap = true
                isLineEnd = isLineEnd || character.isNewline
            } else if isGap {
                word = place
                if isLineEnd || endsSentence(text[line..<gap]) { sentence = place }
                if isLineEnd { line = place }
                (isGap, isLineEnd) = (false, false)
            }
            units += character.utf16.count
            guard units <= limit else { break }
            place = text.index(after: place)
        }
        if let end = sentence ?? word, end > text.startIndex { return end }
        return place > text.startIndex ? place : scalars(of: text, limit: limit)
    }

    /// - Parameter line: what stands in the line so far.
    private static func endsSentence(_ line: Substring) -> Bool {
        let words = line.reversed().drop { "”\"’)".contains($0) }
        guard let mark = words.first, ".!?…".contains(mark) else { return false }
        // “2.” at the beginning of a line is a choice's number and stays with its label.
        return !words.dropFirst().allSatisfy(\.isNumber)
    }

    /// A single character may be longer than the limit: any number of marks may stand on one letter.
    private static func scalars(of text: Substring, limit: Int) -> String.Index {
        var units = 0
        var place = text.unicodeScalars.startIndex
        while place < text.unicodeScalars.endIndex {
            units += UTF16.width(text.unicodeScalars[place])
            if units > limit, place > text.startIndex { break }
            place = text.unicodeScalars.index(after: place)
        }
        return place
    }
}

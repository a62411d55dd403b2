import Foundation

/// The bot's own name in a text: `@name` as a word, or at the end of a command as `/command@name`.
struct TelegramMention: Sendable {
    private let mark: String

    init(userName: String) {
        mark = "@" + userName
    }

    /// - Returns: the text without the name; nil where the name is not in it.
    func removed(from text: String) -> String? {
        var rest = text
        var isThere = false
        var start = rest.startIndex
        while let place = rest.range(of: mark, options: .caseInsensitive, range: start..<rest.endIndex) {
            if isWord(place, in: rest) {
                isThere = true
                let offset = rest.distance(from: rest.startIndex, to: place.lowerBound)
                rest.removeSubrange(place)
                start = rest.index(rest.startIndex, offsetBy: offset)
            } else {
                start = place.upperBound
            }
        }
        return isThere ? rest : nil
    }

    private func isWord(_ place: Range<String.Index>, in text: String) -> Bool {
        if place.upperBound < text.endIndex, isNameLetter(text[place.upperBound]) { return false }
        let before = text[..<place.lowerBound]
        guard let last = before.last, isNameLetter(last) else { return true }
        return before.first == "/" && before.dropFirst().allSatisfy(isNameLetter)
    }

    private func isNameLetter(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }
}

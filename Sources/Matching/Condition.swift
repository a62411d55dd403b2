public import Vietnamese

/// How the questions of an evaluation are typed.
public enum Condition: String, Sendable, CaseIterable, Codable {
    /// As they stand.
    case written
    /// Without diacritics.
    case bare
    /// Without diacritics, with slips in a tenth of the letters.
    case typos
    /// With the lexicon's chat abbreviations where there are some (seven of ten), without diacritics.
    case teencode

    private static let slipRate = 0.1
    private static let abbreviationRate = 0.7

    /// The text as it would be typed. The same text always gets the same slips, whatever stands around it.
    public func applied(to text: String, lexicon: Lexicon = .empty) -> String {
        let folded = Folded(text)
        var generator = SeededGenerator(seed: Key.digest(text.utf8))
        return switch self {
        case .written: text
        case .bare: folded.text
        case .typos: Self.slips(in: folded, &generator)
        case .teencode: Self.abbreviations(in: folded, lexicon, &generator)
        }
    }

    /// A neighbouring key, a letter lost, a letter too many, or two letters in the wrong order.
    private static func slips(in text: Folded, _ generator: inout SeededGenerator) -> String {
        var result: [UInt8] = []
        var position = 0
        while position < text.letters.count {
            let letter = text.letters[position]
            position += 1
            let near = neighbours(of: letter)
            guard !near.isEmpty, Double.random(in: 0..<1, using: &generator) < slipRate else {
                result.append(letter)
                continue
            }
            let other = near[Int.random(in: 0..<near.count, using: &generator)]
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: result.append(other)
            case 1: break
            case 2: result += [letter, other]
            default:
                if position < text.letters.count, !neighbours(of: text.letters[position]).isEmpty {
                    result += [text.letters[position], letter]
                    position += 1
                } else {
                    result.append(other)
                }
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The letters that touch a letter on the keyboard; none for what is no letter.
    private static func neighbours(of letter: UInt8) -> [UInt8] {
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        return letters.contains(letter) ? letters.filter { Keyboard.areNeighbours($0, letter) } : []
    }

    private static func abbreviations(in text: Folded, _ lexicon: Lexicon, _ generator: inout SeededGenerator) -> String {
        var forms: [Folded: [String]] = [:]
        for entry in lexicon.chat { forms[Folded(entry.meaning), default: []].append(Folded(entry.written).text) }
        let meanings = forms.keys.filter { !$0.words.isEmpty }.sorted { ($1.words.count, $0.text) < ($0.words.count, $1.text) }
        var result: [String] = []
        var position = 0
        while position < text.words.count {
            let meaning = meanings.first { meaning in
                position + meaning.words.count <= text.words.count
                    && meaning.words.indices.allSatisfy { text.agrees(text.words[position + $0], with: meaning.words[$0], of: meaning) }
            }
            if let meaning, let written = forms[meaning], Double.random(in: 0..<1, using: &generator) < abbreviationRate {
                result.append(written[Int.random(in: 0..<written.count, using: &generator)])
                position += meaning.words.count
            } else {
                result.append(String(decoding: text.word(position), as: UTF8.self))
                position += 1
            }
        }
        return result.joined(separator: " ")
    }
}

/// Telex and VNI keystrokes that were left in a text because the keyboard was off (“ddawng nhaapj”, “dda8ng nha65p”).
public enum Keystrokes {
    /// The folded letters that were meant by a folded word, or nil where it carries no keystrokes, is a possible syllable as it
    /// stands, or gives none. Keys may come in any order that input programs take (“nhaapj”, “nhapaj”). Linear.
    public static func read(_ word: some Collection<UInt8>) -> [UInt8]? {
        let letters = Array(word)
        guard letters.count >= 2, letters.count <= 12, !Syllable.isPossible(letters) else { return nil }
        let hasDigit = letters.contains { $0 < UInt8(ascii: "a") }
        guard let meant = hasDigit ? readVNI(letters) : readTelex(letters), Syllable.isPossible(meant) else { return nil }
        return meant
    }

    private static func readTelex(_ letters: [UInt8]) -> [UInt8]? {
        guard letters.first != UInt8(ascii: "w"), letters.count > 2 || letters == polite, !foreign.contains(letters) else { return nil }
        var meant: [UInt8] = []
        var tone: UInt8?
        var isDistant = false
        var hasKeys = false
        for letter in letters {
            let hasVowel = meant.contains(where: isVowel)
            switch letter {
            case UInt8(ascii: "w") where !hasVowel:
                meant.append(UInt8(ascii: "u"))
                hasKeys = true
            case UInt8(ascii: "w"):
                guard meant.contains(where: { horned.contains($0) }) else { return nil }
                hasKeys = true
            case _ where hasVowel && tones.contains(letter):
                guard tone == nil else { return nil }
                tone = letter
            case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "o"), UInt8(ascii: "d"):
                guard meant.contains(letter), letter != UInt8(ascii: "d") || meant.first == letter else { fallthrough }
                isDistant = isDistant || meant.last != letter
                hasKeys = true
            default:
                // A tone is typed after the vowels: “visa” and “user” are no keystrokes.
                guard tone == nil || !isVowel(letter) else { return nil }
                meant.append(letter)
            }
        }
        // A letter repeated from afar (data, momo) is a key only where a tone shows that keys were typed.
        guard hasKeys || tone != nil, !isDistant || tone != nil else { return nil }
        // A syllable closed by p, t, c, ch takes no tone but the acute and the dot.
        if let tone, let last = meant.last, closing.contains(last) || meant.suffix(2) == Array("ch".utf8)[...] {
            guard tone == UInt8(ascii: "s") || tone == UInt8(ascii: "j") else { return nil }
        }
        return meant
    }

    private static func readVNI(_ letters: [UInt8]) -> [UInt8]? {
        var meant: [UInt8] = []
        var tones = 0
        for letter in letters {
            let carriers: LetterSet
            switch letter {
            case UInt8(ascii: "1")...UInt8(ascii: "5"):
                tones += 1
                carriers = vowels
            case UInt8(ascii: "6"): carriers = LetterSet("aeo")
            case UInt8(ascii: "7"): carriers = LetterSet("ou")
            case UInt8(ascii: "8"): carriers = LetterSet("a")
            case UInt8(ascii: "9"): carriers = LetterSet("d")
            case UInt8(ascii: "0"): return nil
            case UInt8(ascii: "d") where meant == [letter]: continue
            default:
                meant.append(letter)
                continue
            }
            guard tones <= 1, meant.contains(where: { carriers.contains($0) }) else { return nil }
            if letter == UInt8(ascii: "9"), meant.first != UInt8(ascii: "d") { return nil }
        }
        // A letter with a number (a4, f0) is a name, not a syllable.
        return meant.count > 1 ? meant : nil
    }

    private static func isVowel(_ letter: UInt8) -> Bool { vowels.contains(letter) }

    private static let vowels = LetterSet("aeiouy")
    private static let horned = LetterSet("aou")
    private static let tones = LetterSet("sfrxjz")
    private static let closing = LetterSet("ptc")
    /// “ạ”, the one word of a single letter that is common enough.
    private static let polite = Array("aj".utf8)

    /// Foreign words of everyday use that would read as keystrokes.
    private static let foreign: Set<[UInt8]> = Set(
        [
            "bar", "best", "boot", "box", "bus", "caps", "car", "chats", "chips", "cost", "door", "gas", "has", "her", "his", "host", "how",
            "keep", "last", "list", "lows", "low", "maps", "meet", "most", "must", "now", "pos", "post", "rest", "room", "see", "tax", "term",
            "test", "tips", "too",
        ].map { Array($0.utf8) }
    )
}

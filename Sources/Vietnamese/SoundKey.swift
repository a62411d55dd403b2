/// A key that syllables share when people of some region say them alike, and so write one for the other.
public enum SoundKey {
    /// The key of a folded syllable: equal keys, same sound somewhere (ngh/ng, gh/g, gi/d/r/z/j, ch/tr, x/s, k/q/c, ph/f, qu/w,
    /// initial l/n, final nh/ng/n, final t/c/ch, i/y). Meant to be compared only; linear.
    public static func of(_ syllable: some Collection<UInt8>) -> [UInt8] {
        let letters = Array(syllable)
        let (sound, length) = onset(of: letters)
        var key = sound
        key.reserveCapacity(letters.count + 1)
        for letter in letters[length...] {
            key.append(letter == UInt8(ascii: "y") ? UInt8(ascii: "i") : letter)
        }
        closeEnding(&key, from: sound.count)
        return key
    }

    /// What the beginning sounds like, and how many letters it takes.
    private static func onset(of letters: [UInt8]) -> (sound: [UInt8], length: Int) {
        for (written, sound) in onsets(beginningWith: letters.first) where letters.starts(with: written) {
            // The i of “gì”, “gìn” and “giếng” belongs to the vowel; that of “gia” only to the onset.
            let isBareGi =
                written == gi && (letters.count < 3 || !vowels.contains(letters[2]) || letters[2] == UInt8(ascii: "e") && letters.count > 3)
            return isBareGi ? ([UInt8(ascii: "d")], 1) : (sound, written.count)
        }
        return ([], 0)
    }

    private static func closeEnding(_ key: inout [UInt8], from start: Int) {
        guard key.count > start + 1, let last = key.last else { return }
        let before = key[key.count - 2]
        switch (before, last) {
        case (UInt8(ascii: "n"), UInt8(ascii: "g")), (UInt8(ascii: "n"), UInt8(ascii: "h")): key.removeLast()
        case (UInt8(ascii: "c"), UInt8(ascii: "h")):
            key.removeLast(2)
            key.append(UInt8(ascii: "t"))
        case (_, UInt8(ascii: "c")), (_, UInt8(ascii: "k")): key[key.count - 1] = UInt8(ascii: "t")
        default: break
        }
    }

    private static let gi = Array("gi".utf8)
    private static let vowels = LetterSet("aeiouy")

    private static func onsets(beginningWith letter: UInt8?) -> ArraySlice<(written: [UInt8], sound: [UInt8])> {
        guard let letter, letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") else { return [] }
        return onsets[ranges[Int(letter - UInt8(ascii: "a"))]]
    }

    /// Where the onsets of each letter stand, which are neighbours in the list.
    private static let ranges: [Range<Int>] = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { letter in
        let first = onsets.firstIndex { $0.written[0] == letter } ?? 0
        return first..<(first + onsets.count { $0.written[0] == letter })
    }

    /// Those of one letter beside each other, longer spellings before their beginnings.
    private static let onsets: [(written: [UInt8], sound: [UInt8])] = [
        ("ngh", "G"), ("ng", "G"), ("nh", "N"), ("n", "n"), ("gh", "g"), ("gi", "d"), ("g", "g"), ("ch", "c"), ("c", "k"), ("tr", "c"),
        ("th", "T"), ("kh", "K"), ("k", "k"), ("ph", "f"), ("qu", "w"), ("q", "k"), ("d", "d"), ("r", "d"), ("z", "d"), ("j", "d"), ("x", "s"),
        ("s", "s"), ("l", "n"), ("f", "f"), ("w", "w"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
}

/// The folded syllables that Vietnamese could have: an onset and a rhyme that go together, whether or not a word uses them.
public enum Syllable {
    /// Whether folded letters (ASCII, lower case) spell a possible syllable. Constant time, allocates nothing.
    public static func isPossible(_ letters: some Collection<UInt8>) -> Bool {
        // One concrete loop: callers in other rooms would run a generic one unspecialised.
        letters.withContiguousStorageIfAvailable(isPossible(in:)) ?? Array(letters).withUnsafeBufferPointer(isPossible(in:))
    }

    private static func isPossible(in letters: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let key = key(letters) else { return false }
        var slot = slot(of: key)
        while table[slot] != 0 {
            if table[slot] == key { return true }
            slot = (slot + 1) & (size - 1)
        }
        return false
    }

    /// Every possible syllable, in no particular order.
    static let all: [String] = {
        var syllables: Set<String> = ["buyt", "voan", "phuy", "goa", "xoong", "mooc", "noan", "ruyt", "ruy", "gi", "gin", "giet", "gieng", "gien"]
        for onset in onsets {
            for rhyme in rhymes + (["h", "k", "l", "m", "s", "t", "v", ""].contains(onset) ? ["y"] : []) where goTogether(onset, rhyme) {
                syllables.insert(onset + rhyme)
            }
        }
        for rhyme in rhymesWithoutOnset { syllables.insert(rhyme) }
        for rhyme in rhymesAfterQu { syllables.insert("qu" + rhyme) }
        return Array(syllables)
    }()

    /// Spelling's own rules: c g ng stand before a, o, u and k gh ngh before e, i, y; lips that close leave no room for a glide.
    private static func goTogether(_ onset: String, _ rhyme: String) -> Bool {
        let isFront = rhyme.hasPrefix("e") || rhyme.hasPrefix("i") || rhyme.hasPrefix("y")
        switch onset {
        case "c", "g", "ng": if isFront { return false }
        case "k", "gh", "ngh": if !isFront { return false }
        case "gi": if isFront && !rhyme.hasPrefix("e") { return false }
        case "": if rhyme.hasPrefix("ie") { return false }
        default: break
        }
        return !(["b", "m", "n", "p", "ph", "v", "r", "g", "gi"].contains(onset) && rhymesWithGlide.contains(rhyme))
    }

    private static let onsets = [
        "", "b", "c", "ch", "d", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "r", "s", "t", "th", "tr", "v", "x",
    ]

    private static let rhymes =
        [
            "a", "e", "i", "o", "u", "ai", "ao", "au", "ay", "eo", "eu", "ia", "iu", "oi", "ua", "ui", "uu", "uo", "ieu", "uoi", "uou",
            "am", "em", "im", "om", "um", "iem", "uom", "an", "en", "in", "on", "un", "ien", "uon",
            "ap", "ep", "ip", "op", "up", "iep", "uop", "at", "et", "it", "ot", "ut", "iet", "uot", "ac", "ec", "oc", "uc", "iec", "uoc",
            "ach", "ech", "ich", "ang", "eng", "ong", "ung", "ieng", "uong", "anh", "enh", "inh",
        ] + rhymesWithGlide.sorted()

    private static let rhymesWithGlide: Set<String> = [
        "oa", "oe", "ue", "uy", "oai", "oay", "oao", "oeo", "uay", "uya", "uyu", "oam", "oan", "oen", "uan", "uyen", "uyn", "oap", "uyp", "oat",
        "oet", "uat", "uyet", "uyt", "oac", "oach", "uech", "uych", "oang", "uang", "oanh", "uenh", "uynh",
    ]

    private static let rhymesWithoutOnset = ["yem", "yen", "yeu", "yet", "yeng"]

    private static let rhymesAfterQu = [
        "a", "ai", "ao", "au", "ay", "an", "am", "ang", "anh", "ap", "at", "ac", "ach", "e", "en", "et", "eo", "em", "ech", "enh", "eu", "i", "it",
        "in", "inh", "ich", "y", "yt", "yn", "ynh", "yen", "yet", "ych", "yu", "o", "oi", "oc", "on", "ot",
    ]

    /// Five bits a letter; nil for what is longer than any syllable (nghieng) or no letter.
    static func key(_ letters: some Sequence<UInt8>) -> UInt64? {
        var key: UInt64 = 0
        for letter in letters {
            guard letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z"), key >> 30 == 0 else { return nil }
            key = key << 5 | UInt64(letter & 0x1F)
        }
        return key == 0 ? nil : key
    }

    private static let size = 8192

    private static func slot(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 51)
    }

    /// Open addressing with room to spare, so that a look-up is one or two probes; 0 is an empty slot.
    private static let table: [UInt64] = {
        var table = [UInt64](repeating: 0, count: size)
        for syllable in all {
            guard let key = key(syllable.utf8) else { continue }
            var slot = slot(of: key)
            while table[slot] != 0 { slot = (slot + 1) & (size - 1) }
            table[slot] = key
        }
        return table
    }()
}

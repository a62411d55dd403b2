/// The phrases of two to five words that the samples hold, by their initials: “gplx” for “giấy phép lái xe” needs no
/// lexicon. For each row of initials the four commonest phrases.
struct Initialisms {
    struct Entry {
        let initials: UInt64
        let words: [ReadWord]
        let cost: Float
    }

    private(set) var entries: [Entry] = []

    init(of samples: [[Int32]], vocabulary: Vocabulary) {
        // A letter for each word, 0 for a word that has no initial (a number, a single letter).
        let initials: [UInt8] = (0..<Int32(vocabulary.count)).map { number in
            let word = vocabulary.word(number)
            return word.count > 1 && word.isAlphabetic ? word[word.startIndex] : 0
        }
        var table = KeyTable(minimumCapacity: 1024)
        var phrases: [(initials: UInt64, sample: Int, start: Int, length: Int, count: Int)] = []
        for (index, sample) in samples.enumerated() {
            for start in sample.indices {
                var letters = UInt64(initials[Int(sample[start])])
                var digest = UInt64(UInt32(bitPattern: sample[start])) &+ 1
                guard letters != 0 else { continue }
                for position in (start + 1)..<max(start + 1, min(start + 5, sample.count)) {
                    let letter = initials[Int(sample[position])]
                    if letter == 0 { break }
                    letters = letters << 8 | UInt64(letter)
                    digest = (digest ^ UInt64(UInt32(bitPattern: sample[position])) &+ 1) &* 0x9E37_79B9_7F4A_7C15
                    let number = Int(table.number(of: digest))
                    if number == phrases.count { phrases.append((letters, index, start, position - start + 1, 0)) }
                    phrases[number].count += 1
                }
            }
        }
        // The commonest first; of equally common ones the first in the samples.
        let order = phrases.indices.map { (initials: phrases[$0].initials, rank: UInt64(UInt32.max - UInt32(phrases[$0].count)) << 32 | UInt64($0)) }
            .sorted { $0.initials == $1.initials ? $0.rank < $1.rank : $0.initials < $1.initials }
        var (rank, before) = (0, UInt64(0))
        for place in order {
            let phrase = phrases[Int(place.rank & 0xFFFF_FFFF)]
            rank = phrase.initials == before ? rank + 1 : 0
            before = phrase.initials
            guard rank < 4 else { continue }
            let words = samples[phrase.sample][phrase.start..<(phrase.start + phrase.length)].map(ReadWord.init)
            let cost = 1.2 - 0.15 * Float(phrase.count).naturalLogarithm - 0.1 * Float(phrase.length - 2)
            entries.append(Entry(initials: phrase.initials, words: words, cost: cost))
        }
    }
}

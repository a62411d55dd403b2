import Catalogue
import Matching
import Vietnamese

/// A made-up catalogue of any size, and questions to it: for each intent a few words of its own kind among words that all use, as
/// often as words of a language are used (Zipf).
struct GeneratedCatalogue {
    let intents: [Intent]
    /// One for each intent (two thousand at most), none of them a sample.
    let questions: [LabelledQuestion]

    private static let syllables: [String] = {
        let onsets = ["b", "c", "ch", "d", "g", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "r", "s", "t", "th", "tr", "v", "x"]
        let rhymes = [
            "a", "ai", "am", "an", "ang", "anh", "ao", "at", "au", "ay", "ac", "ap", "e", "em", "en", "eo", "i", "iem", "ien", "ieng", "ieu", "im",
            "in", "inh", "o", "oa", "oan", "oi", "om", "on", "ong", "ot", "u", "ua", "uc", "ui", "um", "un", "ung", "uoc", "uoi", "uon", "uong", "ut",
        ]
        return onsets.flatMap { onset in rhymes.map { onset + $0 } }.filter { Syllable.isPossible(Array($0.utf8)) }
    }()

    /// - Parameters:
    ///   - intents: how many.
    ///   - samples: how many questions each of them has.
    init(intents count: Int, samples: Int) {
        var generator = SeededGenerator(seed: UInt64(count))
        let syllables = Self.syllables.shuffled(using: &generator)
        func common() -> String { syllables[Int(Double(600).power(Double.random(in: 0..<1, using: &generator))) % 600] }
        var intents: [Intent] = []
        var questions: [LabelledQuestion] = []
        for number in 0..<count {
            let own = (0..<5).map { _ in
                (0..<2).map { _ in syllables[Int.random(in: 100..<syllables.count, using: &generator)] }.joined(separator: " ")
            }
            func question() -> String {
                let words = (0..<2).map { _ in own[Int.random(in: 0..<own.count, using: &generator)] }
                return (words + (0..<Int.random(in: 3...6, using: &generator)).map { _ in common() }).shuffled(using: &generator).joined(
                    separator: " ")
            }
            intents.append(Intent(id: "i\(number)", title: own.joined(separator: " "), guide: nil, questions: (0..<samples).map { _ in question() }))
            if number < 2_000 { questions.append(LabelledQuestion(text: question(), intent: "i\(number)")) }
        }
        self.intents = intents
        self.questions = questions
    }
}

extension Double {
    fileprivate func power(_ exponent: Double) -> Double {
        // By squaring of the fraction's bits: the standard library has none, and this is no place for Foundation.
        var (result, base, rest) = (1.0, self, exponent)
        for _ in 0..<20 {
            base = base.squareRoot()
            rest *= 2
            if rest >= 1 {
                result *= base
                rest -= 1
            }
        }
        return result
    }
}

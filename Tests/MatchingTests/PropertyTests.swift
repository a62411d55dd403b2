import Catalogue
import Testing
import Vietnamese

@testable import Matching

/// What must hold for any catalogue, whatever its texts.
@Suite struct PropertyTests {
    private static let questions = MadeUp.intents.flatMap(\.questions) + ["hoc bpi o dau", "mk ko vao dc", "diều", "giá bao nhiêu", "trời mưa to"]

    /// Training goes through the samples in an order of its own, so scores differ a little; what is decided does not.
    @Test(arguments: [1, 2, 3])
    func theOrderOfIntentsDoesNotMatter(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let other = Matcher(intents: MadeUp.intents.shuffled(using: &generator), lexicon: MadeUp.lexicon)
        for question in Self.questions {
            let (one, two) = (MadeUp.matcher.understand(question), other.understand(question))
            #expect(one.matches.first?.intent == two.matches.first?.intent || one.decision != .answer, "\(question)")
            #expect(abs(one.confidence - two.confidence) < 0.15, "\(question)")
        }
    }

    /// An intent of other words changes the rarity of all words a little, and no ranking.
    @Test func anUnrelatedIntentChangesLittle() {
        let unrelated = Intent(
            id: "xay-lo", title: "Xây lò gạch", guide: nil, questions: ["xây lò gạch", "gạch nung mấy hôm", "thợ xây lò", "lò gạch cũ", "nung vôi"])
        let other = Matcher(intents: MadeUp.intents + [unrelated], lexicon: MadeUp.lexicon)
        for intent in MadeUp.intents {
            for question in intent.questions {
                let (one, two) = (MadeUp.matcher.understand(question), other.understand(question))
                #expect(two.matches.first?.intent == one.matches.first?.intent, "\(question)")
                #expect(abs(one.confidence - two.confidence) < 0.25, "\(question)")
            }
        }
    }

    @Test func foldingWhatIsFoldedChangesNothing() {
        var generator = SeededGenerator(seed: 3)
        let letters = Array("aăâđeêioôơuưyAĐ 09.,?!\n\t\u{301}\u{303}\u{31B}🙂中éßİﬁ\u{0}\u{200B}")
        for _ in 0..<500 {
            let text = String((0..<30).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] })
            let folded = Folding.fold(text)
            #expect(Folding.fold(folded) == folded)
            #expect(MadeUp.matcher.understand(folded).matches == MadeUp.matcher.understand(folded.uppercased()).matches)
        }
    }

    /// Far more intents than are learnt from with margins: centroids alone, and some of the samples asked for the thresholds.
    @Test func aLargeCatalogueAnswersAndRefuses() {
        let numbers = 0..<1_200
        func words(_ number: Int) -> String { "\(Self.syllable(number / 60)) \(Self.syllable(number % 60 + 60))" }
        let intents = numbers.map { number in
            Intent(
                id: "i\(number)", title: words(number), guide: nil,
                questions: [
                    "tôi muốn \(words(number))", "\(words(number)) ở đâu", "hỏi về \(words(number))", "\(words(number)) là gì",
                    "cần \(words(number)) gấp", "ai biết \(words(number))",
                ])
        }
        let matcher = Matcher(intents: intents, lexicon: .empty)
        #expect(Training.isLarge(samples: 1_200 * 6, intents: 1_200))
        let found = numbers.filter { matcher.understand("chỉ giùm \(words($0))", explaining: false).matches.first?.intent == "i\($0)" }
        #expect(found.count > 1_150)
        #expect(matcher.understand("xyzt wqrp").decision == .unknown)
    }

    private static func syllable(_ number: Int) -> String {
        let onsets = ["b", "ch", "d", "kh", "l", "m", "ng", "nh", "ph", "s", "t", "v"]
        let rhymes = ["ang", "anh", "ao", "em", "ien", "ieu", "oai", "ong", "uc", "uoi", "uong"]
        return onsets[number % onsets.count] + rhymes[number / onsets.count % rhymes.count]
    }
}

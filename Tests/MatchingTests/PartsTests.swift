import Testing
import Vietnamese

@testable import Matching

@Suite struct PartsTests {
    @Test func aKeyTableFindsWhatWasPutIn() {
        var table = KeyTable()
        var generator = SeededGenerator(seed: 1)
        let keys = (0..<5_000).map { _ in generator.next() >> 20 }
        var expected: [UInt64: Int32] = [:]
        for key in keys {
            let number = table.number(of: key)
            #expect(expected[key, default: number] == number)
            expected[key] = number
        }
        #expect(table.count == expected.count)
        #expect(expected.allSatisfy { table[$0.key] == $0.value })
        #expect(table[1 << 63] == -1)
    }

    @Test func keyedListsHoldEachValueOnceInOrder() {
        let lists = KeyedLists([(7, 3), (9, 1), (7, 1), (7, 3), (9, 0)])
        #expect(Array(lists.values[lists.list(7)]) == [1, 3])
        #expect(Array(lists.values[lists.list(9)]) == [0, 1])
        #expect(lists.list(8).isEmpty)
    }

    @Test(
        arguments: [
            ("bpi", "boi", 0.6), ("bxi", "boi", 1), ("kahu", "khau", 0.6), ("khauu", "khau", 0.5), ("khaui", "khau", 0.6), ("xkhau", "khau", 1),
            ("khu", "khau", 0.7),
        ] as [(String, String, Float)])
    func aSlipCostsWhatItIs(typed: String, meant: String, cost: Float) {
        #expect(Slip.cost(typed: Array(typed.utf8)[...], meant: Array(meant.utf8)[...]) == cost)
    }

    @Test(arguments: [("boi", "khau"), ("bio", "boa"), ("bi", "boai")])
    func twoSlipsAreTooMany(typed: String, meant: String) {
        #expect(Slip.cost(typed: Array(typed.utf8)[...], meant: Array(meant.utf8)[...]) == nil)
    }

    @Test(arguments: ["dang", "aab", "khuyenhk", "nguyenngoc", "ab"])
    func deletionsAreTheKeysOfTheShorterWords(word: String) {
        let letters = Array(word.utf8)
        var found: Set<UInt64> = []
        letters[...].forEachDeletion { found.insert($0) }
        let expected = Set(
            letters.indices.map { index in
                var shorter = letters
                shorter.remove(at: index)
                return Key.word(shorter)
            })
        #expect(found == expected)
    }

    @Test(arguments: [
        ("thuế", "thuế", true), ("thuê", "thuế", false), ("thue", "thuế", true), ("đươc", "được", true), ("đuợc", "được", true),
        ("ngỉ", "ngĩ", true), ("đi", "dì", false), ("di", "đi", true), ("hòa", "hoà", true), ("dì", "đi", false),
    ])
    func typedDiacriticsAgreeOrNot(typed: String, full: String, agrees: Bool) {
        let one = Folded(typed)
        let other = Folded(full)
        #expect(WrittenForm(one.words[0], of: one).agrees(withFull: WrittenForm(other.words[0], of: other)) == agrees)
    }

    /// Intent 0 has “thuê”, 1 has “thuế”, 2 has the word only without diacritics.
    @Test(arguments: [("thue", [0, 1, 2]), ("thuê", [0, 2]), ("thuế", [1, 2]), ("thuề", [])] as [(String, [Int])])
    func onlyIntentsThatMayKnowTheTypedFormDo(typed: String, knowing: [Int]) {
        func form(_ word: String) -> WrittenForm {
            let text = Folded(word)
            return WrittenForm(text.words[0], of: text)
        }
        let index = FormIndex(
            [
                .init(word: 0, form: form("thuê"), intent: 0), .init(word: 0, form: nil, intent: 0), .init(word: 0, form: form("thuế"), intent: 1),
                .init(word: 0, form: nil, intent: 2),
            ], wordCount: 1, intentCount: 3)
        #expect((0..<3).filter { index.knows(0, as: form(typed), intent: $0) } == knowing)
    }

    @Test func calibrationSeparatesWhatItWasShown() {
        let outcomes = (0..<200).map { number in
            let strength = Float(number) / 200
            return Rehearsal.Outcome(
                sample: number, first: 0, signs: .init(confidence: strength * 2, margin: strength / 2),
                isRight: number % 10 < 2 ? number % 20 > 10 : number > 100)
        }
        let calibration = Calibration(outcomes)
        let weak = calibration.probability(.init(confidence: 0.2, margin: 0.05))
        let strong = calibration.probability(.init(confidence: 1.8, margin: 0.45))
        #expect(weak < Calibration.clarify && strong > Calibration.answer)
        #expect(calibration.decision(weak) == .unknown && calibration.decision(strong) == .answer && calibration.decision(0.3) == .clarify)
    }

    @Test func aCalibrationWithNothingToLearnFromIsTheUsualOne() {
        let right = Rehearsal.Outcome(sample: 0, first: 0, signs: .init(confidence: 1, margin: 1), isRight: true)
        let signs = Calibration.Signs(confidence: 1.2, margin: 0.3)
        #expect(Calibration([right]).probability(signs) == Calibration.usual.probability(signs))
    }

    @Test func aLearntIntentIsTheDirectionOfItsSamples() {
        let lesson = Lesson(intents: MadeUp.intents, lexicon: MadeUp.lexicon)
        let training = lesson.learn(from: Array(lesson.corpus.samples.indices), rounds: 0)
        for intent in 0..<training.intentCount {
            let length = stride(from: intent, to: training.weights.count, by: training.intentCount).reduce(Float(0)) {
                $0 + training.weights[$1] * training.weights[$1]
            }
            #expect(abs(length - 1) < 1e-4)
        }
        #expect(!training.isEmpty(0))
        #expect(lesson.learn(from: [0], rounds: 0).isEmpty(1))
    }
}

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

    @Test(
        arguments: [
            ("khaonr", "khoan", true), ("chuyn", "chuyen", true), ("chuye", "chuyen", true), ("nghiwpj", "nghiep", true),
            ("truwongf", "truong", true),
            ("khaon", "chuyen", false), ("nghie", "nghiepxy", false), ("thuong", "khuang", true), ("thuong", "khiang", false),
        ])
    func twoSlipsLieBetweenTwoWordsOrMore(typed: String, meant: String, are: Bool) {
        #expect(TwoSlips.lie(between: Array(typed.utf8)[...], and: Array(meant.utf8)[...]) == are)
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

    private func signs(_ strength: Float) -> Calibration.Signs {
        Calibration.Signs(score: strength * 1.5, coverage: strength, margin: strength / 2, lead: strength / 2, pairs: strength)
    }

    @Test func calibrationSeparatesWhatItWasShown() {
        let outcomes = (0..<200).map { number in
            let isRight = number % 10 < 2 ? number % 20 > 10 : number > 100
            return Rehearsal.Outcome(sample: number, first: 0, signs: signs(Float(number) / 200), isRight: isRight, isKnown: isRight || number > 90)
        }
        let calibration = Calibration(outcomes, constants: Constants())
        #expect(calibration.probability(signs(0.1)) < 0.2 && calibration.probability(signs(0.9)) > 0.8)
        #expect(calibration.decision(signs(0.1)) == .unknown && calibration.decision(signs(0.9)) == .answer)
        #expect(calibration.decision(signs(0.47)) == .clarify)
    }

    @Test func aCalibrationWithNothingToLearnFromIsTheUsualOne() {
        let right = Rehearsal.Outcome(sample: 0, first: 0, signs: signs(1), isRight: true, isKnown: true)
        #expect(
            Calibration([right], constants: Constants()).probability(signs(0.7)) == Calibration([], constants: Constants()).probability(signs(0.7)))
        #expect(
            Calibration([right], constants: Constants()).probabilityOfKnown(signs(0.7))
                == Calibration([], constants: Constants()).probabilityOfKnown(signs(0.7)))
    }

    @Test func logisticRegressionFindsTheOddsOfCounts() throws {
        // Three of four are a yes where the sign is 1, one of four where it is 0.
        let rows = (0..<400).map { number -> (signs: [Double], isYes: Bool) in
            let isOdd = number % 2 == 1
            return (signs: [isOdd ? 1.0 : 0.0], isYes: isOdd ? number % 8 != 1 : number % 8 == 0)
        }
        let learnt = try #require(Logistic(rows, drawnTo: Logistic(weights: [0, 0])))
        #expect(abs(learnt.probability([1]) - 0.75) < 0.015 && abs(learnt.probability([0]) - 0.25) < 0.015)
        #expect(Logistic([(signs: [1], isYes: true)], drawnTo: Logistic(weights: [0, 0])) == nil)
    }

    @Test func aLearntIntentIsTheDirectionOfItsSamples() {
        let lesson = Lesson(intents: MadeUp.intents, lexicon: MadeUp.lexicon)
        let training = lesson.learn(from: Array(lesson.corpus.samples.indices), rounds: 0)
        for intent in 0..<training.intentCount {
            var length: Float = 0
            for feature in 0..<lesson.space.count {
                training.forEachWeight(of: feature) { if $0 == intent { length += $1 * $1 } }
            }
            #expect(abs(length - 1) < 1e-4)
        }
        #expect(!training.isEmpty(0))
        #expect(lesson.learn(from: [0], rounds: 0).isEmpty(1))
    }
}

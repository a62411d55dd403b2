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
}

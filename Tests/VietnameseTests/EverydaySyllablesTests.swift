import Testing

@testable import Vietnamese

@Suite struct EverydaySyllablesTests {
    @Test(arguments: ["khi", "cung", "mo", "khong", "duoc", "lam", "nguoi", "a"])
    func wordsOfEveryOtherSentenceAreKnown(word: String) {
        #expect(Syllable.isEveryday(word.utf8))
        #expect(Syllable.isPossible(word.utf8))
    }

    @Test(arguments: ["phi", "vneid", "khuya", "cccd", "", "nghiengx", "2"])
    func othersAreNot(word: String) {
        #expect(!Syllable.isEveryday(word.utf8))
    }
}

import Catalogue
import Testing

@testable import Dialogue

struct SearchWordsTests {
    private static let words = SearchWords(asking: ShippedCatalogue.catalogue.asking)

    @Test(arguments: [
        ("muốn làm giấy phép xây dựng thì tìm ở đâu", "giấy phép xây dựng"), ("thu tuc nhan con nuoi can giay to gi", "nhan con nuoi"),
        ("Cho tôi hỏi: hồ sơ cấp sổ đỏ lần đầu gồm những gì?", "cấp sổ đỏ lần đầu"), ("tách thửa đất", "tách thửa đất"),
    ])
    func `what only asks is left out`(question: String, words: String) {
        #expect(Self.words.words(of: question) == words)
    }

    @Test(arguments: ["", "làm sao ạ", "tôi ra xã hỏi hoài mà cán bộ nói phải có giấy của thôn rồi thôn kêu lên huyện"])
    func `nothing, or a whole story, is no words to search for`(question: String) {
        #expect(Self.words.words(of: question) == nil)
    }
}

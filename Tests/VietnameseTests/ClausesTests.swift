import Testing
import Vietnamese

@Suite struct ClausesTests {
    @Test(
        arguments: [
            ("Chào bạn. Cho hỏi bơi ở đâu?", [2]), ("bơi ở đâu", []), ("bơi ở đâu?", []), ("thuê xe và học bơi", [2]), ("con hỏi chuyện", []),
            ("mượn diều, còn bơi thì sao", [2]), ("giá 3.500, trả 2,5 đồng", [3]), ("a.b.c d", []), ("một\nhai\n\nba", [1, 2]), ("", []), ("...", []),
            ("lỗi; tắt máy! bật lại", [1, 3]),
        ] as [(String, [Int])])
    func aClauseStartsAtAMarkOrAJoint(text: String, starts: [Int]) {
        #expect(Clauses.starts(in: text, folded: Folded(text)) == starts)
    }

    @Test(arguments: [
        ("https://a.example/b?c=d", ""), ("xem https://a.example/b nhé", "xem nhé"), ("www.a.example", ""), ("WWW.A.EXAMPLE", ""),
        ("vào dichvu.example được không", "vào dichvu.example được không"), ("tại sao 3/4", "tại sao 3/4"), ("bơi  ở đâu", "bơi  ở đâu"),
    ])
    func linksAreRemovedAndNothingElse(text: String, rest: String) {
        #expect(Links.removed(from: text) == rest)
    }
}

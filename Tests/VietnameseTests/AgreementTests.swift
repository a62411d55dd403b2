import Testing
import Vietnamese

@Suite struct AgreementTests {
    @Test(arguments: [
        ("thue", "thuế"), ("thuế", "thuế"), ("thuế", "Thuế"), ("dang", "đăng"), ("đi", "di"), ("đi", "đi"), ("hoà", "hòa"), ("nhập", "nhap"),
        ("đuờng", "đuờng"),
    ])
    func agree(one: String, other: String) {
        #expect(agreement(one, other))
        #expect(agreement(other, one))
    }

    @Test(arguments: [("thuế", "thuê"), ("dì", "đi"), ("đăng", "dâng"), ("dứng", "đứng"), ("thue", "thu"), ("má", "mà"), ("đàn", "dàn")])
    func disagree(one: String, other: String) {
        #expect(!agreement(one, other))
        #expect(!agreement(other, one))
    }

    @Test func aPhraseIsFoundWhereItsWordsFollowEachOther() {
        let text = Folded("Làm sao đăng xuất rồi đăng nhập lại?")
        #expect(text.range(of: Folded("đăng nhập")) == 5..<7)
        #expect(text.range(of: Folded("dang nhap lai")) == 5..<8)
        #expect(text.range(of: Folded("dâng nhập")) == nil)
        #expect(text.range(of: Folded("nhập lại ngay")) == nil)
        #expect(text.range(of: Folded("")) == nil)
        #expect(text.contains(Folded("làm")))
        #expect(!Folded("").contains(Folded("làm")))
    }

    private func agreement(_ one: String, _ other: String) -> Bool {
        let first = Folded(one)
        let second = Folded(other)
        return first.agrees(first.words[0], with: second.words[0], of: second)
    }
}

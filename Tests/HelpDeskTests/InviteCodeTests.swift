import HelpDesk
import Testing

struct InviteCodeTests {
    @Test func `A code is read as people type it`() throws {
        let code = try #require(InviteCode("ABCD-2345"))
        for text in ["abcd-2345", "ABCD2345", "abcd 2345", "ABCD - 2345"] { #expect(InviteCode(text) == code) }
        #expect(code.description == "ABCD-2345")
    }

    @Test(arguments: ["", "ABCD-234", "ABCD-23456", "ABCO-2345", "ABCD-2341", "2345-ABCD", "ăbcd-2345"])
    func `What is no code is none`(text: String) {
        #expect(InviteCode(text) == nil)
    }

    @Test func `Codes that are made are read again, and differ`() {
        var generator = SystemRandomNumberGenerator()
        let codes = (0..<200).map { _ in InviteCode(using: &generator) }
        for code in codes { #expect(InviteCode(code.description) == code) }
        #expect(Set(codes).count > 190)
    }
}

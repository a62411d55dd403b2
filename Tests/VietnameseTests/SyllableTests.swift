import Testing

@testable import Vietnamese

@Suite struct SyllableTests {
    @Test(arguments: [
        "dang nhap dich vu cong quoc gia lam sao khong duoc nguoi nghieng khuya khuyu thuyen quyet quynh gi gin gieng gia giau y yeu ky ly",
        "uy oanh an em ong ba xoong buyt thuong truong chuyen huyen nghiep khuech quet quang ngoai hoac thue tho so ho khau chung thuc",
    ])
    func everyWordOfALineIsPossible(line: String) {
        for word in line.split(separator: " ") { #expect(Syllable.isPossible(word.utf8), "\(word)") }
    }

    @Test(arguments: [
        "ddang nhaapj khoong coong vneid zalo otp app web wifi ok sms pass ce ge nge ka gha q qa fax iphone dk dvc nghiengs a1 12 bcd boa yi"
    ])
    func noWordOfALineIsPossible(line: String) {
        for word in line.split(separator: " ") { #expect(!Syllable.isPossible(word.utf8), "\(word)") }
        #expect(!Syllable.isPossible([]))
    }

    @Test func thereAreAboutTwoThousandOfThem() {
        #expect((1_700...2_600).contains(Syllable.all.count), "\(Syllable.all.count)")
        #expect(Syllable.all.allSatisfy { Syllable.isPossible($0.utf8) })
    }
}

import Testing
import Vietnamese

@Suite struct KeystrokesTests {
    @Test(arguments: [
        "ddawng:dang", "nhaapj:nhap", "nhapaj:nhap", "nhaajp:nhap", "kys:ky", "thuees:thue", "nguwowif:nguoi", "nguoiwf:nguoi", "quoocs:quoc",
        "khoong:khong", "coong:cong", "dduwowngf:duong", "nhwng:nhung", "hoof:ho", "sow:so", "ddi:di", "ddieen:dien", "aj:a", "laamf:lam",
        "dangdwj:dang", "dda8ng:dang", "d9a8ng:dang", "nha65p:nhap", "nhap65:nhap", "thue61:thue", "ngu7o7i2:nguoi", "nguoi72:nguoi", "d9i:di",
        "kho6ng:khong", "ky1:ky",
    ])
    func keystrokesAreRead(pair: String) {
        let parts = pair.split(separator: ":")
        let meant = Keystrokes.read(parts[0].utf8).map { String(decoding: $0, as: UTF8.self) } ?? ""
        #expect(meant == parts[1], "\(pair)")
    }

    @Test(arguments: [
        "ios app otp vneid qr wifi zalo ok sms pass web mess lows visa user laser test post list gas bus tips data momo haha mama did new view",
        "samsung iphone email pdf code dang nhap cong toan hoa oan ai a4 f0 g1 q7 t7 3g 4g 12 thang11 nam2025 to12 note9 windows10 next text port",
        "internet facebook virus error thanks bank ddk dvc sdt cccd a s x",
    ])
    func otherWordsAreLeft(line: String) {
        for word in line.split(separator: " ") { #expect(Keystrokes.read(word.utf8) == nil, "\(word)") }
        #expect(Keystrokes.read([]) == nil)
    }

    @Test func whatIsReadIsAPossibleSyllable() {
        var generator = SeededGenerator(seed: 3)
        let keys = Array("abcdeghiklmnopqrstuvxywfjz123456789".utf8)
        for _ in 0..<20_000 {
            let word = (0..<Int.random(in: 0...9, using: &generator)).map { _ in keys[Int.random(in: keys.indices, using: &generator)] }
            if let meant = Keystrokes.read(word) {
                #expect(Syllable.isPossible(meant))
                #expect(!Syllable.isPossible(word))
            }
        }
    }
}

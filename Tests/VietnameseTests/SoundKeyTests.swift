import Testing
import Vietnamese

@Suite struct SoundKeyTests {
    @Test(arguments: [
        "nghe:nge", "ghe:ge", "gia:da", "gia:ra", "dung:zung", "gio:jo", "chong:trong", "xong:song", "ca:ka", "ky:ki", "ly:li", "qua:wa", "pha:fa",
        "long:nong", "ban:bang", "anh:an", "mat:mac", "giet:diet", "gi:di", "sach:sat", "ngan:nghang", "quyen:quien",
    ])
    func soundAlike(pair: String) {
        let words = pair.split(separator: ":")
        #expect(SoundKey.of(words[0].utf8) == SoundKey.of(words[1].utf8))
    }

    @Test(arguments: ["nga:na", "nha:na", "tha:ta", "kha:ka", "ban:bat", "cho:co", "an:a", "oc:o", "bo:vo", "nghe:ghe", "qua:ka", "ho:o"])
    func soundDifferent(pair: String) {
        let words = pair.split(separator: ":")
        #expect(SoundKey.of(words[0].utf8) != SoundKey.of(words[1].utf8))
    }

    @Test func anyBytesAreSafe() {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<2_000 {
            let word = (0..<Int.random(in: 0...8, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) }
            #expect(SoundKey.of(word).count <= word.count + 1)
        }
    }
}

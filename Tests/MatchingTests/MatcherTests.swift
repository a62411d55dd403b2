import Catalogue
import Matching
import Testing
import Vietnamese

@Suite struct MatcherTests {
    private func first(_ question: String) -> String? {
        MadeUp.matcher.understand(question).matches.first?.intent
    }

    @Test(arguments: MadeUp.intents)
    func everySampleReachesItsIntent(intent: Intent) {
        for question in intent.questions {
            let understanding = MadeUp.matcher.understand(question)
            #expect(understanding.matches.first?.intent == intent.id, "\(question)")
            #expect(understanding.decision != .unknown, "\(question)")
        }
    }

    @Test(arguments: [
        ("tôi muốn đăng ký học bơi", "hoc-boi"),
        ("toi muon dang ky hoc boi", "hoc-boi"),
        ("HỌC BƠI BUỔI TỐI!!!", "hoc-boi"),
        ("quen mat khau roi lam sao vao", "quen-mat-khau"),
    ])
    func diacriticsAndCaseMayBeMissing(question: String, intent: String) {
        let understanding = MadeUp.matcher.understand(question)
        #expect(understanding.matches.first?.intent == intent)
        #expect(understanding.decision == .answer)
    }

    @Test(arguments: [
        ("dang ky hoc bpi", "hoc-boi"),  // neighbouring key
        ("quen mat kahu", "quen-mat-khau"),  // two swapped
        ("lay lai mmat khauu", "quen-mat-khau"),  // doubled
        ("muon tha dieeu giay", "muon-dieu"),
        ("nop tue ao ca", "nop-thue-ao"),  // one lost
        ("chả ziều cho ai", "muon-dieu"),  // by ear
    ])
    func slipsAreCorrected(question: String, intent: String) {
        #expect(first(question) == intent)
    }

    @Test(arguments: [("chieuud", "chieu"), ("chiuw", "chieu"), ("nhieuxz", "nhieu"), ("nihieuf", "nhieu")])
    func twoSlipsInAWordAreCorrected(written: String, reading: String) {
        let matcher = Matcher(
            intents: [
                Intent(id: "a", title: "Giá chiếu cói bao nhiêu", guide: nil, questions: ["chiếu bao nhiêu tiền"]),
                Intent(id: "b", title: "Nón lá ở đâu", guide: nil, questions: ["nón lá rách"]),
            ], lexicon: .empty)
        let question = "gia chieu coi bao nhieu tien".replacing(reading, with: written)
        #expect(matcher.understand(question).matches.first?.because.contains(.correction(written: written, reading: reading)) == true)
    }

    @Test(arguments: [
        ("dawng kys hocj bowi", "hoc-boi"),  // Telex without an input method
        ("dangky hocboi", "hoc-boi"),  // run together
        ("ma t khau", "quen-mat-khau"),  // torn apart
        ("lay lai mk", "quen-mat-khau"),  // chat
        ("clb tha dieu", "muon-dieu"),  // abbreviation
        ("quen mk trang clb", "quen-mat-khau"),
        ("hồ bơi mô mở cửa", "hoc-boi"),  // regional
        ("xin mượn diều", "muon-dieu"),  // synonym
    ])
    func otherWaysOfWritingAreRead(question: String, intent: String) {
        #expect(first(question) == intent)
    }

    @Test func typedDiacriticsTellWordsApart() {
        #expect(first("thuê") == "thue-xe-dap")
        #expect(first("thuế") == "nop-thue-ao")
        let rent = MadeUp.matcher.understand("giá thuê bao nhiêu").matches
        #expect(rent.first?.intent == "thue-xe-dap")
        let tax = MadeUp.matcher.understand("giá thuế bao nhiêu").matches
        #expect(tax.first?.intent == "nop-thue-ao")
    }

    @Test func aWordKnownOnlyWithOtherDiacriticsSaysLittle() throws {
        let bare = try #require(MadeUp.matcher.understand("dieu").matches.first)
        let typed = try #require(MadeUp.matcher.understand("diều").matches.first)
        #expect(bare.intent == "muon-dieu" && typed.intent == "muon-dieu")
        #expect(bare.score == typed.score)
        #expect(MadeUp.matcher.understand("điều").matches.first?.score ?? 0 < typed.score / 2)
    }

    @Test func whatAnEditorCallsAnIntentTellsWhatItIsAbout() {
        let named = Matcher(
            intents: [("hoi-mat-may-bom", "Máy hỏng rồi"), ("hoi-con-duong-lang", "Lối nhỏ ngập rồi"), ("hoi-gieng-dinh", "Chỗ múc đục rồi")].map {
                Intent(id: $0, title: $1, guide: nil, questions: [$1])
            }, lexicon: .empty)
        #expect(named.understand("giếng đình").matches.first?.intent == "hoi-gieng-dinh")
        // What half of the ids begin with names none of them.
        #expect(named.understand("hoi").matches.allSatisfy { $0.score < 0.2 })
    }

    @Test func everydayWordsAreNotTakenForSlips() {
        let understanding = MadeUp.matcher.understand("mở hồ bơi khi trời nóng", limit: 1)
        #expect(!(understanding.matches.first?.because ?? []).contains { if case .correction = $0 { true } else { false } }, "\(understanding)")
    }

    @Test func theRefugeIsAnsweredWithWhereItWouldBeAskedBack() throws {
        func matcher(refuge: String) -> Matcher {
            let questions = ["sân đình": ["xin dùng sân đình làm tiệc", "dùng sân đình"], "ao đình": ["xin dùng ao đình làm tiệc", "dùng ao đình"]]
            return Matcher(
                intents: questions.sorted { $0.key < $1.key }.map { title, questions in
                    Intent(
                        id: title == "sân đình" ? "san" : "ao", title: title, guide: title == refuge ? Guide.fallback : title, questions: questions)
                }, lexicon: .empty)
        }
        let question = "xin dùng đình làm tiệc"
        let plain = matcher(refuge: "")
        let first = try #require(plain.understand(question).matches.first)
        #expect(plain.understand(question).decision == .clarify)
        #expect(matcher(refuge: first.title).understand(question).decision == .answer)
        let other = first.title == "sân đình" ? "ao đình" : "sân đình"
        #expect(matcher(refuge: other).understand(question).decision == .clarify)
    }

    @Test(arguments: ["xin chào", "ngày mai trời có mưa to gió lớn chăng", "giá vàng thế giới hôm qua", "asdf qwer zxcv", "how old is the moon"])
    func whatTheCatalogueDoesNotKnowIsNotAnswered(question: String) {
        #expect(MadeUp.matcher.understand(question).decision != .answer)
    }

    @Test(arguments: ["", "   ", "?!…", "🙂🙂", "\u{200B}"])
    func textWithoutWordsIsNothing(question: String) {
        #expect(MadeUp.matcher.understand(question) == .nothing)
    }

    @Test func keywordsAndWhatSpeaksAgainstThemAreReasons() throws {
        let match = try #require(MadeUp.matcher.understand("mướn xe đạp").matches.first)
        #expect(match.intent == "thue-xe-dap")
        #expect(match.because.contains(.keywords(["mướn", "xe đạp"])))
        let other = MadeUp.matcher.understand("nộp thuế xe đạp", limit: 5).matches.first { $0.intent == "nop-thue-ao" }
        #expect(other?.because.contains(.against("xe đạp")) == true)
    }

    @Test func wordsAndCorrectionsAreReasons() throws {
        let match = try #require(MadeUp.matcher.understand("mk bị sai ko vào được").matches.first)
        #expect(match.intent == "quen-mat-khau")
        #expect(match.because.contains(.correction(written: "mk", reading: "mat khau")))
        #expect(match.because.contains(.correction(written: "ko", reading: "khong")))
        let shares = match.because.compactMap { if case .words(_, let share) = $0 { share } else { nil } }
        #expect(!shares.isEmpty)
        #expect(shares.allSatisfy { $0 > 0 && $0 <= 1 })
        #expect(shares == shares.sorted(by: >))
    }

    @Test func matchesAreRankedAndLimited() {
        let understanding = MadeUp.matcher.understand("ở đâu", limit: 4)
        let scores = understanding.matches.map(\.score)
        #expect(scores == scores.sorted(by: >))
        #expect(scores.count <= 4)
        #expect(MadeUp.matcher.understand("học bơi", limit: 1).matches.count == 1)
        #expect((0...1).contains(understanding.confidence))
    }

    @Test func twoBuildsUnderstandAlike() {
        let other = Matcher(intents: MadeUp.intents, lexicon: MadeUp.lexicon)
        for question in MadeUp.intents.flatMap(\.questions) + ["giá bao nhiêu", "hoc bpi", "mk"] {
            #expect(other.understand(question) == MadeUp.matcher.understand(question))
        }
    }

    @Test func anyTextIsSafe() {
        var generator = SeededGenerator(seed: 20)
        let alphabet = Array("aăâdđeêioôơuưybcghklmnpqrstvxAĐ 0123456789.,?!-_\n\t\u{301}\u{303}\u{323}🙂中é\u{0}")
        for _ in 0..<300 {
            let length = Int.random(in: 0..<200, using: &generator)
            let text = String((0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &generator)] })
            let understanding = MadeUp.matcher.understand(text)
            #expect((0...1).contains(understanding.confidence))
            #expect(understanding.matches.allSatisfy { $0.score.isFinite })
        }
        #expect(MadeUp.matcher.understand(String(repeating: "a", count: 100_000)).decision == .unknown)
        _ = MadeUp.matcher.understand(String(repeating: "hoc boi ", count: 10_000))
    }

    @Test func smallCataloguesWork() {
        #expect(Matcher(intents: [], lexicon: .empty).understand("gì đó") == .nothing)
        let alone = Matcher(intents: [Intent(id: "a", title: "Một việc", guide: nil)], lexicon: .empty)
        #expect(alone.understand("một việc").matches.map(\.intent) == ["a"])
        let untitled = Matcher(intents: [Intent(id: "a", title: "", guide: nil, questions: ["", "!"])], lexicon: .empty)
        #expect(untitled.understand("gì").matches.isEmpty)
    }
}

import Testing

@testable import Catalogue

@Suite struct GuideFileTests {
    static let matter = """
        ---
        title: Pha trà
        group: viec-mau
        audience: [người mới, người bận]
        checked: 2026-11-20
        review-by: 2027-05-20
        sources: [https://tra-mau.example.vn/pha, Sổ tay pha trà]
        hotline: 1900 0000 (trà mẫu)
        link: https://tra-mau.example.vn
        prepare:
          - ấm
          - nước sôi
        fee: không mất tiền
        time: năm phút
        ---

        """

    @Test func theFrontMatterIsRead() throws {
        let guide = try #require(read(Self.matter).guide)
        #expect(guide.id == "pha-tra")
        #expect(guide.title == "Pha trà")
        #expect(guide.group == "viec-mau")
        #expect(guide.audience == ["người mới", "người bận"])
        #expect(guide.checked == Day("2026-11-20"))
        #expect(guide.reviewBy == Day("2027-05-20"))
        #expect(guide.sources == ["https://tra-mau.example.vn/pha", "Sổ tay pha trà"])
        #expect(guide.hotline == "1900 0000 (trà mẫu)")
        #expect(guide.link == "https://tra-mau.example.vn")
        #expect(guide.prepare == ["ấm", "nước sôi"])
        #expect(guide.fee == "không mất tiền")
        #expect(guide.time == "năm phút")
    }

    @Test func oneTextMayStandForAListOfOne() throws {
        let text = Self.matter.replacing("sources: [https://tra-mau.example.vn/pha, Sổ tay pha trà]", with: "sources: Sổ tay pha trà")
        #expect(try #require(read(text).guide).sources == ["Sổ tay pha trà"])
    }

    @Test func theBodyIsReadIntoStepsAndTroubles() throws {
        let body = """
            Bài mẫu này chỉ cách pha trà.

            Ai pha cũng được.

            ## Đun nước {#dun-nuoc}
            Đổ nước vào ấm.
            Bật bếp:
            - bếp ga;
            - bếp điện.

            ![Ấm nước trên bếp](am.svg)

            Xong khi: nước sôi.

            ### Nếu không có bếp

            Xin nước sôi nhà bên.

            Nhớ cảm ơn.

            ### Nếu ấm thủng
            Dùng nồi.
            ## Thả trà {#tha-tra-2}
            Thả một nhúm trà.
            Xong khi:   nước ngả vàng.
            """
        let (guide, diagnostics, places) = read(Self.matter + body)
        #expect(diagnostics == [])
        #expect(try #require(guide).introduction == "Bài mẫu này chỉ cách pha trà.\n\nAi pha cũng được.")
        #expect(
            guide?.steps == [
                Step(
                    id: "dun-nuoc", title: "Đun nước", text: "Đổ nước vào ấm.\nBật bếp:\n- bếp ga;\n- bếp điện.", done: "nước sôi.",
                    picture: Picture(file: "am.svg", description: "Ấm nước trên bếp"),
                    troubles: [
                        Trouble(title: "Nếu không có bếp", remedy: "Xin nước sôi nhà bên.\n\nNhớ cảm ơn."),
                        Trouble(title: "Nếu ấm thủng", remedy: "Dùng nồi."),
                    ]
                ),
                Step(id: "tha-tra-2", title: "Thả trà", text: "Thả một nhúm trà.", done: "nước ngả vàng."),
            ]
        )
        #expect(places.map(\.line) == [20, 38])
    }

    @Test func aPictureAndADoneBelongToOneStepOnly() throws {
        let body = "## Một {#mot}\nLàm.\n![Hình](mot.svg)\nXong khi: xong.\n## Hai {#hai}\nLàm.\n"
        let steps = try #require(read(Self.matter + body).guide).steps
        #expect(steps.map(\.picture?.file) == ["mot.svg", nil])
        #expect(steps.map(\.done) == ["xong.", ""])
    }

    @Test(arguments: [
        ("## Đun nước", Diagnostic.Kind.missingStepID),
        ("## Đun nước {#}", .missingStepID),
        ("## Đun nước {dun-nuoc}", .missingStepID),
        ("## Đun nước {#Dun}", .malformedID),
        ("## Đun nước {#dun nuoc}", .malformedID),
        ("## Đun nước {#a} {#b}", .malformedID),
        ("## {#dun-nuoc}", .emptyValue),
        ("##Đun nước {#dun-nuoc}", .misplacedHeading),
        ("#### Đun nước {#dun-nuoc}", .misplacedHeading),
        ("### Nếu hết nước", .misplacedHeading),
    ])
    func aHeadingThatIsNoStepIsAFindingOnItsLine(heading: String, kind: Diagnostic.Kind) {
        let diagnostics = read(Self.matter + "Lời mở.\n\n" + heading + "\nLàm.\n").diagnostics
        #expect(diagnostics.map(\.kind) == [kind])
        #expect(diagnostics.map(\.position) == [Position(file: "content/guides/pha-tra.md", line: 18)])
    }

    @Test func aThirdStepOfOneIDIsToldWhereTheFirstStands() {
        let step = "## Bước {#buoc}\nLàm.\n"
        let diagnostics = read(Self.matter + step + step + step).diagnostics
        #expect(diagnostics.map(\.kind) == [.repeatedStepID, .repeatedStepID])
        #expect(Set(diagnostics.map(\.arguments["first"])) == ["content/guides/pha-tra.md:16:1"])
    }

    @Test(arguments: [
        "http://tra-mau.example.vn", "https://tra-mau", "https://", "https://.vn", "https://tra-mau.example.", "tra-mau.example.vn",
        "https://tra mau.example.vn",
    ])
    func aLinkThatNobodyCanOpenIsAFinding(link: String) {
        let text = Self.matter.replacing("link: https://tra-mau.example.vn\n", with: "link: \"\(link)\"\n")
        let diagnostics = read(text).diagnostics
        #expect(diagnostics.map(\.kind) == [.malformedLink])
        #expect(diagnostics.first?.position == Position(file: "content/guides/pha-tra.md", line: 9, column: 7))
    }

    @Test(arguments: [".", ",", ")", "”", "!)."])
    func punctuationAfterALinkIsNoPartOfIt(mark: String) {
        #expect(read(Self.matter + "Xem https://tra-mau.example.vn/pha\(mark) Hết.").diagnostics == [])
    }

    @Test func theRevisionChangesWithTheFileAndOnlyThen() throws {
        let text = Self.matter + "## Đun nước {#dun-nuoc}\nĐổ nước.\n\nXong khi: sôi.\n"
        let revision = try #require(read(text).guide).revision
        #expect(revision.utf8.count == 6)
        #expect(try #require(read(text).guide).revision == revision)
        for change in [text.replacing("Đổ nước.", with: "Đổ nước!"), text.replacing("năm phút", with: "sáu phút"), text + "\n"] {
            #expect(try #require(read(change).guide).revision != revision)
        }
    }

    private func read(_ text: String) -> (guide: Guide?, diagnostics: [Diagnostic], places: [Position]) {
        var findings = Findings()
        let file = GuideFile(id: "pha-tra", name: "content/guides/pha-tra.md", text: text, &findings)
        return (file.guide, findings.diagnostics, file.steps)
    }
}

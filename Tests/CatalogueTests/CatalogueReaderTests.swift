import Foundation
import Support
import Testing
import Vietnamese

@testable import Catalogue

@Suite struct CatalogueReaderTests {
    @Test func theCatalogueIsReadIntoValues() throws {
        let catalogue = try read { _ in }.catalogue
        let intent = try #require(catalogue.intents.first)
        #expect(catalogue.intents.map(\.id) == ["gieo-hat", "muon-sach"])
        #expect(intent.title == "Gieo hạt đậu")
        #expect(intent.guide == "gieo-hat")
        #expect(intent.keywords == [["gieo", "trồng"], ["hạt", "hạt đậu"]])
        #expect(intent.not == ["mượn"])
        #expect(intent.questions.first == "gieo hạt đậu thế nào")
        #expect(catalogue.guide("muon-sach")?.title == "Mượn sách ở thư viện")
        #expect(catalogue.guide("khong-co") == nil)
        #expect(catalogue.groups == [Group(id: "viec-mau", title: "Việc mẫu")])
        #expect(catalogue.particles == ["ạ", "nhé"])
        #expect(catalogue.lexicon.abbreviations.map(\.meaning) == ["thư viện"])
        #expect(catalogue.lexicon.chat.map(\.written) == ["ko"])
        #expect(catalogue.lexicon.regional.map(\.written) == ["mần"])
        #expect(catalogue.lexicon.synonyms == [["thủ thư", "người giữ sách"]])
        #expect(catalogue.pages == ["chat": ["title": "Trang mẫu", "send": "Gửi"]])
    }

    @Test func theMenuStandsInTheOrderOfTheGroupsThenOfTheTitles() throws {
        let reading = try read { folder in
            try edit("content/groups.yaml", in: folder) { "- id: dau-tien\n  title: Đầu tiên\n" + $0 }
            for (id, title) in [("mot", "Xem sao"), ("hai", "Bắt cá")] {
                try edit("content/guides/muon-sach.md", to: "content/guides/\(id).md", in: folder) {
                    $0.replacing("group: viec-mau", with: "group: dau-tien").replacing("title: Mượn sách ở thư viện", with: "title: \(title)")
                }
            }
        }
        #expect(reading.catalogue.guides.map(\.id) == ["hai", "mot", "gieo-hat", "muon-sach"])
        #expect(reading.catalogue.guides(in: "dau-tien").map(\.id) == ["hai", "mot"])
    }

    @Test func everySampleKnowsItsPlace() throws {
        let sources = try read { _ in }.catalogue.sources
        let file = "intents/viec-mau.yaml"
        #expect(sources.intents["gieo-hat"] == Position(file: file, line: 3, column: 9))
        #expect(sources.keywords["gieo-hat"] == Position(file: file, line: 7, column: 7))
        #expect(sources.question(0, of: "gieo-hat") == Position(file: file, line: 11, column: 9))
        #expect(sources.question(3, of: "muon-sach") == Position(file: file, line: 26, column: 9))
        #expect(sources.question(4, of: "muon-sach") == Position(file: file, line: 16, column: 9))
        #expect(sources.question(0, of: "khong-co") == Position(file: "intents"))
    }

    @Test func aColumnCountsLettersNotBytes() throws {
        let reading = try read { folder in
            try edit("intents/viec-mau.yaml", in: folder) { $0.replacing("[gieo, trồng]", with: "[gieo, trồng, \"\"]") }
        }
        #expect(reading.diagnostics.map(\.position) == [Position(file: "intents/viec-mau.yaml", line: 7, column: 23)])
    }

    @Test func allFaultsAreReportedAtOnceInTheOrderOfTheirPlaces() throws {
        let reading = try read { folder in
            try edit("content/guides/muon-sach.md", in: folder) {
                $0.replacing("checked: 2026-11-20", with: "checked: hôm qua\nmau: xanh").replacing("{#chon-sach}", with: "{#Chọn}")
            }
            try edit("intents/viec-mau.yaml", in: folder) { $0.replacing("- mượn sách ở thư viện thế nào", with: "- ''") }
            try edit("content/groups.yaml", in: folder) { $0 + "- tên: [\n" }
        }
        let lines = reading.diagnostics.map(CatalogueFixture.line(of:))
        #expect(
            lines == [
                "content/groups.yaml:4:1 error malformed-yaml",
                "content/guides/gieo-hat.md:1:1 error unknown-group",
                "content/guides/muon-sach.md:4:10 error malformed-day",
                "content/guides/muon-sach.md:5:1 warning unknown-key",
                "content/guides/muon-sach.md:12:1 error malformed-id",
                "intents/viec-mau.yaml:23:9 error empty-value",
            ]
        )
        #expect(!reading.isSound)
    }

    /// What Windows, macOS and old editors make of a file is the same text: same values, same places, same revision.
    @Test(arguments: ["CRLF", "BOM", "NFD", "all"])
    func howAFileIsSavedDoesNotMatter(kind: String) throws {
        func save(_ text: String) -> String {
            var text = text
            if kind == "NFD" || kind == "all" { text = text.decomposedStringWithCanonicalMapping }
            if kind == "CRLF" || kind == "all" { text = text.replacing("\n", with: "\r\n") }
            return (kind == "BOM" || kind == "all" ? "\u{FEFF}" : "") + text
        }
        let names = [
            "content/groups.yaml", "content/guides/gieo-hat.md", "content/guides/muon-sach.md", "content/messages.yaml", "content/phrases.yaml",
            "content/editor.yaml", "intents/lexicon.yaml", "intents/viec-mau.yaml",
        ]
        let plain = try read { _ in }
        let saved = try read { folder in
            for name in names { try edit(name, in: folder, save) }
        }
        #expect(saved.diagnostics == [])
        #expect(saved.catalogue == plain.catalogue)
        let title = try #require(saved.catalogue.guide("muon-sach")).title
        #expect(Array(title.unicodeScalars) == Array("Mượn sách ở thư viện".precomposedStringWithCanonicalMapping.unicodeScalars))
    }

    @Test func aFileThatCannotBeReadStopsNoOther() throws {
        let reading = try read { folder in
            try Data([0x2D, 0x2D, 0x2D, 0x0A, 0xC3, 0x28, 0x0A]).write(to: folder.appending(path: "content/guides/gieo-hat.md"))
        }
        #expect(reading.diagnostics.map(CatalogueFixture.line(of:)) == ["content/guides/gieo-hat.md:2:1 error not-utf8"])
        #expect(reading.catalogue.guides.map(\.id) == ["muon-sach"])
    }

    @Test func ofTwoIntentsWithOneIDTheFirstCounts() throws {
        let reading = try read { folder in
            try edit("intents/viec-mau.yaml", to: "intents/xem-them.yaml", in: folder) {
                $0.replacing("title: Gieo hạt đậu", with: "title: Gieo nữa")
            }
        }
        #expect(reading.diagnostics.map(\.kind) == [.repeatedID, .repeatedID])
        #expect(reading.diagnostics.first?.arguments["first"] == "intents/viec-mau.yaml:3:9")
        #expect(reading.catalogue.intents.map(\.title) == ["Gieo hạt đậu", "Mượn sách ở thư viện"])
        #expect(reading.catalogue.sources.intents["gieo-hat"]?.file == "intents/viec-mau.yaml")
    }

    @Test func onlyTheLexiconItselfIsNoFileOfIntents() throws {
        let reading = try read { folder in
            try edit("intents/viec-mau.yaml", to: "intents/hai-lexicon.yaml", in: folder) { $0.replacing("- id: ", with: "- id: lai-") }
        }
        #expect(Set(reading.catalogue.intents.map(\.id)).isSuperset(of: ["lai-gieo-hat", "gieo-hat"]))
    }

    @Test func filesThatEditorsLeaveBehindAreNotRead() throws {
        let reading = try read { folder in
            for name in ["intents/.viec-mau.yaml", "intents/viec-mau.yaml~", "content/guides/.#muon-sach.md", "content/guides/ghi-chu.txt"] {
                try Data("- [".utf8).write(to: folder.appending(path: name))
            }
        }
        #expect(reading.diagnostics == [])
    }

    @Test func anEmptyFolderLacksEverythingAndDoesNotFail() throws {
        let folder = try TemporaryFolder()
        let reading = CatalogueReader(folder: folder.url, today: CatalogueFixture.today).read()
        #expect(
            reading.diagnostics.map(CatalogueFixture.line(of:)) == [
                "content/editor.yaml:1:1 error missing-file",
                "content/groups.yaml:1:1 error missing-file",
                "content/messages.yaml:1:1 error missing-file",
                "content/phrases.yaml:1:1 error missing-file",
                "intents:1:1 error missing-file",
                "intents/lexicon.yaml:1:1 error missing-file",
            ]
        )
    }

    @Test func aFolderOfIntentsAloneCanBeMeasured() throws {
        try CatalogueFixture.base.withFolder { folder in
            let intents = folder.appending(path: "intents")
            let whole = CatalogueReader.measure(folder: intents)
            #expect(whole.intents.map(\.id) == ["gieo-hat", "muon-sach"])
            #expect(whole.lexicon?.chat.count == 1)
            #expect(whole.diagnostics == [])
            try FileManager.default.removeItem(at: intents.appending(path: "lexicon.yaml"))
            let without = CatalogueReader.measure(folder: intents)
            #expect(without.lexicon == nil)
            #expect(without.diagnostics == [])
        }
    }

    /// The base of the fixtures, read after a change.
    private func read(after change: (URL) throws -> Void) throws -> CatalogueReader.Reading {
        try CatalogueFixture.base.withFolder { folder in
            try change(folder)
            return CatalogueReader(folder: folder, today: CatalogueFixture.today).read()
        }
    }

    private func edit(_ name: String, to target: String? = nil, in folder: URL, _ change: (String) -> String) throws {
        let before = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        let after = change(before)
        #expect(Array(after.unicodeScalars) != Array(before.unicodeScalars), "\(name) is as before")
        try Data(after.utf8).write(to: folder.appending(path: target ?? name))
    }
}

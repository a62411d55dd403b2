import Catalogue
import Support
import Testing
import Vietnamese

@Suite struct ShippedCatalogueTests {
    /// Read once for all tests: it takes a while.
    private static let reading = CatalogueReader(folder: Repository.root, today: CatalogueFixture.today).read()

    private var reading: CatalogueReader.Reading { Self.reading }
    private var catalogue: Catalogue { reading.catalogue }

    @Test func itIsReadWithoutAnError() {
        let errors = reading.diagnostics.filter { $0.severity == .error }.map(catalogue.editor.line(for:))
        #expect(errors == [])
        #expect(reading.isSound)
    }

    @Test func itIsAllThere() {
        #expect(!catalogue.intents.isEmpty)
        #expect(!catalogue.guides.isEmpty)
        #expect(!catalogue.groups.isEmpty)
        #expect(!catalogue.particles.isEmpty)
        #expect(!catalogue.lexicon.abbreviations.isEmpty)
        #expect(!catalogue.lexicon.chat.isEmpty)
        #expect(!catalogue.lexicon.regional.isEmpty)
        #expect(!catalogue.lexicon.synonyms.isEmpty)
        #expect(catalogue.pages["chat"]?.isEmpty == false)
        for group in catalogue.groups { #expect(!catalogue.guides(in: group.id).isEmpty, "\(group.id)") }
    }

    @Test(arguments: Diagnostic.Kind.allCases)
    func everyFaultHasItsSentenceAndItsRemedy(kind: Diagnostic.Kind) {
        #expect(catalogue.editor.sentence(kind.rawValue) != kind.rawValue)
        if kind.severity > .note {
            #expect(catalogue.editor.sentence(kind.rawValue + ".remedy") != kind.rawValue + ".remedy")
        }
    }

    @Test(arguments: [Diagnostic.Severity.note, .warning, .error])
    func everySeverityHasItsWord(severity: Diagnostic.Severity) {
        #expect(catalogue.editor.sentence("severity." + severity.rawValue) != "severity." + severity.rawValue)
    }

    @Test(arguments: MessageKey.allCases)
    func everySentenceOfTheBotIsThere(key: MessageKey) {
        #expect(catalogue.messages[key] != key.rawValue)
    }

    /// A sentence that leaves out one of its names withholds something (a step without its text, a remedy without the remedy).
    @Test(arguments: [MessageKey.step, .remedy, .overview, .humanTeam, .humanHotline])
    func aSentenceThatCarriesAGuideNamesAllThatItIsGiven(key: MessageKey) {
        let values = Dictionary(uniqueKeysWithValues: key.placeholders.map { ($0, "<\($0)>") })
        let sentence = catalogue.messages[key, values]
        for name in key.placeholders where name != "count" { #expect(sentence.contains("<\(name)>"), "\(name)") }
        #expect(!sentence.contains("{"))
    }

    @Test(arguments: Phrase.Meaning.allCases)
    func everyMeaningHasPhrases(meaning: Phrase.Meaning) {
        let phrases = catalogue.phrases.filter { $0.meaning == meaning }
        #expect(phrases.contains { !$0.whole.isEmpty || !$0.within.isEmpty })
    }
}

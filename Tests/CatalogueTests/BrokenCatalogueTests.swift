import Catalogue
import Foundation
import Support
import Testing

@Suite struct BrokenCatalogueTests {
    @Test func theBaseOfTheFixturesIsSound() throws {
        let reading = try read(.base)
        #expect(reading.diagnostics.map(CatalogueFixture.line(of:)) == [])
        #expect(reading.isSound)
    }

    @Test(arguments: CatalogueFixture.broken)
    func aBrokenCatalogueGivesExactlyItsDiagnostics(fixture: CatalogueFixture) throws {
        let reading = try read(fixture)
        let expected = try fixture.expected()
        #expect(!expected.isEmpty)
        #expect(reading.diagnostics.map(CatalogueFixture.line(of:)).sorted() == expected)
        #expect(reading.isSound == !expected.contains { $0.contains(" error ") })
    }

    /// What the sentences name in braces must come with the diagnostic; `{#` is how a step's id is written.
    @Test(arguments: CatalogueFixture.broken)
    func aFaultIsToldInAWholeSentence(fixture: CatalogueFixture) throws {
        let reading = try read(fixture)
        for diagnostic in reading.diagnostics {
            let line = reading.catalogue.editor.line(for: diagnostic)
            #expect(!line.replacing("{#", with: "").contains("{"), "\(line)")
            #expect(line.hasPrefix("\(diagnostic.position): "))
            #expect(line.hasSuffix("[\(diagnostic.kind.rawValue)]"))
        }
    }

    @Test func everyFaultOfReadingAndOfTheRulesHasAFixture() throws {
        let lines = try CatalogueFixture.broken.map { try $0.expected() }.joined()
        let found = Set(lines.compactMap { $0.split(separator: " ").last.map(String.init) })
        let proof: Set<Diagnostic.Kind> = [
            .sampleMissesIntent, .sampleNarrow, .leftOutSample, .confusedPair, .repeatedSample, .repeatedKeywords, .deadKeywords,
        ]
        let missing = Diagnostic.Kind.allCases.filter { !proof.contains($0) && !found.contains($0.rawValue) }
        #expect(missing == [])
    }

    private func read(_ fixture: CatalogueFixture) throws -> CatalogueReader.Reading {
        try fixture.withFolder { CatalogueReader(folder: $0, today: CatalogueFixture.today).read() }
    }
}

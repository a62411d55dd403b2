import Catalogue
import Foundation
import Matching
import Testing

/// Conversations as an editor reads them; how they are written is told at ``Transcript``.
@Suite struct TranscriptTests {
    private static let updates = ProcessInfo.processInfo.environment["UPDATE_CONVERSATIONS"] == "1"

    @Test(arguments: Transcript.all)
    func `a conversation goes as it is written`(_ transcript: Transcript) throws {
        let played = try transcript.played()
        if Self.updates { try played.write(to: transcript.file, atomically: true, encoding: .utf8) }
        let written = try transcript.written()
        #expect(written == played, "\(transcript.name)\n\(Transcript.difference(expected: written, got: played))")
    }

    @Test func `there are at least forty conversations, each with its title`() throws {
        #expect(Transcript.all.count >= 40)
        for transcript in Transcript.all {
            #expect(try transcript.written().hasPrefix("# "), "\(transcript.name)")
        }
    }

    @Test func `each shipped guide is walked to its end, and its first trouble is mended`() throws {
        for guide in ShippedCatalogue.catalogue.guides {
            let walk = try Transcript(name: "Guides/\(guide.id).txt").played()
            for (number, step) in guide.steps.enumerated() {
                #expect(walk.contains("máy: Bước \(number + 1)/\(guide.steps.count): \(step.title)\n"), "\(guide.id)")
            }
            #expect(walk.contains("dân bấm: Xong rồi\n"), "\(guide.id)")
            let trouble = try #require(guide.steps.first { !$0.troubles.isEmpty }?.troubles.first, "\(guide.id)")
            #expect(try Transcript(name: "Guides/\(guide.id)-vuong.txt").played().contains("máy: \(trouble.title)\n"), "\(guide.id)")
        }
    }

    @Test func `the difference names the lines that went and came`() {
        #expect(Transcript.difference(expected: "a\nb\nc", got: "a\nx\nc") == "- 2: b\n+ 2: x")
        #expect(Transcript.difference(expected: "a\nb", got: "a\nb").isEmpty)
    }

    @Test func `the made-up catalogue is sound, and its samples reach their guides`() {
        // Of a whole catalogue it has only what a conversation needs.
        let absent: Set<Diagnostic.Kind> = [.missingFile, .unknownGroup, .missingShare, .missingLoudspeaker]
        let faults = MadeUpCatalogue.reading.diagnostics.filter { !absent.contains($0.kind) }
        #expect(faults.isEmpty)
        for intent in MadeUpCatalogue.catalogue.intents {
            for question in intent.questions {
                let understanding = MadeUpCatalogue.matcher.understand(question)
                #expect(understanding.matches.first?.intent == intent.id, "\(question)")
                #expect(understanding.decision == .answer, "\(question)")
            }
        }
    }
}

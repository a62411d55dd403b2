import Foundation
import Testing
import Vietnamese

@Suite struct MaskedTextTests {
    @Test func decodingMasksAgainAndKeepsWhatWasFound() throws {
        let stored = Data(#"{"text": "mk là •••, gọi 0905000111", "secrets": ["password"]}"#.utf8)
        let decoded = try JSONDecoder().decode(MaskedText.self, from: stored)
        #expect(decoded.text == "mk là •••, gọi •••")
        #expect(decoded.secrets == [.password, .phoneNumber])
    }

    @Test func encodingAndDecodingChangesNothing() throws {
        let masked = MaskedText(masking: "sđt 0905000111, email tenmau@gmail.com")
        #expect(try JSONDecoder().decode(MaskedText.self, from: JSONEncoder().encode(masked)) == masked)
        #expect(masked.secrets == [.phoneNumber, .emailAddress])
    }
}

import Foundation
import Support
import Testing

/// A short run of `Torture`; `make torture KILLS=1000` is the long one.
struct TortureTests {
    @Test func `Killed at random moments under load it loses nothing and doubles nothing`() async throws {
        // Eight, so that one kill comes before the service listens.
        let ending = try await Program("Torture", ["8"]).end(within: .seconds(900))
        #expect(ending.status == 0, "\(ending.output)\n\(ending.errors)")
        #expect(ending.output.contains(/acknowledged +[1-9]/))
    }
}

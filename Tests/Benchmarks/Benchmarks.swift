import Catalogue
import Dialogue
import Foundation
import HelpDesk
import Matching
import Service
import Storage
import Vietnamese

/// What the hot paths cost, each as a ratio to something known that is measured in the same run: machines differ and drift,
/// ratios hold. `make bench`, from the package's folder.
@main
struct Benchmarks {
    static let question = "Làm sao để đăng nhập vào Cổng dịch vụ công quốc gia trên máy?"

    static func main() async throws {
        // One part alone, for whoever works on it.
        if CommandLine.arguments.contains("reports") {
            return try await YearReport.report(CatalogueReader(folder: URL(filePath: "."), today: Day(inVietnam: Date())).read().catalogue)
        }
        fold()
        let snapshot = try load()
        understand(snapshot)
        readLogLines()
        Growth.report()
        try await turns(snapshot)
        try await YearReport.report(snapshot.catalogue)
        try await BigLog.report(snapshot)
    }

    static func fold() {
        print("Folding “\(question)”, \(question.count) characters")
        let decomposed = question.decomposedStringWithCanonicalMapping
        let foundation = Measure.nanoseconds(2_000) {
            question.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).replacingOccurrences(of: "đ", with: "d").utf8.count
        }
        let composed = Measure.nanoseconds(200_000) { Folded(question).words.count }
        Measure.report("Foundation's folding", foundation)
        Measure.report("Folded, NFC", composed, against: foundation)
        Measure.report("Folded, NFD", Measure.nanoseconds(200_000) { Folded(decomposed).words.count }, against: foundation)
        let secret = "mk của em là MauThu@123, gọi 0905 000 111 giúp em đăng nhập dịch vụ công"
        Measure.report("masking, no secret", Measure.nanoseconds(50_000) { MaskedText(masking: question).text.utf8.count }, against: foundation)
        Measure.report("masking, two secrets", Measure.nanoseconds(50_000) { MaskedText(masking: secret).text.utf8.count }, against: foundation)
    }

    static func load() throws -> CatalogueInService.Snapshot {
        let loader = CatalogueLoader(folder: URL(filePath: "."))
        var rounds: [(read: Double, learnt: Double)] = []
        var count = 0
        // The first round is that of a start; the others are an editor's change while the service runs.
        for _ in 0..<6 {
            let start = ContinuousClock.now
            let reading = CatalogueReader(folder: URL(filePath: "."), today: Day(inVietnam: Date())).read()
            let read = ContinuousClock.now
            _ = Matcher(reading.catalogue)
            rounds.append(((read - start) / .milliseconds(1), (ContinuousClock.now - read) / .milliseconds(1)))
            count = reading.catalogue.intents.count
        }
        print("\nLoading the catalogue, \(count) intents: reading and checking the files, and the matcher")
        func line(_ name: String, _ round: (read: Double, learnt: Double)) {
            let (sum, read, learnt) = (Measure.rounded(round.read + round.learnt), Measure.rounded(round.read), Measure.rounded(round.learnt))
            print("  \(name): \(sum) ms, \(read) and \(learnt)")
        }
        line("at the start", rounds[0])
        line("after a change, the middle one of five", rounds.dropFirst().sorted { $0.read + $0.learnt < $1.read + $1.learnt }[2])
        return try loader.load(at: Date())
    }

    static func understand(_ snapshot: CatalogueInService.Snapshot) {
        print("\nUnderstanding a question (folding and spelling included)")
        let folding = Measure.nanoseconds(200_000) { Folded(question).words.count }
        Measure.report("folding alone", folding)
        for text in [question, "dang nhap dvc ko dc", "quen mat khuu vneid roi lam sao", "hôm nay trời đẹp quá"] {
            Measure.report(text, Measure.nanoseconds(5_000) { snapshot.matcher.understand(text).matches.count }, against: folding)
        }
    }

    static func readLogLines() {
        print("\nReading a log line, without the matcher")
        let (today, folding) = (Day(inVietnam: Date()), Measure.nanoseconds(200_000) { Folded(question).words.count })
        for text in [
            "ghi giúp 3 bác ở tổ 5 cài vneid xong", "ghi hôm qua hd bà con nộp hồ sơ khai sinh, 1 người, chưa xong vì ko có otp",
            String(repeating: "ghi hôm qua 2 bác ở tổ 5, chưa xong, ", count: 5),
        ] {
            let masked = MaskedText(masking: text)
            let time = Measure.nanoseconds(2_000) { LogLine(masked, today: today) { _ in .nothing }.missing.count }
            Measure.report(text, time, against: folding)
        }
    }

    static func turns(_ snapshot: CatalogueInService.Snapshot) async throws {
        print("\nTurns on disk (WAL, FULL), 64 people at once against one alone")
        let alone = try await turnsPerSecond(snapshot, people: 1, each: 400)
        let together = try await turnsPerSecond(snapshot, people: 64, each: 100)
        print("  one alone \(Int(alone))/s, 64 at once \(Int(together))/s: \(Measure.rounded(together / alone)) times")
    }

    private static func turnsPerSecond(_ snapshot: CatalogueInService.Snapshot, people: Int, each: Int) async throws -> Double {
        let folder = FileManager.default.temporaryDirectory.appending(path: "tungngo-bench-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try Store(folder: DataFolder(folder), apology: snapshot.dialogue.apology()) { snapshot.dialogue.respond(to: $0, in: $1) }
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for person in 0..<people {
                group.addTask {
                    for message in 0..<each {
                        let text = MaskedText(masking: question)
                        let event = Event(at: Date(), input: .text(text, snapshot.matcher.understand(text.text)))
                        let address = PersonAddress(channel: "bench", name: "\(person)")
                        _ = try await store.take(Turn(address: address, message: "\(person)-\(message)", event: event))
                    }
                }
            }
            try await group.waitForAll()
        }
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        try store.close()
        return Double(people * each) / seconds
    }
}

import Foundation
import Support
import Testing

/// A conversation of several people as plain text, one file each in `Desk/`: played against the whole service on a database
/// of its own.
///
/// What is written by hand:
/// - `# …` says what it shows; `lúc 2026-11-24 08:00` is when it begins
/// - `tổ: CODE; NAME; PARENT; CONTACT; ADDRESS; HOURS` a team (what is not known stays empty)
/// - `người: NAME; TEAM; ROLE` a member with an account; `kênh: NAME; CHANNEL` somebody writes over that channel: zalo lets us
///   write for 48 hours, messenger (here) for one, others for ever
/// - `danh sách: NAME; TEAM; ROLE` a member without an account; `mã ABCD-2345: NAME; DAYS` a code for them; `nghỉ: NAME` leaves
/// - `NAME: …` somebody writes; `NAME bấm: LABEL` presses a button of the newest reply to them that has it
/// - `NAME trong nhóm: …`, `NAME bấm trong nhóm: …` the same in the team's group
/// - `NAME mở: GUIDE; TEAM` opens the chat by a link; `NAME gửi: hình`; `NAME chặn` blocks us; `NAME đưa số: 0900…` gives the card
/// - `sau 2 giờ` (phút, ngày) time goes by, and what is due happens
///
/// The rest is what the people read: `→ NAME: …`, further lines and choices indented; of long texts the first line. With
/// `UPDATE_CONVERSATIONS=1` in the environment the test writes it into the files anew; read what it wrote.
struct DeskTranscript: Sendable, CustomTestStringConvertible {
    static let folder = Repository.root.appending(path: "Tests/ServiceTests/Desk")

    static let all: [DeskTranscript] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().map { DeskTranscript(name: $0) }
    }()

    let name: String
    var testDescription: String { name }
    var file: URL { Self.folder.appending(path: name) }

    func written() throws -> String {
        try String(contentsOf: file, encoding: .utf8)
    }

    /// The conversation as it goes: what is written by hand, and after each event what came of it.
    func played() async throws -> String {
        let player = try await DeskPlayer()
        var text = ""
        var wasOutput = false
        for (number, line) in try written().split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.hasPrefix(" ") || line.hasPrefix("→ ") { continue }
            if wasOutput { text += "\n" }
            text += line + "\n"
            wasOutput = false
            if line.hasPrefix("#") { continue }
            do {
                let output = try await player.play(line)
                text += output.map { $0 + "\n" }.joined()
                wasOutput = !output.isEmpty
            } catch let fault as DeskPlayer.Fault {
                text += "→ HỎNG: dòng \(number + 1): \(fault.reason)\n"
                wasOutput = true
            }
        }
        return text
    }
}

@Suite struct DeskTranscriptTests {
    private static let updates = ProcessInfo.processInfo.environment["UPDATE_CONVERSATIONS"] == "1"

    @Test(arguments: DeskTranscript.all)
    func `several people's conversation goes as it is written`(_ transcript: DeskTranscript) async throws {
        let played = try await transcript.played()
        if Self.updates { try played.write(to: transcript.file, atomically: true, encoding: .utf8) }
        #expect(!played.contains("→ HỎNG"), "\(transcript.name) has a line that cannot be played")
        #expect(try transcript.written() == played, "\(transcript.name)")
    }
}

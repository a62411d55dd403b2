import Foundation
import Support
import Testing

/// A conversation as plain text, one file each in `Conversations/`; those in `Guides/` walk each shipped guide, all its steps
/// in one and a trouble in the other.
///
/// What is written by hand:
/// - `# …` says what the conversation shows; `lúc 2026-11-24 08:00` is when it begins
/// - `đã chào` the page has shown the greeting already
/// - `dân: …` the person writes; `dân bấm: Xong, tiếp` presses a button of the newest reply that has some
/// - `dân bấm lại` presses the same button once more; `dân bấm nút cũ: …` a button of an earlier reply
/// - `dân gửi: hình` (or nhãn dán, giọng nói, vị trí, tệp, khác); `dân mở: GUIDE` or `dân mở` opens the chat
/// - `bài thật, kể ngắn` plays with the shipped guides and intents, and tells only the first line of each reply
/// - `sau 2 ngày` (giờ, phút) time goes by; `trễ 10 phút` the next event is older than the last one
/// - `máy phân vân: INTENT, INTENT` the next question is taken for one of these, whatever the matcher of the day is sure of
/// - `tổ: NAME; CONTACT; ADDRESS` the person's team is known
/// - `sửa bài: GUIDE bỏ bước STEP`, `bỏ bài: GUIDE` the catalogue changes; `mất bản cũ` the revision in use is not kept
///
/// The rest is what the bot answers (`máy: …`, further lines and choices indented by 5 blanks) and, in round brackets, what
/// else changes. With `UPDATE_CONVERSATIONS=1` in the environment the test writes it into the files anew; read what it wrote.
struct Transcript: Sendable, CustomTestStringConvertible {
    static let folder = Repository.root.appending(path: "Tests/DialogueTests")

    static let all: [Transcript] = ["Conversations", "Guides"].flatMap { part in
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: part).path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().map { Transcript(name: part + "/" + $0) }
    }

    let name: String
    var testDescription: String { name }
    var file: URL { Self.folder.appending(path: name) }

    /// The conversation as it is written.
    func written() throws -> String {
        try String(contentsOf: file, encoding: .utf8)
    }

    /// The conversation as it goes: what is written by hand, and after each event what came of it.
    func played() throws -> String {
        var player = TranscriptPlayer()
        var text = ""
        var wasOutput = false
        for (number, line) in try written().split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.hasPrefix(" ") || line.hasPrefix("máy: ") || line.hasPrefix("(") { continue }
            if wasOutput { text += "\n" }
            text += line + "\n"
            guard !line.hasPrefix("#") else {
                wasOutput = false
                continue
            }
            do {
                let output = try player.play(line)
                text += output.map { $0 + "\n" }.joined()
                wasOutput = !output.isEmpty
            } catch {
                throw Unplayable(line: "\(name):\(number + 1): \(line)", reason: error.reason)
            }
        }
        return text
    }

    /// A line that cannot be played.
    struct Unplayable: Error {
        let line: String
        let reason: String
    }

    /// The lines that differ, those expected with `-`, those that came with `+`.
    static func difference(expected: String, got: String) -> String {
        let lines = { (text: String) in text.split(separator: "\n", omittingEmptySubsequences: false) }
        let changes = lines(got).difference(from: lines(expected)).map { change in
            switch change {
            case .remove(let line, let text, _): (line, "- \(line + 1): \(text)")
            case .insert(let line, let text, _): (line, "+ \(line + 1): \(text)")
            }
        }
        return changes.sorted { $0.0 < $1.0 }.map(\.1).joined(separator: "\n")
    }
}

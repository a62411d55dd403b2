import Catalogue
import Dialogue
import Storage

/// Entries of the log as CSV (RFC 4180, UTF-8 with a byte order mark, for the spreadsheets of offices).
enum LogSheet {
    static func csv(_ rows: [LogRow], _ words: ManageWords) -> String {
        let head = [
            "sheet.number", "session.day", "log.kind", "log.guide", "session.people", "log.outcome", "session.who", "log.team", "log.channel",
            "session.activated", "session.place", "session.difficulty", "session.note", "log.review",
        ].map { words[$0] }
        let lines = rows.map { row in
            [
                String(row.number), row.entry.day.description, words.kind(row.entry.kind), words.guide(row.entry.guide), String(row.entry.people),
                row.isWithdrawn ? words["outcome.withdrawn"] : words.outcome(row.entry.outcome), row.member ?? "", row.team ?? "",
                words.channel(row.channel), words[row.entry.isActivated ? "session.yes" : "session.no"], row.entry.place ?? "",
                row.entry.difficulty ?? "", row.entry.note ?? "", words["review." + row.review.rawValue],
            ]
        }
        return "\u{FEFF}" + ([head] + lines).map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
    }

    /// A spreadsheet takes what begins with one of these for a formula; an apostrophe makes it text (ASVS 1.2.10).
    static func field(_ text: String) -> String {
        let isFormula = text.unicodeScalars.first.map { "=+-@\t\r\n\0".unicodeScalars.contains($0) } ?? false
        let safe = isFormula ? "'" + text : text
        let mustBeQuoted = safe.unicodeScalars.contains { "\",\r\n;".unicodeScalars.contains($0) }
        return mustBeQuoted ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
    }
}

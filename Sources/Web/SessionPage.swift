import Catalogue
import Dialogue
import Foundation
import HelpDesk
import Storage

/// One entry of the log with its whole course; its template is `content/pages/manage-session.mustache`.
struct SessionPage {
    struct Fact {
        let name: String
        let value: String
    }

    struct Happening {
        let at: String
        let text: String
        let changes: [String]
    }

    let page: ManageFrame
    let words: [String: String]
    let facts: [Fact]
    let happenings: [Happening]
    let hasRemarks: Bool
    let remarks: [Happening]
    let isReviewable: Bool
    let canAsk: Bool
    let reviewAddress = Site.logReview
    let number: Int64
    let fields: [LogPage.Field]
    let back: String
    let newer: String?
    let older: String?

    init(
        _ session: LogSession, _ filter: LogFilter, neighbours: (newer: Int64?, older: Int64?), page: ManageFrame, words: ManageWords
    ) {
        let row = session.row
        self.page = page
        self.words = words.all
        number = row.number
        let details: [(String, String?)] = [
            ("session.day", row.entry.day.written), ("log.kind", words.kind(row.entry.kind)),
            ("log.outcome", row.isWithdrawn ? words["outcome.withdrawn"] : words.outcome(row.entry.outcome)),
            ("session.people", ManageWords.number(row.entry.people)), ("session.who", row.member ?? words["log.nobody"]),
            ("session.team", row.team ?? words["log.noTeam"]), ("log.channel", words.channel(row.channel)),
            ("session.furthest", words.step(row.furthest, of: row.entry.guide)),
            ("session.activated", row.entry.isActivated ? words["session.yes"] : nil), ("session.place", row.entry.place),
            ("session.difficulty", row.entry.difficulty), ("session.note", row.entry.note),
        ]
        facts = details.compactMap { name, value in value.map { Fact(name: words[name], value: $0) } }
        var before: HelpEntry?
        happenings = session.events.map { event in
            defer { before = event.entry ?? before }
            return Happening(
                at: ManageWords.time(event.at), text: Self.text(of: event, row.entry.guide, words),
                changes: event.kind == "changed" ? Self.changes(before, event.entry, words) : [])
        }
        remarks = session.remarks.map { remark in
            Happening(
                at: ManageWords.time(remark.at), text: words["review." + remark.state.rawValue] + " – " + remark.member,
                changes: remark.note.map { [$0] } ?? [])
        }
        hasRemarks = !remarks.isEmpty
        isReviewable = session.isReviewable
        canAsk = session.isReviewable && row.memberCode != nil
        fields = LogQuery.fields(of: filter).map { LogPage.Field(name: $0.name, value: $0.value.attribute) }
        back = LogQuery.address(Site.helpLog, filter)
        newer = neighbours.newer.map { LogQuery.address(Site.helpLog + "/" + String($0), filter) }
        older = neighbours.older.map { LogQuery.address(Site.helpLog + "/" + String($0), filter) }
    }

    private static func text(of event: LogSession.Event, _ guide: String?, _ words: ManageWords) -> String {
        var text = words["event." + event.kind]
        if let step = words.step(event.step, of: guide) { text += ": " + step }
        if event.kind == "stuck", let trouble = event.trouble {
            let steps = guide.flatMap(words.catalogue.guide)?.steps ?? []
            let troubles = steps.first { $0.id == event.step }?.troubles ?? []
            if troubles.indices.contains(trouble) { text += " – " + troubles[trouble].title }
        }
        if event.kind == "closed" { text += ": " + words.outcome(event.outcome) }
        return text
    }

    /// What a correction changed, each with the old and the new value.
    private static func changes(_ old: HelpEntry?, _ new: HelpEntry?, _ words: ManageWords) -> [String] {
        guard let old, let new else { return [] }
        let none = words["session.none"]
        let pairs: [(name: String, old: String, new: String)] = [
            ("log.guide", words.guide(old.guide), words.guide(new.guide)), ("session.people", String(old.people), String(new.people)),
            ("session.day", old.day.written, new.day.written), ("log.outcome", words.outcome(old.outcome), words.outcome(new.outcome)),
            ("session.place", old.place ?? none, new.place ?? none), ("session.difficulty", old.difficulty ?? none, new.difficulty ?? none),
            ("session.note", old.note ?? none, new.note ?? none),
            ("session.activated", words[old.isActivated ? "session.yes" : "session.no"], words[new.isActivated ? "session.yes" : "session.no"]),
        ]
        return pairs.filter { $0.old != $0.new }.map { words[$0.name] + ": " + $0.old + " → " + $0.new }
    }
}

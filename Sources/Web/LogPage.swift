import Catalogue
import Dialogue
import Foundation
import HelpDesk
import Storage

/// The log: what is chosen from it, and a page of entries; its template is `content/pages/manage-log.mustache`.
struct LogPage {
    struct Option {
        let value: String
        let title: String
        let isChosen: Bool
    }

    struct Select {
        let name: String
        let title: String
        let options: [Option]
    }

    struct Field {
        let name: String
        let value: String
    }

    struct Row {
        let number: Int64
        let address: String
        let day: String
        let kind: String
        let topic: String
        let people: String
        let outcome: String
        let who: String
        let whoAddress: String?
        let team: String
        let details: String?
        let isWithdrawn: Bool
        let mark: String?
    }

    let page: ManageFrame
    let words: [String: String]
    let here = Site.helpLog
    let searchAddress = Site.logSearch
    let exportAddress = Site.logExport
    let reviewAddress = Site.logReview
    let undoAddress = Site.logUndo
    let isWide: Bool
    let from: String
    let to: String
    let selects: [Select]
    /// Whose entries alone are shown.
    let only: String?
    /// The filter, for forms that keep it.
    let fields: [Field]
    let search: String
    let isSearch: Bool
    let hasRows: Bool
    let rows: [Row]
    let nextAddress: String?
    /// Where the page after a search begins.
    let nextCursor: String?
    /// What was just marked, and can be undone.
    let marked: String?
    let batch: String

    /// What the page is made from.
    struct Contents {
        let filter: LogFilter
        let rows: [LogRow]
        let next: LogRow.Cursor?
        let teams: [Team]
        let marked: (batch: Int64, count: Int)?
    }

    init(_ contents: Contents, page: ManageFrame, words: ManageWords, scope: Scope) {
        let filter = contents.filter
        self.page = page
        self.words = words.all
        isWide = scope.isWide
        from = filter.from?.description ?? ""
        to = filter.to?.description ?? ""
        selects = Self.selects(filter, contents.teams, words, isWide: scope.isWide)
        only = filter.member.map { code in
            words["log.only", ["name": contents.rows.first { $0.memberCode == code }?.member ?? code]]
        }
        fields = LogQuery.fields(of: filter).map { Field(name: $0.name, value: $0.value.attribute) }
        search = (filter.text ?? "").attribute
        isSearch = filter.text != nil
        hasRows = !contents.rows.isEmpty
        rows = contents.rows.map { Self.row($0, filter, words, isWide: scope.isWide) }
        nextAddress = filter.text == nil ? contents.next.map { LogQuery.address(Site.helpLog, filter, [("sau", $0.text)]) } : nil
        nextCursor = filter.text == nil ? nil : contents.next?.text
        marked = contents.marked.map { words["log.marked", ["count": String($0.count)]] }
        batch = contents.marked.map { String($0.batch) } ?? ""
    }

    private static func row(_ row: LogRow, _ filter: LogFilter, _ words: ManageWords, isWide: Bool) -> Row {
        var only = LogFilter()
        only.member = row.memberCode
        let details = [row.entry.place, row.entry.difficulty, row.entry.note].compactMap(\.self)
        return Row(
            number: row.number, address: LogQuery.address(Site.helpLog + "/" + String(row.number), filter), day: row.entry.day.written,
            kind: words.kind(row.entry.kind), topic: words.guide(row.entry.guide), people: ManageWords.number(row.entry.people),
            outcome: row.isWithdrawn ? words["outcome.withdrawn"] : words.outcome(row.entry.outcome), who: row.member ?? words["log.nobody"],
            whoAddress: isWide && row.memberCode != nil ? LogQuery.address(Site.helpLog, only) : nil, team: row.team ?? words["log.noTeam"],
            details: details.isEmpty ? nil : details.joined(separator: " · "), isWithdrawn: row.isWithdrawn,
            mark: row.review == .open ? nil : words["review." + row.review.rawValue])
    }

    private static func selects(_ filter: LogFilter, _ teams: [Team], _ words: ManageWords, isWide: Bool) -> [Select] {
        func select(_ name: String, _ title: String, _ chosen: String?, _ options: [(value: String, title: String)]) -> Select {
            Select(
                name: name, title: words[title],
                options: [Option(value: "", title: words["log.all"], isChosen: chosen == nil)]
                    + options.map { Option(value: $0.value.attribute, title: $0.title, isChosen: $0.value == chosen) })
        }
        let outcomes = HelpSession.Outcome.allCases.map { ($0.rawValue, words.outcome($0)) }
        let channels = words.all.keys.filter { $0.hasPrefix("channel.") }.sorted().map { (String($0.dropFirst("channel.".count)), words[$0]) }
        let kinds = HelpSession.Kind.allCases.filter { isWide || $0 != .alone }
        let team = isWide ? [select("to", "log.team", filter.team, TeamTree.options(teams))] : []
        return team + [
            select("loai", "log.kind", filter.kind?.rawValue, kinds.map { ($0.rawValue, words.kind($0)) }),
            select(
                "kq", "log.outcome", filter.ending.map(LogQuery.text),
                outcomes + [("open", words.outcome(nil)), ("withdrawn", words["outcome.withdrawn"])]),
            select("bai", "log.guide", filter.guide, words.catalogue.guides.map { ($0.id, $0.title) }),
            select("kenh", "log.channel", filter.channel, channels),
            select("duyet", "log.review", filter.review?.rawValue, Review.allCases.map { ($0.rawValue, words["review." + $0.rawValue]) }),
        ]
    }
}

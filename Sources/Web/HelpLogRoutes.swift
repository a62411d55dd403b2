import Catalogue
import Dialogue
import Foundation
import HTTPTypes
import HelpDesk
import Hummingbird
import Storage
import Vietnamese

/// `/quan-ly/so`: the log, filtered, searched, reviewed, taken away as CSV.
struct HelpLogRoutes: Sendable {
    let gate: StaffGate

    /// Entries on one page.
    static let pageLength = 50
    private static let mostExported = 50_000

    func addRoutes(to router: Router<WebContext>) {
        router.get("\(Site.helpLog)", use: list)
        router.get("\(Site.helpLog)/:number", use: showSession)
        router.post("\(Site.logSearch)", use: search)
        router.post("\(Site.logExport)", use: export)
        router.post("\(Site.logReview)", use: review)
        router.post("\(Site.logUndo)", use: undo)
    }

    @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let visit = try await gate.enter(request)
        let query = request.uri.queryParameters
        var marked: (batch: Int64, count: Int)?
        if let batch = query["lan"].flatMap({ Int64($0) }) {
            let count = try await gate.store.reviews.count(of: batch, by: visit.member)
            if count > 0 { marked = (batch, count) }
        }
        return try await show(LogQuery.filter(of: request), after: query["sau"].flatMap { LogRow.Cursor($0) }, marked: marked, visit)
    }

    @Sendable private func search(_ request: Request, _ context: WebContext) async throws -> Response {
        let (visit, form) = try await gate.enter(request, context, with: LogForm.self)
        return try await show(form.filter, after: form.sau.flatMap { LogRow.Cursor($0) }, marked: nil, visit)
    }

    private func show(
        _ filter: LogFilter, after cursor: LogRow.Cursor?, marked: (batch: Int64, count: Int)?, _ visit: StaffGate.Visit
    ) async throws -> Response {
        let log = gate.store.helpLog
        let (rows, next) = try await log.page(filter, for: visit.member, after: cursor, limit: Self.pageLength)
        try await gate.store.audit.add(.viewLog, of: rows.map(\.number), by: visit.member, at: visit.at)
        let teams = visit.scope.isWide ? try await log.teams(for: visit.member) : []
        let contents = LogPage.Contents(filter: filter, rows: rows, next: next, teams: teams, marked: marked)
        let page = LogPage(contents, page: gate.frame(visit, "log.title", at: Site.helpLog), words: gate.words, scope: visit.scope)
        return try gate.show(page, "manage-log")
    }

    @Sendable private func showSession(_ request: Request, _ context: WebContext) async throws -> Response {
        let visit = try await gate.enter(request)
        guard let number = context.parameters.get("number", as: Int64.self),
            let session = try await gate.store.helpLog.session(number, for: visit.member)
        else { throw HTTPError(.notFound) }
        let filter = LogQuery.filter(of: request)
        let neighbours = try await gate.store.helpLog.neighbours(of: session.row, filter, for: visit.member)
        try await gate.store.audit.add(.viewSession, of: [number], by: visit.member, at: visit.at)
        let words = gate.words
        let title = words["session.heading", ["number": String(number), "topic": words.guide(session.row.entry.guide)]]
        let page = SessionPage(
            session, filter, neighbours: neighbours, page: gate.frame(visit, title, at: Site.helpLog), words: words)
        return try gate.show(page, "manage-session")
    }

    @Sendable private func export(_ request: Request, _ context: WebContext) async throws -> Response {
        let (visit, form) = try await gate.enter(request, context, with: LogForm.self)
        let (rows, _) = try await gate.store.helpLog.page(form.filter, for: visit.member, limit: Self.mostExported)
        try await gate.store.audit.add(.exportLog, of: rows.map(\.number), by: visit.member, at: visit.at)
        let name = "so-ho-tro-\(Day(inVietnam: visit.at)).csv"
        return Response(
            status: .ok, headers: [.contentType: "text/csv; charset=utf-8", .contentDisposition: "attachment; filename=\"\(name)\""],
            body: ResponseBody(byteBuffer: ByteBuffer(string: LogSheet.csv(rows, gate.words))))
    }

    @Sendable private func review(_ request: Request, _ context: WebContext) async throws -> Response {
        let (visit, form) = try await gate.enter(request, context, with: LogForm.self)
        guard visit.scope.isWide else { throw HTTPError(.forbidden) }
        guard let state = form.viec.flatMap(Review.init) else { throw HTTPError(.badRequest) }
        let words = gate.words
        let note = (form.ghi ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        let masked = note.isEmpty ? nil : MaskedText(masking: String(note.prefix(200)))
        let messages = gate.catalogue.messages
        let (batch, count) = try await gate.store.reviews.mark(
            (form.ca ?? []).compactMap { Int64($0) }, state, note: masked, by: visit.member, at: visit.at
        ) { row in
            guard state == .again, row.memberCode != nil else { return nil }
            let values = ["number": String(row.number), "title": words.guide(row.entry.guide), "note": masked?.text ?? ""]
            return Reply(text: messages[.reviewAgain, values].replacing("\n\n", with: "\n"))
        }
        let more = count > 0 ? [("lan", String(batch))] : []
        return Response(status: .seeOther, headers: [.location: LogQuery.address(Site.helpLog, form.filter, more)])
    }

    @Sendable private func undo(_ request: Request, _ context: WebContext) async throws -> Response {
        let (visit, form) = try await gate.enter(request, context, with: LogForm.self)
        guard let batch = form.lan.flatMap({ Int64($0) }) else { throw HTTPError(.badRequest) }
        _ = try await gate.store.reviews.undo(batch, by: visit.member, at: visit.at)
        return Response(status: .seeOther, headers: [.location: LogQuery.address(Site.helpLog, form.filter)])
    }
}

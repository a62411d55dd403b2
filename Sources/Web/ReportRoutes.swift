import Catalogue
import Foundation
import HTTPTypes
import HelpDesk
import Hummingbird
import Reports
import Storage

/// `/quan-ly/bao-cao`: the activity report of a team and a period: to look at, to print, to take away, and what a person writes in it.
struct ReportRoutes: Sendable {
    let gate: StaffGate

    func addRoutes(to router: Router<WebContext>) {
        router.get("\(Site.report)", use: show)
        router.get("\(Site.reportSheet)", use: showSheet)
        router.post("\(Site.reportFile)", use: export)
        router.post("\(Site.reportTexts)", use: keepTexts)
    }

    @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let visit = try await gate.enter(request)
        let choice = try await choice(visit) { request.value($0) }
        let report = try await report(choice, visit)
        try await gate.store.audit.add(.viewReport, of: choice.team?.code, in: choice.span.period, by: visit.member, at: visit.at)
        let page = ReportOverviewPage(
            report, choice, isKept: request.value("da-luu") != nil,
            page: gate.frame(visit, "reports.title", at: Site.report), words: gate.words, today: Day(inVietnam: visit.at))
        return try gate.show(page, "manage-report")
    }

    @Sendable private func showSheet(_ request: Request, _ context: WebContext) async throws -> Response {
        let visit = try await gate.enter(request)
        let choice = try await choice(visit) { request.value($0) }
        let report = try await report(choice, visit)
        try await gate.store.audit.add(.viewReport, of: choice.team?.code, in: choice.span.period, by: visit.member, at: visit.at)
        let page = ReportPage(
            report, hasMembers: request.value("phu-luc") != nil, words: gate.catalogue.pages["report"] ?? [:], assets: gate.assets)
        return try gate.show(page, "report")
    }

    @Sendable private func export(_ request: Request, _ context: WebContext) async throws -> Response {
        let (visit, form) = try await gate.enter(request, context, with: ReportForm.self)
        guard let format = form.dang.flatMap(ReportFormat.init) else { throw HTTPError(.badRequest) }
        let choice = try await choice(visit) { form[$0] }
        let report = try await report(choice, visit)
        try await gate.store.audit.add(.exportReport, of: choice.team?.code, in: choice.span.period, by: visit.member, at: visit.at)
        let data = try format.data(of: report, words: gate.catalogue.pages["report"] ?? [:])
        let name = ["bao-cao", choice.team?.code.lowercased(), choice.span.fileName].compactMap(\.self).joined(separator: "-")
        return PageResponse.file(data, type: format.mediaType, name: name + "." + format.rawValue)
    }

    @Sendable private func keepTexts(_ request: Request, _ context: WebContext) async throws -> Response {
        let (visit, form) = try await gate.enter(request, context, with: ReportForm.self)
        let choice = try await choice(visit) { form[$0] }
        for (field, text) in form.texts { try await gate.store.keep(text, as: field, of: choice.team?.code, at: visit.at) }
        try await gate.store.audit.add(.editReport, of: choice.team?.code, in: choice.span.period, by: visit.member, at: visit.at)
        return Response(
            status: .seeOther, headers: [.location: LogQuery.address(Site.report, choice.fields + [("da-luu", "1")]) + "#phan-viet"])
    }

    private func choice(_ visit: StaffGate.Visit, _ value: (String) -> String?) async throws -> ReportChoice {
        try ReportChoice(all: try await gate.store.teams(), scope: visit.scope, today: Day(inVietnam: visit.at), value)
    }

    private func report(_ choice: ReportChoice, _ visit: StaffGate.Visit) async throws -> ActivityReport {
        let (team, period) = (choice.team?.code, choice.span.period)
        return ActivityReport(
            try await gate.store.activity(of: team, in: period, isAlone: choice.isAlone), of: choice.team, in: period,
            texts: try await gate.store.reportTexts(of: team), catalogue: gate.catalogue, today: Day(inVietnam: visit.at))
    }
}

extension Request {
    /// A field of the address.
    func value(_ name: String) -> String? { uri.queryParameters[Substring(name)].map(String.init) }
}

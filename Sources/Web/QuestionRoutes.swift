import Catalogue
import Foundation
import HTTPTypes
import HelpDesk
import Hummingbird
import Matching
import Service
import Storage

/// `/quan-ly/cau-hoi`: what the catalogue could not answer, and what is made of it.
struct QuestionRoutes: Sendable {
    let gate: StaffGate

    /// So many groups are shown; more of them are no list to work through.
    private static let most = 200
    /// The questions of so many days.
    static let days = 90
    static let mostQuestions = 20_000

    func addRoutes(to router: Router<WebContext>) {
        router.get("\(Site.questions)", use: showList)
        router.get("\(Site.questions)/:number", use: showGroup)
        router.post("\(Site.questionPreview)", use: preview)
        router.post("\(Site.questionPropose)", use: propose)
        router.post("\(Site.questionDismiss)", use: dismiss)
    }

    private func enter(_ request: Request) async throws -> StaffGate.Visit {
        let visit = try await gate.enter(request)
        guard visit.scope.isCoordinator else { throw HTTPError(.forbidden) }
        return visit
    }

    private func enter(_ request: Request, _ context: WebContext) async throws -> (StaffGate.Visit, PhraseForm) {
        let (visit, form) = try await gate.enter(request, context, with: PhraseForm.self)
        guard visit.scope.isCoordinator else { throw HTTPError(.forbidden) }
        return (visit, form)
    }

    private func groups(for visit: StaffGate.Visit) async throws -> [QuestionGroup] {
        let questions = try await gate.store.questions.open(
            from: Span.day(visit.at, back: Self.days), to: Day(inVietnam: visit.at), for: visit.member, limit: Self.mostQuestions)
        return QuestionGroup.groups(
            of: questions, by: gate.service.catalogue.current, dismissed: try await gate.store.phrases.dismissed(for: visit.member))
    }

    /// - Throws: not found where no group that the member may see has the question.
    private func group(_ number: String?, for visit: StaffGate.Visit) async throws -> (number: Int64, group: QuestionGroup) {
        guard let number = number.flatMap({ Int64($0) }),
            let group = try await groups(for: visit).first(where: { $0.questions.contains { $0.number == number } })
        else { throw HTTPError(.notFound) }
        return (number, group)
    }

    @Sendable private func showList(_ request: Request, _ context: WebContext) async throws -> Response {
        let visit = try await enter(request)
        let isAside = request.uri.queryParameters["xem"] == "bo"
        let groups = try await groups(for: visit).filter { ($0.reason != nil) == isAside }.prefix(Self.most)
        try await gate.store.audit.add(.viewQuestions, of: groups.compactMap { $0.questions.first?.number }, by: visit.member, at: visit.at)
        let page = QuestionsPage(
            Array(groups), isAside: isAside,
            page: gate.frame(visit, isAside ? "phrases.aside.title" : "questions.title", at: Site.questions), words: gate.words)
        return try gate.show(page, "manage-questions")
    }

    @Sendable private func showGroup(_ request: Request, _ context: WebContext) async throws -> Response {
        let visit = try await enter(request)
        let (number, group) = try await group(context.parameters.get("number"), for: visit)
        try await gate.store.audit.add(.viewQuestion, of: [number], by: visit.member, at: visit.at)
        return try await show(number, group, visit, fault: nil)
    }

    private func show(_ number: Int64, _ group: QuestionGroup, _ visit: StaffGate.Visit, fault: String?) async throws -> Response {
        let text = group.questions.first { $0.number == number }?.text ?? ""
        let current = gate.service.catalogue.current
        let page = QuestionPage(
            QuestionPage.Contents(
                number: number, text: text, group: group, course: try await gate.store.questions.course(around: number),
                nearest: current.matcher.understand(text, limit: 5).matches),
            catalogue: current.catalogue, fault: fault, decides: visit.scope.seesStrays,
            page: gate.frame(visit, "phrases.question.title", at: Site.questions), words: gate.words)
        return try gate.show(page, "manage-question", status: fault == nil ? .ok : .unprocessableContent)
    }

    @Sendable private func preview(_ request: Request, _ context: WebContext) async throws -> Response {
        try await withChange(request, context) { change, form, visit in
            try await EffectPage.show(change, form.fields, sentTo: Site.questionPropose, visit, gate)
        }
    }

    /// Reads the change that a form of a question's page asks for; where it makes none the page says why.
    private func withChange(
        _ request: Request, _ context: WebContext, _ body: (CatalogueChange, PhraseForm, StaffGate.Visit) async throws -> Response
    ) async throws -> Response {
        let (visit, form) = try await enter(request, context)
        let (number, group) = try await group(form.cau, for: visit)
        let change: CatalogueChange
        do {
            change = try form.change(in: gate.catalogue)
        } catch {
            return try await show(number, group, visit, fault: gate.words[error.key])
        }
        return try await body(change, form, visit)
    }

    @Sendable private func propose(_ request: Request, _ context: WebContext) async throws -> Response {
        try await withChange(request, context) { change, form, visit in
            guard !gate.service.phrases.effect(of: change, on: []).isRefused else {
                return try await EffectPage.show(change, form.fields, sentTo: Site.questionPropose, visit, gate)
            }
            try await gate.store.phrases.propose(change, by: visit.member, at: visit.at)
            try await gate.service.phrases.refresh()
            return Response(status: .seeOther, headers: [.location: Site.phrases])
        }
    }

    @Sendable private func dismiss(_ request: Request, _ context: WebContext) async throws -> Response {
        let (visit, form) = try await enter(request, context)
        let (number, group) = try await group(form.cau, for: visit)
        if form.viec == "recall" {
            try await gate.store.phrases.recall(group.marks, question: number, by: visit.member, at: visit.at)
        } else {
            guard let reason = form.word else { return try await show(number, group, visit, fault: gate.words["phrases.fault.reason"]) }
            try await gate.store.phrases.dismiss(group.marks, question: number, reason: reason, by: visit.member, at: visit.at)
        }
        return Response(status: .seeOther, headers: [.location: Site.questions])
    }
}

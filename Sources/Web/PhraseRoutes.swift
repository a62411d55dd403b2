import Catalogue
import Foundation
import HTTPTypes
import HelpDesk
import Hummingbird
import Matching
import Service
import Storage

/// `/quan-ly/cau-bo-sung`: what was proposed for the catalogue, and what became of it.
struct PhraseRoutes: Sendable {
    let gate: StaffGate

    private static let most = 200

    private struct PhrasesPage {
        struct Row {
            let number: Int64
            let change: String
            let state: String
            let who: String
            let at: String
            let hasWord: Bool
            let wordText: String
            let isOrphaned: Bool
            let isInFiles: Bool
            let canAccept: Bool
            let canReturn: Bool
            let canUndo: Bool
        }

        let page: ManageFrame
        let words: [String: String]
        let lead: String
        let preview = Site.phrasePreview
        let decision = Site.phraseDecide
        let hasRows: Bool
        let rows: [Row]
    }

    func addRoutes(to router: Router<WebContext>) {
        router.get("\(Site.phrases)", use: showList)
        router.post("\(Site.phrasePreview)", use: preview)
        router.post("\(Site.phraseDecide)", use: decide)
    }

    @Sendable private func showList(_ request: Request, _ context: WebContext) async throws -> Response {
        let visit = try await gate.enter(request)
        guard visit.scope.isCoordinator else { throw HTTPError(.forbidden) }
        let words = gate.words
        let decides = visit.scope.seesStrays
        let standings = await gate.service.phrases.standings
        let catalogue = gate.catalogue
        let rows = try await gate.store.phrases.list(for: visit.member, limit: Self.most).map { phrase in
            // What is accepted is judged beside the files, everything else beside what answers now.
            let standing = standings[phrase.number] ?? phrase.change.standing(in: catalogue)
            let isLive = phrase.state == .accepted
            return PhrasesPage.Row(
                number: phrase.number, change: EffectPage.sentence(phrase.change, catalogue, words),
                state: words["phrases.state.\(phrase.state.rawValue)"],
                who: [phrase.proposer, phrase.decider].compactMap(\.self).joined(separator: " → "), at: ManageWords.time(phrase.proposedAt),
                hasWord: phrase.word != nil, wordText: phrase.word ?? "", isOrphaned: isLive && standing == .orphaned,
                isInFiles: isLive && standing == .inFiles,
                canAccept: decides && !isLive && standing == .wanted, canReturn: decides && phrase.state == .proposed,
                canUndo: isLive ? decides : phrase.state == .proposed && !decides)
        }
        let page = PhrasesPage(
            page: gate.frame(visit, "phrases.title", at: Site.phrases), words: words.all, lead: words[decides ? "phrases.lead.top" : "phrases.lead"],
            hasRows: !rows.isEmpty, rows: rows)
        return try gate.show(page, "manage-phrases")
    }

    private func enter(_ request: Request, _ context: WebContext) async throws -> (StaffGate.Visit, PhraseForm, ProposedPhrase) {
        let (visit, form) = try await gate.enter(request, context, with: PhraseForm.self)
        guard visit.scope.isCoordinator else { throw HTTPError(.forbidden) }
        guard let number = form.so.flatMap({ Int64($0) }),
            let phrase = try await gate.store.phrases.phrase(number, for: visit.member)
        else { throw HTTPError(.notFound) }
        return (visit, form, phrase)
    }

    @Sendable private func preview(_ request: Request, _ context: WebContext) async throws -> Response {
        let (visit, _, phrase) = try await enter(request, context)
        return try await show(phrase, visit)
    }

    private func show(_ phrase: ProposedPhrase, _ visit: StaffGate.Visit) async throws -> Response {
        let fields = [(name: "so", value: String(phrase.number)), (name: "viec", value: "accepted")]
        return try await EffectPage.show(phrase.change, fields, sentTo: Site.phraseDecide, visit, gate)
    }

    @Sendable private func decide(_ request: Request, _ context: WebContext) async throws -> Response {
        let (visit, form, phrase) = try await enter(request, context)
        guard let state = form.viec.flatMap(ProposedPhrase.State.init), state != .proposed else { throw HTTPError(.badRequest) }
        if state == .accepted, gate.service.phrases.effect(of: phrase.change, on: []).isRefused { return try await show(phrase, visit) }
        guard try await gate.store.phrases.decide(phrase.number, state, word: form.word, by: visit.member, at: visit.at) else {
            throw HTTPError(.forbidden)
        }
        try await gate.service.phrases.refresh()
        return Response(status: .seeOther, headers: [.location: Site.phrases])
    }
}

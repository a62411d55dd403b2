import Catalogue
import Foundation
import HelpDesk
import Hummingbird
import Matching
import Service
import Storage

/// What a change would do, before it is accepted; its template is `content/pages/manage-effect.mustache`.
struct EffectPage {
    struct Row {
        let text: String
        let count: String
        let before: String
        let after: String
    }

    struct Sample {
        let text: String
        let intent: String
        let after: String
    }

    struct Field {
        let name: String
        let value: String
    }

    let page: ManageFrame
    let words: [String: String]
    let change: String
    let summary: String
    let checked: String
    let isRefused: Bool
    let samples: [Sample]
    let hasRows: Bool
    let rows: [Row]
    let address: String
    let fields: [Field]
    let accept: String
    let list = Site.questions

    private static let mostRows = 200

    /// Runs all samples and the questions of the last days through both catalogues. The figures are of all questions, the texts only
    /// those of people whom the member may see.
    static func show(
        _ change: CatalogueChange, _ fields: [(name: String, value: String)], sentTo address: String, _ visit: StaffGate.Visit, _ gate: StaffGate
    ) async throws -> Response {
        let first = Span.day(visit.at, back: QuestionRoutes.days)
        let today = Day(inVietnam: visit.at)
        let most = QuestionRoutes.mostQuestions
        let questions = try await gate.store.questions.asked(from: first, to: today, limit: most)
        let visible = try await gate.store.questions.visible(from: first, to: today, for: visit.member, limit: most)
        let clock = ContinuousClock()
        let start = clock.now
        let effect = gate.service.phrases.effect(of: change, on: questions)
        let time = start.duration(to: clock.now)
        let page = EffectPage(
            effect, change, fields, address, visible: visible, asked: questions.reduce(0) { $0 + $1.count }, time: time, gate.catalogue,
            decides: visit.scope.seesStrays, page: gate.frame(visit, "phrases.effect.title", at: Site.questions), words: gate.words)
        return try gate.show(page, "manage-effect", status: effect.isRefused ? .unprocessableContent : .ok)
    }

    private init(
        _ effect: ChangeEffect, _ change: CatalogueChange, _ fields: [(name: String, value: String)], _ address: String, visible: Set<String>,
        asked: Int, time: Duration, _ catalogue: Catalogue, decides: Bool, page: ManageFrame, words: ManageWords
    ) {
        self.page = page
        self.words = words.all
        self.change = Self.sentence(change, catalogue, words)
        summary =
            words[
                "phrases.summary", ["answered": ManageWords.number(effect.answered), "taken": ManageWords.number(effect.taken)]]
        let tenths = Int((Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18) * 10 + 0.5)
        checked =
            words[
                "phrases.checked",
                [
                    "samples": ManageWords.number(catalogue.intents.reduce(0) { $0 + $1.questions.count }), "questions": ManageWords.number(asked),
                    "seconds": "\(tenths / 10),\(tenths % 10)",
                ]]
        isRefused = effect.isRefused
        let titles = Dictionary(catalogue.intents.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        let describe = { (understanding: Understanding) -> String in
            let title = understanding.matches.first?.title ?? ""
            return words["phrases.decision." + understanding.decision.rawValue, ["title": title]]
        }
        samples = effect.turned.prefix(20).map { Sample(text: $0.text, intent: titles[$0.intent] ?? $0.intent, after: describe($0.after)) }
        rows = effect.differences.filter { visible.contains($0.text) }.prefix(Self.mostRows).map {
            Row(text: $0.text, count: ManageWords.number($0.count), before: describe($0.before), after: describe($0.after))
        }
        hasRows = !rows.isEmpty
        self.address = address
        self.fields = fields.map { Field(name: $0.name, value: $0.value.attribute) }
        accept = words[decides ? "phrases.publish" : "phrases.propose"]
    }

    static func sentence(_ change: CatalogueChange, _ catalogue: Catalogue, _ words: ManageWords) -> String {
        switch change {
        case .phrase(let text, let intent):
            let title = catalogue.intents.first { $0.id == intent }?.title ?? intent
            return words["phrases.change.phrase", ["text": text, "title": title]]
        case .intent(_, let title, let guide, let phrases):
            return words[
                "phrases.change.intent", ["title": title, "guide": words.guide(guide), "text": phrases.map { "“\($0)”" }.joined(separator: "; ")]]
        case .abbreviation(let written, let meaning): return words["phrases.change.abbreviation", ["written": written, "meaning": meaning]]
        }
    }
}

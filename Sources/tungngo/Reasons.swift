import Catalogue
import Matching

/// A match told in an editor's words, which stand in `content/editor.yaml`.
struct Reasons {
    let texts: EditorTexts

    func sentence(_ evidence: Evidence) -> String {
        switch evidence {
        case .words(let words, let share): texts.sentence("reason.words", ["words": words, "share": percent(share)])
        case .keywords(let words): texts.sentence("reason.keywords", ["words": words.joined(separator: " + ")])
        case .against(let word): texts.sentence("reason.against", ["word": word])
        case .correction(let written, let reading): texts.sentence("reason.correction", ["written": written, "reading": reading])
        }
    }

    func headline(_ understanding: Understanding) -> String {
        let values = ["title": understanding.matches.first?.title ?? "", "confidence": percent(understanding.confidence)]
        return texts.sentence("decision." + understanding.decision.rawValue, values)
    }

    func line(_ match: Match, rank: Int) -> String {
        let score = "\(Double(Int((match.score * 1000).rounded())) / 1000)"
        return texts.sentence("reason.match", ["rank": String(rank), "title": match.title, "intent": match.intent, "score": score])
    }

    private func percent(_ share: Double) -> String { String(Int((share * 100).rounded())) }
}

import Catalogue
import Matching
import Vietnamese

/// What is decided on the catalogue's own samples when each is left out, and on those of intents that are left out as a whole.
///
/// Samples of one intent are nearer to each other than what people ask is to them, so few are learnt from.
struct Decisions {
    private static let folds = 4
    private static let taught = 12

    let catalogue: Catalogue

    /// The shares of questions with an answer that were answered or asked back about rightly, that were answered wrongly, and of
    /// those without an answer that were turned away.
    func results(_ constants: Constants) -> [Double] {
        var helped = 0
        var wrong = 0
        var asked = 0
        var refused = 0
        var strange = 0
        for fold in 0..<Self.folds {
            let kept = catalogue.intents.enumerated().filter { $0.offset % Self.folds != fold }.map(\.element)
            let taught = kept.map { intent in
                let part = Task.part(intent, of: fold, folds: Self.folds, isTaught: true)
                return Intent(
                    id: part.id, title: part.title, guide: part.guide, keywords: part.keywords, not: part.not,
                    questions: part.questions.enumerated().filter { $0.offset % 3 == 0 }.prefix(Self.taught).map(\.element))
            }
            let matcher = Matcher(intents: taught, lexicon: catalogue.lexicon, constants: constants, calibrating: true)
            for intent in kept {
                for question in Task.part(intent, of: fold, folds: Self.folds, isTaught: false).questions {
                    let understanding = matcher.understand(question, explaining: false)
                    let place = understanding.matches.firstIndex { $0.intent == intent.id }
                    asked += 1
                    switch understanding.decision {
                    case .answer where place == 0: helped += 1
                    case .answer: wrong += 1
                    case .clarify where place != nil: helped += 1
                    default: break
                    }
                }
            }
            for intent in catalogue.intents.enumerated().filter({ $0.offset % Self.folds == fold }).map(\.element) {
                for question in intent.questions {
                    strange += 1
                    if matcher.understand(question, explaining: false).decision == .unknown { refused += 1 }
                }
            }
        }
        return [Double(helped) / Double(max(1, asked)), Double(wrong) / Double(max(1, asked)), Double(refused) / Double(max(1, strange))]
    }
}

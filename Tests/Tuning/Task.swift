import Catalogue
import Matching
import Vietnamese

/// A catalogue made from another one, and how well its samples are found by the rest of it.
struct Task {
    private static let folds = 3

    let name: String
    private let intents: [Intent]
    private let lexicon: Lexicon
    private let samples: Int

    /// - Parameters:
    ///   - samples: how many of the samples of an intent are learnt from at most; where that is limited, there are no keywords
    ///     either.
    ///   - isBroad: whether all intents of one file are one.
    init(_ name: String, _ catalogue: Catalogue, samples: Int = .max, isBroad: Bool = false) {
        self.name = name
        self.samples = samples
        lexicon = catalogue.lexicon
        guard isBroad else {
            intents = catalogue.intents
            return
        }
        let files = Dictionary(grouping: catalogue.intents) { catalogue.sources.intents[$0.id]?.file ?? "" }
        intents = files.keys.sorted().map { file in
            Intent(id: file, title: "", guide: nil, questions: (files[file] ?? []).flatMap(\.questions))
        }
    }

    /// The shares that are found, under each condition.
    func results(_ constants: Constants) -> [Double] {
        let conditions = [Condition.written, .bare, .typos]
        var right = [Int](repeating: 0, count: conditions.count)
        var total = 0
        for fold in 0..<Self.folds {
            let matcher = Matcher(
                intents: intents.map { part($0, of: fold, isTaught: true) }, lexicon: lexicon, constants: constants, calibrating: false)
            for intent in intents.map({ part($0, of: fold, isTaught: false) }) {
                for question in intent.questions {
                    total += 1
                    for (number, condition) in conditions.enumerated() {
                        let first = matcher.understand(condition.applied(to: question), explaining: false).matches.first
                        if first?.intent == intent.id { right[number] += 1 }
                    }
                }
            }
        }
        return right.map { Double($0) / Double(max(1, total)) }
    }

    private func part(_ intent: Intent, of fold: Int, isTaught: Bool) -> Intent {
        let part = Self.part(intent, of: fold, folds: Self.folds, isTaught: isTaught)
        guard samples < .max else { return part }
        return Intent(
            id: part.id, title: part.title, guide: part.guide, questions: isTaught ? Array(part.questions.prefix(samples)) : part.questions)
    }

    /// The intent with those of its samples that a fold asks, or with the others.
    static func part(_ intent: Intent, of fold: Int, folds: Int, isTaught: Bool) -> Intent {
        // Neighbours in a file are alike; a step that shares no factor with the folds takes them apart.
        let questions = intent.questions.enumerated().filter { (($0.offset * 7) % folds == fold) != isTaught }.map(\.element)
        return Intent(id: intent.id, title: intent.title, guide: intent.guide, keywords: intent.keywords, not: intent.not, questions: questions)
    }
}

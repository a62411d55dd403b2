import Catalogue
import Matching
import Service
import Storage

/// One question in all its spellings, and what can be done with it; its template is `content/pages/manage-question.mustache`.
struct QuestionPage {
    struct Contents {
        let number: Int64
        let text: String
        let group: QuestionGroup
        let course: [CourseLine]
        let nearest: [Match]
    }

    struct Line {
        let who: String
        let text: String
        let isQuestion: Bool
    }

    struct Nearest {
        let title: String
        let because: [String]
    }

    struct Option {
        let id: String
        let title: String
    }

    let page: ManageFrame
    let words: [String: String]
    let fault: String
    let hasFault: Bool
    let number: Int64
    let text: String
    let spellings: [Line]
    let course: [Line]
    let hasCourse: Bool
    let nearest: [Nearest]
    let hasNearest: Bool
    let intents: [Option]
    let guides: [Option]
    let preview = Site.questionPreview
    let dismissal = Site.questionDismiss
    let list = Site.questions
    let isAside: Bool
    let reasonText: String

    init(_ contents: Contents, catalogue: Catalogue, fault: String?, decides: Bool, page: ManageFrame, words: ManageWords) {
        self.page = page
        self.words = words.all
        self.fault = fault ?? ""
        hasFault = fault != nil
        number = contents.number
        text = contents.text
        spellings = contents.group.spellings.prefix(60).map { spelling in
            Line(who: words["questions.count", ["count": ManageWords.number(spelling.count)]], text: spelling.text, isQuestion: false)
        }
        course = contents.course.map { Line(who: words[$0.isPerson ? "phrases.person" : "phrases.bot"], text: $0.text, isQuestion: $0.isQuestion) }
        hasCourse = !course.isEmpty
        nearest = contents.nearest.map { match in
            Nearest(title: match.title, because: match.because.prefix(3).map { Self.sentence($0, words) })
        }
        hasNearest = !nearest.isEmpty
        let near = contents.nearest.map { Option(id: $0.intent, title: $0.title) }
        let known = Set(near.map(\.id))
        // The nearest ones first: most often it is one of them.
        intents = near + catalogue.intents.filter { !known.contains($0.id) }.map { Option(id: $0.id, title: $0.title) }.sorted { $0.title < $1.title }
        guides = catalogue.guides.map { Option(id: $0.id, title: $0.title) }.sorted { $0.title < $1.title }
        isAside = contents.group.reason != nil
        reasonText = contents.group.reason ?? ""
    }

    private static func sentence(_ evidence: Evidence, _ words: ManageWords) -> String {
        switch evidence {
        case .words(let text, let share): words["phrases.because.words", ["text": text, "share": String(Int((share * 100).rounded()))]]
        case .keywords(let found): words["phrases.because.keywords", ["text": found.joined(separator: ", ")]]
        case .against(let text): words["phrases.because.against", ["text": text]]
        case .correction(let written, let reading): words["phrases.because.correction", ["written": written, "reading": reading]]
        }
    }
}

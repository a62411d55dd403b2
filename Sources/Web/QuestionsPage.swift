import Service
import Storage

/// The questions without an answer, grouped; its template is `content/pages/manage-questions.mustache`.
struct QuestionsPage {
    struct Question {
        let text: String
        let address: String
        let count: String
        let spellings: String
        let first: String
        let last: String
        let channels: String
        let hasReason: Bool
        let reasonText: String
    }

    let page: ManageFrame
    let words: [String: String]
    let lead: String
    let otherAddress: String
    let otherTitle: String
    let hasQuestions: Bool
    let questions: [Question]

    init(_ groups: [QuestionGroup], isAside: Bool, page: ManageFrame, words: ManageWords) {
        self.page = page
        self.words = words.all
        lead = isAside ? words["phrases.aside.lead"] : words["questions.lead", ["days": String(QuestionRoutes.days)]]
        otherAddress = isAside ? Site.questions : Site.questions + "?xem=bo"
        otherTitle = words[isAside ? "questions.title" : "phrases.aside.title"]
        hasQuestions = !groups.isEmpty
        questions = groups.compactMap { group in
            guard let newest = group.questions.max(by: { $0.number < $1.number }), let text = group.spellings.first?.text else { return nil }
            let times = group.questions.map(\.at)
            return Question(
                text: text, address: Site.questions + "/" + String(newest.number),
                count: words["questions.count", ["count": ManageWords.number(group.questions.count)]],
                spellings: ManageWords.number(group.spellings.count), first: times.min().map(ManageWords.time) ?? "",
                last: times.max().map(ManageWords.time) ?? "", channels: group.channels.map(words.channel).joined(separator: ", "),
                hasReason: group.reason != nil, reasonText: group.reason ?? "")
        }
    }
}

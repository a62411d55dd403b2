import Catalogue
import HelpDesk
import Matching

struct LogLine {
    enum Topic {
        case guide(String)
        case choices([String])
        case unknown
        var candidates: [String] { if case .choices(let ids) = self { ids } else { [] } }
    }
    let topic: Topic
    let people: Int?
    let day: Day?
    let outcome: HelpSession.Outcome?
    let place: String?
    let difficulty: String?
    let missing: [Conversation.Draft.Part]

    init(_ text: String, today: Day, understand: (String) -> Understanding) {
        topic = .unknown
        people = nil
        day = today
        outcome = nil
        place = nil
        difficulty = nil
        missing = [.guide, .people, .outcome]
    }
    static func corrections(in text: String, today: Day) -> [HelpEntry.Amendment] { [] }
}

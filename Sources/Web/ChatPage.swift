import Dialogue
import Storage

/// What the chat page shows; its template is `content/pages/chat.mustache`.
struct ChatPage {
    struct Entry {
        let isBot: Bool
        let isPerson: Bool
        let isLast: Bool
        let number: Int
        let blocks: [ReplyBlocks.Block]
        let choices: [Choice]
    }

    let words: [String: String]
    let base: String
    let baseScript: String
    let style: String
    let script: String
    let icon: String
    let handbook = Site.handbook
    let entries: [Entry]
    /// The number of the last reply shown, from which the script goes on.
    let last: Int

    /// - Parameter course: what was said so far; where nothing was, the greeting of `opening` stands in its place.
    init(words: [String: String], assets: Assets, course: [CourseEntry], opening: [Reply]) {
        self.words = words
        base = assets.address(of: "base.css")
        baseScript = assets.address(of: "base.js")
        style = assets.address(of: "chat.css")
        script = assets.address(of: "chat.js")
        icon = assets.address(of: "icon.svg")
        let shown = opening.map { CourseEntry.bot(NumberedReply(number: 0, reply: $0)) } + course
        last = shown.reduce(0) { last, entry in
            if case .bot(let reply) = entry { max(last, reply.number) } else { last }
        }
        entries = shown.enumerated().map { place, entry in
            let isLast = place == shown.count - 1
            switch entry {
            case .person(let text):
                return Entry(isBot: false, isPerson: true, isLast: isLast, number: 0, blocks: ReplyBlocks.of(text), choices: [])
            case .bot(let reply):
                return Entry(
                    isBot: true, isPerson: false, isLast: isLast, number: reply.number, blocks: ReplyBlocks.of(reply.reply.text),
                    choices: reply.reply.choices)
            }
        }
    }
}

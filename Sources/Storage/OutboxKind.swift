/// What a reply in the outbox is, for the order in which it goes out.
enum OutboxKind: String, Sendable {
    /// The bot's answer in a conversation: after an outage, the newest stand for all.
    case answer
    /// Somebody's words, or news of a hand-over: never left out.
    case message
    /// To many at once: after all others.
    case announcement

    var priority: Int { self == .announcement ? 1 : 0 }
}

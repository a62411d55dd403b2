public import Dialogue
public import HelpDesk

/// One message that is to become a turn.
public struct Turn: Sendable {
    public let address: PersonAddress
    /// The platform's id of the message: the same id twice is one turn.
    public let message: String
    public let event: Event
    /// Whether the channel has shown the greeting already (the web page does before the first word).
    public let wasGreeted: Bool
    /// The last reply that the person is known to have seen, on a channel that reads its replies with a cursor.
    public let seen: Int?

    /// The group in which it was said: what the bot answers goes there.
    public let group: PersonAddress?

    public init(
        address: PersonAddress, message: String, event: Event, group: PersonAddress? = nil, wasGreeted: Bool = false, seen: Int? = nil
    ) {
        self.address = address
        self.message = message
        self.event = event
        self.group = group
        self.wasGreeted = wasGreeted
        self.seen = seen
    }

    /// What identifies the message in the whole service.
    public var key: MessageKey { MessageKey(channel: address.channel, account: address.account, message: message) }

    public struct MessageKey: Sendable, Hashable {
        public let channel: String
        public let account: String
        public let message: String

        public init(channel: String, account: String, message: String) {
            self.channel = channel
            self.account = account
            self.message = message
        }
    }

    /// What became of it. All are answered alike: the platform need not send it again.
    public enum Outcome: Sendable, Hashable {
        case taken
        /// Taken, and the person's data was deleted: the write-ahead log is to be emptied, too.
        case forgot
        /// The message was there already; nothing changed.
        case known
        /// The turn threw: it was rolled back, kept with its reason, and an apology is queued.
        case failed
    }
}

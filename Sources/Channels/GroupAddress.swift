public import HelpDesk

/// A group stands beside the persons of its channel, under a name that no person has: what is sent to it, all in it read.
extension PersonAddress {
    private static let mark = "group:"

    /// - Parameter chat: the platform's id of the group.
    public init(channel: String, account: String, chat: String) {
        self.init(channel: channel, account: account, name: PersonAddress.mark + chat)
    }

    /// The platform's id of the group; nil where this is a person.
    public var chat: String? {
        name.hasPrefix(PersonAddress.mark) ? String(name.dropFirst(PersonAddress.mark.count)) : nil
    }
}

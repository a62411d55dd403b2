/// What a channel can show and when it may be written to. The figures and their sources stand in each channel's file.
public struct Capabilities: Sendable, Hashable {
    /// The longest text of one message, in characters after NFC.
    public let longestText: Int
    /// How many buttons a message may have; 0 where there are none: then choices are a numbered list.
    public let buttons: Int
    /// The longest label of a button, in characters.
    public let longestLabel: Int
    /// How long after a person's last word we may write for nothing, in seconds; nil where for ever.
    public let freeWindow: Double?
    /// How long after a person's last word we may write at all, in seconds; nil where for ever.
    public let window: Double?
    /// How many messages a second go to all, and to one person.
    public let rate: Double
    public let ratePerPerson: Double

    public init(
        longestText: Int, buttons: Int, longestLabel: Int, freeWindow: Double?, window: Double?, rate: Double, ratePerPerson: Double
    ) {
        self.longestText = longestText
        self.buttons = buttons
        self.longestLabel = longestLabel
        self.freeWindow = freeWindow
        self.window = window
        self.rate = rate
        self.ratePerPerson = ratePerPerson
    }
}

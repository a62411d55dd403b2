public import Catalogue
public import HelpDesk

/// One help as the log keeps it.
public struct HelpEntry: Sendable, Hashable, Codable {
    public var kind: HelpSession.Kind
    /// nil where no guide is about it.
    public var guide: String?
    /// Visits, not persons.
    public var people: Int
    /// The day of help, which may be before the day of logging.
    public var day: Day
    /// nil while it goes on.
    public var outcome: HelpSession.Outcome?
    public var place: String?
    public var difficulty: String?
    public var note: String?
    /// Whether an account was activated.
    public var isActivated: Bool

    public init(
        kind: HelpSession.Kind, guide: String?, people: Int = 1, day: Day, outcome: HelpSession.Outcome? = nil, place: String? = nil,
        difficulty: String? = nil, note: String? = nil, isActivated: Bool = false
    ) {
        self.kind = kind
        self.guide = guide
        self.people = people
        self.day = day
        self.outcome = outcome
        self.place = place
        self.difficulty = difficulty
        self.note = note
        self.isActivated = isActivated
    }

    /// One part of an entry as it should have been.
    public enum Amendment: Sendable, Hashable, Codable {
        case guide(String?)
        case people(Int)
        case day(Day)
        case outcome(HelpSession.Outcome)
        case place(String)
        case difficulty(String)
        case note(String)
        case activated
    }

    public mutating func apply(_ amendment: Amendment) {
        switch amendment {
        case .guide(let guide): self.guide = guide
        case .people(let people): self.people = people
        case .day(let day): self.day = day
        case .outcome(let outcome): self.outcome = outcome
        case .place(let place): self.place = place
        case .difficulty(let difficulty): self.difficulty = difficulty
        case .note(let note): self.note = note
        case .activated: isActivated = true
        }
    }

    /// An entry with its number in the log.
    public struct Numbered: Sendable, Hashable {
        public let number: Int64
        public let entry: HelpEntry

        public init(number: Int64, entry: HelpEntry) {
            self.number = number
            self.entry = entry
        }
    }
}

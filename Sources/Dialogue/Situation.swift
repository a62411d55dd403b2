public import Catalogue
public import HelpDesk

/// What the dialogue is told of the world before it answers.
public struct Situation: Sendable {
    public let conversation: Conversation
    /// Who it is, as others' turns name them; nil before the first word.
    public let person: PersonNumber?
    /// The guide that the person is walking, in the revision with which the walk began, where that is still kept.
    public let guide: Guide?
    /// The guide that was left for another question, likewise.
    public let paused: Guide?
    /// The person's team, where it is known.
    public let contact: Contact?
    /// The code of that team.
    public let team: String?
    /// Whether there are members who could take over.
    public let hasMembers: Bool
    /// Who writes is a member.
    public let member: MemberHere?
    /// The person's own hand-over that is not closed.
    public let handOver: HandOver?
    /// The hand-overs that the person has claimed, the oldest first.
    public let claimed: [HandOver]
    /// Whether it is said in a group: there is no conversation then.
    public let isInGroup: Bool
    /// Whether the person may be written to now for nothing.
    public let isFree: Bool

    public init(
        conversation: Conversation = Conversation(), person: PersonNumber? = nil, guide: Guide? = nil, paused: Guide? = nil, contact: Contact? = nil,
        team: String? = nil,
        hasMembers: Bool = false, member: MemberHere? = nil, handOver: HandOver? = nil, claimed: [HandOver] = [], isInGroup: Bool = false,
        isFree: Bool = true
    ) {
        self.conversation = conversation
        self.person = person
        self.guide = guide
        self.paused = paused
        self.contact = contact
        self.team = team
        self.hasMembers = hasMembers
        self.member = member
        self.handOver = handOver
        self.claimed = claimed
        self.isInGroup = isInGroup
        self.isFree = isFree
    }
}

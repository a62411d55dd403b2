public import HelpDesk
public import Matching
public import Vietnamese

/// What shall change because of an event. All effects of a turn are applied in one transaction, in their order.
public enum Effect: Sendable, Hashable {
    case reply(Reply)
    /// The conversation stands so from now on.
    case remember(Conversation)
    /// A question to the catalogue, with what was decided.
    case question(MaskedText, Understanding)
    /// The person's help session about a guide goes on; `opened` begins one, or takes up the one of the same day again.
    case session(guide: String, HelpSession.Event)
    /// A code is used up for this person, if it is one; the outcome comes back as an event in the same turn.
    case redeem(InviteCode)
    /// Everything personal of this person is deleted at once; counts stay.
    case forget
}

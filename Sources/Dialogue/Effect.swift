public import Foundation
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
    /// The database is asked; its answer comes back as an event of the same turn, once all other effects are applied.
    case ask(Query)
    /// Something is said to somebody else.
    case tell(PersonNumber, Reply)
    /// The person belongs to a team from now on, by their own choice.
    case bind(team: String)
    /// For the person of the turn, or for another; takes the place of an earlier one of the same kind and subject.
    case set(Deadline, at: Date, for: PersonNumber?)
    /// A session by its number closes, unless it has gone on since that time.
    case endSession(Int64, HelpSession.Outcome, silentSince: Date?)
    /// The member is there: the claim lasts until then.
    case renewClaim(Int64, until: Date)
    /// The hand-over is over; the number to call back on is erased.
    case endHandOver(Int64, HelpSession.Outcome)
    /// A number to call back on, by the person's consent.
    case keepTelephone(Int64, SealedTelephone)
    /// Nothing can be sent to this person until they write again.
    case unreachable
    /// Everything personal of this person is deleted at once; counts stay.
    case forget
}

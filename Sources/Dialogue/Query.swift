public import Catalogue
public import Foundation
public import HelpDesk

/// What the dialogue asks of the database in the middle of a turn: compare-and-set, or a look into what a turn does not load.
/// The answer comes back as an event of the same turn.
public enum Query: Sendable, Hashable {
    /// A code is used up for this person, if it is one.
    case redeem(InviteCode)
    /// Teams whose names have all words of one of these names, in the order of the names; for a citizen who looks for the own
    /// one.
    case teams(named: [[String]])
    /// The teams right below one.
    case teamsBelow(String)
    /// The person belongs to a team from now on, by their own choice.
    case bind(team: String)
    /// The citizen asks for a human of a team.
    case handOver(team: String, guide: String?, step: String?)
    /// The member takes a hand-over, if it is still to be had.
    case claim(Int64, lease: TimeInterval)
    /// An open hand-over is put before those of a rung, except who has just had it.
    case call(Int64, HandOver.Rung, except: PersonNumber? = nil)
    /// A claim that has run out, or is given back, is open again.
    case reopen(Int64, isGivenBack: Bool)
    /// A help given is logged, unless it looks like one that is there already.
    case log(HelpEntry, evenIfSimilar: Bool)
    /// An own entry of the last seven days.
    case entry(Int64)
    /// An own entry is corrected, as new events.
    case change(Int64, [HelpEntry.Amendment])
    /// An own entry is withdrawn, as a new event.
    case withdraw(Int64)
    /// A one-time link to the coordinators' pages, for the member who asks.
    case loginLink
    /// The own log of the month in which this day is.
    case book(Day)
}

/// What the database answers.
public enum Answer: Sendable, Hashable {
    case redemption(Redemption)
    case teams([Team])
    /// The teams right below the one with this code.
    case teamsBelow(String, [Team])
    /// The team that the person belongs to now; nil where there is none with that code.
    case bound(Team?)
    /// The hand-over is open. `called` are those of its rung who are on duty and can be reached; where nobody is on duty now,
    /// `callsAt` is when somebody will be.
    case handOver(HandOver, called: [PersonNumber], callsAt: Date?)
    /// The hand-over is open again; who had it, and how long it may be before the claim runs out where it has not.
    case reopened(HandOver, claimant: PersonNumber?)
    /// A claim that was renewed in the meantime lasts until then.
    case claimLasts(HandOver)
    case claim(Claim)
    case logged(HelpEntry.Numbered)
    case similar(HelpEntry.Numbered, to: HelpEntry)
    case entry(HelpEntry.Numbered)
    case changed(HelpEntry.Numbered)
    case withdrawn(HelpEntry.Numbered)
    /// No such entry of this member, or one of more than seven days ago.
    case noEntry(Int64)
    case book(MemberBook)
    /// The link that the reply is to carry; nil where our own address is not known.
    case loginLink(Int64?)
}

/// What became of an attempt to take a hand-over.
public enum Claim: Sendable, Hashable {
    /// It is the member's now; the others who had been called.
    case won(HandOver, others: [PersonNumber])
    /// Another member has it.
    case taken
    /// It is closed, or was none that this member may take.
    case gone
}

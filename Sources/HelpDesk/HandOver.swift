public import Foundation

/// A citizen asks for a human: open, or claimed by exactly one member. A claim is a lease that the member's messages renew;
/// unclaimed or silent, it reopens and climbs the tree.
public struct HandOver: Sendable, Hashable {
    public enum State: String, Sendable, Hashable {
        case open, claimed, closed
    }

    /// Who is asked to take it, one after the other.
    public enum Rung: Int, Sendable, Hashable, CaseIterable {
        case members, leaders, coordinators
        /// Everybody was asked: it stays open on the coordinator's page.
        case everybody

        public var next: Rung { Rung(rawValue: rawValue + 1) ?? .everybody }
    }

    /// What people call it: “#12”.
    public let number: Int64
    public let state: State
    public let rung: Rung
    public let team: Contact
    public let citizen: PersonNumber
    /// The account with which a member claimed it.
    public let claimant: PersonNumber?
    public let leaseUntil: Date?
    public let guide: String?
    public let step: String?
    /// The citizen's last question, masked.
    public let question: String?
    public let hasTelephone: Bool
    /// When the citizen last wrote.
    public let citizenSeenAt: Date
    /// Whether anything can be sent to the citizen.
    public let isCitizenReachable: Bool

    public init(
        number: Int64, state: State, rung: Rung, team: Contact, citizen: PersonNumber, claimant: PersonNumber? = nil, leaseUntil: Date? = nil,
        guide: String? = nil, step: String? = nil, question: String? = nil, hasTelephone: Bool = false,
        citizenSeenAt: Date = .distantPast, isCitizenReachable: Bool = true
    ) {
        self.number = number
        self.state = state
        self.rung = rung
        self.team = team
        self.citizen = citizen
        self.claimant = claimant
        self.leaseUntil = leaseUntil
        self.guide = guide
        self.step = step
        self.question = question
        self.hasTelephone = hasTelephone
        self.citizenSeenAt = citizenSeenAt
        self.isCitizenReachable = isCitizenReachable
    }
}

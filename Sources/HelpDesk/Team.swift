/// A community digital technology team: a node of a tree of any depth (province, commune, village).
public struct Team: Sendable, Hashable {
    /// The team's own code, as the teams' file has it; also what a QR code carries. `A-Z 0-9 -`, at most 32.
    public let code: String
    public let name: String
    /// The code of the team above; nil at a root.
    public let parent: String?
    /// The name of the team above, where it was looked up: to tell villages of one name apart.
    public let parentName: String?
    /// How the team is reached, as people read it; nil where it is not known.
    public let contact: String?
    public let address: String?
    /// When somebody of the team answers; nil where nobody said.
    public let dutyHours: DutyHours?

    public init(
        code: String, name: String, parent: String? = nil, parentName: String? = nil, contact: String? = nil, address: String? = nil,
        dutyHours: DutyHours? = nil
    ) {
        self.code = code
        self.name = name
        self.parent = parent
        self.parentName = parentName
        self.contact = contact
        self.address = address
        self.dutyHours = dutyHours
    }

    /// The team as people read where to find it.
    public var meetingPlace: Contact {
        Contact(team: name, contact: contact ?? "", address: address ?? "")
    }
}

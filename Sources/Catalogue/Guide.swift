/// An ordered way through one task: what to prepare, the steps, and what to do where a step fails.
///
/// Read from `content/guides/<id>.md`.
public struct Guide: Sendable, Hashable, Codable {
    /// The guide for whatever the catalogue has no guide for: how to find any procedure (DESIGN.md, section 6).
    public static let fallback = "tim-thu-tuc"

    public let id: String
    public let title: String
    /// The id of the group that it stands under in the menu.
    public let group: String
    /// For whom it is written, in words (“người cao tuổi”).
    public let audience: [String]
    /// The day on which its facts were last checked.
    public let checked: Day
    /// The day by which they must be checked again.
    public let reviewBy: Day
    /// Where its facts come from: addresses, laws, documents.
    public let sources: [String]
    /// A telephone number that `facts.md` verifies, with what it is for.
    public let hotline: String?
    /// The official address where the task is done.
    public let link: String?
    public let prepare: [String]
    public let fee: String?
    public let time: String?
    /// The account that is activated by following it, where it is about one: the log counts those.
    public let account: String?
    /// A short text to pass on in a chat program.
    public let share: String?
    /// What is read out over a loudspeaker. Read from `content/loudspeaker/<id>.txt`.
    public let loudspeaker: String?
    /// What the guide is for, in one to three sentences, before the first step.
    public let introduction: String
    public let steps: [Step]
    /// A digest of the file, 6 letters: a walk goes on with the revision that it began with.
    public let revision: String

    public init(
        id: String, title: String, group: String, audience: [String] = [], checked: Day, reviewBy: Day, sources: [String] = [],
        hotline: String? = nil,
        link: String? = nil, prepare: [String] = [], fee: String? = nil, time: String? = nil, account: String? = nil, share: String? = nil,
        loudspeaker: String? = nil,
        introduction: String = "", steps: [Step], revision: String
    ) {
        self.id = id
        self.title = title
        self.group = group
        self.audience = audience
        self.checked = checked
        self.reviewBy = reviewBy
        self.sources = sources
        self.hotline = hotline
        self.link = link
        self.prepare = prepare
        self.fee = fee
        self.time = time
        self.account = account
        self.share = share
        self.loudspeaker = loudspeaker
        self.introduction = introduction
        self.steps = steps
        self.revision = revision
    }
}

import Catalogue
import Demo
import HelpDesk
import Matching
import Support
import Testing

/// The catalogue as it is shipped, and what is made of it.
private enum Made {
    static let catalogue = CatalogueReader(folder: Repository.root, today: today).read().catalogue
    static let texts = catalogue.demo ?? DemoTexts(lists: [:])
    static let today = CatalogueFixture.today
    static let organisation = DemoOrganisation(texts: texts)

    static func year(sessions: Int = DemoYear.usualSessions) -> DemoYear {
        DemoYear(of: organisation, guides: catalogue.guides, texts: texts, today: today, sessions: sessions)
    }
}

struct DemoOrganisationTests {
    private let roster = Made.organisation.roster

    @Test func `it has the report's teams and members`() {
        #expect(roster.teams.count == 163)
        #expect(roster.members.count == 1_129)
        #expect(Set(roster.teams.map(\.code)).count == 163)
        #expect(Set(roster.members.map(\.code)).count == 1_129)
        #expect(roster.teams.allSatisfy { $0.dutyHours != nil && $0.address != nil })
        let root = roster.teams.filter { $0.parent == nil }
        #expect(root.count == 1)
        #expect(roster.teams.count { $0.parent == root.first?.code } == 23)
    }

    @Test func `every team has one leader, the communes and the city a coordinator`() {
        for team in roster.teams {
            let posts = roster.posts.filter { $0.team == team.code }
            #expect(posts.count { $0.role == .leader } == 1, "\(team.code)")
            #expect(posts.count { $0.role == .coordinator } == (team.code.contains("THON") ? 0 : 1), "\(team.code)")
            #expect(posts.count >= 6)
        }
        #expect(roster.posts.count { $0.role == .administrator } == 1)
        #expect(roster.posts.count == 1_129)
    }

    @Test func `nobody has a telephone, and every name says that it is made up`() {
        #expect(roster.members.allSatisfy { $0.telephone == nil && $0.name.contains("Mẫu") })
        #expect(roster.teams.allSatisfy { $0.name.contains("mẫu") && $0.contact == nil })
    }

    @Test func `the communes are those of the wards file`() {
        let finder = CommuneFinder(Made.catalogue.communes)
        for team in roster.teams where team.code.count == "MAU-01".count {
            #expect(!finder.communes(ofTeam: team.name).isEmpty, "\(team.name)")
        }
    }
}

struct DemoYearTests {
    private static let year = Made.year()

    @Test func `it is the same every time`() {
        let (one, other) = (Made.year(sessions: 500), Made.year(sessions: 500))
        #expect(one.sessions == other.sessions)
        #expect(one.questions == other.questions)
        #expect(one.handOvers == other.handOvers)
    }

    @Test func `it has as many sessions as were asked for, of all kinds`() {
        #expect(Self.year.sessions.count == 12_000)
        #expect(Made.year(sessions: 0).sessions.isEmpty)
        for kind in HelpSession.Kind.allCases { #expect(Self.year.sessions.count { $0.kind == kind } > 500, "\(kind)") }
        for outcome in HelpSession.Outcome.allCases { #expect(Self.year.sessions.count { $0.outcome == outcome } > 100, "\(outcome)") }
        #expect(Self.year.questions.count == 600)
        #expect(Set(Self.year.questions.map(\.text)).count > 30)
    }

    @Test func `every session can be stored`() throws {
        let guides = Dictionary(Made.catalogue.guides.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let posts = Set(Made.organisation.roster.posts.map { [$0.team, $0.member] })
        let (first, last) = (Made.today.adding(days: -365), Made.today.adding(days: -1))
        for session in Self.year.sessions {
            let guide = try #require(guides[session.guide])
            #expect((session.kind == .alone) == (session.member == nil))
            if let member = session.member, let team = session.team { #expect(posts.contains([team, member])) }
            #expect((session.closedAt == nil) == (session.outcome == nil))
            #expect(session.closedAt.map { $0 >= session.openedAt } ?? true)
            #expect((first...last).contains(session.day))
            #expect(Day(inVietnam: session.openedAt) == session.day || session.kind == .given)
            #expect((1...500).contains(session.people))
            #expect(session.revision == (session.kind == .given ? nil : guide.revision))
            for step in [session.furthest, session.stuck?.step].compactMap(\.self) { #expect(guide.steps.contains { $0.id == step }) }
        }
        #expect(zip(Self.year.sessions, Self.year.sessions.dropFirst()).allSatisfy { $0.openedAt <= $1.openedAt })
    }

    @Test func `every hand-over that is closed has its session`() {
        for handOver in Self.year.handOvers {
            let session = handOver.session.map { Self.year.sessions[$0] }
            #expect((handOver.state == .closed) == (session != nil))
            #expect(session?.kind ?? .handover == .handover)
            #expect(session?.team ?? handOver.team == handOver.team)
            #expect(session?.member == handOver.member)
            #expect(handOver.claimedAt.map { $0 >= handOver.openedAt } ?? true)
        }
        #expect(Self.year.handOvers.count { $0.state == .open } == 12)
    }

    @Test func `people ask on working days more than on Sundays, and for some guides more than for others`() {
        let days = Dictionary(grouping: Self.year.sessions, by: \.day.weekday).mapValues(\.count)
        #expect(days[1, default: 0] > 2 * days[7, default: 0])
        let guides = Dictionary(grouping: Self.year.sessions, by: \.guide).mapValues(\.count)
        #expect(guides["kich-hoat-vneid", default: 0] > 8 * guides["ho-chieu", default: 0])
        let exams = Self.year.sessions.filter { $0.guide == "thi-tot-nghiep" }
        #expect(exams.count { (4...6).contains($0.day.month) } * 2 > exams.count)
    }

    @Test func `a year is made in a second`() {
        // What the catalogue takes to read is not of it, and other tests run beside it: the best of three counts.
        _ = Made.organisation
        let times = (0..<3).map { _ in ContinuousClock().measure { _ = Made.year() } }
        #expect(times.min() ?? .zero < .seconds(1), "\(times)")
    }

    @Test func `without guides or texts there is nothing to show`() {
        let none = DemoOrganisation(texts: DemoTexts(lists: [:]))
        #expect(none.roster.teams.count == 1)
        #expect(DemoYear(of: none, guides: Made.catalogue.guides, texts: Made.texts, today: Made.today).sessions.isEmpty)
        #expect(DemoYear(of: Made.organisation, guides: [], texts: Made.texts, today: Made.today).sessions.isEmpty)
    }
}

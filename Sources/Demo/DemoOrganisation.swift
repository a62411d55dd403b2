public import Catalogue
public import HelpDesk
import Matching

/// A made-up organisation of the size of the report: one team of the city, one a commune, and 139 of villages, with 1,129 members.
/// The same every time.
public struct DemoOrganisation: Sendable {
    /// The report's numbers of members: 9 of the city, 265 of the communes, 855 of the villages.
    static let (cityMembers, communeMembers, villageMembers, villages) = (9, 265, 855, 139)

    public let roster: Roster
    /// The communes' teams, in the order of their names.
    let communes: [Team]
    /// The villages' teams, each below a commune's.
    let villages: [Team]
    /// The members of each team by its code, the leader first.
    let members: [String: [String]]

    /// - Parameter texts: names, addresses and hours.
    public init(texts: DemoTexts) {
        var building = Building(texts: texts)
        building.build()
        roster = Roster(teams: [building.city] + building.communes + building.villages, members: building.people, posts: building.posts)
        communes = building.communes
        villages = building.villages
        members = Dictionary(grouping: building.posts, by: \.team).mapValues { posts in
            let leaders = posts.filter { $0.role == .leader }.map(\.member)
            let others = posts.map(\.member).filter { !leaders.contains($0) }
            return leaders + others
        }
    }

    /// The organisation while it is put together.
    private struct Building {
        let texts: DemoTexts
        let city: Team
        var communes: [Team] = []
        var villages: [Team] = []
        var people: [Member] = []
        var posts: [Post] = []
        private var generator = SeededGenerator(seed: 163)

        init(texts: DemoTexts) {
            self.texts = texts
            city = Team(
                code: "MAU", name: texts.text(.cityTeam), address: texts.text(.cityAddress),
                dutyHours: texts[.communeHours].first.flatMap(DutyHours.init))
        }

        mutating func build() {
            let names = texts[.communes]
            add(DemoOrganisation.cityMembers, to: city, roles: [.leader, .coordinator, .administrator])
            for (number, name) in names.enumerated() {
                let team = Team(
                    code: "MAU-\(Self.padded(number + 1, to: 2))", name: texts.text(.communeTeam, ["commune": name]), parent: city.code,
                    address: texts.text(.communeAddress, ["commune": name]), dutyHours: hours(.communeHours, number))
                communes.append(team)
                add(Self.share(number, of: DemoOrganisation.communeMembers, among: names.count), to: team, roles: [.leader, .coordinator])
            }
            for number in 0..<(names.isEmpty ? 0 : DemoOrganisation.villages) {
                let values = ["commune": names[number % names.count], "number": String(number + 1)]
                let team = Team(
                    code: "MAU-THON-\(Self.padded(number + 1, to: 3))", name: texts.text(.villageTeam, values),
                    parent: communes[number % names.count].code,
                    address: texts.text(.villageAddress, values), dutyHours: hours(.villageHours, number))
                villages.append(team)
                add(Self.share(number, of: DemoOrganisation.villageMembers, among: DemoOrganisation.villages), to: team, roles: [.leader])
            }
        }

        private mutating func add(_ count: Int, to team: Team, roles: [Member.Role]) {
            for place in 0..<count {
                let number = Self.padded(people.count + 1, to: 4)
                let given = texts[.givenNames].randomElement(using: &generator) ?? ""
                let member = Member(code: "MAU-TV-\(number)", name: texts.text(.member, ["given": given, "number": number]))
                people.append(member)
                posts.append(Post(team: team.code, member: member.code, role: place < roles.count ? roles[place] : .member))
            }
        }

        private func hours(_ key: DemoTexts.Key, _ number: Int) -> DutyHours? {
            let all = texts[key]
            return all.isEmpty ? nil : DutyHours(all[number % all.count])
        }

        /// The first ones get one more where it does not come out even.
        private static func share(_ number: Int, of total: Int, among parts: Int) -> Int {
            total / parts + (number < total % parts ? 1 : 0)
        }

        private static func padded(_ number: Int, to length: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, length - digits.count)) + digits
        }
    }
}

import Vietnamese

/// A teams' file row by row: each row names a team, and most a member of it.
///
/// Headings in any order, with diacritics or without; a row without a name is a team alone. Every bad row is a fault; nothing
/// is taken from a file that has one.
public struct RosterFile {
    /// The columns by their folded headings.
    enum Column: String, CaseIterable {
        case teamCode = "ma to"
        case teamName = "ten to"
        case parent = "to cap tren"
        case contact = "lien he"
        case address = "dia chi"
        case dutyHours = "gio truc"
        case memberName = "ho ten"
        case memberCode = "ma thanh vien"
        case role = "vai tro"
        case telephone = "dien thoai"
    }

    /// Roles by their folded names; an empty field is an ordinary member.
    private static let roles: [String: Member.Role] = [
        "": .member, "thanh vien": .member, "to truong": .leader, "dieu phoi": .coordinator, "quan tri": .administrator,
    ]

    public private(set) var faults: [RosterFault] = []
    private var columns: [Column: Int] = [:]
    private var width = 0
    private var teams: [String: (team: Team, line: Int)] = [:]
    private var teamOrder: [String] = []
    private var members: [String: (member: Member, line: Int)] = [:]
    private var memberOrder: [String] = []
    private var posts: [Post] = []
    private var knownPosts: Set<Post> = []
    /// Teams that an earlier file brought.
    private let known: [String: Team]

    /// - Parameters:
    ///   - rows: of the file, the headings first, each with its line.
    ///   - known: the teams that are there already, which rows may name by their code alone.
    public init(rows: some Sequence<(line: Int, fields: [String])>, known: [Team] = []) {
        self.known = Dictionary(known.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        var isFirst = true
        for (line, fields) in rows {
            if isFirst {
                readHeadings(fields, line: line)
                isFirst = false
                if !faults.isEmpty { return }
            } else if !fields.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) {
                read(fields, line: line)
            }
        }
        checkTree()
    }

    /// What the file lists, or nil where it has a fault.
    public var roster: Roster? {
        guard faults.isEmpty else { return nil }
        var placed: Set<String> = []
        var ordered: [Team] = []
        func place(_ code: String) {
            guard let team = teams[code]?.team, placed.insert(code).inserted else { return }
            if let parent = team.parent { place(parent) }
            ordered.append(team)
        }
        teamOrder.forEach(place)
        return Roster(teams: ordered, members: memberOrder.compactMap { members[$0]?.member }, posts: posts)
    }

    private mutating func readHeadings(_ fields: [String], line: Int) {
        width = fields.count
        for (place, field) in fields.enumerated() {
            if let column = Column(rawValue: Folding.fold(field)) { columns[column] = place }
        }
        for column in [Column.teamCode, .teamName] where columns[column] == nil {
            faults.append(RosterFault(.noColumn, line: line, column == .teamCode ? "mã tổ" : "tên tổ"))
        }
    }

    private mutating func read(_ fields: [String], line: Int) {
        guard fields.count == width else { return fault(.columnCount, line, "\(fields.count)/\(width)") }
        let columns = columns
        func value(_ column: Column) -> String {
            columns[column].map { fields[$0].split(whereSeparator: \.isWhitespace).joined(separator: " ") } ?? ""
        }
        let code = value(.teamCode).uppercased()
        guard !code.isEmpty else { return fault(.noTeamCode, line) }
        guard RosterFile.isCode(code) else { return fault(.malformedCode, line, code) }
        guard readTeam(code, value, line) else { return }
        if !value(.memberName).isEmpty { readMember(of: code, value, line) }
    }

    /// - Returns: whether the team is one that members may stand under.
    private mutating func readTeam(_ code: String, _ value: (Column) -> String, _ line: Int) -> Bool {
        let name = value(.teamName)
        let parent = value(.parent).uppercased()
        if let team = teams[code]?.team {
            guard name.isEmpty || name == team.name else {
                fault(.otherTeamName, line, team.name)
                return false
            }
            return true
        }
        let old = known[code]
        guard !name.isEmpty || old != nil else {
            fault(.noTeamName, line, code)
            return false
        }
        let contact = value(.contact)
        let address = value(.address)
        let hours = value(.dutyHours)
        let dutyHours = DutyHours(hours)
        if !hours.isEmpty, dutyHours == nil { fault(.malformedHours, line, hours) }
        teams[code] = (
            Team(
                code: code, name: name.isEmpty ? old?.name ?? code : name, parent: parent.isEmpty ? old?.parent : parent,
                contact: contact.isEmpty ? old?.contact : contact, address: address.isEmpty ? old?.address : address,
                dutyHours: dutyHours ?? old?.dutyHours), line
        )
        teamOrder.append(code)
        return true
    }

    private mutating func readMember(of team: String, _ value: (Column) -> String, _ line: Int) {
        let name = value(.memberName)
        guard let role = RosterFile.roles[Folding.fold(value(.role))] else { return fault(.unknownRole, line, value(.role)) }
        let telephone = value(.telephone).filter { !" .-".contains($0) }
        guard telephone.isEmpty || RosterFile.isTelephone(telephone) else { return fault(.malformedTelephone, line, value(.telephone)) }
        let given = value(.memberCode).uppercased()
        guard given.isEmpty || RosterFile.isCode(given) else { return fault(.malformedCode, line, given) }
        // Made from what is in the row, so that the same file makes the same code again.
        let code = given.isEmpty ? team + "-" + Folding.fold(name).uppercased().replacing(" ", with: "-") : given
        if let other = members[code] {
            if given.isEmpty { return fault(.sameName, line, name) }
            guard other.member.name == name else { return fault(.otherMemberName, line, other.member.name) }
        } else {
            members[code] = (Member(code: code, name: name, telephone: telephone.isEmpty ? nil : telephone), line)
            memberOrder.append(code)
        }
        let post = Post(team: team, member: code, role: role)
        if knownPosts.insert(post).inserted { posts.append(post) }
    }

    /// Every parent is a team, and no team is above itself.
    private mutating func checkTree() {
        for code in teamOrder {
            guard let (team, line) = teams[code], let parent = team.parent else { continue }
            guard teams[parent] != nil || known[parent] != nil else {
                fault(.unknownParent, line, parent)
                continue
            }
            var above: Set<String> = [code]
            var next: String? = parent
            while let step = next {
                guard above.insert(step).inserted else {
                    fault(.circle, line, code)
                    break
                }
                next = teams[step]?.team.parent ?? known[step]?.parent
            }
        }
        faults.sort { $0.line < $1.line }
    }

    private mutating func fault(_ kind: RosterFault.Kind, _ line: Int, _ value: String = "") {
        faults.append(RosterFault(kind, line: line, value))
    }

    private static func isCode(_ text: String) -> Bool {
        text.utf8.count <= 32
            && text.utf8.allSatisfy { byte in
                (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || byte == UInt8(ascii: "-")
            }
    }

    private static func isTelephone(_ text: String) -> Bool {
        let digits = text.hasPrefix("+") ? text.dropFirst() : text[...]
        return (9...12).contains(digits.count) && digits.allSatisfy(\.isASCII) && digits.allSatisfy(\.isNumber)
    }
}

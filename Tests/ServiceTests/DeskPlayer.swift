import Channels
import Dialogue
import Foundation
import HelpDesk
import Logging
import Support

@testable import Service
@testable import Storage

/// Plays the lines of a ``DeskTranscript`` against the whole service: the processor of turns, a real database, the schedule.
final actor DeskPlayer {
    struct Fault: Error, CustomStringConvertible {
        let reason: String
        var description: String { reason }
    }

    private static let snapshot = Result { try CatalogueLoader(folder: Repository.root).load(at: Date(timeIntervalSince1970: 1_795_500_000)) }
    private static let longest = 420
    private static let group = PersonAddress(channel: "telegram", name: "group:-1")

    private let folder: TemporaryFolder
    private let service: HelpDeskService
    private var now = Date(timeIntervalSince1970: 1_795_500_000)
    private var channels: [String: String] = [:]
    /// Everybody who has said something, in that order, with the last reply that they have read.
    private var people: [(name: String, address: PersonAddress, read: Int)] = []
    /// The choices of all replies to somebody, the newest first.
    private var offered: [String: [Choice]] = [:]
    private var roster = Roster()
    private var count = 0

    init() async throws {
        folder = try TemporaryFolder()
        service = try await HelpDeskService(
            catalogue: CatalogueInService(try Self.snapshot.get()), folder: DataFolder(folder.url),
            key: KeyFile(folder.url.appending(path: "key")), logger: Logger(label: "test"),
            reaches: ["zalo": Reach(free: 48 * 3600, longest: 7 * 86_400), "messenger": Reach(free: 3600, longest: 86_400)],
            loader: CatalogueLoader(folder: Repository.root),
            clock: ManualClock())
    }

    func play(_ line: Substring) async throws -> [String] {
        if let time = line.rest(after: "lúc ") {
            now = try Date("\(time.replacing(" ", with: "T")):00+07:00", strategy: .iso8601)
            return []
        }
        if let team = line.rest(after: "tổ: ") { return try await add(team: team) }
        if let person = line.rest(after: "người: ") { return try await add(member: person, isRegistered: true) }
        if let person = line.rest(after: "danh sách: ") { return try await add(member: person, isRegistered: false) }
        if let code = line.rest(after: "mã ") { return try await invite(code) }
        if let person = line.rest(after: "nghỉ: ") {
            guard try await service.store.revoke(person.uppercased(), at: now) else { throw Fault(reason: "no such member") }
            return []
        }
        if let person = line.rest(after: "kênh: ") {
            let parts = parts(person)
            channels[parts[0]] = parts[1]
            return []
        }
        if let span = line.rest(after: "sau ") {
            now += try seconds(span)
            try await service.schedule.runDue(at: now)
            return try await newReplies()
        }
        try await act(line)
        return try await newReplies()
    }

    private func parts(_ text: String) -> [String] {
        text.split(separator: ";", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
    }

    private func add(team text: String) async throws -> [String] {
        let parts = parts(text) + Array(repeating: "", count: 6)
        let optional = { (text: String) in text.isEmpty ? nil : text }
        let team = Team(
            code: parts[0], name: parts[1], parent: optional(parts[2]), contact: optional(parts[3]), address: optional(parts[4]),
            dutyHours: DutyHours(parts.dropFirst(5).filter { !$0.isEmpty }.joined(separator: "; ")))
        _ = try await service.store.take(Roster(teams: [team]))
        return []
    }

    /// `ABCD-2345: MEMBER; DAYS`
    private func invite(_ text: String) async throws -> [String] {
        let (code, rest) = (text.prefix { $0 != ":" }, parts(String(text.drop { $0 != ":" }.dropFirst())))
        guard let code = InviteCode(code), rest.count == 2, let days = Double(rest[1]),
            try await service.store.invite(rest[0].uppercased(), with: code, until: now + days * 86_400)
        else { throw Fault(reason: "a code is ABCD-2345: MEMBER; DAYS") }
        return []
    }

    private func add(member text: String, isRegistered: Bool) async throws -> [String] {
        let parts = parts(text)
        let roles: [String: Member.Role] = ["thành viên": .member, "tổ trưởng": .leader, "điều phối": .coordinator]
        guard parts.count == 3, let role = roles[parts[2]] else { throw Fault(reason: "a member is NAME; TEAM; ROLE") }
        let code = parts[0].uppercased()
        let post = Post(team: parts[1], member: code, role: role)
        _ = try await service.store.take(Roster(members: [Member(code: code, name: parts[0])], posts: [post]))
        guard isRegistered, !people.contains(where: { $0.name == parts[0] }) else { return [] }
        var random = SystemRandomNumberGenerator()
        let invite = InviteCode(using: &random)
        _ = try await service.store.invite(code, with: invite, until: now + 86_400)
        try await say(.text("đăng ký \(invite)"), by: parts[0])
        _ = try await newReplies()
        return []
    }

    private func seconds(_ span: String) throws -> TimeInterval {
        let units = ["phút": 60.0, "giờ": 3600, "ngày": 86_400]
        let parts = span.split(separator: " ").map(String.init)
        guard parts.count == 2, let count = Double(parts[0]), let unit = units[parts[1]] else { throw Fault(reason: "no span of time") }
        return count * unit
    }

    private func act(_ line: Substring) async throws {
        if line.hasSuffix(" chặn") { return try await say(.gone, by: String(line.dropLast(5))) }
        guard let colon = line.firstRange(of: ": ") else { throw Fault(reason: "no such line") }
        let rest = String(line[colon.upperBound...])
        let words = String(line[..<colon.lowerBound])
        for (verb, isGroup) in [
            (" bấm trong nhóm", true), (" trong nhóm", true), (" bấm", false), (" mở", false), (" gửi", false), (" đưa số", false),
        ] {
            guard words.hasSuffix(verb) else { continue }
            let name = String(words.dropLast(verb.count))
            switch verb {
            case " trong nhóm": return try await say(.text(rest), by: name, inGroup: isGroup)
            case " mở":
                let parts = parts(rest) + [""]
                return try await say(.opened(guide: parts[0].isEmpty ? nil : parts[0], team: parts[1].isEmpty ? nil : parts[1]), by: name)
            case " gửi": return try await say(.attachment(.picture), by: name)
            case " đưa số": return try await say(.telephone(rest), by: name)
            default:
                guard let choice = offered[isGroup ? "nhóm" : name]?.first(where: { $0.label == rest }) else { throw Fault(reason: "no such button") }
                return try await say(.choice(choice.value), by: name, inGroup: isGroup)
            }
        }
        try await say(.text(rest), by: words)
    }

    private func say(_ content: InboundMessage.Content, by name: String, inGroup isGroup: Bool = false) async throws {
        count += 1
        now += 1
        let address = PersonAddress(channel: channels[name] ?? "telegram", name: name)
        if !people.contains(where: { $0.name == name }) { people.append((name, address, 0)) }
        if isGroup, !people.contains(where: { $0.name == "nhóm" }) { people.append(("nhóm", Self.group, 0)) }
        try await service.turns.process(
            InboundMessage(
                address: address, id: String(count), at: now, content: content, group: isGroup ? Self.group : nil, wasGreeted: true))
    }

    /// What everybody has to read since the last line.
    private func newReplies() async throws -> [String] {
        var lines: [String] = []
        for index in people.indices {
            let person = people[index]
            for reply in try await service.store.replies(to: person.address, after: person.read) {
                people[index].read = reply.number
                offered[person.name, default: []].insert(contentsOf: reply.reply.choices, at: 0)
                lines += Self.lines(of: reply.reply, to: person.name)
            }
        }
        return lines
    }

    private static func lines(of reply: Reply, to name: String) -> [String] {
        let text = reply.text.count > longest ? reply.text.prefix { $0 != "\n" } + " …" : reply.text
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { number, line in
            number == 0 ? "→ \(name): \(line)" : line.isEmpty ? "" : "     \(line)"
        }
        let choices = reply.choices.enumerated().map { "[\($0 + 1) \($1.label)]" }.joined(separator: " ")
        return lines + (choices.isEmpty ? [] : ["     " + choices])
    }
}

extension Substring {
    fileprivate func rest(after start: String) -> String? {
        hasPrefix(start) ? String(dropFirst(start.count)) : nil
    }
}

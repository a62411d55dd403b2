import Catalogue
import Dialogue
import Foundation
import HelpDesk
import Matching
import Vietnamese

/// Plays the lines of a transcript against the dialogue, as the service does: mask, match, respond, remember.
struct TranscriptPlayer {
    struct Fault: Error {
        let reason: String
    }

    private(set) var conversation = Conversation()
    private var catalogue = MadeUpCatalogue.catalogue
    private var dialogue = MadeUpCatalogue.dialogue
    private var matcher = MadeUpCatalogue.matcher
    /// Whether only the first line of each reply is told.
    private var isShort = false
    /// The revisions that were opened, by id and revision.
    private var kept: [String: Guide] = [:]
    private var contact: Contact?
    private var now = Date(timeIntervalSince1970: 0)
    /// What the next code turns out to be.
    private var redemption = Redemption.unknown
    /// How late the next event is.
    private var delay: TimeInterval?
    /// The intents between which the next question is to be undecided.
    private var undecided: [String]?
    private var pressed: String?
    /// The choices of all replies that had some, newest last.
    private var offered: [[Choice]] = []

    /// - Returns: what the bot says and what else changes, as lines.
    mutating func play(_ line: Substring) throws(Fault) -> [String] {
        if let label = line.rest(after: "dân bấm nút cũ: ") { return try press(try find(label, in: offered.dropLast())) }
        if line == "dân bấm lại" { return try press(pressed) }
        if let label = line.rest(after: "dân bấm: ") { return try press(try find(label, in: offered.suffix(1))) }
        if let name = line.rest(after: "dân gửi: ") { return take(.attachment(try attachment(name))) }
        if line == "dân mở" { return take(.opened(guide: nil)) }
        if let guide = line.rest(after: "dân mở: ") { return take(.opened(guide: guide)) }
        if let text = line.rest(after: "dân: ") { return hear(text) }
        try prepare(line)
        return []
    }

    // MARK: What the world does

    private mutating func prepare(_ line: Substring) throws(Fault) {
        if line == "bài thật, kể ngắn" {
            (catalogue, dialogue, matcher) = (ShippedCatalogue.catalogue, ShippedCatalogue.dialogue, ShippedCatalogue.matcher)
            isShort = true
        } else if let time = line.rest(after: "lúc ") {
            guard let date = try? Date("\(time.replacing(" ", with: "T")):00+07:00", strategy: .iso8601) else { throw Fault(reason: "no time") }
            now = date
        } else if line == "đã chào" {
            conversation.wasGreeted = true
        } else if let span = line.rest(after: "sau ") {
            now += try seconds(span)
        } else if let intents = line.rest(after: "máy phân vân: ") {
            undecided = intents.split(separator: ", ").map(String.init)
        } else if let span = line.rest(after: "trễ ") {
            delay = try seconds(span)
        } else if let team = line.rest(after: "tổ: ") {
            let parts = team.split(separator: "; ").map(String.init)
            guard parts.count == 3 else { throw Fault(reason: "a team is NAME; CONTACT; ADDRESS") }
            contact = Contact(team: parts[0], contact: parts[1], address: parts[2])
        } else if let change = line.rest(after: "sửa bài: ") {
            let parts = change.split(separator: " bỏ bước ").map(String.init)
            guard parts.count == 2 else { throw Fault(reason: "a change is GUIDE bỏ bước STEP") }
            exchange(catalogue.guides.map { $0.id == parts[0] ? $0.revised(without: parts[1]) : $0 })
        } else if let guide = line.rest(after: "bỏ bài: ") {
            exchange(catalogue.guides.filter { $0.id != guide })
        } else if let outcome = line.rest(after: "mã thật ra: ") {
            redemption = try redemption(outcome)
        } else if line == "mất bản cũ" {
            kept = [:]
        } else {
            throw Fault(reason: "no such line")
        }
    }

    private mutating func exchange(_ guides: [Guide]) {
        catalogue = MadeUpCatalogue.with(guides: guides)
        dialogue = Dialogue(catalogue: catalogue)
    }

    private func seconds(_ span: String) throws(Fault) -> TimeInterval {
        let units: [Substring: Double] = ["phút": 60, "giờ": 3600, "ngày": 86400]
        let parts = span.split(separator: " ")
        guard parts.count == 2, let count = Double(parts[0]), let unit = units[parts[1]] else { throw Fault(reason: "no span of time") }
        return count * unit
    }

    // MARK: What the person does

    private mutating func hear(_ text: String) -> [String] {
        let masked = MaskedText(masking: text)
        guard let intents = undecided else { return take(.text(masked, matcher.understand(masked.text))) }
        undecided = nil
        let matches = catalogue.intents.filter { intents.contains($0.id) }.map { Match(intent: $0.id, title: $0.title, guide: $0.guide, score: 1) }
        return take(.text(masked, Understanding(decision: .clarify, matches: matches, confidence: 0.3)))
    }

    private mutating func press(_ value: String?) throws(Fault) -> [String] {
        guard let value else { throw Fault(reason: "nothing was pressed") }
        pressed = value
        return take(.choice(value))
    }

    private func find(_ label: String, in offered: some BidirectionalCollection<[Choice]>) throws(Fault) -> String {
        for choices in offered.reversed() {
            if let choice = choices.first(where: { $0.label == label }) { return choice.value }
        }
        throw Fault(reason: "no such button")
    }

    private func attachment(_ name: String) throws(Fault) -> Event.Attachment {
        let names: [String: Event.Attachment] = [
            "hình": .picture, "nhãn dán": .sticker, "giọng nói": .voice, "vị trí": .location, "tệp": .file, "khác": .other,
        ]
        guard let attachment = names[name] else { throw Fault(reason: "no such attachment") }
        return attachment
    }

    private func redemption(_ name: String) throws(Fault) -> Redemption {
        let names: [String: Redemption] = ["đúng": .bound(name: "Mẫu"), "đã dùng": .used, "hết hạn": .expired, "không có": .unknown]
        guard let redemption = names[name] else { throw Fault(reason: "no such outcome") }
        return redemption
    }

    // MARK: What comes of it

    private mutating func take(_ input: Event.Input) -> [String] {
        now += 60
        let event = Event(at: delay.map { (conversation.lastEventAt ?? now) - $0 } ?? now, input: input)
        delay = nil
        let effects = dialogue.respond(to: event, in: situation)
        for case .remember(let conversation) in effects { self.conversation = conversation }
        for case .session(_, .opened(let id, let revision)) in effects {
            if let guide = catalogue.guide(id), guide.revision == revision { kept[id + revision] = guide }
        }
        for case .reply(let reply) in effects where !reply.choices.isEmpty { offered.append(reply.choices) }
        if isShort { return effects.compactMap(Self.shortLine(of:)) }
        var lines = effects.flatMap(Self.lines(of:))
        if effects.contains(where: { if case .ask(.redeem) = $0 { true } else { false } }) {
            let after = dialogue.respond(to: Event(at: event.at, input: .told(.redemption(redemption))), in: situation)
            for case .remember(let conversation) in after { self.conversation = conversation }
            for case .reply(let reply) in after where !reply.choices.isEmpty { offered.append(reply.choices) }
            lines += after.flatMap(Self.lines(of:))
        }
        return lines.contains { $0.hasPrefix("máy: ") } ? lines : lines + ["(máy không trả lời)"]
    }

    private var situation: Situation {
        let keep = { (walk: Conversation.Walk?) in walk.flatMap { kept[$0.guide + $0.revision] } }
        return Situation(conversation: conversation, guide: keep(conversation.walk), paused: keep(conversation.paused), contact: contact)
    }

    private static func shortLine(of effect: Effect) -> String? {
        guard case .reply(let reply) = effect else { return nil }
        return "máy: " + reply.text.prefix { $0 != "\n" }
    }

    private static func lines(of effect: Effect) -> [String] {
        switch effect {
        case .reply(let reply):
            let lines = reply.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { number, line in
                line.isEmpty ? "" : (number == 0 ? "máy: " : "     ") + line
            }
            let choices = reply.choices.enumerated().map { "[\($0 + 1) \($1.label)]" }.joined(separator: " ")
            return lines + (choices.isEmpty ? [] : ["     " + choices])
        case .remember, .session(_, .reached): return []
        case .question(_, let understanding): return ["(ghi câu hỏi: \(understanding.decision.rawValue))"]
        case .session(let guide, .opened): return ["(phiên \(guide): mở)"]
        case .session(let guide, .stuck(let step, let trouble)):
            return ["(phiên \(guide): kẹt ở \(step)\(trouble.map { ", chuyện \($0 + 1)" } ?? ""))"]
        case .session(let guide, .askedForHuman): return ["(phiên \(guide): chỉ chỗ gặp người)"]
        case .session(let guide, .closed(let outcome)): return ["(phiên \(guide): đóng, \(outcome.rawValue))"]
        case .ask(.redeem(let code)): return ["(thử mã \(code))"]
        case .ask, .tell, .bind, .set, .endSession, .renewClaim, .endHandOver, .keepTelephone, .unreachable: return ["(\(effect))"]
        case .forget: return ["(xóa dữ liệu)"]
        }
    }
}

extension Substring {
    fileprivate func rest(after start: String) -> String? {
        hasPrefix(start) ? String(dropFirst(start.count)) : nil
    }
}

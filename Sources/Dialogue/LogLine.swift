public import Catalogue
public import HelpDesk
public import Matching
public import Vietnamese

/// Help that was given without the bot, as a member tells it in one line: “ghi giúp 3 bác ở tổ 5 cài vneid xong”.
///
/// What is not said, or not certain, is nil and to be asked for; nothing is guessed.
public struct LogLine: Sendable, Hashable {
    /// What the help was about.
    public enum Topic: Sendable, Hashable {
        case guide(String)
        /// The guides that it may have been, likeliest first.
        case choices([String])
        case unknown
    }

    /// What a line tells; all that must be known before the help is logged.
    public enum Part: String, Sendable, Hashable, Codable, CaseIterable {
        case topic, people, day, outcome
    }

    /// More people than these are not helped in one go.
    public static let mostPeople = 500

    public var topic: Topic
    /// How many people were helped, 1…500.
    public var people: Int?
    /// Where, in the member's own words.
    public var place: String?
    public var day: Day?
    public var outcome: HelpSession.Outcome?
    /// Why it was hard or did not go, in the member's own words.
    public var difficulty: String?
    /// Whether no day was said, so that today is meant.
    public var isDayAssumed: Bool
    /// Parts of which something was said that tells nothing certain: “mấy bác”, “hôm trước”, “31/2”.
    public var unclear: Set<Part>

    /// Reads a line. Linear in its length, apart from the matcher.
    ///
    /// - Parameters:
    ///   - text: with or without the words that ask to log (“ghi”, “ghi giúp”, “ghi sổ”).
    ///   - today: the day in Vietnam.
    ///   - understand: the matcher, which finds the topic in what is left of the line.
    public init(_ text: MaskedText, today: Day, understand: (String) -> Understanding) {
        let reading = LogReading(text.text, today: today)
        topic = reading.topic.isEmpty ? .unknown : Topic(understand(reading.topic))
        people = reading.people.value
        place = reading.place
        day = reading.day == .nothing ? today : reading.day.value
        outcome = reading.outcome.value
        difficulty = reading.difficulty
        isDayAssumed = reading.day == .nothing
        unclear = reading.unclear
    }

    /// What is still to be asked for, in the order of asking.
    public var missing: [Part] {
        Part.allCases.filter { part in
            switch part {
            case .topic: if case .guide = topic { false } else { true }
            case .people: people == nil
            case .day: day == nil
            case .outcome: outcome == nil
            }
        }
    }

    /// Whether a message asks to log help: it begins with “ghi”, and asks nothing.
    public static func isAsked(in text: MaskedText) -> Bool {
        let tokens = LogToken.tokens(of: text.text)
        return LogReading.requestLength(tokens) > 0 && !text.text.hasSuffix("?")
    }
}

extension LogLine.Topic {
    /// The guides that the matcher found.
    init(_ understanding: Understanding) {
        let guides = understanding.matches.compactMap(\.guide)
        switch understanding.decision {
        case .answer:
            // An intent may be without a guide; the next best one is not what was meant.
            self = understanding.matches.first?.guide.map(LogLine.Topic.guide) ?? .unknown
        case .clarify:
            let different = guides.enumerated().filter { guides.firstIndex(of: $0.element) == $0.offset }.map(\.element)
            self = different.count == 1 ? .guide(different[0]) : different.isEmpty ? .unknown : .choices(different)
        case .unknown: self = .unknown
        }
    }
}

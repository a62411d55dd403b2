public import Catalogue
public import HelpDesk
public import Matching
public import Vietnamese

extension LogLine {
    /// A word or two that correct or complete a line: “2 người”, “hôm kia”, “chưa xong”, “ở thôn 2”, or another topic.
    public struct Correction: Sendable, Hashable {
        public let topic: Topic?
        public let people: Int?
        public let place: String?
        public let day: Day?
        public let outcome: HelpSession.Outcome?
        public let difficulty: String?
        /// Parts of which something was said that tells nothing certain.
        public let unclear: Set<Part>

        /// - Parameters:
        ///   - today: the day in Vietnam.
        ///   - understand: the matcher; a text that it does not know corrects no topic.
        public init(_ text: MaskedText, today: Day, understand: (String) -> Understanding) {
            let reading = LogReading(text.text, today: today, isCorrection: true)
            people = reading.people.value
            place = reading.place
            day = reading.day.value
            outcome = reading.outcome.value
            difficulty = reading.difficulty
            unclear = reading.unclear
            let topic = reading.topic.isEmpty ? .unknown : Topic(understand(reading.topic))
            self.topic = topic == .unknown ? nil : topic
        }

        /// Whether the text corrects nothing.
        public var isEmpty: Bool {
            topic == nil && people == nil && place == nil && day == nil && outcome == nil && difficulty == nil
        }
    }

    /// The line with the parts that a correction names in the place of its own.
    public func applying(_ correction: Correction) -> LogLine {
        var line = self
        line.topic = correction.topic ?? topic
        line.people = correction.people ?? people
        line.place = correction.place ?? place
        line.outcome = correction.outcome ?? outcome
        line.difficulty = correction.difficulty ?? difficulty
        if let day = correction.day {
            line.day = day
            line.isDayAssumed = false
        }
        if correction.people != nil { line.unclear.remove(.people) }
        if correction.day != nil { line.unclear.remove(.day) }
        if correction.outcome != nil { line.unclear.remove(.outcome) }
        return line
    }
}

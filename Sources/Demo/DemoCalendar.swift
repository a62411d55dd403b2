import Catalogue
import Foundation

/// When people ask for help: more on working days, little around the new year, more from month to month as the service gets known.
struct DemoCalendar: Sendable {
    static let days = 365

    let first: Day
    private let choice: WeightedChoice
    private static let byCitizens = hours([0.2, 0.1, 0.1, 0.1, 0.2, 0.8, 2, 4, 7, 8, 6, 4, 3, 3, 5, 5, 4, 3, 5, 8, 9, 6, 3, 0.8])
    private static let byMembers = hours([0, 0, 0, 0, 0, 0, 0.5, 5, 10, 11, 9, 3, 0.5, 4, 9, 8, 6, 2, 3, 5, 4, 1, 0, 0])

    /// - Parameter today: the year ends the day before.
    init(today: Day) {
        let first = today.adding(days: -Self.days)
        self.first = first
        choice = WeightedChoice((0..<Self.days).map { Self.weight(first.adding(days: $0), number: $0) })
    }

    func day(using generator: inout some RandomNumberGenerator) -> Day {
        first.adding(days: choice.draw(using: &generator))
    }

    /// A time of that day in Vietnam.
    static func time(of day: Day, byMember: Bool, using generator: inout some RandomNumberGenerator) -> Date {
        let hour = (byMember ? byMembers : byCitizens).draw(using: &generator)
        let second = Int.random(in: 0..<3600, using: &generator)
        return Date(timeIntervalSince1970: Double(day.number * 86_400 + hour * 3600 + second - 7 * 3600))
    }

    private static func weight(_ day: Day, number: Int) -> Double {
        let week = [1.15, 1.05, 1.0, 1.0, 0.95, 0.55, 0.35][day.weekday - 1]
        // Around the lunar new year hardly anybody asks; in summer there are admissions and removals, in the autumn there are storms.
        let season = [0.9, 0.45, 1.0, 1.0, 1.05, 1.2, 1.3, 1.15, 1.05, 0.85, 0.85, 1.1][day.month - 1]
        let growth = 0.6 + 0.8 * Double(number) / Double(days)
        let holiday = [(1, 1), (4, 30), (5, 1), (9, 2)].contains { $0 == (day.month, day.day) } ? 0.1 : 1
        return week * season * growth * holiday
    }

    private static func hours(_ weights: [Double]) -> WeightedChoice {
        WeightedChoice(weights)
    }
}

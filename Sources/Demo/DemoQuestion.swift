public import Catalogue
public import Foundation

/// A made-up question that no guide answers.
public struct DemoQuestion: Sendable, Hashable {
    public let text: String
    public let channel: String
    public let at: Date
    public let day: Day
}

public import Foundation
public import HelpDesk

/// A deadline that has come, and whose it is.
public struct DueDeadline: Sendable, Hashable {
    public let deadline: Deadline
    public let address: PersonAddress
    public let dueAt: Date
}

import Foundation

/// A question to a platform about our own account there.
public struct Inquiry: Sendable {
    public let request: OutboundRequest
    private let facts: @Sendable (Data) -> [AccountFact]?

    /// - Parameter facts: what an answer's body says; nil where it cannot be read.
    init(_ request: OutboundRequest, facts: @escaping @Sendable (Data) -> [AccountFact]?) {
        self.request = request
        self.facts = facts
    }

    /// A question whose answer is such a value.
    init<Answer: Decodable & SendableMetatype>(_ url: URL, headers: [String: String] = [:], facts: @escaping @Sendable (Answer) -> [AccountFact]) {
        self.init(OutboundRequest(url: url, headers: headers, body: Data())) { body in
            PlatformJSON.decode(Answer.self, from: body).map(facts)
        }
    }

    /// What the platform says.
    ///
    /// - Parameter channel: the one that asks.
    /// - Throws: where the platform refuses to answer, or what it says cannot be read.
    public func facts(in answer: HTTPAnswer, from channel: any Channel) throws(SendError) -> [AccountFact] {
        if let fault = channel.fault(in: answer, to: request) { throw fault }
        guard let facts = facts(answer.body) else { throw answer.unreadable(on: channel.name) }
        return facts
    }
}

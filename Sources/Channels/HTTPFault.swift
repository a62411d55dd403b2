import Foundation

extension HTTPAnswer {
    /// What a status means where the platform's own words cannot be read, or say nothing else.
    func fault(on channel: String) -> SendError? {
        let summary = "\(channel): HTTP \(status)"
        switch status {
        case 200..<300: return nil
        case 408: return SendError(.retry(after: retryAfter), mayHaveArrived: true, summary: summary)
        case 429, 503: return SendError(.retry(after: retryAfter), summary: summary)
        case 401: return SendError(.stopChannel, summary: summary)
        case 500...: return SendError(.retry(after: retryAfter), mayHaveArrived: true, summary: summary)
        default: return SendError(.giveUp, summary: summary)
        }
    }

    /// The platform took the call, but what it answered cannot be read.
    func unreadable(on channel: String) -> SendError {
        fault(on: channel) ?? SendError(.retry(after: nil), mayHaveArrived: true, summary: "\(channel): unreadable answer")
    }

    /// In seconds.
    var retryAfter: Double? {
        headers["retry-after"].flatMap(Double.init).flatMap { (0...86_400).contains($0) ? $0 : nil }
    }
}

import Foundation
import Service
import Storage

/// All that is measured, in Prometheus's text format (version 0.0.4).
struct MetricsText {
    private(set) var text = ""

    init(_ metrics: Metrics, commits: Int, standing: OutboxStanding, backlog: Backlog, catalogueSince: Date, process: ProcessFigures, now: Date) {
        addCounts(metrics.counts)
        add("turn_wait_seconds", "histogram", "How long a message waited for the disk.", [])
        let waits = metrics.waits
        for (bound, count) in zip(Metrics.Waits.bounds.map { "\($0)" } + ["+Inf"], waits.counts) {
            line("turn_wait_seconds_bucket", [("le", bound)], "\(count)")
        }
        line("turn_wait_seconds_sum", [], "\(waits.sum)")
        line("turn_wait_seconds_count", [], "\(waits.counts.last ?? 0)")
        add("commits_total", "counter", "Transactions in which waiting messages were written together.", [([], "\(commits)")])

        let queues = standing.waiting
        add(
            "outbox_replies", "gauge", "Replies that wait to be delivered.", queues.map { (account($0.channel, $0.account), "\($0.replies)") })
        add(
            "outbox_oldest_seconds", "gauge", "How long the oldest of them has waited.",
            queues.map { (account($0.channel, $0.account), "\(max(0, now.timeIntervalSince($0.oldest)))") })
        add(
            "channel_stopped", "gauge", "1: nothing goes out over this channel until a person has looked.",
            standing.stops.map { (account($0.channel, $0.account), "1") })
        add("outbox_given_up", "gauge", "Replies that were given up; tungngo outbox list shows them.", [([], "\(backlog.givenUp)")])
        add("failed_turns", "gauge", "Messages whose turn failed; tungngo replay runs them again.", [([], "\(backlog.failedTurns)")])
        add(
            "hand_overs", "gauge", "People who wait for a person, and those who talk with one.",
            [([("state", "open")], "\(backlog.open)"), ([("state", "claimed")], "\(backlog.claimed)")])
        add(
            "catalogue_age_seconds", "gauge", "How long the catalogue in service has been there.",
            [([], "\(max(0, now.timeIntervalSince(catalogueSince)))")])
        add("resident_memory_bytes", "gauge", "Memory of the process.", [([], "\(process.residentBytes)")])
        add("cpu_seconds_total", "counter", "Processor time of the process.", [([], "\(process.cpuSeconds)")])
    }

    private mutating func addCounts(_ counts: [Metrics.Event: Int]) {
        var turns: [Sample] = []
        var webhooks: [Sample] = []
        var replies: [Sample] = []
        for (event, count) in counts {
            switch event {
            case .turn(let channel, let outcome): turns.append(([("channel", channel), ("outcome", "\(outcome)")], "\(count)"))
            case .busy(let channel): turns.append(([("channel", channel), ("outcome", "busy")], "\(count)"))
            case .webhook(let channel, let name, let status): webhooks.append((account(channel, name) + [("status", "\(status)")], "\(count)"))
            case .reply(let channel, let name, let outcome): replies.append((account(channel, name) + [("outcome", outcome.rawValue)], "\(count)"))
            case .slowedDown: break
            }
        }
        add("messages_total", "counter", "Messages by what became of them: known ones had come before, failed ones can be replayed.", turns)
        add("webhook_requests_total", "counter", "Requests of the platforms by the answer's status; 401 is not proven.", webhooks)
        add("deliveries_total", "counter", "Tries to deliver a reply by how they ended.", replies)
        add("chat_slowed_down_total", "counter", "Messages to the chat page that came too fast.", [([], "\(counts[.slowedDown] ?? 0)")])
    }

    private typealias Sample = (labels: [(String, String)], value: String)

    private func account(_ channel: String, _ account: String) -> [(String, String)] {
        [("channel", channel)] + (account.isEmpty ? [] : [("account", account)])
    }

    private mutating func add(_ name: String, _ kind: String, _ help: String, _ samples: [Sample]) {
        text += "# HELP tungngo_\(name) \(help)\n# TYPE tungngo_\(name) \(kind)\n"
        for sample in samples.sorted(by: { "\($0.labels)" < "\($1.labels)" }) { line(name, sample.labels, sample.value) }
    }

    private mutating func line(_ name: String, _ labels: [(String, String)], _ value: String) {
        let list = labels.map { name, value in
            let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            return "\(name)=\"\(escaped)\""
        }
        text += "tungngo_\(name)\(list.isEmpty ? "" : "{\(list.joined(separator: ","))}") \(value)\n"
    }
}

import Catalogue
import Foundation
import HelpDesk

/// What is done when the database answers, or when a time has come.
extension Exchange {
    mutating func tell(_ answer: Answer) {
        switch answer {
        case .redemption(let redemption): tell(redemption)
        case .teams(let teams): offer(teams)
        case .teamsBelow(let team, let villages): offer(villages, below: team)
        case .bound(let team): say(team == nil ? .teamUnknown : .teamBound, ["team": team?.name ?? ""])
        case .handOver(let handOver, let people, let callsAt): called(handOver, people, callsAt: callsAt)
        case .reopened(let handOver, let claimant): reopened(handOver, from: claimant)
        case .claimLasts(let handOver):
            handOver.leaseUntil.map { effects.append(.set(Deadline(.claimEnds, of: handOver.number), at: $0, for: handOver.citizen)) }
        case .claim(let claim): claimed(claim)
        case .logged(let entry):
            conversation.draft = nil
            say(.logged, values(of: entry), choices: generalChoices)
        case .similar(let entry, _):
            say(.logSimilar, values(of: entry), choices: [choice(.choiceLogSimilar, .logSimilar), choice(.choiceDropLog, .dropLog)])
        case .entry(let entry): showEntry(entry)
        case .changed(let entry): say(.entryChanged, values(of: entry))
        case .withdrawn(let entry): say(.entryWithdrawn, values(of: entry), choices: generalChoices)
        case .noEntry(let number): say(.entryNone, ["number": String(number)], choices: generalChoices)
        case .book(let book): showBook(book)
        }
    }

    mutating func due(_ deadline: Deadline) {
        switch deadline.kind {
        case .sessionAsks: askAboutSession(deadline.subject)
        case .sessionEnds:
            let isMembers = situation.member?.open.contains { $0.number == deadline.subject } == true
            effects.append(.endSession(deadline.subject, .unknown, silentSince: isMembers ? nil : at - HelpSession.silence))
        case .handOverCalls, .handOverWaits, .claimEnds: wait(deadline)
        }
    }
}

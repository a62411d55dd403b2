import Foundation
import HTTPTypes
import HelpDesk
import Hummingbird
import Service
import Storage

/// What waits for somebody: hand-overs, failed turns, replies that did not arrive, channels that are stopped.
struct WaitingRoutes: Sendable {
    let gate: StaffGate

    /// So many are shown; more of them are no list to work through.
    private static let most = 200

    private struct WaitingPage {
        struct HandOver {
            let number: Int64
            let team: String
            let state: String
            let opened: String
            let topic: String
            let question: String
            let isOverdue: Bool
            let isUnreachable: Bool
        }

        struct Failure {
            let number: Int64
            let at: String
            let channel: String
            let reason: String
        }

        struct Lost {
            let number: Int64
            let at: String
            let channel: String
            let whom: String
            let why: String
            /// What the platform said; nil where we know it in words.
            let reason: String?
            let maySend: Bool
        }

        struct Stop {
            let channel: String
            let since: String
            let reason: String
        }

        let page: ManageFrame
        let words: [String: String]
        let showsHandOvers: Bool
        let hasHandOvers: Bool
        let handOvers: [HandOver]
        let showsFailures: Bool
        let hasFailures: Bool
        let failures: [Failure]
        let replayAddress = Site.replayTurn
        let hasLost: Bool
        let lost: [Lost]
        let resendAddress = Site.resendReply
        let hasStops: Bool
        let stops: [Stop]
        /// What became of what was just run or sent again.
        let done: String?
    }

    private struct ReplayForm: StaffForm {
        let ma: String?
        /// The number of the failed turn.
        let luot: Int64?
    }

    private struct ResendForm: StaffForm {
        let ma: String?
        /// The number of the reply.
        let tin: String?
    }

    func addRoutes(to router: Router<WebContext>) {
        router.get("\(Site.handOvers)", use: showWaiting)
        router.post("\(Site.replayTurn)", use: replay)
        router.post("\(Site.resendReply)", use: resend)
    }

    @Sendable private func showWaiting(_ request: Request, _ context: WebContext) async throws -> Response {
        let visit = try await gate.enter(request)
        let scope = visit.scope
        guard scope.isWide || scope.isAdministrator else { throw HTTPError(.forbidden) }
        let words = gate.words
        let handOvers = scope.isWide ? try await gate.store.waiting.handOvers(for: visit.member, at: visit.at, limit: Self.most) : []
        let showsFailures = scope.isCoordinator || scope.isAdministrator
        let failures = showsFailures ? try await gate.store.waiting.failures(for: visit.member, limit: Self.most) : []
        let lost = showsFailures ? try await gate.store.lostReplies.list(for: visit.member, limit: Self.most) : []
        let stops = scope.seesStrays || scope.isAdministrator ? try await gate.store.outboxStanding().stops : []
        if !lost.isEmpty { try await gate.store.audit.add(.viewLostReplies, of: lost.map(\.number), by: visit.member, at: visit.at) }
        try await gate.store.audit.add(.viewHandOvers, of: handOvers.map(\.number), by: visit.member, at: visit.at)
        let outcome = request.uri.queryParameters["chay"].map(String.init).flatMap { ["duoc", "chua", "gui"].contains($0) ? $0 : nil }
        let page = WaitingPage(
            page: gate.frame(visit, "waiting.title", at: Site.handOvers), words: words.all, showsHandOvers: scope.isWide,
            hasHandOvers: !handOvers.isEmpty, handOvers: handOvers.map { Self.row($0, words) }, showsFailures: showsFailures,
            hasFailures: !failures.isEmpty,
            failures: failures.map {
                WaitingPage.Failure(number: $0.number, at: ManageWords.time($0.at), channel: words.channel($0.channel), reason: $0.reason)
            },
            hasLost: !lost.isEmpty, lost: lost.map { Self.row($0, words) }, hasStops: !stops.isEmpty,
            stops: stops.map { WaitingPage.Stop(channel: words.channel($0.channel), since: ManageWords.time($0.since), reason: $0.reason) },
            done: outcome.map { words["waiting.replay." + $0] })
        return try gate.show(page, "manage-waiting")
    }

    @Sendable private func replay(_ request: Request, _ context: WebContext) async throws -> Response {
        let (visit, form) = try await gate.enter(request, context, with: ReplayForm.self)
        guard visit.scope.isCoordinator || visit.scope.isAdministrator else { throw HTTPError(.forbidden) }
        guard let number = form.luot, try await gate.store.waiting.mayReplay(number, by: visit.member) else { throw HTTPError(.notFound) }
        try await gate.store.audit.add(.replayTurn, of: [number], by: visit.member, at: visit.at)
        let isThrough = try await gate.service.turns.replay(number, at: visit.at)
        return Response(status: .seeOther, headers: [.location: Site.handOvers + "?chay=" + (isThrough ? "duoc" : "chua")])
    }

    @Sendable private func resend(_ request: Request, _ context: WebContext) async throws -> Response {
        let (visit, form) = try await gate.enter(request, context, with: ResendForm.self)
        guard visit.scope.isCoordinator || visit.scope.isAdministrator else { throw HTTPError(.forbidden) }
        guard let number = form.tin.flatMap({ Int64($0) }), try await gate.store.lostReplies.resend(number, by: visit.member, at: visit.at) else {
            throw HTTPError(.notFound)
        }
        return Response(status: .seeOther, headers: [.location: Site.handOvers + "?chay=gui"])
    }

    private static func row(_ reply: LostReply, _ words: ManageWords) -> WaitingPage.Lost {
        // What the sender writes down itself begins alike for each cause; anything else is the platform's own word.
        let causes = [
            ("it could not be delivered", "lost.late"), ("it may have arrived", "lost.unsure"),
            ("the person's last word is too long ago", "lost.window"),
            ("the person cannot be reached", "lost.gone"),
        ]
        let cause = causes.first { reply.reason.hasPrefix($0.0) }?.1
        return WaitingPage.Lost(
            number: reply.number, at: ManageWords.time(reply.givenUpAt), channel: words.channel(reply.channel),
            whom: words[reply.isForMember ? "lost.member" : "lost.citizen"],
            why: words[reply.isUnreachable ? "lost.gone" : cause ?? "lost.refused"], reason: cause == nil ? reply.reason : nil,
            maySend: !reply.isUnreachable)
    }

    private static func row(_ handOver: WaitingHandOver, _ words: ManageWords) -> WaitingPage.HandOver {
        let state: String =
            switch handOver.state {
            case .claimed: words["waiting.claimed", ["name": handOver.claimant ?? "", "time": handOver.leaseUntil.map(ManageWords.time) ?? ""]]
            case .open, .closed: words["waiting.rung.\(handOver.rung.rawValue)"]
            }
        let topic = handOver.guide.map { words.guide($0) + (words.step(handOver.step, of: $0).map { ", " + $0 } ?? "") }
        return WaitingPage.HandOver(
            number: handOver.number, team: handOver.team, state: state, opened: ManageWords.time(handOver.openedAt),
            topic: topic ?? words["guide.none"], question: handOver.question ?? words["waiting.noQuestion"], isOverdue: handOver.isOverdue,
            isUnreachable: handOver.isUnreachable)
    }
}

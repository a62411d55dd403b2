import Channels
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Service
import Storage

/// `POST /webhooks/CHANNEL[/ACCOUNT]`: what the platforms send. The answer is a status and tells nothing else.
///
/// 200: all of it is on disk, or was known, or is of no interest. 401: not proven to be the platform's. 400: not to be read. 413: larger than
/// anything a platform sends. 503: too busy, to be sent again.
struct WebhookRoutes: Sendable {
    /// In bytes: the largest batch of Messenger's, and much more than any other.
    private static let longestBody = 1 << 20

    private struct Entrance: Sendable {
        let channel: any Channel
        let alarm: RejectionAlarm
    }

    private let entrances: [String: Entrance]
    private let service: HelpDeskService
    private let logger: Logger
    private let now: @Sendable () -> Date

    init(channels: [any Channel], service: HelpDeskService, logger: Logger, now: @escaping @Sendable () -> Date) {
        let entrances = channels.map { channel in
            let address = Site.webhook(channel.name, channel.account)
            return (address, Entrance(channel: channel, alarm: RejectionAlarm(webhook: address, logger: logger)))
        }
        self.entrances = Dictionary(entrances) { first, _ in first }
        self.service = service
        self.logger = logger
        self.now = now
    }

    func addRoutes(to router: Router<WebContext>) {
        guard !entrances.isEmpty else { return }
        for path in ["\(Site.webhooks)/:channel", "\(Site.webhooks)/:channel/:account"] {
            router.post("\(path)", use: take)
            router.get("\(path)", use: answerChallenge)
        }
    }

    @Sendable private func take(_ request: Request, _ context: WebContext) async throws -> Response {
        let entrance = try entrance(context)
        func count(_ status: HTTPResponse.Status) {
            service.metrics.count(.webhook(channel: entrance.channel.name, account: entrance.channel.account, status: status.code))
        }
        do {
            let answer = try await answer(request, at: entrance)
            count(answer.status)
            return answer
        } catch let error as any HTTPResponseError {
            count(error.status)
            throw error
        }
    }

    private func answer(_ request: Request, at entrance: Entrance) async throws -> Response {
        let received = now()
        let messages: [InboundMessage]
        do {
            messages = try entrance.channel.receive(try await webhookRequest(request), at: received)
        } catch WebhookFault.unproven {
            entrance.alarm.rejected()
            return Response(status: .unauthorized)
        } catch WebhookFault.unreadable {
            return Response(status: .badRequest)
        }
        // Zalo's empty question is unsigned and says nothing: it must not silence the alarm.
        if !messages.isEmpty { entrance.alarm.taken() }
        do {
            try await process(messages)
        } catch is Busy {
            return Response(status: .serviceUnavailable, headers: [.retryAfter: "1"])
        } catch {
            logger.error("a webhook's message could not be kept", metadata: ["channel": "\(entrance.channel.name)", "error": "\(error)"])
            return Response(status: .serviceUnavailable, headers: [.retryAfter: "1"])
        }
        guard let word = messages.lazy.compactMap(\.acknowledgement).first else { return Response(status: .ok) }
        return Response(status: .ok, headers: [.contentType: "application/json"], body: ResponseBody(byteBuffer: ByteBuffer(bytes: word)))
    }

    /// One person's messages one after the other, different persons' together: they share a write to the disk.
    private func process(_ messages: [InboundMessage]) async throws {
        let turns = service.turns
        guard messages.count > 1 else {
            for message in messages { try await turns.process(message) }
            return
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (_, messages) in Dictionary(grouping: messages, by: \.address) {
                group.addTask {
                    for message in messages { try await turns.process(message) }
                }
            }
            try await group.waitForAll()
        }
    }

    @Sendable private func answerChallenge(_ request: Request, _ context: WebContext) async throws -> Response {
        let entrance = try entrance(context)
        guard let word = entrance.channel.challenge(Self.query(of: request)) else { return Response(status: .unauthorized) }
        return Response(
            status: .ok, headers: [.contentType: "text/plain; charset=utf-8"], body: ResponseBody(byteBuffer: ByteBuffer(string: word)))
    }

    private func entrance(_ context: WebContext) throws -> Entrance {
        let address = Site.webhook(try context.parameters.require("channel"), context.parameters.get("account") ?? "")
        guard let entrance = entrances[address] else { throw HTTPError(.notFound) }
        return entrance
    }

    private func webhookRequest(_ request: Request) async throws -> WebhookRequest {
        let body = try await request.body.collect(upTo: Self.longestBody)
        let headers = request.headers.reduce(into: [:]) { headers, field in headers[field.name.canonicalName] = field.value }
        return WebhookRequest(body: Data(body.readableBytesView), headers: headers, query: Self.query(of: request))
    }

    private static func query(of request: Request) -> [String: String] {
        request.uri.queryParameters.reduce(into: [:]) { query, parameter in query[String(parameter.key)] = String(parameter.value) }
    }
}

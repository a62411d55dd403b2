import Catalogue
import Channels
import Dialogue
import Foundation
import HTTPTypes
import HelpDesk
import Hummingbird
import Mustache
import Service
import Storage

/// The citizen's chat page, with a script and without.
struct ChatRoutes: Sendable {
    let service: HelpDeskService
    let pages: MustacheLibrary
    let assets: Assets
    let cookie: VisitorCookie
    let now: @Sendable () -> Date
    private let limit = ChatLimit()

    init(service: HelpDeskService, pages: MustacheLibrary, assets: Assets, cookie: VisitorCookie, now: @escaping @Sendable () -> Date) {
        self.service = service
        self.pages = pages
        self.assets = assets
        self.cookie = cookie
        self.now = now
    }

    private struct Form: Decodable {
        let text: String?
        let value: String?
    }

    func addRoutes(to router: Router<WebContext>) {
        router.get("\(Site.home)", use: show)
        router.post("\(Site.home)", use: takeForm)
        router.get("\(Site.chat)", use: poll)
        router.post("\(Site.chat)", use: takeMessage)
        router.post("\(Site.end)", use: end)
    }

    @Sendable private func show(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try await cookie.visitor(of: request, in: service.store, at: now())
        var response = try page(course: try await service.store.course(of: visitor.address))
        cookie.set(visitor, on: &response)
        return response
    }

    @Sendable private func takeForm(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = try await URLEncodedFormDecoder().decode(Form.self, from: request, context: context)
        var response = Response(status: .seeOther, headers: [.location: Site.newestEntry])
        if form.value == nil, (form.text ?? "").allSatisfy(\.isWhitespace) { return response }
        let visitor = try await cookie.visitor(of: request, in: service.store, at: now())
        cookie.set(visitor, on: &response)
        if let pause = pause(visitor, request, context) {
            var slower = try page(
                course: try await service.store.course(of: visitor.address), said: service.catalogue.current.catalogue.pages["chat"]?["tooFast"])
            slower.status = .tooManyRequests
            slower.headers[.retryAfter] = "\(pause)"
            return slower
        }
        do {
            let text = form.text.map { $0.replacing("\r\n", with: "\n") }
            try await service.turns.process(
                WebChat.message(id: nil, text: form.value == nil ? text : nil, value: form.value, after: nil, of: visitor, at: now()))
        } catch WebChat.Fault.unreadable {
            throw HTTPError(.badRequest)
        } catch WebChat.Fault.tooLong {
            throw HTTPError(.contentTooLarge)
        } catch is Busy {
            let course = try await service.store.course(of: visitor.address)
            var busy = try page(course: course, said: service.catalogue.current.dialogue.apology().text)
            busy.status = .serviceUnavailable
            return busy
        }
        return response
    }

    @Sendable private func takeMessage(_ request: Request, _ context: WebContext) async throws -> Response {
        let body = try await request.body.collect(upTo: context.maxUploadSize)
        let visitor = try await cookie.visitor(of: request, in: service.store, at: now())
        if let pause = pause(visitor, request, context) { throw HTTPError(.tooManyRequests, headers: [.retryAfter: "\(pause)"]) }
        let message: InboundMessage
        do {
            message = try WebChat.parse(Data(body.readableBytesView), of: visitor, at: now())
            try await service.turns.process(message)
        } catch WebChat.Fault.unreadable {
            throw HTTPError(.badRequest)
        } catch WebChat.Fault.tooLong {
            throw HTTPError(.contentTooLarge)
        } catch is Busy {
            throw HTTPError(.serviceUnavailable, headers: [.retryAfter: "1"])
        }
        var response = try await answer(visitor, after: message.seen ?? 0)
        cookie.set(visitor, on: &response)
        return response
    }

    @Sendable private func poll(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try await cookie.visitor(of: request, in: service.store, at: now())
        return try await answer(visitor, after: request.uri.queryParameters.get("after", as: Int.self) ?? 0)
    }

    /// The visit is over for everybody who holds its token.
    @Sendable private func end(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try await cookie.visitor(of: request, in: service.store, at: now())
        try await service.store.endVisit(of: visitor.address)
        var response = Response(status: .seeOther, headers: [.location: Site.home])
        cookie.clear(on: &response)
        return response
    }

    private func answer(_ visitor: Visitor, after number: Int) async throws -> Response {
        let replies = try await service.store.replies(to: visitor.address, after: number)
        let answer = WebChatAnswer(replies: replies.map { .init(number: $0.number, reply: $0.reply) }, after: number)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = try encoder.encode(answer)
        return Response(
            status: .ok, headers: [.contentType: "application/json; charset=utf-8"], body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }

    /// - Returns: how many seconds a visitor must wait; nil where the message may go.
    private func pause(_ visitor: Visitor, _ request: Request, _ context: WebContext) -> Int? {
        guard let pause = limit.pause(visitor.address.name, from: TokenTries.place(of: request, context), at: now()) else { return nil }
        service.metrics.count(.slowedDown)
        return pause
    }

    /// - Parameter said: what the bot says below it all, once.
    private func page(course: [CourseEntry], said: String? = nil) throws -> Response {
        let current = service.catalogue.current
        let course = course + (said.map { [.bot(NumberedReply(number: 0, reply: Reply(text: $0)))] } ?? [])
        let page = ChatPage(words: current.catalogue.pages["chat"] ?? [:], assets: assets, course: course, opening: current.dialogue.opening())
        guard let html = pages.render(page, withTemplate: "chat") else { throw HTTPError(.internalServerError) }
        return Response(
            status: .ok, headers: [.contentType: "text/html; charset=utf-8"], body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
    }
}

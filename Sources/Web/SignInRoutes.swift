import Foundation
import HTTPTypes
import HelpDesk
import Hummingbird
import Storage

/// Signing in by a one-time link, and out again: `/quan-ly/vao/TOKEN` shows a button, and only its POST uses the link up, because
/// chat programs open links for previews.
struct SignInRoutes: Sendable {
    let gate: StaffGate
    let tries = TokenTries()

    private struct Form: StaffForm {
        let ma: String?
    }

    private struct SignInPage {
        let frame: PageFrame
        let words: [String: String]
        let title: String
        let lead: String
        /// Where the button goes; nothing where there is no link that could be used.
        let button: String?
    }

    private struct SignInsPage {
        struct Browser {
            let device: String
            let opened: String
            let last: String
            let isThis: Bool
        }

        let page: ManageFrame
        let words: [String: String]
        let roles: String
        let browsers: [Browser]
        let everywhere = Site.signOutEverywhere
    }

    func addRoutes(to router: Router<WebContext>) {
        router.get("\(Site.signIn)", use: explain)
        router.get("\(Site.signIn)/:token", use: offer)
        router.post("\(Site.signIn)/:token", use: signIn)
        router.get("\(Site.signIns)", use: list)
        router.post("\(Site.signOut)") { try await signOut($0, $1, isEverywhere: false) }
        router.post("\(Site.signOutEverywhere)") { try await signOut($0, $1, isEverywhere: true) }
    }

    @Sendable private func explain(_ request: Request, _ context: WebContext) throws -> Response {
        try show(lead: "signIn.how")
    }

    @Sendable private func offer(_ request: Request, _ context: WebContext) async throws -> Response {
        let token = try await token(request, context)
        guard let token, try await gate.store.signIns.isOpen(token, at: gate.now()) else { return try refuse(request, context) }
        return try show(lead: "signIn.lead", button: Site.signIn + "/" + token.text)
    }

    /// The session begins under a new token, whatever the browser had before.
    @Sendable private func signIn(_ request: Request, _ context: WebContext) async throws -> Response {
        let at = gate.now()
        var generator = SystemRandomNumberGenerator()
        let session = SecretToken(using: &generator)
        let link = try await token(request, context)
        guard let link, try await gate.store.signIns.begin(session, with: link, device: Self.device(of: request), at: at) else {
            return try refuse(request, context)
        }
        if let member = try await gate.store.signIns.member(of: session, at: at) {
            try await gate.store.audit.add(.signIn, of: [member.session], by: member, at: at)
        }
        var response = Response(status: .seeOther, headers: [.location: Site.manage])
        gate.cookie.set(session, on: &response)
        return response
    }

    @Sendable private func list(_ request: Request, _ context: WebContext) async throws -> Response {
        let visit = try await gate.enter(request)
        let words = gate.words
        let browsers = try await gate.store.signIns.browsers(of: visit.member, at: visit.at).map { browser in
            SignInsPage.Browser(
                device: browser.device.isEmpty ? words["device.unknown"] : browser.device, opened: ManageWords.time(browser.openedAt),
                last: ManageWords.time(browser.lastAt), isThis: browser.session == visit.member.session)
        }
        let page = SignInsPage(
            page: gate.frame(visit, "signIns.title", at: Site.signIns), words: words.all, roles: Self.roles(of: visit.scope, words),
            browsers: browsers)
        return try gate.show(page, "manage-sign-ins")
    }

    private func signOut(_ request: Request, _ context: WebContext, isEverywhere: Bool) async throws -> Response {
        let (visit, _) = try await gate.enter(request, context, with: Form.self)
        let action: Audit.Action = isEverywhere ? .signOutEverywhere : .signOut
        try await gate.store.audit.add(action, of: [visit.member.session], by: visit.member, at: visit.at)
        if isEverywhere {
            try await gate.store.signIns.endAll(of: visit.member)
        } else {
            try await gate.store.signIns.end(visit.member)
        }
        var response = Response(status: .seeOther, headers: [.location: Site.signIn])
        gate.cookie.clear(on: &response)
        return response
    }

    /// - Returns: nil where it is no token of ours.
    private func token(_ request: Request, _ context: WebContext) async throws -> SecretToken? {
        guard !tries.isTooMany(from: TokenTries.place(of: request, context), at: gate.now()) else { throw HTTPError(.tooManyRequests) }
        return SecretToken(try context.parameters.require("token"))
    }

    /// The same answer for a link that never was, was used or is too old.
    private func refuse(_ request: Request, _ context: WebContext) throws -> Response {
        tries.addWrong(from: TokenTries.place(of: request, context), at: gate.now())
        return try show(lead: "signIn.refused", status: .notFound)
    }

    private func show(lead: String, button: String? = nil, status: HTTPResponse.Status = .ok) throws -> Response {
        let words = gate.words
        let frame = PageFrame(
            title: words["signIn.title"], description: "", styles: ["base.css", "manage.css"], scripts: ["base.js"], assets: gate.assets,
            publicURL: nil)
        let page = SignInPage(frame: frame, words: words.all, title: words["signIn.title"], lead: words[lead], button: button)
        return try gate.show(page, "manage-sign-in", status: status)
    }

    private static func roles(of scope: Scope, _ words: ManageWords) -> String {
        var roles: [String] = []
        if scope.isCoordinator { roles.append(words["role.coordinator", ["count": String(scope.coordinated.count)]]) }
        let led = scope.teams.subtracting(scope.coordinated)
        if !led.isEmpty { roles.append(words["role.leader"]) }
        if scope.isAdministrator { roles.append(words["role.administrator"]) }
        return (roles.isEmpty ? [words["role.member"]] : roles).joined(separator: " ")
    }

    /// Enough to know one's own machines again, and no more: browser and system.
    private static func device(of request: Request) -> String {
        let agent = request.headers[.userAgent] ?? ""
        let browser =
            [("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("Chrome", "Chrome")]
            .first { agent.contains($0.0) }?.1 ?? (agent.contains("Safari") ? "Safari" : "")
        let system =
            [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux")]
            .first { agent.contains($0.0) }?.1 ?? ""
        return [browser, system].filter { !$0.isEmpty }.joined(separator: " · ")
    }
}

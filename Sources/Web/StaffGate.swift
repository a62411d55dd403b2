import Catalogue
import Foundation
import HTTPTypes
import HelpDesk
import Hummingbird
import Mustache
import Service
import Storage

/// A form of the coordinators' pages: it carries what only a page of the same session could know.
protocol StaffForm: Decodable, Sendable {
    /// The session's form token.
    var ma: String? { get }
}

/// The way into every page of the coordinators: nobody passes without a session that lasts, and no form without its token.
struct StaffGate: Sendable {
    /// Who came in, under which token, when.
    struct Visit: Sendable {
        let member: SignedIn
        let token: SecretToken
        let at: Date

        var scope: Scope { member.scope }
    }

    let service: HelpDeskService
    let pages: MustacheLibrary
    let assets: Assets
    let cookie: StaffCookie
    let now: @Sendable () -> Date

    var store: Store { service.store }
    var catalogue: Catalogue { service.catalogue.current.catalogue }
    var words: ManageWords { ManageWords(catalogue: catalogue) }

    /// - Throws: what sends a browser without a session to where it is said how to get one.
    func enter(_ request: Request) async throws -> Visit {
        let at = now()
        guard let token = cookie.token(of: request), let member = try await store.signIns.member(of: token, at: at) else {
            throw HTTPError(.seeOther, headers: [.location: Site.signIn])
        }
        return Visit(member: member, token: token, at: at)
    }

    /// Enters with a form that was sent.
    func enter<Form: StaffForm>(_ request: Request, _ context: WebContext, with type: Form.Type) async throws -> (Visit, Form) {
        let visit = try await enter(request)
        let form = try await URLEncodedFormDecoder().decode(Form.self, from: request, context: context)
        guard let sent = form.ma, visit.token.agrees(withForm: sent) else { throw HTTPError(.forbidden) }
        return (visit, form)
    }

    /// - Parameter title: a key of the wording, or the title itself.
    func frame(_ visit: Visit, _ title: String, at path: String) -> ManageFrame {
        ManageFrame(visit: visit, title: words[title], path: path, words: words, assets: assets)
    }

    /// A page that nobody keeps.
    func show(_ page: Any, _ template: String, status: HTTPResponse.Status = .ok) throws -> Response {
        PageResponse.passing(try PageResponse.render(page, template, in: pages), status: status)
    }
}

import Foundation

/// Which page Meta says we are. Where it posts to is set in the app's dashboard.
extension Messenger {
    private struct Page: Decodable, Sendable {
        @Lenient var id: PlatformID?
        @Lenient var name: String?
    }

    public var inquiries: [Inquiry] {
        [
            Inquiry(settings.apiURL.appending(path: "me"), headers: ["Authorization": "Bearer \(settings.pageToken.value)"]) { (page: Page) in
                [.identity("\(page.name ?? "") \(page.id?.text ?? "")"), .webhookInConsole]
            }
        ]
    }
}

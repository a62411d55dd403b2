import HTTPTypes
import Hummingbird
import Service
import Storage

/// Whether the service lives, and whether it can take messages.
struct Operations: Sendable {
    let service: HelpDeskService

    func addRoutes(to router: Router<WebContext>) {
        router.get("\(Site.health)") { _, _ in HTTPResponse.Status.ok }
        router.get("\(Site.ready)") { [service] _, _ in
            await service.store.isReady() ? HTTPResponse.Status.ok : .serviceUnavailable
        }
    }
}

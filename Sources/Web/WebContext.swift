public import Hummingbird

/// The context of a request: where it comes from, and a small limit for bodies.
public struct WebContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// The network address of who is connected to us; empty where that is not known.
    let peer: String
    /// In bytes: a text of 2,000 characters and room for its form.
    public var maxUploadSize: Int { 1 << 16 }

    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? ""
    }
}

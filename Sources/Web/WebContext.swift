public import Hummingbird

/// The context of a request: nothing but what the framework needs, with a small limit for bodies.
public struct WebContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// In bytes: a text of 2,000 characters and room for its form.
    public var maxUploadSize: Int { 1 << 16 }

    public init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
    }
}

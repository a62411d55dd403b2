public import Foundation

/// What calls to other hosts may do: how long, how large, to whom, by which way.
public struct OutboundPolicy: Sendable {
    /// The only hosts that are called, by lower-case names.
    public let hosts: Set<String>
    /// For a call as a whole, from ``HTTPSender/send(_:)`` to the last byte of the answer.
    public var deadline: Duration
    /// For name, connection and TLS together.
    public var connectTimeout: Duration
    /// The longest answer, head and body, in bytes; a longer one is an error.
    public var longestAnswer: Int
    /// How many connections to one host at most; more calls wait, within their deadline.
    public var connectionsPerHost: Int
    /// Whom to ask to call others for us; nil where they are called directly. Loopback is always called directly.
    public var proxy: URL?
    /// A file with the certificates to trust in place of the system's.
    public var certificates: URL?

    public init(
        hosts: Set<String>, deadline: Duration = .seconds(15), connectTimeout: Duration = .seconds(5), longestAnswer: Int = 1 << 20,
        connectionsPerHost: Int = 16, proxy: URL? = nil, certificates: URL? = nil
    ) {
        self.hosts = hosts
        self.deadline = deadline
        self.connectTimeout = connectTimeout
        self.longestAnswer = longestAnswer
        self.connectionsPerHost = connectionsPerHost
        self.proxy = proxy
        self.certificates = certificates
    }

    static let loopback: Set<String> = ["127.0.0.1", "::1", "[::1]", "localhost"]

    /// Why a request may not go out; nil where it may. Plain HTTP never leaves this machine.
    func refusal(of request: OutboundRequest) -> String? {
        guard let host = request.url.host()?.lowercased(), request.url.user() == nil else { return "the address of the request is none" }
        guard hosts.contains(host) else { return "\(host) is not among the hosts that may be called" }
        guard request.url.scheme == "https" || request.url.scheme == "http" && OutboundPolicy.loopback.contains(host) else {
            return "\(host) may be called by https only"
        }
        let isHeader = { (text: String) in text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value < 0x7F } }
        guard request.headers.allSatisfy({ isHeader($0.key) && isHeader($0.value) }) else {
            return "a header for \(host) holds a character that headers may not hold"
        }
        return nil
    }
}

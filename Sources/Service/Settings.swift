public import Configuration
public import Foundation
import SystemPackage

/// All settings of the service, each documented here: its key in the environment, its key in the settings file (below
/// `tungngo:`), its type, and what happens without it.
public struct Settings: Sendable {
    /// `TUNGNGO_HOST`, `host`: the address to listen on. Without it 127.0.0.1: only this machine.
    public var host = "127.0.0.1"
    /// `TUNGNGO_PORT`, `port`, 0…65535: without it 8080; 0 takes any free one.
    public var port = 8080
    /// `TUNGNGO_INTERNAL_PORT`, `internalPort`, 0…65535: the port for `/metrics`, which the public one does not serve; 0 takes any
    /// free one. Without it there is none.
    public var internalPort: Int?
    /// `TUNGNGO_INTERNAL_HOST`, `internalHost`: the address for it. Without it 127.0.0.1: only this machine.
    public var internalHost = "127.0.0.1"
    /// `TUNGNGO_DATA`, `data`: the folder for the database. Without it `data` in the current folder.
    public var data = URL(filePath: "data", directoryHint: .isDirectory)
    /// `TUNGNGO_CATALOGUE`, `catalogue`: the folder that holds `intents` and `content`. Without it the current folder.
    public var catalogue = URL(filePath: ".", directoryHint: .isDirectory)
    /// `TUNGNGO_PUBLIC_URL`, `publicUrl`: our own address as people reach it. Without it no link to ourselves is made, and
    /// cookies are not marked `Secure`.
    public var publicURL: URL?
    /// `TUNGNGO_KEY_FILE`, `keyFile`: the file with the key that encrypts tokens and call-back numbers; made where it is
    /// missing. Without it `key` in the data folder.
    public var keyFile: URL?
    /// `TUNGNGO_PROXY`, `proxy`: the HTTP proxy by which the platforms are called, such as http://proxy.example.vn:3128. Without
    /// it they are called directly, whatever the environment's own proxy settings say.
    public var proxy: URL?
    /// `TUNGNGO_PAID_MESSAGES`, `paidMessages`, true or false: whether replies are sent that the platform charges for, because the
    /// person's last word is too long ago for a free one. Without it they are given up and reported.
    public var paidMessages = false
    /// `TUNGNGO_CLAIM_MINUTES`, `claimMinutes`, 1…1440: how long a member has to claim a hand-over, or to answer in it, before the
    /// next ones are called. Without it 15.
    public var claimTime: TimeInterval = 15 * 60
    /// The platforms' keys. Without any, only the web page is there.
    public var channels = ChannelSettings()

    static let loopback = ["127.0.0.1", "::1", "[::1]", "localhost"]

    /// A setting that cannot be used.
    public struct Fault: Error, CustomStringConvertible {
        public let key: String
        public let value: String
        public let expected: String

        public var description: String { "the setting \(key) is \(value.isEmpty ? "missing" : "“\(value)”"); write \(expected)" }
    }

    public init() {}

    /// - Parameter reader: scoped to `tungngo`, so that the environment's keys begin with `TUNGNGO_`.
    public init(_ reader: ConfigReader) throws(Fault) {
        var faults: [Fault] = []
        try self.init(reader, channelFaults: &faults)
        if let fault = faults.first { throw fault }
    }

    /// - Parameter channelFaults: gets what is wrong with the channels' accounts, which are then left out.
    private init(_ reader: ConfigReader, channelFaults: inout [Fault]) throws(Fault) {
        host = reader.string(forKey: "host", default: host)
        port = try Settings.port("port", named: "TUNGNGO_PORT", in: reader) ?? port
        internalPort = try Settings.port("internalPort", named: "TUNGNGO_INTERNAL_PORT", in: reader)
        internalHost = reader.string(forKey: "internalHost", default: internalHost)
        data = reader.string(forKey: "data").map { URL(filePath: $0, directoryHint: .isDirectory) } ?? data
        catalogue = reader.string(forKey: "catalogue").map { URL(filePath: $0, directoryHint: .isDirectory) } ?? catalogue
        if let text = reader.string(forKey: "claimMinutes") ?? reader.int(forKey: "claimMinutes").map(String.init) {
            guard let minutes = Int(text), (1...1440).contains(minutes) else {
                throw Fault(key: "TUNGNGO_CLAIM_MINUTES", value: text, expected: "a number of minutes from 1 to 1440")
            }
            claimTime = Double(minutes) * 60
        }
        if let text = reader.string(forKey: "publicUrl") {
            guard let url = URL(string: text), url.scheme == "https" || url.scheme == "http", url.host() != nil else {
                throw Fault(key: "TUNGNGO_PUBLIC_URL", value: text, expected: "a whole address, such as https://hoidap.example.vn")
            }
            publicURL = url
        }
        keyFile = reader.string(forKey: "keyFile").map { URL(filePath: $0) }
        if let text = reader.string(forKey: "proxy") {
            guard let url = URL(string: text), url.scheme == "http" || url.scheme == "https", url.host() != nil else {
                throw Fault(key: "TUNGNGO_PROXY", value: "•••", expected: "a whole address, such as http://proxy.example.vn:3128")
            }
            proxy = url
        }
        channels = ChannelSettings(reader, faults: &channelFaults)
        paidMessages = try Settings.flag("paidMessages", named: "TUNGNGO_PAID_MESSAGES", in: reader)
    }

    private static func flag(_ key: ConfigKey, named name: String, in reader: ConfigReader) throws(Fault) -> Bool {
        let flag = reader.bool(forKey: key)
        guard let text = reader.string(forKey: key), !text.isEmpty else { return flag ?? false }
        guard let flag = Bool(text.lowercased()) else { throw Fault(key: name, value: text, expected: "true or false") }
        return flag
    }

    private static func port(_ key: ConfigKey, named name: String, in reader: ConfigReader) throws(Fault) -> Int? {
        let number = reader.int(forKey: key)
        guard let text = reader.string(forKey: key) ?? number.map(String.init) else { return nil }
        guard let number, (0...65535).contains(number) else {
            throw Fault(key: name, value: text, expected: "a number from 0 to 65535")
        }
        return number
    }

    /// Whether only this machine can reach the service.
    public var isLoopback: Bool {
        Settings.loopback.contains(host)
    }

    /// Reads all settings.
    ///
    /// `TUNGNGO_SETTINGS`: the YAML file for what the environment does not say. Without it the environment alone.
    public static func load() async throws -> Settings {
        try Settings(await reader())
    }

    /// As ``load()``, but a channel's account that cannot be used is left out and told of.
    public static func loadWithFaults() async throws -> (settings: Settings, faults: [Fault]) {
        var faults: [Fault] = []
        let settings = try Settings(await reader(), channelFaults: &faults)
        return (settings, faults)
    }

    private static func reader() async throws -> ConfigReader {
        let environment = EnvironmentVariablesProvider()
        var providers: [any ConfigProvider] = [environment]
        if let file = ConfigReader(provider: environment).string(forKey: "tungngo.settings") {
            providers.append(try await FileProvider<YAMLSnapshot>(filePath: FilePath(file)))
        }
        return ConfigReader(providers: providers).scoped(to: "tungngo")
    }
}

import Configuration
import Foundation
import Testing

@testable import Service

struct SettingsTests {
    private func settings(_ environment: [String: String]) throws -> Settings {
        try Settings(ConfigReader(provider: EnvironmentVariablesProvider(environmentVariables: environment)).scoped(to: "tungngo"))
    }

    @Test func `With no setting at all it works on loopback`() throws {
        let settings = try settings([:])
        #expect(settings.host == "127.0.0.1")
        #expect(settings.port == 8080)
        #expect(settings.isLoopback)
        #expect(settings.publicURL == nil)
        #expect(!settings.paidMessages)
        #expect(settings.internalPort == nil)
        #expect(settings.internalHost == "127.0.0.1")
    }

    @Test func `The environment sets each key`() throws {
        let settings = try settings([
            "TUNGNGO_HOST": "::1", "TUNGNGO_PORT": "0", "TUNGNGO_DATA": "/tmp/x", "TUNGNGO_CATALOGUE": "/tmp/y",
            "TUNGNGO_PUBLIC_URL": "https://hoidap.example.vn", "TUNGNGO_KEY_FILE": "/tmp/z",
            "TUNGNGO_PROXY": "http://127.0.0.1:3128", "TUNGNGO_PAID_MESSAGES": "true",
            "TUNGNGO_INTERNAL_PORT": "8081", "TUNGNGO_INTERNAL_HOST": "10.0.0.1",
        ])
        #expect(settings.host == "::1")
        #expect(settings.port == 0)
        #expect(settings.data.path == "/tmp/x")
        #expect(settings.catalogue.path == "/tmp/y")
        #expect(settings.keyFile?.path == "/tmp/z")
        #expect(settings.proxy?.port == 3128)
        #expect(settings.paidMessages)
        #expect(settings.internalPort == 8081)
        #expect(settings.internalHost == "10.0.0.1")
        #expect(settings.publicURL?.host() == "hoidap.example.vn")
    }

    @Test(arguments: [
        ["TUNGNGO_PORT": "tám nghìn"], ["TUNGNGO_PORT": "70000"], ["TUNGNGO_INTERNAL_PORT": "-1"], ["TUNGNGO_PUBLIC_URL": "hoidap.example.vn"],
        ["TUNGNGO_PUBLIC_URL": "ftp://hoidap.example.vn"], ["TUNGNGO_PROXY": "proxy:3128"], ["TUNGNGO_PAID_MESSAGES": "có"],
    ])
    func `What cannot be used is refused by name, with what to write`(environment: [String: String]) throws {
        let fault = #expect(throws: Settings.Fault.self) { try settings(environment) }
        #expect(fault.map { environment.keys.contains($0.key) } == true)
        #expect(fault?.description.contains("write") == true)
    }
}

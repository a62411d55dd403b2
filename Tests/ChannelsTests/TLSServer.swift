import Foundation
import Support

/// An HTTPS server with a certificate that nobody but the tests trusts: `openssl s_server`.
final class TLSServer: Sendable {
    let port: Int
    let certificate: URL
    private let folder: TemporaryFolder
    private let identifier: Int32

    struct Failure: Error {}

    /// - Parameter host: the one name in the certificate.
    init(host: String = "localhost") throws {
        folder = try TemporaryFolder()
        certificate = folder.url.appending(path: "certificate.pem")
        let key = folder.url.appending(path: "key.pem").path
        let maker = Process()
        maker.executableURL = URL(filePath: "/usr/bin/openssl")
        let subject = ["-subj", "/CN=\(host)", "-addext", "subjectAltName=DNS:\(host)", "-days", "2"]
        maker.arguments =
            ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", key, "-out", certificate.path] + subject
        maker.standardError = FileHandle.nullDevice
        try Program.start(maker)
        maker.waitUntilExit()

        let server = Process()
        server.executableURL = maker.executableURL
        server.arguments = ["s_server", "-accept", "127.0.0.1:0", "-cert", certificate.path, "-key", key, "-www"]
        let output = Pipe()
        server.standardOutput = output
        server.standardError = FileHandle.nullDevice
        server.standardInput = FileHandle.nullDevice
        try Program.start(server)
        identifier = server.processIdentifier
        var text = ""
        while !text.contains(/ACCEPT .*:\d+\n/) {
            let part = output.fileHandleForReading.availableData
            guard !part.isEmpty else { throw Failure() }
            text += String(decoding: part, as: UTF8.self)
        }
        guard let port = text.firstMatch(of: /ACCEPT .*:(\d+)\n/).flatMap({ Int($0.1) }) else { throw Failure() }
        self.port = port
    }

    deinit {
        kill(identifier, SIGKILL)
    }
}

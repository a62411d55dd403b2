import Foundation
import Support

/// An HTTPS server with a certificate that nobody but the tests trusts: `openssl s_server`.
final class TLSServer: Sendable {
    let port: Int
    let certificate: URL
    private let folder: TemporaryFolder
    private let server: ChildProcess

    struct Failure: Error {}

    /// - Parameter host: the one name in the certificate.
    init(host: String = "localhost") throws {
        folder = try TemporaryFolder()
        certificate = folder.url.appending(path: "certificate.pem")
        let key = folder.url.appending(path: "key.pem").path
        let openssl = URL(filePath: "/usr/bin/openssl")
        let subject = ["-subj", "/CN=\(host)", "-addext", "subjectAltName=DNS:\(host)", "-days", "2"]
        let maker = try ChildProcess(
            openssl,
            ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", key, "-out", certificate.path] + subject)
        guard maker.wait() == 0 else { throw Failure() }

        let output = Pipe()
        server = try ChildProcess(
            openssl, ["s_server", "-accept", "127.0.0.1:0", "-cert", certificate.path, "-key", key, "-www"], output: output.fileHandleForWriting)
        try output.fileHandleForWriting.close()
        var text = ""
        while !text.contains(/ACCEPT .*:\d+\n/) {
            let part = output.fileHandleForReading.availableData
            guard !part.isEmpty else { throw Failure() }
            text += String(decoding: part, as: UTF8.self)
        }
        guard let port = text.firstMatch(of: /ACCEPT .*:(\d+)\n/).flatMap({ Int($0.1) }) else { throw Failure() }
        self.port = port
    }
}

import Foundation
import Support
import Testing

@testable import Web

struct SecretsTests {
    /// Made up. None of them may be found anywhere afterwards.
    private static let secrets = ["079199000111", "0905000111", "4111111111111111", "774193", "MatKhau@123", "bac.mau@example.vn"]

    @Test func `No secret sent through any entrance is found in the data folder or in an answer`() async throws {
        try await WebFixture.run { fixture in
            let browser = Browser(fixture.home)
            let text =
                "cccd của tôi 079199000111, gọi 0905 000 111, thẻ 4111 1111 1111 1111, otp 774193, mk là MatKhau@123, mail bac.mau@example.vn, giúp tôi"
            let answer = try await browser.post("chat", #"{"id":"0905000111","text":"\#(text)","after":0}"#)
            #expect(answer.status == 200)
            let form = try await browser.submit("", ["text": text])
            _ = try await browser.submit("", ["value": "o|0905000111|774193||1"])
            _ = try await browser.post("chat", #"{"id":"x","value":"mk là MatKhau@123"}"#)
            _ = try await browser.get("chat?after=774193")
            let folder = try FileManager.default.subpathsOfDirectory(atPath: fixture.data.path)
            #expect(folder.contains("tungngo.sqlite"))
            for secret in Self.secrets {
                #expect(!answer.body.contains(secret))
                #expect(!form.body.contains(secret))
                for file in folder {
                    let data = FileManager.default.contents(atPath: fixture.data.appending(path: file).path) ?? Data()
                    #expect(data.firstRange(of: Data(secret.utf8)) == nil, "\(secret) in \(file)")
                }
            }
            for part in ["0905 000 111", "4111 1111"] {
                for file in folder {
                    let data = FileManager.default.contents(atPath: fixture.data.appending(path: file).path) ?? Data()
                    #expect(data.firstRange(of: Data(part.utf8)) == nil, "\(part) in \(file)")
                }
            }
            #expect(answer.body.contains("đã che"))
        }
    }
}

import Foundation
import Support
import Testing

@testable import Service

struct KeyFileTests {
    private let folder: TemporaryFolder
    private var file: URL { folder.url.appending(path: "key") }

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `What was sealed opens again after a restart, and looks different each time`() throws {
        let sealed = try KeyFile(file).seal("0900 000 001, bác Mẫu")
        #expect(try KeyFile(file).open(sealed) == "0900 000 001, bác Mẫu")
        #expect(try KeyFile(file).seal("0900 000 001, bác Mẫu") != sealed)
        #expect(sealed.range(of: Data("0900".utf8)) == nil)
    }

    @Test func `The key is made for its owner only, and nothing else is left beside it`() throws {
        _ = try KeyFile(file)
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["key"])
    }

    @Test func `Many that start at once end with the same key`() async throws {
        let file = file
        let sealed = try await withThrowingTaskGroup(of: Data.self) { group in
            for _ in 0..<16 { group.addTask { try KeyFile(file).seal("mẫu") } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let key = try KeyFile(file)
        #expect(try sealed.map(key.open) == Array(repeating: "mẫu", count: 16))
    }

    @Test func `What was changed, or sealed with another key, does not open, and the fault says what to do`() throws {
        let key = try KeyFile(file)
        var sealed = try key.seal("mẫu")
        let other = try KeyFile(folder.url.appending(path: "other"))
        #expect(throws: KeyFile.Fault.self) { try other.open(sealed) }
        #expect(throws: KeyFile.Fault.self) { try key.open(Data()) }
        sealed[sealed.count - 1] ^= 1
        let fault = #expect(throws: KeyFile.Fault.self) { try key.open(sealed) }
        #expect(fault?.description.contains("restore the key file") == true)
    }

    @Test(arguments: ["", "abc", "AAAA\n"])
    func `A file that holds no key is not taken for one and not written over`(text: String) throws {
        try Data(text.utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        let fault = #expect(throws: KeyFile.Fault.self) { try KeyFile(file) }
        #expect(fault?.description.contains("holds no key") == true)
        #expect(try Data(contentsOf: file) == Data(text.utf8))
    }

    @Test func `A key that every user may read is refused with the command that helps`() throws {
        _ = try KeyFile(file)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
        let fault = #expect(throws: KeyFile.Fault.self) { try KeyFile(file) }
        #expect(fault?.description.contains("chmod 600") == true)
    }

    @Test func `Where no file can be made, the fault names the setting`() throws {
        let fault = #expect(throws: KeyFile.Fault.self) { try KeyFile(folder.url.appending(path: "missing/key")) }
        #expect(fault?.description.contains("TUNGNGO_KEY_FILE") == true)
    }
}

import Foundation
import Support
import Testing

@testable import Storage

struct DataFolderTests {
    @Test func `One service at a time works on a folder`() throws {
        let folder = try TemporaryFolder()
        let data = try DataFolder(folder.url)
        var lock: FileLock? = try data.lock()
        #expect(throws: DataFolder.Fault.self) { try data.lock() }
        lock = nil
        #expect(lock == nil)
        _ = try data.lock()
    }

    @Test func `A folder that cannot be used is refused with what to do instead`() throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "tệp")
        try Data().write(to: file)
        let error = #expect(throws: DataFolder.Fault.self) { try DataFolder(file) }
        #expect(error?.description.contains("--data") == true)
    }
}

import Foundation
import Support
import Testing

struct LoginLinkTests {
    private static func run(_ arguments: [String], data: TemporaryFolder, publicURL: String? = nil) async throws -> Program.Ending {
        let environment = ["TUNGNGO_CATALOGUE": Repository.root.path, "TUNGNGO_PUBLIC_URL": publicURL ?? ""].filter { !$0.value.isEmpty }
        return try await Program("tungngo", arguments + ["--data", data.url.path], environment: environment).end()
    }

    @Test func `A member's link is printed, at our own address where it is known; nobody else has one`() async throws {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "tổ.csv")
        try Data("mã tổ,tên tổ,họ tên,mã thành viên\nX,Xã Mẫu,Người Mẫu,NM\n".utf8).write(to: file)
        #expect(try await Self.run(["members", "import", file.path], data: folder).status == 0)
        let local = try await Self.run(["login-link", "nm"], data: folder)
        #expect(local.output.firstMatch(of: /^http:\/\/127\.0\.0\.1:8080\/quan-ly\/vao\/[\w-]{43}\n$/) != nil, "\(local.output)\(local.errors)")
        let own = try await Self.run(["login-link", "NM"], data: folder, publicURL: "https://hoidap.example.vn/")
        #expect(own.output.hasPrefix("https://hoidap.example.vn/quan-ly/vao/"))
        let nobody = try await Self.run(["login-link", "KHONG"], data: folder)
        #expect(nobody.status != 0)
        #expect(nobody.errors.contains("members list"))
        #expect(nobody.output.isEmpty)
    }
}

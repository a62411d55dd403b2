public import Catalogue
public import Foundation
import Mustache
public import Reports

/// The activity report as one file to print, which needs nothing but itself.
public struct ReportPrinter: Sendable {
    private let words: [String: String]
    private let assets: Assets
    private let pages: MustacheLibrary

    /// - Parameter folder: the catalogue's, which holds `content/pages`.
    public init(_ catalogue: Catalogue, folder: URL) async throws {
        words = catalogue.pages["report"] ?? [:]
        assets = try Assets(catalogue: folder)
        pages = try await MustacheLibrary(directory: folder.appending(path: "content/pages").path)
    }

    /// - Parameter hasMembers: whether the members' own record follows; it names people.
    public func html(of report: ActivityReport, hasMembers: Bool) throws -> String {
        let page = ReportPage(report, hasMembers: hasMembers, words: words, assets: assets)
        return assets.inlined(in: try PageResponse.render(page, "report", in: pages))
    }
}

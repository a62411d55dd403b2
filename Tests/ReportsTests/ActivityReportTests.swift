import Catalogue
import HelpDesk
import Testing

@testable import Reports
@testable import Storage

struct ActivityReportTests {
    @Test func `The whole organisation's report has each kind by itself`() async throws {
        let report = try await ReportFixture().report()
        #expect(report.kinds.map(\.kind) == [.alone, .relayed, .given, .handover])
        #expect(report.kinds.map(\.sum.sessions) == [1200, 1, 2, 1])
        #expect(report.kinds.map(\.sum.people) == [1200, 1, 5, 1])
        #expect(report.kinds.map(\.sum.activated) == [0, 0, 1, 0])
        #expect(report.kinds.map(\.open) == [0, 1, 0, 0])
        #expect(report.kinds[2].outcomes == [.solved: 1, .referred: 1, .unsolved: 0, .left: 0, .unknown: 0])
    }

    @Test func `A team's report is its own and that of all below it`() async throws {
        let fixture = try await ReportFixture()
        let commune = try await fixture.report(of: "X1")
        #expect(commune.team?.name == "Tổ xã mẫu 1")
        #expect(commune.kinds.map(\.sum.people) == [0, 1, 5, 0])
        #expect(commune.teamsBelow.map(\.team.code) == ["V1"])
        #expect(commune.memberRows.map(\.code) == ["M1"])
        let province = try await fixture.report(of: "T")
        #expect(province.teamsBelow.map(\.team.code) == ["X1", "X2"])
        #expect(province.teamsBelow.map { $0.kinds[.given]?.people } == [5, nil])
    }

    @Test func `Teams and members are counted by level, each member once in all`() async throws {
        let report = try await ReportFixture().report(of: "T")
        #expect(report.levels.map(\.level) == [1, 2, 3])
        #expect(report.levels.map(\.teams) == [1, 2, 1])
        #expect(report.levels.map(\.members) == [1, 1, 1])
        #expect(report.members == 2)
        #expect(try await ReportFixture().report(of: "V1").levels.map(\.level) == [1])
    }

    @Test func `Essential services that nobody was helped with are told from those that cannot be counted`() async throws {
        let services = try await ReportFixture().report().services
        #expect(services.count == 25)
        let states = Dictionary(services.map { ($0.title, $0.state) }, uniquingKeysWith: { first, _ in first })
        #expect(states["Cấp lại, đổi thẻ căn cước"] == .helped)
        #expect(states["Đăng ký khai sinh"] == .helped)
        #expect(states["Đăng ký kết hôn"] == .unused)
        #expect(states["Con dấu mới và đăng ký mẫu dấu"] == .uncountable)
    }

    @Test func `A guide that is gone keeps its figures under its id, and what no guide is about comes last`() async throws {
        let report = try await ReportFixture().report(from: "2026-09-01")
        #expect(report.guides.first?.title == "bai-da-bo")
        #expect(report.guides.first?.kinds[.given]?.people == 100)
        #expect(report.guides.last?.guide == nil)
        #expect(report.guides.last?.kinds[.given]?.people == 2)
    }

    @Test func `Difficulties come with how often and when`() async throws {
        let report = try await ReportFixture().report()
        #expect(report.difficulties.map(\.text) == [ReportFixture.difficulty])
        #expect(report.difficulties.map(\.times) == [1])
        #expect(report.difficulties.map(\.lastDay.day.description) == ["2026-10-03"])
    }
}

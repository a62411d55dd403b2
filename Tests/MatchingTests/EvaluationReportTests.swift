import Foundation
import Testing

@testable import Matching

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct EvaluationReportTests {
    private static let evaluation = Evaluation(
        matcher: MadeUp.matcher,
        questions: [
            LabelledQuestion(text: "đăng ký học bơi", intent: "hoc-boi"), LabelledQuestion(text: "nộp thuế ao cá ở đâu", intent: "thue-xe-dap"),
            LabelledQuestion(text: "nộp thuế <ao cá> \"ở đâu\"", intent: "thue-xe-dap"), LabelledQuestion(text: "trời mưa to gió lớn", intent: nil),
        ], now: { .zero })
    private static let report = EvaluationReport(evaluation) { MadeUp.matcher.understand($0).matches }

    private func text(_ name: String) throws -> String {
        try #require(Self.report.files.first { $0.name == name }?.text)
    }

    @Test(arguments: [(8, 10, 0.490, 0.943), (0, 10, 0, 0.278), (10, 10, 0.722, 1), (50, 100, 0.404, 0.596)])
    func intervalsAreWilsons(count: Int, total: Int, low: Double, high: Double) {
        let interval = Proportion(count, of: total).interval
        #expect(abs(interval.lowerBound - low) < 0.001 && abs(interval.upperBound - high) < 0.001)
        #expect(Proportion(0, of: 0).rate == 0 && Proportion(0, of: 0).interval == 0...1)
    }

    @Test func ratesAreThoseOfTheScore() {
        let rates = Dictionary(uniqueKeysWithValues: EvaluationReport.rates(Self.evaluation).map { ($0.name, $0.share.rate) })
        let score = Self.evaluation.score
        #expect(rates["top1"] == score.top1 && rates["top3"] == score.top3 && rates["answered_wrong"] == score.answeredWrong)
        #expect(rates["refused"] == score.refused && rates["out_of_scope_refused"] == score.outOfScopeRefused)
    }

    @Test func confusionsAreCountedAndTold() throws {
        #expect(try text("confusion.csv") == "meant,first,count\nthue-xe-dap,nop-thue-ao,2\n")
        let worst = try text("worst.csv")
        #expect(worst.split(separator: "\n").count == 3)
        #expect(worst.contains(#""nộp thuế <ao cá> ""ở đâu""""#))
        #expect(worst.contains("keywords nộp + thuế"))
    }

    @Test(arguments: ["confusion.svg", "confidence.svg", "reliability.svg"])
    func picturesAreWellFormed(name: String) throws {
        let parser = XMLParser(data: Data(try text(name).utf8))
        #expect(parser.parse())
    }

    @Test func theReliabilityOfWhatIsAlwaysRightLiesOnTheEdge() {
        let points = EvaluationReport.reliabilityPoints(Self.evaluation.outcomes.filter { $0.question.intent == "hoc-boi" })
        #expect(points.map(\.share) == [Proportion(1, of: 1)])
        #expect((0...1).contains(points[0].confidence))
    }
}

import Catalogue
import Foundation
import Matching
public import Storage

/// Questions that ask the same and were not answered, or not well.
public struct QuestionGroup: Sendable {
    /// The newest first.
    public let questions: [OpenQuestion]
    /// Of their readings, by which they are set aside.
    public let marks: Set<Int64>
    /// Why they are set aside; nil where they are not.
    public let reason: String?

    /// Different texts, the most frequent first, of equally frequent ones the newest.
    public var spellings: [(text: String, count: Int)] {
        Dictionary(grouping: questions, by: \.text).map { (text: $0.key, count: $0.value.count, newest: $0.value.map(\.at).max() ?? .distantPast) }
            .sorted { ($0.count, $0.newest) > ($1.count, $1.newest) }.map { (text: $0.text, count: $0.count) }
    }

    public var channels: [String] { Set(questions.map(\.channel)).sorted() }

    /// Groups questions by what the catalogue in service makes of them; those that it answers by now are left out. Those asked most
    /// often come first, then the newest.
    ///
    /// - Parameter dismissed: the marks that are set aside, with the reasons.
    public static func groups(
        of questions: [OpenQuestion], by snapshot: CatalogueInService.Snapshot, dismissed: [Int64: String]
    ) -> [QuestionGroup] {
        let texts = Array(Set(questions.map(\.text))).sorted()
        let asking = snapshot.catalogue.particles + snapshot.catalogue.asking
        let read = QuestionGroups.readings(of: texts, by: snapshot.matcher, without: asking)
        let readings = Dictionary(zip(texts, read), uniquingKeysWith: { first, _ in first })
        let open = questions.filter { $0.wasAnswered || readings[$0.text]?.isAnswered != true }
        let words = open.map { readings[$0.text]?.words ?? [] }
        return QuestionGroups.places(of: words).map { places in
            let marks = Set(places.map { QuestionGroups.mark(of: words[$0]) })
            return QuestionGroup(questions: places.map { open[$0] }, marks: marks, reason: marks.sorted().lazy.compactMap { dismissed[$0] }.first)
        }.sorted { one, other in
            let counts = (one.questions.count, other.questions.count)
            return counts.0 != counts.1 ? counts.0 > counts.1 : (one.questions.first?.number ?? 0) > (other.questions.first?.number ?? 0)
        }
    }
}

public import Catalogue

/// One table of a report, as every form shows it.
public struct ReportTable: Sendable, Hashable {
    public enum Cell: Sendable, Hashable {
        case text(String)
        case number(Int)
        case day(Day)
    }

    /// Which of the tables; also the key of its words.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case overview, levels, kinds, guides, below, services, late, handOvers, questions, difficulties, texts, members
    }

    public let kind: Kind
    public let title: String
    /// At most 31 characters, as a workbook wants it.
    public let sheet: String
    /// What must be known to read it rightly; nil where nothing must.
    public let note: String?
    public let columns: [String]
    /// Each as long as `columns`.
    public let rows: [[Cell]]
}

import Catalogue
import Storage
import Testing

extension Period {
    /// From `2026-10-01` to `2026-11-15`.
    static func days(_ from: String, _ to: String) throws -> Period {
        let first = try #require(Day(from))
        let last = try #require(Day(to))
        return try #require(Period(from: first, to: last))
    }
}

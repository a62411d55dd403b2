import Catalogue
import Foundation

/// How times stand in the database: in UTC to the millisecond, with the local day beside them where people count days.
enum Time {
    static func milliseconds(_ date: Date) -> Int64 {
        Int64((date.timeIntervalSince1970 * 1000).rounded())
    }

    static func date(_ milliseconds: Int64) -> Date {
        Date(timeIntervalSince1970: Double(milliseconds) / 1000)
    }

    static func day(_ date: Date) -> String {
        Day(inVietnam: date).description
    }
}

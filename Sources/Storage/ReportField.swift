/// A part of the activity report that a person writes, in the order of the city's own report; it is kept until the next time.
public enum ReportField: String, Sendable, Hashable, CaseIterable {
    /// Chỉ đạo, điều hành
    case direction
    /// Kết quả
    case results
    /// Khó khăn, vướng mắc
    case difficulties
    /// Đề xuất, kiến nghị
    case proposals
    /// Phương hướng
    case plans
}

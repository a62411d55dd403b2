import Storage

/// A form of the log's page: the filter in hidden fields, and what is to be done.
struct LogForm: StaffForm {
    let ma: String?
    let tu: String?
    let den: String?
    let to: String?
    let nguoi: String?
    let bai: String?
    let loai: String?
    let kq: String?
    let kenh: String?
    let duyet: String?
    /// What is searched for.
    let tim: String?
    /// Where the page before ended.
    let sau: String?
    /// The numbers of the entries that are ticked.
    let ca: [String]?
    /// What becomes of them.
    let viec: String?
    let ghi: String?
    /// The marking that is to be undone.
    let lan: String?

    var filter: LogFilter {
        let values = ["tu": tu, "den": den, "to": to, "nguoi": nguoi, "bai": bai, "loai": loai, "kq": kq, "kenh": kenh, "duyet": duyet]
        var filter = LogQuery.filter { values[$0] ?? nil }
        filter.text = tim.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : String($0.prefix(200)) }
        return filter
    }
}

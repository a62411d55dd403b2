import Catalogue
import HelpDesk
import Hummingbird
import Storage

/// A filter of the log as it stands in an address. What is searched for never does: it comes by a form alone (ASVS 14.2.1).
enum LogQuery {
    /// The name of each field: the same in addresses and forms.
    static let names = ["tu", "den", "to", "nguoi", "bai", "loai", "kq", "kenh", "duyet"]

    /// Reads a filter; what cannot be read is left out.
    static func filter(_ value: (String) -> String?) -> LogFilter {
        func text(_ name: String) -> String? { value(name).flatMap { $0.isEmpty || $0.utf8.count > 100 ? nil : $0 } }
        var filter = LogFilter()
        filter.from = text("tu").flatMap { Day($0) }
        filter.to = text("den").flatMap { Day($0) }
        filter.team = text("to")
        filter.member = text("nguoi")
        filter.guide = text("bai")
        filter.kind = text("loai").flatMap(HelpSession.Kind.init)
        filter.ending = text("kq").flatMap(ending)
        filter.channel = text("kenh")
        filter.review = text("duyet").flatMap(Review.init)
        return filter
    }

    static func filter(of request: Request) -> LogFilter {
        filter { name in request.uri.queryParameters[Substring(name)].map(String.init) }
    }

    /// The fields that are set, in their order.
    static func fields(of filter: LogFilter) -> [(name: String, value: String)] {
        let values: [String?] = [
            filter.from?.description, filter.to?.description, filter.team, filter.member, filter.guide, filter.kind?.rawValue,
            filter.ending.map(text), filter.channel, filter.review?.rawValue,
        ]
        return zip(names, values).compactMap { name, value in value.map { (name, $0) } }
    }

    /// An address with the filter, and further fields, behind it.
    static func address(_ path: String, _ filter: LogFilter, _ more: [(String, String)] = []) -> String {
        address(path, fields(of: filter).map { ($0.name, $0.value) } + more)
    }

    /// An address with fields behind it.
    static func address(_ path: String, _ fields: [(String, String)]) -> String {
        let pairs = fields.map { $0 + "=" + encoded($1) }
        return pairs.isEmpty ? path : path + "?" + pairs.joined(separator: "&")
    }

    static func text(_ ending: LogFilter.Ending) -> String {
        switch ending {
        case .outcome(let outcome): outcome.rawValue
        case .open: "open"
        case .withdrawn: "withdrawn"
        }
    }

    private static func ending(_ text: String) -> LogFilter.Ending? {
        switch text {
        case "open": .open
        case "withdrawn": .withdrawn
        default: HelpSession.Outcome(rawValue: text).map(LogFilter.Ending.outcome)
        }
    }

    private static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            let scalar = Unicode.Scalar(byte)
            if byte < 0x80, scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-" || scalar == "." {
                encoded.unicodeScalars.append(scalar)
            } else {
                encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }
}

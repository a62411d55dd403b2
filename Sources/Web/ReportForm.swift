import Catalogue
import Foundation
import HelpDesk
import Storage
import Vietnamese

/// A form of the report's page: of whom and when it is, and what is to be done.
struct ReportForm: StaffForm {
    let ma: String?
    let to: String?
    let ky: String?
    let tu: String?
    let den: String?
    /// The format of the file that is wanted.
    let dang: String?
    let nguoi: String?
    /// What a person wrote into it, by the part.
    let direction: String?
    let results: String?
    let difficulties: String?
    let proposals: String?
    let plans: String?

    private static let longest = 4000

    /// The parts that the form brings, masked.
    var texts: [(field: ReportField, text: MaskedText)] {
        let all: [(ReportField, String?)] = [
            (.direction, direction), (.results, results), (.difficulties, difficulties), (.proposals, proposals), (.plans, plans),
        ]
        return all.compactMap { field, text in
            guard let text else { return nil }
            let lines = String(text.prefix(Self.longest)).replacing("\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
            return (field, MaskedText(masking: lines))
        }
    }

    /// A field that says of whom and when it is.
    subscript(_ name: String) -> String? {
        ["to": to, "ky": ky, "tu": tu, "den": den, "nguoi": nguoi][name] ?? nil
    }
}

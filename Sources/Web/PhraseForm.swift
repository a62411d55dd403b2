import Catalogue
import Foundation
import Vietnamese

/// A form with which a question is answered in future, set aside, or a proposal decided.
struct PhraseForm: StaffForm {
    let ma: String?
    /// The question's number.
    let cau: String?
    /// The proposal's number.
    let so: String?
    /// What is made of it: `phrase`, `intent` or `abbreviation`.
    let loai: String?
    /// What is done.
    let viec: String?
    /// The phrases, one a line.
    let van: String?
    /// The intent.
    let y: String?
    let ten: String?
    let bai: String?
    let tat: String?
    let nghia: String?
    /// A reason, or a word with what is sent back.
    let loi: String?

    /// Why a form makes no change: a key of the wording.
    struct Fault: Error {
        let key: String
    }

    var fields: [(name: String, value: String)] {
        let all = ["cau": cau, "so": so, "loai": loai, "van": van, "y": y, "ten": ten, "bai": bai, "tat": tat, "nghia": nghia]
        return all.compactMap { name, value in value.map { (name, $0) } }.sorted { $0.0 < $1.0 }
    }

    /// A reason, masked.
    var word: MaskedText? { Self.clean(loi, most: 200).map(MaskedText.init(masking:)) }

    func change(in catalogue: Catalogue) throws(Fault) -> CatalogueChange {
        switch loai {
        case "phrase":
            let text = try Self.checked(van, most: 300)
            guard let y, catalogue.intents.contains(where: { $0.id == y }) else { throw Fault(key: "phrases.fault.intent") }
            let change = CatalogueChange.phrase(text, intent: y)
            guard change.standing(in: catalogue) == .wanted else { throw Fault(key: "phrases.fault.known") }
            return change
        case "intent":
            let title = try Self.checked(ten, most: 100)
            guard let bai, catalogue.guide(bai) != nil else { throw Fault(key: "phrases.fault.guide") }
            var phrases: [String] = []
            for line in (van ?? "").split(whereSeparator: \.isNewline).prefix(50) where !line.allSatisfy(\.isWhitespace) {
                phrases.append(try Self.checked(String(line), most: 300))
            }
            guard !phrases.isEmpty else { throw Fault(key: "phrases.fault.empty") }
            let id = Folding.fold(title).split(separator: " ").joined(separator: "-")
            guard !catalogue.intents.contains(where: { $0.id == id }) else { throw Fault(key: "phrases.fault.title") }
            return .intent(id: id, title: title, guide: bai, phrases: phrases)
        case "abbreviation":
            let written = try Self.checked(tat, most: 30)
            let meaning = try Self.checked(nghia, most: 100)
            // A word of everyday would be taken for something else wherever it stands.
            guard Folding.fold(written).split(separator: " ").contains(where: { !Syllable.isPossible(Array($0.utf8)[...]) }) else {
                throw Fault(key: "phrases.fault.everyday")
            }
            let change = CatalogueChange.abbreviation(written: written, meaning: meaning)
            guard change.standing(in: catalogue) == .wanted else { throw Fault(key: "phrases.fault.form") }
            return change
        default: throw Fault(key: "phrases.fault.empty")
        }
    }

    private static func clean(_ text: String?, most: Int) -> String? {
        let words = (text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty ? nil : String(words.prefix(most))
    }

    /// What stands in the catalogue names nobody.
    private static func checked(_ text: String?, most: Int) throws(Fault) -> String {
        guard let text = clean(text, most: most), !Folding.fold(text).isEmpty else { throw Fault(key: "phrases.fault.empty") }
        guard MaskedText(masking: text).text == text, !text.contains("•") else { throw Fault(key: "phrases.fault.secret") }
        return text
    }
}

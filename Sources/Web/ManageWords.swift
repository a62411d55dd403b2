import Catalogue
import Foundation
import HelpDesk

/// The wording of the coordinators' pages: `content/pages/manage-words.yaml`, and a file `manage-<part>-words.yaml` for each part of them
/// that has many words of its own. No key stands in two of them.
struct ManageWords {
    let catalogue: Catalogue
    let all: [String: String]

    init(catalogue: Catalogue) {
        self.catalogue = catalogue
        all = catalogue.pages.filter { $0.key == "manage" || $0.key.hasPrefix("manage-") }.values.reduce(into: [:]) { $0.merge($1) { $1 } }
    }

    /// - Returns: the key itself where there is no such wording.
    subscript(_ key: String) -> String { all[key] ?? key }

    subscript(_ key: String, _ values: [String: String]) -> String { Template.fill(self[key], values) }

    func kind(_ kind: HelpSession.Kind) -> String { self["kind." + kind.rawValue] }

    /// - Parameter outcome: nil while the session goes on.
    func outcome(_ outcome: HelpSession.Outcome?) -> String { self["outcome." + (outcome?.rawValue ?? "open")] }

    func channel(_ channel: String) -> String { all["channel." + channel] ?? channel }

    func guide(_ id: String?) -> String {
        id.map { catalogue.guide($0)?.title ?? $0 } ?? self["guide.none"]
    }

    /// A step's title, where the guide still has it.
    func step(_ step: String?, of guide: String?) -> String? {
        guard let step else { return nil }
        let steps = guide.flatMap(catalogue.guide)?.steps ?? []
        return steps.firstIndex { $0.id == step }.map { self["step", ["number": String($0 + 1), "title": steps[$0].title]] } ?? step
    }

    /// As people in Vietnam write it: 08:05 24/11/2026.
    static func time(_ date: Date) -> String {
        let local = date.timeIntervalSince1970 + 7 * 3600
        let minute = Int((local / 60).rounded(.down))
        let clock = ((minute % 1440) + 1440) % 1440
        let pair = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
        return pair(clock / 60) + ":" + pair(clock % 60) + " " + Day(inVietnam: date).written
    }

    /// With a dot between thousands.
    static func number(_ number: Int) -> String {
        let digits = Array(String(abs(number)))
        let grouped = digits.enumerated().map { place, digit in
            (place > 0 && (digits.count - place) % 3 == 0 ? "." : "") + String(digit)
        }
        return (number < 0 ? "-" : "") + grouped.joined()
    }
}

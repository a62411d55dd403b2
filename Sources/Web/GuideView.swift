import Catalogue
import Foundation

/// A guide as the pages show it, in plain values; its template is `content/pages/guide-body.mustache`.
///
/// A template looks for what is nil in the values around it, so that no optional here has a name of theirs.
struct GuideView {
    struct Passage {
        let blocks: [ReplyBlocks.Block]
    }

    struct Picture {
        let address: String
        let description: String
    }

    struct Trouble {
        let title: String
        let blocks: [ReplyBlocks.Block]
    }

    struct Step {
        let id: String
        let number: Int
        let title: String
        let blocks: [ReplyBlocks.Block]
        let done: String
        let picture: Picture?
        let troubles: [Trouble]
    }

    struct Source {
        let text: String
        let link: String?
    }

    let id: String
    let title: String
    let introduction: Passage
    let hasFacts: Bool
    let hasPrepare: Bool
    let prepare: [String]
    let fee: String?
    let time: String?
    /// The official address where the task is done.
    let site: String?
    let hotline: String?
    let steps: [Step]
    let hasTerms: Bool
    let terms: [Glossary.Term]
    let sources: [Source]
    let hasLoudspeaker: Bool
    let loudspeaker: [String]
    let checked: String
    /// As search engines read a day: `2026-11-24`.
    let checkedOn: String
    let reviewBy: String

    init(_ guide: Guide, glossary: Glossary, assets: Assets) {
        id = guide.id
        title = guide.title
        introduction = Passage(blocks: ReplyBlocks.of(guide.introduction))
        hasPrepare = !guide.prepare.isEmpty
        hasFacts = hasPrepare || [guide.fee, guide.time, guide.link, guide.hotline].contains { $0 != nil }
        prepare = guide.prepare
        fee = guide.fee
        time = guide.time
        site = guide.link?.attribute
        hotline = guide.hotline
        steps = guide.steps.enumerated().map { place, step in
            Step(
                id: step.id, number: place + 1, title: step.title, blocks: ReplyBlocks.of(step.text), done: step.done,
                picture: step.picture.map { Picture(address: assets.address(of: $0.file), description: $0.description.attribute) },
                troubles: step.troubles.map { Trouble(title: $0.title, blocks: ReplyBlocks.of($0.remedy)) })
        }
        hasTerms = !glossary.terms(in: guide).isEmpty
        terms = glossary.terms(in: guide)
        sources = guide.sources.map { source in
            let isLink = source.hasPrefix("https://")
            return Source(text: isLink ? GuideView.host(of: source) : source, link: isLink ? source.attribute : nil)
        }
        hasLoudspeaker = guide.loudspeaker != nil
        loudspeaker = guide.loudspeaker?.split(separator: "\n").map(String.init) ?? []
        checked = guide.checked.written
        checkedOn = guide.checked.description
        reviewBy = guide.reviewBy.written
    }

    private static func host(of address: String) -> String {
        let host = address.dropFirst("https://".count).prefix { $0 != "/" }
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : String(host)
    }
}

extension String {
    /// Fit for an attribute: the template engine escapes whole characters, so that a quotation mark under an accent would pass.
    var attribute: String {
        String(String.UnicodeScalarView(unicodeScalars.filter { $0 != "\"" }))
    }
}

extension Day {
    /// As people in Vietnam write it: 24/11/2026.
    var written: String { "\(day)/\(month)/\(year)" }
}

extension Guide {
    /// In minutes, at the pace of somebody who does not read much: 130 syllables a minute.
    var readingTime: Int {
        let parts = [introduction] + prepare + steps.flatMap { [$0.title, $0.text, $0.done] }
        let syllables = parts.reduce(0) { $0 + $1.split(whereSeparator: \.isWhitespace).count }
        return max(1, (syllables + 129) / 130)
    }
}

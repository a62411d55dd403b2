import Catalogue
import Dialogue
import Foundation
import Matching
import Support

/// The shipped sentences, phrases, groups and lexicon, with the made-up guides and intents of `Conversations/catalogue`: an
/// edited guide breaks no conversation.
enum MadeUpCatalogue {
    static let folder = Repository.root.appending(path: "Tests/DialogueTests/Conversations/catalogue")
    static let today = Day(year: 2026, month: 11, day: 24) ?? .distantPast

    /// What came of reading the made-up files; that the shipped ones are not among them is no fault.
    static let reading = CatalogueReader(folder: folder, today: today).read()

    static let catalogue: Catalogue = {
        let shipped = CatalogueReader(folder: Repository.root, today: today).read().catalogue
        let madeUp = reading.catalogue
        return Catalogue(
            intents: madeUp.intents, guides: madeUp.guides, groups: shipped.groups, messages: shipped.messages, phrases: shipped.phrases,
            particles: shipped.particles, asking: shipped.asking, lexicon: shipped.lexicon)
    }()

    static let matcher = Matcher(catalogue)

    static let dialogue = Dialogue(catalogue: catalogue)

    /// The catalogue with other guides.
    static func with(guides: [Guide]) -> Catalogue {
        Catalogue(
            intents: catalogue.intents, guides: guides, groups: catalogue.groups, messages: catalogue.messages, phrases: catalogue.phrases,
            particles: catalogue.particles, asking: catalogue.asking, lexicon: catalogue.lexicon)
    }
}

extension Guide {
    /// The next revision, without a step.
    func revised(without step: String) -> Guide {
        Guide(
            id: id, title: title, group: group, audience: audience, checked: checked, reviewBy: reviewBy, sources: sources, hotline: hotline,
            link: link, prepare: prepare, fee: fee, time: time, introduction: introduction, steps: steps.filter { $0.id != step },
            revision: revision + "b")
    }
}

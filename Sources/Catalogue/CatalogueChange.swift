internal import Vietnamese

/// What coordinators add to the catalogue without touching its files.
public enum CatalogueChange: Sendable, Hashable, Codable {
    /// A further sample of an intent.
    case phrase(String, intent: String)
    /// A new intent that an existing guide answers.
    case intent(id: String, title: String, guide: String, phrases: [String])
    /// A short form and what it stands for, everywhere.
    case abbreviation(written: String, meaning: String)

    /// What becomes of a change beside the present files.
    public enum Standing: Sendable, Hashable {
        case wanted
        /// The files say it by themselves.
        case inFiles
        /// The intent or the guide that it needs is gone.
        case orphaned
    }

    public func standing(in catalogue: Catalogue) -> Standing {
        switch self {
        case .phrase(let text, let intent):
            guard let intent = catalogue.intents.first(where: { $0.id == intent }) else { return .orphaned }
            return intent.questions.contains { Folded($0) == Folded(text) } ? .inFiles : .wanted
        case .intent(let id, _, let guide, _):
            if catalogue.intents.contains(where: { $0.id == id }) { return .inFiles }
            return catalogue.guide(guide) == nil ? .orphaned : .wanted
        case .abbreviation(let written, _):
            return catalogue.lexicon.forms.contains(Folding.fold(written)) ? .inFiles : .wanted
        }
    }
}

extension Lexicon {
    /// All written forms, folded.
    var forms: Set<String> { Set((abbreviations + chat + regional).map { Folding.fold($0.written) }) }
}

extension Catalogue {
    /// The catalogue with the changes that are wanted, one after another: a phrase may be for an intent that an earlier one added.
    /// Linear in the intents for each change.
    public func applying(_ changes: [CatalogueChange]) -> Catalogue { taking(changes).catalogue }

    /// How each of the changes stands when its turn comes.
    public func standings(of changes: [CatalogueChange]) -> [CatalogueChange.Standing] { taking(changes).standings }

    private func taking(_ changes: [CatalogueChange]) -> (catalogue: Catalogue, standings: [CatalogueChange.Standing]) {
        var catalogue = self
        let standings = changes.map { change in
            let standing = change.standing(in: catalogue)
            if standing == .wanted { catalogue = catalogue.applying(change) }
            return standing
        }
        return (catalogue, standings)
    }

    private func applying(_ change: CatalogueChange) -> Catalogue {
        switch change {
        case .phrase(let text, let id):
            return with(intents: intents.map { $0.id == id ? $0.asking(text) : $0 }, lexicon: lexicon)
        case .intent(let id, let title, let guide, let phrases):
            return with(intents: intents + [Intent(id: id, title: title, guide: guide, questions: phrases)], lexicon: lexicon)
        case .abbreviation(let written, let meaning):
            let entry = Lexicon.Entry(written: written, meaning: meaning)
            return with(
                intents: intents,
                lexicon: Lexicon(
                    abbreviations: lexicon.abbreviations + [entry], chat: lexicon.chat, regional: lexicon.regional, synonyms: lexicon.synonyms))
        }
    }

    private func with(intents: [Intent], lexicon: Lexicon) -> Catalogue {
        Catalogue(
            intents: intents, guides: guides, groups: groups, messages: messages, phrases: phrases, particles: particles, asking: asking,
            lexicon: lexicon, editor: editor, pages: pages, glossary: glossary, communes: communes, demo: demo, essential: essential,
            sources: sources)
    }
}

extension Intent {
    fileprivate func asking(_ question: String) -> Intent {
        Intent(id: id, title: title, guide: guide, keywords: keywords, not: not, questions: questions + [question])
    }
}

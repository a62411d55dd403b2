/// What must hold between the files of a catalogue once they are read, and the house style of its guides.
struct CatalogueRules {
    /// A step that is longer does not fit a phone's screen.
    static let greatestStep = 600
    /// A guide with more steps is two guides.
    static let mostSteps = 12
    /// A choice carries guide, revision, step and turn in at most 64 bytes (Telegram's limit for a button's data); what is not
    /// guide and step takes 18.
    static let longestChoice = 46

    let catalogue: Catalogue
    let today: Day
    /// Whether a file below the catalogue's folder exists.
    let exists: (String) -> Bool

    /// - Parameters:
    ///   - steps: for each guide where its steps' headings stand.
    ///   - groups: where each group stands.
    func check(steps: [String: [Position]], groups: [Position], _ findings: inout Findings) {
        checkIntents(&findings)
        checkGroups(groups, &findings)
        checkServices(&findings)
        for guide in catalogue.guides {
            check(guide, &findings)
            for (step, place) in zip(guide.steps, steps[guide.id] ?? []) {
                check(step, of: guide, at: place, &findings)
            }
        }
    }

    private func checkServices(_ findings: inout Findings) {
        for service in catalogue.essential {
            for guide in service.guides where catalogue.guide(guide) == nil && !exists("content/guides/\(guide).md") {
                findings.add(.unknownServiceGuide, at: service.place, ["service": service.title, "guide": guide])
            }
        }
    }

    private func checkIntents(_ findings: inout Findings) {
        for intent in catalogue.intents {
            let place = catalogue.sources.intents[intent.id] ?? Position(file: "intents")
            // A guide that is there but cannot be read has its own finding.
            if let guide = intent.guide, catalogue.guide(guide) == nil, !exists("content/guides/\(guide).md") {
                findings.add(.unknownGuide, at: place, ["intent": intent.id, "guide": guide])
            }
            if intent.questions.count < 3 {
                findings.add(.fewQuestions, at: place, ["intent": intent.id, "count": String(intent.questions.count)])
            }
        }
    }

    private func checkGroups(_ places: [Position], _ findings: inout Findings) {
        for (group, place) in zip(catalogue.groups, places) where catalogue.guides(in: group.id).isEmpty {
            findings.add(.emptyGroup, at: place, ["group": group.id])
        }
    }

    private func check(_ guide: Guide, _ findings: inout Findings) {
        let place = Position(file: "content/guides/\(guide.id).md")
        if !catalogue.intents.contains(where: { $0.guide == guide.id }) {
            findings.add(.guideWithoutIntent, at: place, ["guide": guide.id])
        }
        if !catalogue.groups.contains(where: { $0.id == guide.group }) {
            findings.add(.unknownGroup, at: place, ["group": guide.group, "known": catalogue.groups.map(\.id).joined(separator: ", ")])
        }
        if guide.sources.isEmpty { findings.add(.noSource, at: place) }
        if guide.reviewBy < today { findings.add(.overdueReview, at: place, ["day": guide.reviewBy.description]) }
        if guide.checked > today, today != .distantPast { findings.add(.checkedInFuture, at: place, ["day": guide.checked.description]) }
        if guide.reviewBy < guide.checked { findings.add(.reviewBeforeChecked, at: place) }
        if guide.steps.isEmpty { findings.add(.noSteps, at: place) }
        if guide.steps.count > Self.mostSteps {
            findings.add(.tooManySteps, at: place, ["count": String(guide.steps.count), "limit": String(Self.mostSteps)])
        }
        if guide.introduction.count > Self.greatestStep {
            findings.add(.stepTooLong, at: place, ["length": String(guide.introduction.count), "limit": String(Self.greatestStep)])
        }
    }

    private func check(_ step: Step, of guide: Guide, at place: Position, _ findings: inout Findings) {
        if step.text.isEmpty { findings.add(.emptyStep, at: place) }
        if step.done.isEmpty { findings.add(.noDone, at: place) }
        for text in [step.text] + step.troubles.map(\.remedy) where text.count > Self.greatestStep {
            findings.add(.stepTooLong, at: place, ["length": String(text.count), "limit": String(Self.greatestStep)])
        }
        if step.troubles.contains(where: \.remedy.isEmpty) { findings.add(.emptyStep, at: place) }
        if guide.id.utf8.count + step.id.utf8.count > Self.longestChoice {
            findings.add(.choiceTooLong, at: place, ["id": guide.id + step.id, "limit": String(Self.longestChoice)])
        }
        if let picture = step.picture, picture.file.isEmpty || picture.file.contains("/") || !exists("content/pictures/" + picture.file) {
            findings.add(.missingPicture, at: place, ["file": picture.file])
        }
    }
}

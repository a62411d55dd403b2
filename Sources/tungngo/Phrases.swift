import ArgumentParser

/// `tungngo phrases`: what the coordinators added to the catalogue.
struct Phrases: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "What the coordinators added to the catalogue.", subcommands: [PhrasesExport.self])
}

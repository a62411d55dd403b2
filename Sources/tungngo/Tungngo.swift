import ArgumentParser

@main
struct Tungngo: AsyncParsableCommand {
    mutating func run() async throws {}
}

import ArgumentParser
import Storage

/// `tungngo outbox resend`: what was given up goes into the line again.
struct OutboxResend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resend", abstract: "Send replies again that were given up, and take up stopped channels again.",
        discussion: "The running service sends them within seconds. With --all and nothing given up it only takes up the channels.")

    @OptionGroup var options: DataOptions
    @Flag(help: "All that were given up.") var all = false
    @Argument(help: "The ids that `tungngo outbox list` shows.") var ids: [Int64] = []

    mutating func validate() throws {
        guard all != !ids.isEmpty else { throw ValidationError("name the ids that `tungngo outbox list` shows, or say --all") }
    }

    mutating func run() async throws {
        let store = try await options.store()
        let wanted = all ? try await store.deadLetters().map(\.id) : ids
        let resent = Set(try await store.resend(wanted))
        Terminal.print("\(resent.count) of \(wanted.count) replies are in the line again")
        let unknown = wanted.filter { !resent.contains($0) }
        guard unknown.isEmpty else {
            Terminal.complain("not given up, so not sent again: \(unknown.map(String.init).joined(separator: ", "))")
            throw ExitCode(1)
        }
    }
}

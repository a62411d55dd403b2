import ArgumentParser

/// `tungngo members`: teams and those who help.
struct Members: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Teams and members.", subcommands: [MembersImport.self, MembersList.self, MembersInvite.self, MembersRevoke.self])
}

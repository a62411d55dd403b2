/// A code that makes a person's account a member's: eight characters without look-alikes, as `ABCD-2345`.
public struct InviteCode: Sendable, Hashable {
    /// Without O, I and L, which are taken for 0 and 1 on paper.
    private static let letters = Array("ABCDEFGHJKMNPQRSTUVWXYZ")
    private static let digits = Array("23456789")

    /// The eight characters, without the dash.
    public let characters: String

    public init(using generator: inout some RandomNumberGenerator) {
        // Four letters, then four digits: a longer run of digits would be masked as somebody's number.
        characters = String(
            (0..<8).map { place in
                let alphabet = place < 4 ? Self.letters : Self.digits
                return alphabet[Int.random(in: alphabet.indices, using: &generator)]
            })
    }

    /// Reads a code as people type it: in either case, with or without the dash or a space.
    /// - Returns: nil where the text is no code.
    public init?(_ text: some StringProtocol) {
        let characters = text.uppercased().filter { $0 != "-" && $0 != " " }
        guard characters.count == 8, characters.prefix(4).allSatisfy(Self.letters.contains), characters.suffix(4).allSatisfy(Self.digits.contains)
        else { return nil }
        self.characters = characters
    }
}

extension InviteCode: CustomStringConvertible {
    public var description: String { characters.prefix(4) + "-" + characters.suffix(4) }
}

/// A text without its secrets: the only form in which what a person typed may be stored or logged.
///
/// There is no way to make one but to mask; decoding masks again. Masking what is masked changes nothing.
public struct MaskedText: Sendable, Hashable, Codable {
    /// The text, each secret replaced by “•••”.
    public let text: String
    /// The kinds of secrets that were found.
    public let secrets: Set<Secret>

    /// Masks a text of any length and any content. Linear in its length.
    public init(masking text: String) {
        var text = text
        var secrets: Set<Secret> = []
        // What a mask leaves beside it is read afresh, so that a second masking finds nothing that the first one did not.
        for _ in 0..<8 {
            let found = Masking.findings(in: text)
            if found.isEmpty {
                self.text = text
                self.secrets = secrets
                return
            }
            secrets.formUnion(found.map(\.secret))
            text = Masking.replace(found, in: text)
        }
        // No text that people write comes here; one that does is not worth a leak.
        self.text = Masking.mask
        self.secrets = secrets
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let masked = MaskedText(masking: try container.decode(String.self, forKey: .text))
        let secrets = try container.decode(Set<Secret>.self, forKey: .secrets)
        self.init(text: masked.text, secrets: masked.secrets.union(secrets))
    }

    private init(text: String, secrets: Set<Secret>) {
        self.text = text
        self.secrets = secrets
    }
}

import Catalogue

/// The guides that the dialogue itself names; where the catalogue has none by that id, the choice is left out.
enum KnownGuide {
    /// What to do after having been cheated.
    static let cheated = "bi-lua-dao"
    /// What is offered where the catalogue has no guide.
    static let fallback = Guide.fallback
}

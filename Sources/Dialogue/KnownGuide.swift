/// The guides that the dialogue itself names; where the catalogue has none by that id, the choice is left out.
enum KnownGuide {
    /// What to do after having been cheated.
    static let cheated = "bi-lua-dao"
    /// How to find any procedure: what is offered where the catalogue has no guide (DESIGN.md, section 6).
    static let fallback = "tim-thu-tuc"
}

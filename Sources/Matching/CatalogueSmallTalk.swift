internal import Catalogue

extension Catalogue {
    /// What people say that is no question to the catalogue.
    var smallTalk: [String] { phrases.filter(\.meaning.isSmallTalk).flatMap { $0.whole + $0.within } }
}

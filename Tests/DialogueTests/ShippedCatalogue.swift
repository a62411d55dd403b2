import Catalogue
import Dialogue
import Matching
import Support

/// The catalogue as it is shipped, for the conversations in `Guides/`.
enum ShippedCatalogue {
    static let catalogue = CatalogueReader(folder: Repository.root, today: MadeUpCatalogue.today).read().catalogue
    static let matcher = Matcher(catalogue)
    static let dialogue = Dialogue(catalogue: catalogue)
}

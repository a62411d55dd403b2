import Catalogue
import Foundation
import Matching
import Support
import Testing

struct CommuneFinderTests {
    private static let communes = CatalogueReader(folder: Repository.root, today: CatalogueFixture.today).read().catalogue.communes
    private static let finder = CommuneFinder(communes)

    @Test(arguments: [
        ("Bình Minh", "Xã Bình Minh"), ("binh minh", "Xã Bình Minh"), ("xã bình minh", "Xã Bình Minh"), ("x. Bình Minh", "Xã Bình Minh"),
        ("binhminh", "Xã Bình Minh"), ("bnh minh", "Xã Bình Minh"), ("bimh minh", "Xã Bình Minh"), ("BÌNH MINH", "Xã Bình Minh"),
        ("em ở xã bình minh huyện bình sơn", "Xã Bình Minh"), ("ly son", "Đặc khu Lý Sơn"), ("dak ha", "Xã Đăk Hà"),
        ("phường nghĩa lộ", "Phường Nghĩa Lộ"), ("bo y", "Xã Bờ Y"), ("Ba Xa", "Xã Ba Xa"),
    ])
    func `a commune is found by its present name`(text: String, title: String) {
        let first = Self.finder.find(text).first
        #expect(first?.commune.title == title)
        #expect(first?.oldName == nil)
    }

    @Test(arguments: [
        ("Tịnh Kỳ", ["Xã Tịnh Khê"]), ("tinh ky", ["Xã Tịnh Khê"]), ("chau o", ["Xã Bình Sơn"]), ("thị trấn Châu Ổ", ["Xã Bình Sơn"]),
        ("P. Chánh Lộ", ["Phường Cẩm Thành"]), ("chanh lo", ["Phường Cẩm Thành"]), ("Trà Bùi", ["Xã Cà Đam", "Xã Tây Trà Bồng"]),
        ("xã Hiếu", ["Xã Kon Plông"]), ("tịnh ấn đông", ["Phường Trương Quang Trọng"]),
    ])
    func `an old name leads to the communes of today`(text: String, titles: [String]) {
        let found = Self.finder.find(text)
        #expect(found.map(\.commune.title).sorted() == titles.sorted())
        #expect(found.allSatisfy { $0.oldName != nil })
    }

    @Test func `of several with one name the kind that is written comes first`() {
        #expect(Self.finder.find("nguyễn nghiêm").map(\.commune.title) == ["Xã Nguyễn Nghiêm", "Phường Cẩm Thành", "Phường Đức Phổ"])
        #expect(Self.finder.find("phường nguyễn nghiêm").last?.commune.title == "Xã Nguyễn Nghiêm")
        #expect(Self.finder.find("p nguyen nghiem tp quang ngai").first?.commune.title == "Phường Cẩm Thành")
        #expect(Self.finder.find("p nguyen nghiem duc pho").first?.commune.title == "Phường Đức Phổ")
    }

    @Test func `a beginning gives what begins so, at most eight`() {
        let found = Self.finder.find("tinh k")
        #expect(Set(found.map(\.commune.title)) == ["Xã Tịnh Khê"])
        #expect(Self.finder.find("dak").count == CommuneFinder.most)
    }

    @Test(arguments: ["", "xã", "a", "hôm nay trời đẹp", "hiếu thảo", "🙂", "thành phố Hồ Chí Minh"])
    func `what names no commune finds none`(text: String) {
        #expect(Self.finder.find(text).isEmpty)
    }

    @Test func `every name that there is finds its commune, written without diacritics and in capitals too`() {
        for commune in Self.communes {
            for name in [commune.title, commune.name] + commune.oldNames.map(\.name) {
                for text in [name, name.uppercased(), name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)] {
                    #expect(Self.finder.find(text).contains { $0.commune == commune }, "\(text)")
                }
            }
        }
    }

    @Test(arguments: [
        ("Tổ CNSCĐ xã Bình Minh", ["Xã Bình Minh"]), ("Tổ công nghệ số cộng đồng phường Nghĩa Lộ", ["Phường Nghĩa Lộ"]),
        ("Tổ CNSCĐ xã Nguyễn Nghiêm", ["Xã Nguyễn Nghiêm"]), ("Tổ CNSCĐ phường Nguyễn Nghiêm", ["Phường Cẩm Thành", "Phường Đức Phổ"]),
        ("Tổ CNSCĐ phường Chánh Lộ", ["Phường Cẩm Thành"]), ("Tổ công nghệ số", []),
    ])
    func `a team's name tells its commune`(name: String, titles: [String]) {
        #expect(Self.finder.communes(ofTeam: name).map(\.title).sorted() == titles.sorted())
    }
}

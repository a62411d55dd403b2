import Catalogue
import Support
import Testing

struct CommuneTests {
    @Test(arguments: [
        ("Xã Bình Minh", Commune.Kind.commune, "Bình Minh"), ("Phường Nghĩa Lộ", .ward, "Nghĩa Lộ"), ("Đặc khu Lý Sơn", .specialZone, "Lý Sơn"),
        ("Thị trấn Mẫu", .township, "Mẫu"), ("Xa Mẫu", .commune, "Xa Mẫu"),
    ])
    func `a title is a kind and a name`(title: String, kind: Commune.Kind, name: String) {
        let commune = Commune(code: "1", title: title)
        #expect(commune.kind == kind)
        #expect(commune.name == name)
    }

    @Test func `old names have their kinds, and the former district is without its own`() {
        let commune = Commune(code: "1", title: "Phường Mẫu", formerDistrict: "TX Mẫu Lớn", from: ["P. Mẫu", "TT Mẫu Nhỏ", "Phố Mẫu"])
        #expect(commune.formerDistrict == "Mẫu Lớn")
        #expect(commune.oldNames.map(\.name) == ["Mẫu", "Mẫu Nhỏ", "Phố Mẫu"])
        #expect(commune.oldNames.map(\.kind) == [.ward, .township, .commune])
    }

    @Test func `the shipped file has the 96 communes of the province`() {
        let communes = CatalogueReader(folder: Repository.root, today: CatalogueFixture.today).read().catalogue.communes
        #expect(communes.count == 96)
        #expect(communes.count { $0.kind == .ward } == 9)
        #expect(communes.count { $0.kind == .specialZone } == 1)
        #expect(communes.allSatisfy { $0.code.count == 5 && !$0.oldNames.isEmpty && $0.formerDistrict != nil })
    }
}

extension Syllable {
    /// Whether folded letters (ASCII, lower case) spell one of the syllables that stand in every other sentence (khi, cũng, mở):
    /// who typed one of them hardly meant another word. Constant time, allocates nothing.
    public static func isEveryday(_ letters: some Collection<UInt8>) -> Bool {
        key(letters).map(everyday.contains) ?? false
    }

    private static let everyday = Set(everydayLines.flatMap { $0.split(separator: " ") }.compactMap { key($0.utf8) })

    private static let everydayLines = [
        // What joins, points and counts.
        "va hay hoac nhung ma thi la nen vi do tai boi neu khi luc sau truoc trong ngoai tren duoi giua ben canh gan xa tu den toi o cho voi cung",
        "cua ve theo nhu bang hon nhat rat qua lam kha hoi cang them nua chi van con deu da dang se sap vua moi chua khong dung hay roi xong cung",
        "mot hai ba bon nam sau bay tam chin muoi tram nghin ngan trieu ty vai may nhieu it moi cac nhung tung ca tat doi lan thu dau cuoi giua",
        "nay kia do ay no day gi nao sao dau ai bao gio nhieu the may vay a u nhe nha di thoi luon ngay lien lien van duoc bi phai can nen muon",
        // People.
        "toi minh ban anh chi em ong ba co chu bac cau mo di duong chau con cha bo me vo chong ho nguoi nha ta chung nguoi tre gia nam nu ten",
        // What everybody does and has.
        "lam an uong ngu di ve ra vao len xuong den toi qua lai chay dung ngoi nam o song chet mua ban cho nhan gui lay dua mang cam de giu mo dong",
        "noi hoi goi nghe nhin thay xem doc viet hoc day biet hieu nho quen nghi tin mong thich so yeu ghet vui buon met dau benh khoe tim giup dung",
        "bat tat doi thay sua bo them bot chon chia chuyen dat tra vay no muon thue gap tiep xong het mat duoc thua hong hu loi sai dung tot xau",
        // Things, times, manners.
        "ngay dem sang trua chieu toi tuan thang nam gio phut giay hom mai qua nay xua sang viec chuyen cach cho noi duong nha cua xe tien cong cua",
        "nuoc lua dien may so chu giay to sach bao truong lop cong ty luong gia mat tay chan dau long mau lon nho dai ngan cao thap nhanh cham dep",
        "re dat kho de moi cu nong lanh day thieu du thua that gia rieng chung khac giong cung hang ban the vay nhu roi chu chang chac co le",
    ]
}

/// What a folded word tells about the numbers and words beside it.
struct SecretWord: OptionSet, Sendable {
    let rawValue: UInt32

    static let oneTimeCode = SecretWord(rawValue: 1)
    static let password = SecretWord(rawValue: 1 << 1)
    static let phone = SecretWord(rawValue: 1 << 2)
    static let identity = SecretWord(rawValue: 1 << 3)
    static let account = SecretWord(rawValue: 1 << 4)
    /// Announces any of the secrets above.
    static let announcing: SecretWord = [.oneTimeCode, .password, .phone, .identity, .account]
    /// Stands before amounts of money.
    static let price = SecretWord(rawValue: 1 << 5)
    /// Stands after amounts of money.
    static let currency = SecretWord(rawValue: 1 << 6)
    /// Stands after what is counted or measured.
    static let measure = SecretWord(rawValue: 1 << 7)
    /// Stands before numbers that are nobody's secret: errors, steps, laws.
    static let publicNumber = SecretWord(rawValue: 1 << 8)
    /// “là”: what follows is what the word before it is.
    static let being = SecretWord(rawValue: 1 << 9)
    /// A foreign or shortened word that is nobody's password.
    static let known = SecretWord(rawValue: 1 << 10)
    /// A mail provider.
    static let mail = SecretWord(rawValue: 1 << 11)
    /// A part of the mark of authorities in law numbers (69/2024/NĐ-CP).
    static let authority = SecretWord(rawValue: 1 << 12)

    /// What a word says, by ``key(_:)``.
    static let all: [UInt64: SecretWord] = {
        var all: [UInt64: SecretWord] = [:]
        for (line, word) in lines {
            for written in line.split(separator: " ") { all[key(written.utf8), default: []].insert(word) }
        }
        return all
    }()

    /// What two words say together; it is noted at the second one.
    static let pairs: [Pair: SecretWord] = {
        var pairs: [Pair: SecretWord] = [:]
        for (line, word) in pairLines {
            for written in line.split(separator: ",") {
                let words = written.split(separator: " ")
                pairs[Pair(first: key(words[0].utf8), second: key(words[1].utf8)), default: []].insert(word)
            }
        }
        return pairs
    }()

    struct Pair: Hashable {
        let first: UInt64
        let second: UInt64
    }

    /// The second words of ``pairs``: a quick look before the pair is looked up.
    static let seconds = Set(pairs.keys.map(\.second))

    /// Five bits a letter; 0 for a word of more than twelve, which is none of ours.
    @inline(__always)
    static func key(_ letters: some Sequence<UInt8>) -> UInt64 {
        var key: UInt64 = 0
        for letter in letters {
            guard key >> 55 == 0 else { return 0 }
            key = key << 5 | UInt64(letter & 0x1F)
        }
        return key
    }

    private static let lines: [(String, SecretWord)] = [
        ("otp passcode pin smartotp", .oneTimeCode),
        ("mk pass password passwd pw pwd matkhau passcode mkhau", .password),
        ("sdt dt dthoai dienthoai phone tel mobile zalo goi alo lh didong", .phone),
        ("cccd cmnd cmt cmtnd cancuoc passport", .identity),
        ("stk tk account acc taikhoan", .account),
        ("vietcombank vcb agribank bidv vietinbank ctg techcombank tcb mbbank mb acb sacombank tpbank vpbank shb vib hdbank msb ocb scb", .account),
        ("lpbank lienvietpostbank seabank eximbank namabank pvcombank kienlongbank bank visa mastercard napas momo", .account),
        ("gia phi tien luong tra nop mat ton khoan thu chi thuong", .price),
        ("dong vnd usd dola", .currency),
        ("dong vnd usd trieu tr nghin ngan ty k cu nguoi luot lan nam thang ngay gio phut giay tuoi ky km met so chu mah gb", .measure),
        ("loi err error muc buoc dieu luat tu dinh quyet mau to thua chinh tuc sn nam version phien", .publicNumber),
        ("la", .being),
        ("vneid cccd cmnd gmail email mail facebook zalo internet wifi iphone ios android samsung oppo windows password passcode online", .known),
        ("offline bhxh bhyt bhtn gplx vssid vnpt viettel mobifone vinaphone google chrome youtube telegram messenger admin user login", .known),
        ("smart banking etax dvcqg app nhiu khong ntn nhju sdt dvc tphcm ubnd hdsd face smartphone laptop", .known),
        ("win xiaomi vivo realme h tet covid lop khoi ct mau gi j sao nao bao dau", .known),
        ("gmail yahoo hotmail outlook icloud protonmail", .mail),
        ("nd cp tt qd bca btc btp bnv bxd bkhcn bldtbxh bttt ttg ubnd nq qh hdnd ttr", .authority),
    ]

    private static let pairLines: [(String, SecretWord)] = [
        ("xac thuc,xac nhan,xac minh,bao mat,kich hoat,ma pin,ma otp,ma code", .oneTimeCode),
        ("mat khau,mat ma", .password),
        ("dien thoai,so dt,di dong,lien he,lien lac,so may,hot line", .phone),
        ("can cuoc,chung minh,dinh danh,ho chieu", .identity),
        ("tai khoan,so tk,ngan hang,so the", .account),
        ("ho so,bien nhan,tong dai,quyet dinh,nghi dinh", .publicNumber),
    ]
}

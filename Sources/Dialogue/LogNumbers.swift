/// Numbers of a log line and what they count.
enum LogNumbers {
    /// A number of people as it was written; nil for one that tells nothing certain (“vài”, “2-3”, “hơn chục”).
    struct Count {
        let value: Int?
        /// How many words it has.
        let length: Int
    }

    /// The number that begins at the first of some words.
    static func count(_ tokens: ArraySlice<LogToken>) -> Count? {
        guard let first = tokens.first else { return nil }
        if let vague = vague.match(tokens) { return Count(value: nil, length: vague.count) }
        var length = 0
        var isVague = false
        if let about = about.match(tokens) {
            isVague = about.meaning
            length = about.count
        }
        guard let start = simple(tokens.dropFirst(length)) else { return nil }
        length += start.length
        var value = start.value
        while let next = tokens.dropFirst(length).first, !next.beginsPart {
            if score.contains(next), let old = value {
                value = old * 10
                length += 1
            } else if few.contains(next) {
                isVague = true
                length += 1
            } else if range.contains(next), let second = simple(tokens.dropFirst(length + 1)) {
                isVague = true
                length += 1 + second.length
            } else if (next.number == nil) == (first.number == nil), let second = simple(tokens.dropFirst(length)) {
                isVague = true
                length += second.length
            } else {
                break
            }
        }
        if length == 1, isUncertain(tokens) { isVague = true }
        return Count(value: isVague ? nil : value, length: length)
    }

    /// The number 1…10 that one word is.
    static func unit(_ token: LogToken) -> Int? {
        units.meaning(of: token)
    }

    /// Whether the word is one that people are counted by.
    static func isCounted(_ token: LogToken) -> Bool {
        People.counted.contains(token)
    }

    /// “12”, “mười hai”, “hai mươi lăm”, “2-3”.
    private static func simple(_ tokens: ArraySlice<LogToken>) -> Count? {
        guard let first = tokens.first else { return nil }
        if let number = first.number { return Count(value: number, length: 1) }
        // “2-3”, “2/3”: one of several numbers.
        if first.isNumbers { return Count(value: nil, length: 1) }
        guard let unit = unit(first) else { return nil }
        let rest = Array(tokens.dropFirst().prefix(2).prefix { !$0.beginsPart })
        if unit == 10 {
            guard let next = rest.first.flatMap(last) else { return Count(value: 10, length: 1) }
            return Count(value: 10 + next, length: 2)
        }
        guard let ten = rest.first, tens.contains(ten) else { return Count(value: unit, length: 1) }
        guard rest.count > 1, let next = last(rest[1]) else { return Count(value: unit * 10, length: 2) }
        return Count(value: unit * 10 + next, length: 3)
    }

    private static func last(_ token: LogToken) -> Int? {
        lasts.meaning(of: token) ?? unit(token).flatMap { $0 < 10 ? $0 : nil }
    }

    /// “ba cu” may be three old people, or one old lady.
    private static func isUncertain(_ tokens: ArraySlice<LogToken>) -> Bool {
        guard let first = tokens.first, let next = tokens.dropFirst().first else { return false }
        return three.contains(first) && ladies.contains(next) && next.word?.isMarked == false
    }

    private static let units = LogWords<Int>(
        [(10, "mười")] + ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy,bẩy", "tám", "chín"].enumerated().map { ($0 + 1, $1) })
    private static let lasts = LogWords<Int>([(1, "mốt"), (4, "tư"), (5, "lăm,nhăm")])
    private static let tens = LogWords<Void>("mươi")
    private static let score = LogWords<Void>("chục")
    private static let few = LogWords<Void>("mấy,rưỡi,hơn")
    private static let range = LogWords<Void>("đến,tới,hoặc,hay")
    private static let vague = LogWords<Void>(
        "vài,vài ba,dăm,dăm ba,mấy,nhiều,các,những,một số,một vài,một ít,chục,cả chục,mấy chục,vài chục,hơn chục,đông,một nhóm,cả nhóm,toàn bộ")
    /// Whether a number after it is none.
    private static let about = LogWords<Bool>([(true, "hơn,gần,trên,dưới,ít nhất,tối đa"), (false, "khoảng,tầm,chừng,cỡ,được,tổng,tổng cộng,đúng")])
    private static let three = LogWords<Void>("ba")
    private static let ladies = LogWords<Void>("cụ,con,già,nội,ngoại")

    /// Words for people.
    enum People {
        /// What people are counted by.
        static let counted = LogWords<Void>(
            """
            người,ng,ngừi,ngưòi,nguòi,hộ,hộ dân,hộ gia đình,gia đình,bà con,bc,khách,công dân,người dân,lượt,lượt người,ca,trường hợp,đồng chí,\
            học sinh,sinh viên,cháu,đứa,bạn,thành viên,hội viên,tiểu thương,phụ nữ,chị em,anh em,anh chị,cô chú,cô bác,bác cháu,ông bà,mẹ con,\
            cha con,bố con,bà cháu,ông cháu,thanh niên,nông dân,đoàn viên,người già,phụ huynh,thầy cô,cụ già,cụ bà,cụ ông,bác gái,bác trai,\
            người cao tuổi,người lớn tuổi,bác,cô,chú,ông,bà,cụ,anh,chị,em,dì,cậu,mợ,thím,mệ,o,thầy,chủ hộ,nhân khẩu,bà mẹ,ông cụ,bà cụ,ngư dân
            """)
        /// Words that stand before the name of one person.
        static let titles = LogWords<Void>("bác,cô,chú,ông,bà,cụ,anh,chị,dì,cậu,mợ,thím,mệ,o,thầy,em,cháu")
        /// One person without a name.
        static let single = LogWords<Void>("bà cụ,ông cụ,cụ bà,cụ ông,bà lão,ông lão")
        static let couple = LogWords<Void>("vợ chồng,cặp vợ chồng")
        static let pair = LogWords<Void>("cặp,cặp vợ chồng,đôi vợ chồng")
        /// More than one, nobody knows how many.
        static let several = LogWords<Void>("bà con,bc,anh em,chị em,cô bác,anh chị em,tiểu thương,học sinh,hội viên,đoàn viên,cả nhà,cả xóm,cả tổ")
        /// What a person is called by who came how in a family: it is a name.
        static let births = LogWords<Void>("hai,ba,tư,năm,sáu,bảy,bẩy,tám,chín,mười,út,cả")
        /// One person who was spoken of.
        static let this = LogWords<Void>("ấy,này,kia,nọ,hàng xóm,nhà bên,đó")
    }
}

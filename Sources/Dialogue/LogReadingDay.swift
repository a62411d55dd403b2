import Catalogue

extension LogReading {
    private enum Moment {
        /// So many days ago.
        case ago(Int)
        /// Some day, or one that is still to come.
        case vague
    }

    /// The day of help: the latest past one that was named. One that does not exist or is still to come is to be asked for.
    mutating func readDay() {
        if let first = tokens.first, isFree(0..<1), Self.now.contains(first) {
            take(.clear(today), 0..<1)
        }
        var place = 0
        while place < tokens.count {
            let length = readMoment(place) ?? readDaysAgo(place) ?? readWeekday(place) ?? readDate(place) ?? readDayOfMonth(place)
            place += max(1, length ?? 1)
        }
    }

    private mutating func take(_ said: Said<Day>, _ places: Range<Int>) {
        day.add(said)
        use(places)
        var before = places.lowerBound
        while let word = predecessor(before), Self.before.contains(word) {
            before -= 1
            use(before..<before + 1)
        }
    }

    private mutating func readMoment(_ place: Int) -> Int? {
        guard let found = Self.moments.match(tokens[place...]), isFree(place..<place + found.count) else { return nil }
        let places = place..<place + found.count
        switch found.meaning {
        case .ago(let days): take(.clear(today.adding(days: -days)), places)
        case .vague: take(.unclear, places)
        }
        return found.count
    }

    /// “2 hôm trước”, “cách đây 2 ngày”.
    private mutating func readDaysAgo(_ place: Int) -> Int? {
        guard let number = tokens[place].number ?? LogNumbers.unit(tokens[place]), let word = follower(place + 1), Self.days.contains(word),
            isFree(place..<place + 2)
        else { return nil }
        if place > 1, Self.since.match(tokens[(place - 2)...]) != nil {
            take(1...60 ~= number ? .clear(today.adding(days: -number)) : .unclear, place - 2..<place + 2)
            return 2
        }
        guard let after = follower(place + 2) else { return nil }
        if Self.ago.contains(after) {
            take(1...60 ~= number ? .clear(today.adding(days: -number)) : .unclear, place..<place + 3)
            return 3
        }
        guard Self.lately.contains(after) else { return nil }
        take(.unclear, place..<place + 3)
        return 3
    }

    private mutating func readWeekday(_ place: Int) -> Int? {
        guard let found = Self.weekdays.match(tokens[place...]), isFree(place..<place + found.count) else { return nil }
        if let before = predecessor(place), Self.counted.contains(before) { return nil }
        let next = place + found.count
        if let word = follower(next), Self.noDay.contains(word) { return nil }
        let passed = (today.weekday - found.meaning + 7) % 7
        guard let week = next < tokens.count && !tokens[next].beginsPart ? Self.weeks.match(tokens[next...]) : nil else {
            take(.clear(today.adding(days: -passed)), place..<next)
            return found.count
        }
        let monday = today.adding(days: 1 - today.weekday)
        let named = monday.adding(days: found.meaning - 1 + 7 * week.meaning)
        take(named <= today ? .clear(named) : .unclear, place..<next + week.count)
        return found.count + week.count
    }

    /// `12/11`, `12-11`, `12/11/2026`.
    private mutating func readDate(_ place: Int) -> Int? {
        guard isFree(place..<place + 1), tokens[place].number == nil, text[tokens[place].range].utf8.first.map({ 0x30...0x39 ~= $0 }) == true else {
            return nil
        }
        let word = text[tokens[place].range]
        let isNamed = predecessor(place).map(Self.dayWords.contains) ?? false
        guard let mark = word.unicodeScalars.first(where: { !$0.isDigit }), "/-.".unicodeScalars.contains(mark) else { return nil }
        let parts = word.split(separator: Character(mark), omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0) }
        guard (2...3).contains(parts.count), mark != "." || isNamed || parts.count == 3 else { return nil }
        if let before = predecessor(place), Self.noDate.contains(before) { return nil }
        if let after = follower(place + 1), LogNumbers.isCounted(after) { return nil }
        guard numbers.count == parts.count else {
            guard numbers.count == parts.count - 1, parts.allSatisfy({ $0.contains(where: \.isNumber) }) else { return nil }
            take(.unclear, place..<place + 1)
            return 1
        }
        guard parts[0].count <= 2, parts[1].count <= 2 else { return nil }
        let year = numbers.count == 3 ? (numbers[2] < 100 ? 2000 + numbers[2] : numbers[2]) : nil
        take(latest(day: numbers[0], month: numbers[1], year: year), place..<place + 1)
        return 1
    }

    /// “ngày 12”, “ngày 12 tháng 11”, “12 tháng 11 năm 2026”.
    private mutating func readDayOfMonth(_ place: Int) -> Int? {
        guard let number = tokens[place].number, isFree(place..<place + 1) else { return nil }
        let before = predecessor(place)
        if let before, Self.lunar.contains(before) {
            take(.unclear, place - 1..<place + 1)
            return 1
        }
        var end = place + 1
        var (month, year): (Int?, Int?) = (nil, nil)
        if let word = follower(end), Self.month.contains(word), let number = follower(end + 1)?.number {
            month = number
            end += 2
            if let word = follower(end), Self.year.contains(word), let number = follower(end + 1)?.number {
                year = number
                end += 2
            }
        }
        guard month != nil || before.map(Self.dayWords.contains) == true else { return nil }
        if let before, Self.noDate.contains(before) { return nil }
        if month == nil, let after = follower(end), LogNumbers.isCounted(after) { return nil }
        take(latest(day: number, month: month, year: year), place..<end)
        return end - place
    }

    /// The latest day up to today that has this number, month and year, as far as they were said.
    private func latest(day: Int, month: Int?, year: Int?) -> Said<Day> {
        if let month, let year {
            guard let named = Day(year: year, month: month, day: day), named <= today, named > today.adding(days: -366) else { return .unclear }
            return .clear(named)
        }
        // At most a year back: 29/2 is to be asked for where the last one is older.
        for back in 0...12 {
            let months = today.year * 12 + today.month - 1 - back
            guard month == nil || month == months % 12 + 1 else { continue }
            if let named = Day(year: months / 12, month: months % 12 + 1, day: day), named <= today { return .clear(named) }
        }
        return .unclear
    }

    private static let now = LogWords<Void>("nay")
    private static let month = LogWords<Void>("tháng")
    private static let year = LogWords<Void>("năm")
    private static let moments = LogWords<Moment>([
        (
            .ago(0),
            """
            hôm nay,hnay,h nay,bữa nay,bữa ni,hôm ni,sáng nay,trưa nay,chiều nay,tối nay,đêm nay,sáng ni,chiều ni,hồi sáng,hồi trưa,hồi chiều,\
            hồi nãy,lúc nãy,khi nãy,vừa nãy,ban nãy,ngày hôm nay
            """
        ), (.ago(1), "hôm qua,hqua,h qua,hq,hôm wa,hwa,bữa qua,sáng qua,trưa qua,chiều qua,tối qua,đêm qua,ngày hôm qua,hôm qa"),
        (.ago(2), "hôm kia,hkia,h kia,bữa kia,hôm kia rồi"),
        (
            .vague,
            """
            hôm kìa,hôm trước,bữa trước,bữa hổm,hôm bữa,hôm nọ,bữa nọ,hôm rồi,bữa rồi,hôm đó,bữa đó,tuần trước,tuần rồi,tuần qua,tuần này,\
            tháng trước,tháng rồi,tháng này,tháng qua,đầu tuần,cuối tuần,giữa tuần,đầu tháng,mấy hôm trước,mấy bữa trước,mấy ngày trước,\
            mấy hôm nay,mấy bữa nay,mấy ngày nay,mấy ngày qua,mấy bữa rày,hôm trước nữa,dạo trước,lâu rồi,ngày mai,sáng mai,chiều mai,tối mai,\
            tuần sau,tuần tới,hôm sau,ngày mốt,ngày kia,vài hôm trước,vài ngày trước,vài bữa trước,hôm qua hôm kia
            """
        ),
    ])
    private static let weekdays = LogWords<Int>(
        (2...7).map { number in
            let name = ["hai", "ba", "tư", "năm", "sáu", "bảy"][number - 2]
            return (number - 1, "thứ \(number),thứ \(name),t\(number),thứ\(number)" + (number == 7 ? ",thứ bẩy" : ""))
        } + [(7, "chủ nhật,chúa nhật,chủ nhựt,cn")])
    /// How many weeks on from this one.
    private static let weeks = LogWords<Int>([
        (-1, "tuần trước,tuần rồi,tuần qua,tuần vừa rồi,tuần vừa qua"), (0, "tuần này,tuần ni"), (1, "tuần sau,tuần tới,tới,sau,tuần sau nữa"),
    ])
    /// Before a number it is no day: “lần thứ 3”.
    private static let counted = LogWords<Void>("lần,con,người,mũi,đứa,bước,cái,tổ,giấy,khu,cháu")
    private static let noDay = LogWords<Void>("số,nghìn,ngàn,triệu,k,đồng")
    private static let days = LogWords<Void>("ngày,hôm,bữa,bửa")
    private static let ago = LogWords<Void>("trước")
    private static let since = LogWords<Void>("cách đây,cách nay")
    private static let lately = LogWords<Void>("nay,qua,rồi,liền")
    private static let dayWords = LogWords<Void>("ngày,hôm,bữa")
    private static let lunar = LogWords<Void>("mùng,mồng")
    private static let noDate = LogWords<Void>("từ,trước,sau,đến,hạn,tổ,thôn,số,mức,nhà,ngõ,hẻm,kiệt,đường,xóm,khu,vòng,lớp")
    /// Words before a day that belong to it: “vào sáng ngày 12”.
    private static let before = LogWords<Void>("vào,hôm,bữa,ngày,sáng,trưa,chiều,tối,đêm,buổi,hồi,trong,đầu,cuối,lúc")
}

extension LogReading {
    private typealias People = LogNumbers.People

    /// One mention of people.
    private struct Mention {
        let places: Range<Int>
        /// nil where it tells no number.
        let value: Int?
        /// Whether a number was said.
        let isCounted: Bool
    }

    /// How many were helped: numbers before words for people, else persons with a name. “2 bác và 1 cô” are three; numbers that
    /// differ otherwise (“3 bác, 2 người xong”) tell nothing certain.
    mutating func readPeople() {
        var mentions: [Mention] = []
        var place = 0
        while place < tokens.count {
            if let mention = counted(place) ?? single(place) {
                mentions.append(mention)
                use(mention.places)
                var before = mention.places.lowerBound
                while let word = predecessor(before), isFree(before - 1..<before), Self.before.contains(word) {
                    before -= 1
                    use(before..<before + 1)
                }
                place = mention.places.upperBound
            } else {
                place += 1
            }
        }
        let sums = sums(of: mentions)
        let said = sums.contains { $0.isCounted && $0.value != nil } ? sums.filter { $0.isCounted && $0.value != nil } : sums
        for sum in said {
            people.add(sum.value.map { 1...LogLine.mostPeople ~= $0 ? .clear($0) : .unclear } ?? .unclear)
        }
    }

    /// A number, or a word for a number, that is all there is.
    mutating func readBareNumber() {
        guard let place = tokens.indices.first(where: { !isUsed[$0] }), let value = tokens[place].number ?? LogNumbers.unit(tokens[place]) else {
            return
        }
        people = 1...LogLine.mostPeople ~= value ? .clear(value) : .unclear
        use(place..<place + 1)
    }

    /// “3 bác”, “hai vợ chồng”, “mấy cô”.
    private func counted(_ place: Int) -> Mention? {
        guard isFree(place..<place + 1), let count = LogNumbers.count(tokens[place...]), isFree(place..<place + count.length) else { return nil }
        if let before = predecessor(place), Self.ordinals.contains(before) { return nil }
        let next = place + count.length
        guard next < tokens.count, !tokens[next].beginsPart, isFree(next..<next + 1) else { return nil }
        if let couple = People.couple.match(tokens[next...]) {
            let isPair = People.pair.match(tokens[next...]) != nil
            let end = afterName(next + couple.count)
            return Mention(places: place..<end, value: count.value == (isPair ? 1 : 2) ? 2 : nil, isCounted: true)
        }
        guard let word = People.counted.match(tokens[next...]) else { return nil }
        return Mention(places: place..<afterName(next + word.count), value: count.value, isCounted: true)
    }

    /// “bà Tư”, “vợ chồng chú Sáu”, “bà con”.
    private func single(_ place: Int) -> Mention? {
        guard isFree(place..<place + 1) else { return nil }
        if let couple = People.couple.match(tokens[place...]) {
            return Mention(places: place..<afterName(place + couple.count), value: 2, isCounted: true)
        }
        if let several = People.several.match(tokens[place...]) {
            return Mention(places: place..<place + several.count, value: nil, isCounted: false)
        }
        if let single = People.single.match(tokens[place...]) {
            return Mention(places: place..<afterName(place + single.count), value: 1, isCounted: false)
        }
        guard People.titles.contains(tokens[place]) else { return nil }
        let end = afterName(place + 1)
        return end > place + 1 ? Mention(places: place..<end, value: 1, isCounted: false) : nil
    }

    /// Behind the name that stands at a place, or which person is meant.
    private func afterName(_ place: Int) -> Int {
        var end = place
        if let title = follower(end), People.titles.contains(title), afterBareName(end + 1) > end + 1 { end += 1 }
        return afterBareName(end)
    }

    private func afterBareName(_ place: Int) -> Int {
        if place < tokens.count, !tokens[place].beginsPart, let this = People.this.match(tokens[place...]) { return place + this.count }
        var end = place
        if let birth = follower(end), People.births.contains(birth), follower(end + 1).map(LogNumbers.isCounted) != true { end += 1 }
        while end < place + 3, let word = follower(end), word.isName, isFree(end..<end + 1) { end += 1 }
        return end
    }

    /// Mentions that are joined count as one: “2 bác và 1 cô”, “bác Tư, cô Ba”.
    private func sums(of mentions: [Mention]) -> [Mention] {
        var sums: [Mention] = []
        for mention in mentions {
            if let last = sums.last, isJoined(last, mention) {
                let value = last.value.flatMap { one in mention.value.map { one + $0 } }
                sums[sums.count - 1] = Mention(
                    places: last.places.lowerBound..<mention.places.upperBound, value: value, isCounted: last.isCounted || mention.isCounted)
            } else {
                sums.append(mention)
            }
        }
        return sums
    }

    private func isJoined(_ one: Mention, _ other: Mention) -> Bool {
        let between = one.places.upperBound..<other.places.lowerBound
        if between.isEmpty { return !one.isCounted && !other.isCounted && tokens[other.places.lowerBound].beginsPart }
        return between.count <= 2 && between.allSatisfy { Self.joints.contains(tokens[$0]) && !tokens[$0].beginsPart }
    }

    private static let joints = LogWords<Void>("và,với,cùng,cộng,thêm")
    /// Words before people that belong to them.
    private static let before = LogWords<Void>("cho,giúp,giùm,dùm")
    /// After these a number counts nothing: “mức 2”, “bước 3”.
    private static let ordinals = LogWords<Void>("mức,bước,cấp,lớp,thứ,số,lần,đợt,tầng,quý,khóa,tháng,tổ,thôn,xóm,ấp,khu,hạng")
}

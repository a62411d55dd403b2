import HelpDesk

extension LogReading {
    /// Why it was hard: what follows “vì”, “do”, “tại”, “vướng”; what follows a bad ending in a part of its own; a doubt after
    /// a good one. It goes on to the end, or to a part that tells something else.
    mutating func readDifficulty() {
        let endings = endings()
        let bad = endings.first { $0.outcome == .unsolved }?.places.upperBound ?? .max
        // Whether there is a topic before a place changes at most once along the line.
        var hasTopic = false
        for place in tokens.indices {
            guard let length = opening(at: place, endings, isAfterBad: bad <= place, hasTopic: &hasTopic) else { continue }
            let start = place + length
            let end = end(from: start)
            guard start < end.written else { continue }
            difficulty = written(start..<trimmed(end.written, from: start))
            if endings.contains(where: { $0.outcome == .solved && $0.places.upperBound <= place }), isDoubt(start..<end.written) {
                outcome = .unclear
            }
            remove(place..<end.read)
            return
        }
    }

    /// How many words open a difficulty here; 0 where it begins without one; nil where none begins.
    private func opening(at place: Int, _ endings: [Ending], isAfterBad: Bool, hasTopic: inout Bool) -> Int? {
        if let because = Self.because.match(tokens[place...]) {
            let next = follower(place + because.count)
            guard let next, !Self.noReason.contains(next) else { return nil }
            switch because.meaning {
            case .certain: return because.count
            case .marked where tokens[place].word?.isMarked == true && !Self.places.contains(next): return because.count
            default:
                if Self.places.contains(next) && Self.at.contains(tokens[place]) || predecessor(place).map(Self.noBecause.contains) == true {
                    return nil
                }
                return isAfterBad || tokens[place].beginsPart && place > 0 ? because.count : nil
            }
        }
        if let but = Self.but.match(tokens[place...]), endings.contains(where: { $0.outcome != nil && $0.places.upperBound == place }) {
            let end = end(from: place + but.count).written
            return isDoubt(place + but.count..<end) ? but.count : nil
        }
        guard tokens[place].beginsPart, place > 0, isAfterBad else { return nil }
        let part = place..<partEnd(place)
        let read = self.part(tokens[part])
        guard !read.isAllRead, read.outcome == .nothing || read.outcome == .clear(.unsolved) else { return nil }
        hasTopic = hasTopic || !self.part(tokens[..<place]).topic.isEmpty
        return hasTopic ? 0 : nil
    }

    /// - Returns: where the difficulty ends, and where the words that were read for it end.
    private func end(from start: Int) -> (written: Int, read: Int) {
        var place = start
        while place < tokens.count {
            if place > start {
                if tokens[place].beginsPart, part(tokens[place..<partEnd(place)]).isAllRead { return (place, place) }
                if Self.so.contains(tokens[place]) { return (place, place + 1) }
            }
            place += 1
        }
        return (place, place)
    }

    private func partEnd(_ start: Int) -> Int {
        tokens[start...].dropFirst().firstIndex(where: \.beginsPart) ?? tokens.count
    }

    private func isDoubt(_ places: Range<Int>) -> Bool {
        places.clamped(to: tokens.indices).contains { Self.doubts.contains(tokens[$0]) }
            && part(tokens[places.clamped(to: tokens.indices)]).outcome != .clear(.solved)
    }

    private func trimmed(_ end: Int, from start: Int) -> Int {
        end - 1 > start && Self.particles.contains(tokens[end - 1]) ? end - 1 : end
    }

    /// Takes words out of the line; what follows them is a part of its own.
    private mutating func remove(_ places: Range<Int>) {
        if places.upperBound < tokens.count { tokens[places.upperBound].beginsPart = true }
        tokens.removeSubrange(places)
        isUsed.removeSubrange(places)
    }

    private enum Because {
        /// It is always said of a reason.
        case certain
        /// It is where it was written with its diacritics.
        case marked
        /// It is only after a bad ending, or at the beginning of a part.
        case unsure
    }

    private static let because = LogWords<Because>([
        (.certain, "bởi vì,tại vì,lý do,lí do,lý do là,vì lý do,do là,vướng,vướng mắc,nguyên nhân,khó khăn,khó khăn là,kk"), (.marked, "vì,tại,bởi"),
        (.unsure, "do"),
    ])
    private static let but = LogWords<Void>("nhưng,mà,nhưng mà,rồi mà")
    /// “vì sao”, “vi phạm”, “tài khoản”, “ví điện tử”, “vị trí”, “ví dụ”.
    private static let noReason = LogWords<Void>("sao,phạm,khoản,điện,momo,trí,dụ,bằng,tính,liệu,nạn,nhà,chỗ,lý,thế,vậy,tử,sản")
    /// “số đỏ”, “bản đồ”, “hôm đó”, “đơn vị”, “hành vi”, “định vị”.
    private static let noBecause = LogWords<Void>("so,sổ,bản,hôm,bữa,tự,tờ,đơn,hành,định,ti,tivi,lúc,khi,tù,xe,máy,cái,hồi,chế")
    private static let places = LogWords<Void>(
        "tổ,thôn,xóm,ấp,khu,xã,phường,nhà,ubnd,ub,ủy,trụ,hội,trạm,chợ,trường,bưu,quán,cơ,chùa,đình,một,bộ,trung,bến,bệnh,nvh,tdp,kdc,chỗ,bản,làng")
    private static let at = LogWords<Void>("tại")
    private static let so = LogWords<Void>("nên")
    private static let doubts = LogWords<Void>("chưa,không,ko,k,kg,khong,hông,hổng,lỗi,hỏng,hư,chẳng,hok")
    private static let particles = LogWords<Void>("ạ,nha,nhé,nhe,nghe,a,nhá")
}

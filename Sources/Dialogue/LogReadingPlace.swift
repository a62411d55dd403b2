extension LogReading {
    private enum Noun {
        /// A place where a number or a name follows (“tổ 5”), whatever stands before it.
        case unit
        /// A place by itself (“nhà văn hóa”).
        case building
        /// A place only where a word like “ở” stands before it.
        case common
        /// Somebody's home: whose, is not kept.
        case home

        /// Whether it is a place that has a name.
        var takesName: Bool { if case .building = self { false } else { true } }
    }

    /// Where the help was given, in the member's words. The first place counts, with what is said of it right after.
    mutating func readPlace() {
        for start in tokens.indices where isFree(start..<start + 1) {
            let isNamed = predecessor(start).map(Self.prepositions.contains) ?? false
            guard let noun = Self.nouns.match(tokens[start...]), let end = end(of: noun.meaning, from: start, noun.count, isNamed: isNamed) else {
                continue
            }
            place = written(start..<end)
            use(start - (isNamed ? 1 : 0)..<end)
            return
        }
    }

    /// - Parameter isNamed: whether “ở” or the like stands before it.
    /// - Returns: nil where it is no place.
    private func end(of noun: Noun, from start: Int, _ count: Int, isNamed: Bool) -> Int? {
        var end = start + count
        let after = follower(end)
        if let after, Self.elsewhere.contains(after) { return nil }
        if case .home = noun { return isNamed ? end : nil }
        let begin = end
        if let number = follower(end), Self.number.contains(number), follower(end + 1)?.number != nil { end += 1 }
        if follower(end)?.number != nil {
            end += 1
        } else {
            while end < begin + 4, let word = follower(end), word.isName, isFree(end..<end + 1) { end += 1 }
            // Without capitals a name ends where a word of another kind begins.
            while isNamed, noun.takesName, end < begin + 2, let word = follower(end), isFree(end..<end + 1), !isEnd(end), !word.isName { end += 1 }
        }
        switch noun {
        case .unit where !isNamed && end == begin: return nil
        case .common where !isNamed: return nil
        default: break
        }
        return continued(end)
    }

    /// A place within a place: “tổ 5 thôn 3”, “thôn 3, xã Bình Minh”.
    private func continued(_ end: Int) -> Int {
        guard end < tokens.count, isFree(end..<end + 1), let noun = Self.nouns.match(tokens[end...]) else { return end }
        if case .home = noun.meaning { return end }
        let isInside = !tokens[end].beginsPart
        return self.end(of: noun.meaning, from: end, noun.count, isNamed: isInside) ?? end
    }

    private func isEnd(_ place: Int) -> Bool {
        Self.ends.contains(tokens[place]) || LogNumbers.isCounted(tokens[place]) || LogNumbers.unit(tokens[place]) != nil
            || Self.nouns.match(tokens[place...]) != nil
    }

    private static let number = LogWords<Void>("số")
    private static let prepositions = LogWords<Void>("ở,tại,dưới,trên,ngoài,xuống,lên,tới,ra,đến")
    private static let elsewhere = LogWords<Void>("khác,cũ,mới,hội,nào,sao,chỗ,trọ")
    private static let nouns = LogWords<Noun>([
        (.unit, "tổ,thôn,xóm,ấp,khu,khu phố,kp,tổ dân phố,tdp,khu dân cư,kdc,bản,làng,xã,phường,khối,khóm,buôn,đội,cụm"),
        (
            .building,
            """
            nhà văn hóa,nvh,nhà sinh hoạt cộng đồng,nhà sinh hoạt,nhà cộng đồng,nhà rông,ubnd,ub,ủy ban,ủy ban nhân dân,trụ sở,trụ sở ủy ban,\
            hội trường,trạm y tế,nhà họp,nhà văn hoá
            """
        ),
        (
            .common,
            """
            chợ,trường,trường học,bưu điện,quán,cơ quan,chùa,nhà thờ,đình,một cửa,bộ phận một cửa,trung tâm,trung tâm hành chính công,\
            trung tâm phục vụ hành chính công,bến xe,bệnh viện,trạm,công an xã,công an phường,hợp tác xã,htx,huyện,tỉnh,thị trấn,siêu thị,bến cá,\
            cảng cá,cảng,đám,lễ hội,đồng,rẫy
            """
        ), (.home, "nhà,tận nhà,tại nhà"),
    ])
    /// Words that belong to no name of a place.
    private static let ends = LogWords<Void>(
        """
        cài,đăng,nộp,làm,hướng,hd,giúp,kích,tạo,đổi,cấp,tra,khai,mở,quét,xin,gia,đóng,chuyển,nhận,lấy,vào,gọi,liên,sử,dùng,học,tập,xem,sửa,cho,\
        để,với,xóa,kết,chụp,thanh,trả,mua,bán,bị,có,không,ko,k,chưa,xong,được,dc,đc,ok,thành,hỏng,lỗi,vì,do,tại,ở,và,em,mình,tôi,đã,mới,vừa,hỗ,\
        chỉ,bày,mấy,các,những,vài,bà,vneid,dvc,zalo,kê,cập,tải,nay,xuất,lên,ra,nhờ,biết,quên
        """)
}

import HelpDesk

extension LogReading {
    /// Words that say how it ended.
    struct Ending {
        let places: Range<Int>
        /// nil where they only raise a doubt (“chưa nhận mã”).
        let outcome: HelpSession.Outcome?
    }

    private enum Word {
        case solved, unsolved
        /// “được”: an ending where it stands last, or with a “chưa” before it.
        case able
        /// “lỗi”: an ending where it stands first or last in its part.
        case fault
        /// A word of praise: an ending where it stands last.
        case fine
        case notYet, not, but, question
    }

    /// How it ended; endings that differ tell nothing certain, and neither does a doubt after a good one.
    mutating func readOutcome() {
        var said: Said<HelpSession.Outcome> = .nothing
        for ending in endings() where isFree(ending.places) {
            if let outcome = ending.outcome {
                said.add(.clear(outcome))
                use(ending.places)
            } else if said == .clear(.solved) {
                said = .unclear
            }
        }
        outcome.add(said)
    }

    /// All endings in their order. Words that are read already separate nothing.
    func endings() -> [Ending] {
        var endings: [Ending] = []
        var place = 0
        var negation: (place: Int, isNotYet: Bool, isOfPerson: Bool)?
        var isAfterBut = false
        func doubt() {
            if let open = negation, open.isNotYet || isAfterBut { endings.append(Ending(places: open.place..<open.place + 1, outcome: nil)) }
            negation = nil
        }
        while place < tokens.count {
            if tokens[place].beginsPart {
                doubt()
                isAfterBut = false
            }
            guard let found = Self.words.match(tokens[place...]) else {
                place += 1
                continue
            }
            let places = place..<place + found.count
            let isLast = isLast(places.upperBound, isDenied: negation != nil)
            func end(_ outcome: HelpSession.Outcome, within gap: Int) {
                let open = negation
                negation = nil
                if let open, !open.isOfPerson, place - open.place <= gap {
                    let denied: HelpSession.Outcome = outcome == .solved ? .unsolved : .solved
                    // What stands between is not said of the ending: “chưa nộp hồ sơ xong”.
                    let isWhole = place - open.place == 1
                    endings.append(Ending(places: isWhole ? open.place..<places.upperBound : places, outcome: denied))
                    if !isWhole { endings.append(Ending(places: open.place..<open.place + 1, outcome: denied)) }
                } else {
                    endings.append(Ending(places: places, outcome: outcome))
                }
            }
            switch found.meaning {
            case .solved: end(.solved, within: negation?.isNotYet == true ? 6 : 2)
            case .fine where isLast: end(.solved, within: 2)
            case .able:
                if let open = negation, !open.isOfPerson {
                    // “Không nhận được otp” is a topic.
                    if open.isNotYet || isLast {
                        end(.solved, within: 6)
                    }
                } else if negation == nil, isLast, predecessor(place).map(Self.help.contains) != true {
                    end(.solved, within: 0)
                }
            case .unsolved: endings.append(Ending(places: places, outcome: .unsolved))
            case .fault where isLast || tokens[place].beginsPart && place > 0: endings.append(Ending(places: places, outcome: .unsolved))
            case .notYet, .not:
                let isNotYet = if case .notYet = found.meaning { true } else { false }
                if isLast, isNotYet || predecessor(place) != nil && isUsed[place - 1] {
                    endings.append(Ending(places: places, outcome: .unsolved))
                } else if negation == nil {
                    negation = (place, isNotYet, follower(places.upperBound).map(Self.traits.contains) ?? false)
                }
            case .but:
                doubt()
                isAfterBut = true
            case .question, .fine, .fault: break
            }
            place = places.upperBound
        }
        doubt()
        return endings
    }

    /// Whether nothing but particles follows in the same part, before a reason or another thought.
    /// - Parameter isDenied: whether place and day may follow too: “chưa được ở tổ 5”; “được 3 bác” is no ending.
    private func isLast(_ place: Int, isDenied: Bool) -> Bool {
        var place = place
        while let word = follower(place), Self.particles.contains(word) || isDenied && isUsed[place] { place += 1 }
        return follower(place).map(Self.thoughts.contains) ?? true
    }

    private static let particles = LogWords<Void>("ạ,nha,nhé,nhe,nghe,luôn,rồi,hết,cả,r,a,nhá,rùi,nữa,lắm,quá")
    /// What begins another thought.
    private static let thoughts = LogWords<Void>("vì,do,tại,bởi,nên,nhưng,mà,vướng")
    /// After a denial these say what somebody is or has, not how it ended: “bác chưa có sim”.
    private static let traits = LogWords<Void>("có,biết,rành,quen,nhớ,phải,cần,thạo,còn")
    private static let help = LogWords<Void>("giúp,hướng,dẫn,hd,hỗ,trợ,chỉ,htro")
    private static let words = LogWords<Word>([
        (
            .solved,
            """
            xong,xong rồi,xong hết,xong xuôi,xong cả,xong r,xog,ok,oke,okie,okay,oki,ok rồi,thành công,hoàn thành,hoàn tất,done,ngon lành,trót lọt,\
            được rồi,được hết,được cả,đc rồi,dc rồi,dc r,đc r,được rùi
            """
        ), (.able, "được,đc,dc,nổi,đk rồi"), (.fine, "tốt,ổn,ngon,đạt,êm"),
        (
            .unsolved,
            """
            bó tay,chịu thua,đành chịu,thất bại,dở dang,bỏ dở,bỏ ngang,để mai,hẹn mai,hẹn lại,hẹn mai làm tiếp,để mai làm tiếp,hẹn hôm khác,hẹn bữa khác,hẹn bữa sau,\
            mai làm tiếp,hôm sau làm tiếp,làm tiếp sau,bất thành,fail,hẹn hôm sau
            """
        ), (.fault, "lỗi,bị lỗi,hỏng,hư,trục trặc,bị hỏng,chịu,lỗi hoài,lỗi mạng"), (.notYet, "chưa,chua,ch"),
        (.not, "không,ko,k,kg,khong,hông,hok,hổng,chẳng,hem,kh,hong"), (.but, "nhưng,mà,nhưng mà,rồi mà,song"),
        (.question, "xong chưa,được chưa,được không,đc ko,dc ko,dc k,ok chưa,ok không"),
    ])
}

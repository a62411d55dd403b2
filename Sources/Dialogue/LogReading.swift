import Catalogue
import HelpDesk

/// A log line as it is being read: each word goes to one part of it; what is left over is the topic.
struct LogReading {
    let text: String
    let today: Day
    var tokens: [LogToken]
    /// Which of the words are read.
    var isUsed: [Bool]

    var people: Said<Int> = .nothing
    var day: Said<Day> = .nothing
    var outcome: Said<HelpSession.Outcome> = .nothing
    var place: String?
    var difficulty: String?
    /// What is left for the matcher.
    private(set) var topic = ""

    /// - Parameter isCorrection: whether a number alone says how many people.
    init(_ text: String, today: Day, isCorrection: Bool = false) {
        var tokens = LogToken.tokens(of: text)
        tokens.removeFirst(Self.requestLength(tokens))
        self.init(text, tokens: tokens, today: today)
        if isCorrection { dropDenial() }
        readDifficulty()
        readParts()
        if isCorrection, people == .nothing, self.tokens.indices.filter({ !isUsed[$0] }).count == 1 { readBareNumber() }
        topic = rest
    }

    private init(_ text: String, tokens: [LogToken], today: Day) {
        self.text = text
        self.tokens = tokens
        self.today = today
        isUsed = Array(repeating: false, count: tokens.count)
    }

    /// What a few words of the line tell by themselves.
    func part(_ tokens: some Sequence<LogToken>) -> LogReading {
        var part = LogReading(text, tokens: Array(tokens), today: today)
        part.readParts()
        part.topic = part.rest
        return part
    }

    var unclear: Set<LogLine.Part> {
        Set([(LogLine.Part.people, people == .unclear), (.day, day == .unclear), (.outcome, outcome == .unclear)].filter(\.1).map(\.0))
    }

    /// Whether something was said other than a topic, and nothing else.
    var isAllRead: Bool {
        topic.isEmpty && (people != .nothing || day != .nothing || outcome != .nothing || place != nil)
    }

    private mutating func readParts() {
        readHours()
        readDay()
        readPlace()
        readPeople()
        readOutcome()
    }

    // MARK: Words

    func isFree(_ places: Range<Int>) -> Bool {
        places.lowerBound >= 0 && places.upperBound <= tokens.count && !isUsed[places].contains(true)
    }

    mutating func use(_ places: Range<Int>) {
        for place in places { isUsed[place] = true }
    }

    /// The word at a place, if there is one that begins no part of its own.
    func follower(_ place: Int) -> LogToken? {
        tokens.indices.contains(place) && !tokens[place].beginsPart ? tokens[place] : nil
    }

    /// The word before a place, within the same part.
    func predecessor(_ place: Int) -> LogToken? {
        place > 0 && !tokens[place].beginsPart ? tokens[place - 1] : nil
    }

    /// The text of some words as they were written.
    func written(_ places: Range<Int>) -> String {
        places.isEmpty ? "" : String(text[tokens[places.lowerBound].range.lowerBound..<tokens[places.upperBound - 1].range.upperBound])
    }

    /// The words that no part has read, without the words at both ends that carry nothing.
    private var rest: String {
        let free = tokens.indices.filter { !isUsed[$0] }
        let first = free.first { !Self.openers.contains(tokens[$0]) } ?? tokens.count
        let last = free.last { !Self.closers.contains(tokens[$0]) } ?? -1
        var words = ""
        var end: String.Index?
        for place in free where place >= first && place <= last {
            let range = tokens[place].range
            if let end, end != range.lowerBound { words += " " }
            words += text[range]
            end = range.upperBound
        }
        return words
    }

    // MARK: The words around

    /// How many words at the beginning ask to log.
    static func requestLength(_ tokens: [LogToken]) -> Int {
        guard let first = tokens.first, asked.contains(first) else { return 0 }
        let rest = tokens.dropFirst()
        if rest.first?.beginsPart == true { return 1 }
        if let next = rest.first, otherwise.contains(next) { return 0 }
        return 1 + (rest.first.map(requests.contains) == true ? 1 : 0)
    }

    /// “Không phải, 2 người”: that something was wrong is said by the correction itself.
    private mutating func dropDenial() {
        if let denial = Self.denials.match(tokens[...]) { use(0..<denial.count) }
    }

    /// The time of day says nothing about the help; an age is no number of people.
    private mutating func readHours() {
        for place in tokens.indices where tokens[place].number != nil && isFree(place..<place + 1) {
            guard let next = follower(place + 1) else { continue }
            var end = place + 2
            if Self.hours.contains(next) {
                if let minutes = follower(end), minutes.number != nil || Self.half.contains(minutes) { end += 1 }
            } else if !isHour(next), !Self.ages.contains(next) {
                continue
            }
            use(place..<end)
            if let before = predecessor(place), Self.hourBefore.contains(before) { use(place - 1..<place) }
        }
    }

    /// “8h30”: what is left of it behind the 8.
    private func isHour(_ token: LogToken) -> Bool {
        let word = text[token.range]
        return word.count > 1 && "hHgG".contains(word.first ?? " ") && word.dropFirst().allSatisfy(\.isNumber)
    }

    private static let asked = LogWords<Void>("ghi")
    private static let requests = LogWords<Void>("sổ,nhận,lại,giúp,giùm,dùm,hộ,thêm,log,cho,vào")
    /// What is asked for with “ghi” before another word is no log line.
    private static let otherwise = LogWords<Void>("âm,hình,chú,nhớ,danh,đè,đĩa,nợ,bàn,bài")
    private static let denials = LogWords<Void>(
        "không phải,ko phải,k phải,không,sai rồi,sai,nhầm,nhầm rồi,lộn,lộn rồi,à nhầm,à lộn,sửa,sửa lại,đổi,đổi lại,à")
    private static let hours = LogWords<Void>("h,g,giờ")
    private static let half = LogWords<Void>("rưỡi,kém")
    private static let ages = LogWords<Void>("tuổi,phút")
    private static let hourBefore = LogWords<Void>("lúc,hồi,khoảng,từ,đến")

    /// Words before a topic that are not of it.
    private static let openers = LogWords<Void>(
        """
        giúp,giùm,dùm,hướng,dẫn,hd,hdẫn,hg,hỗ,trợ,htro,ht,chỉ,bày,cho,đã,em,mình,tôi,tui,e,vừa,mới,với,và,ở,tại,của,rồi,là,để,được,đc,dc,có,\
        ghi,về,việc,vụ,ca,lượt,nhà,sáng,chiều,tối,trưa,cùng,thì,hôm,bữa,ngày,phụ,nữa,thêm,người,dân,nay
        """)
    /// Words after a topic that are not of it.
    private static let closers = LogWords<Void>(
        "cho,với,và,của,rồi,ạ,nhé,nha,nhe,nghe,luôn,hết,cả,thì,mà,nhưng,giúp,giùm,dùm,hộ,ở,tại,đã,là,em,nữa,có,nên,vừa,mới,đều,cùng,r,a,xong,lúc,đầu,sau"
    )
}

internal import Vietnamese

/// All readings of one question side by side, and the cheapest way through them (Viterbi): each typed word costs what its
/// reading costs, and two neighbours that stand side by side in the samples too earn something back.
struct Lattice {
    /// One reading of one typed word, or of two that were meant as one.
    private struct Node {
        var start: Int32
        var end: Int32
        /// The reading's first and last word; the same where it is one word.
        var first: Int32
        var last: Int32
        /// The number of an expansion; -1 for a single word; below that, -2 less the place of a run of words in `runs`.
        var phrase: Int32 = -1
        var cost: Float
        /// The cheapest way from the beginning to the end of this node, and the node before it on that way.
        var total: Float = 0
        var previous: Int32 = -1
        /// The node that ends where this one ends and came before it.
        var nextAtEnd: Int32 = -1
    }

    private static let pairReward: Float = 0.8
    private static let careOfMarked: Float = 0.6
    private static let width = 8

    private let spelling: Spelling
    private let tokens: [ReadWord]
    private let letters: [UInt8]
    private var nodes: [Node] = []
    private var runs: [[Int32]] = []
    /// For each end the last node that ends there.
    private var atEnd: [Int32]

    private init(spelling: Spelling, tokens: [ReadWord], letters: [UInt8]) {
        self.spelling = spelling
        self.tokens = tokens
        self.letters = letters
        atEnd = Array(repeating: -1, count: tokens.count + 1)
        nodes.reserveCapacity(tokens.count * Self.width)
    }

    /// The words as they were most probably meant. Linear in the words, some microseconds for each unknown one.
    static func cheapest(_ tokens: [ReadWord], letters: [UInt8], spelling: Spelling) -> [ReadWord] {
        guard !tokens.isEmpty else { return [] }
        var lattice = Lattice(spelling: spelling, tokens: tokens, letters: letters)
        for start in tokens.indices {
            let begin = lattice.nodes.count
            lattice.propose(at: start)
            lattice.prune(from: begin)
            lattice.connect(from: begin)
        }
        return lattice.path()
    }

    // MARK: Readings of one place

    private mutating func propose(at start: Int) {
        let token = tokens[start]
        let vocabulary = spelling.vocabulary
        let isWord = vocabulary.isInSamples(token.number)
        let typed = letters[Int(token.letters.lowerBound)..<Int(token.letters.upperBound)]
        let isSyllable = isWord || Syllable.isPossible(typed)
        add(start, 1, token.number, cost: isWord ? 0 : isSyllable ? 0.5 : 1.6)
        if token.number >= 0 { proposeExpansions(at: start) }
        if isWord {
            // Where it stands beside a word that it stands beside in the samples, it was not meant otherwise.
            let before = start > 0 ? tokens[start - 1].number : Vocabulary.start
            let after = start + 1 < tokens.count ? tokens[start + 1].number : Vocabulary.end
            if vocabulary.isPair(before, token.number) || vocabulary.isPair(token.number, after) { return }
            // An abbreviation written out is no word that somebody typed.
            if !vocabulary.word(token.number).elementsEqual(typed) { return }
        }
        // Who set the diacritics of a possible syllable looked at it: its letters are hardly a slip.
        let care: Float = isSyllable && token.form.isMarked ? Self.careOfMarked : 0
        spelling.forEachNeighbour(of: typed, isWord: isWord) { number, cost in add(start, 1, number, cost: cost + care) }
        if !isWord {
            proposeKeystrokes(typed, at: start)
            if !isSyllable {
                for number in spelling.expansions(initials: typed) { add(start, 1, expansion: number) }
                proposeSplit(typed, at: start)
            }
        }
        proposeJoin(at: start, isWord: isWord)
    }

    private mutating func proposeExpansions(at start: Int) {
        for number in spelling.expansions(first: tokens[start].number) {
            let expansion = spelling.expansions[Int(number)]
            let end = start + expansion.written.count
            guard end <= tokens.count, (start..<end).allSatisfy({ tokens[$0].number == expansion.written[$0 - start] }) else { continue }
            if expansion.form.says, tokens[start].form.says, !tokens[start].form.agrees(withFull: expansion.form) { continue }
            add(start, end - start, expansion: number)
        }
    }

    /// “ddawng” was typed where no input method was on.
    private mutating func proposeKeystrokes(_ typed: ArraySlice<UInt8>, at start: Int) {
        guard let meant = Keystrokes.read(typed) else { return }
        let number = spelling.vocabulary.number(of: meant)
        if spelling.vocabulary.isInSamples(number) { add(start, 1, number, cost: 0.3) }
    }

    /// “dangnhap”: the cheapest way to cut the letters into words of the samples.
    private mutating func proposeSplit(_ typed: ArraySlice<UInt8>, at start: Int) {
        guard (4...Spelling.longestWord).contains(typed.count) else { return }
        let vocabulary = spelling.vocabulary
        let letters = Array(typed)
        var best: [(cost: Float, word: Int32, from: Int)] = Array(repeating: (.infinity, Vocabulary.unknown, 0), count: letters.count + 1)
        best[0] = (-0.3, Vocabulary.start, 0)
        for end in 2...letters.count {
            for from in max(0, end - 8)...(end - 2) where best[from].cost < .infinity {
                let word = vocabulary.number(of: letters[from..<end])
                guard vocabulary.isInSamples(word) else { continue }
                let cost = best[from].cost + (vocabulary.isPair(best[from].word, word) && from > 0 ? 0.3 : 0.6)
                if cost < best[end].cost { best[end] = (cost, word, from) }
            }
        }
        guard best[letters.count].cost < .infinity, best[letters.count].from > 0 else { return }
        var words: [Int32] = []
        var end = letters.count
        while end > 0 {
            words.insert(best[end].word, at: 0)
            end = best[end].from
        }
        runs.append(words)
        append(
            Node(
                start: Int32(start), end: Int32(start + 1), first: words[0], last: words[words.count - 1], phrase: -1 - Int32(runs.count),
                cost: best[letters.count].cost))
    }

    /// “d ang”: two typed words that are one word of the samples.
    private mutating func proposeJoin(at start: Int, isWord: Bool) {
        guard start + 1 < tokens.count else { return }
        let next = tokens[start + 1]
        if isWord, spelling.vocabulary.isInSamples(next.number) { return }
        let first = tokens[start].letters
        guard first.upperBound < next.letters.lowerBound, first.count + next.letters.count <= 8 else { return }
        let high = Key.packed(letters[Int(first.lowerBound)..<Int(first.upperBound)])
        let low = Key.packed(letters[Int(next.letters.lowerBound)..<Int(next.letters.upperBound)])
        let number = spelling.vocabulary.number(ofKey: high << (8 * UInt64(next.letters.count)) | low)
        if spelling.vocabulary.isInSamples(number) { add(start, 2, number, cost: 0.6) }
    }

    // MARK: The way through

    private mutating func add(_ start: Int, _ length: Int, _ word: Int32, cost: Float) {
        append(Node(start: Int32(start), end: Int32(start + length), first: word, last: word, cost: cost))
    }

    private mutating func add(_ start: Int, _ length: Int, expansion number: Int32) {
        let expansion = spelling.expansions[Int(number)]
        guard let first = expansion.meaning.first, let last = expansion.meaning.last else { return }
        append(Node(start: Int32(start), end: Int32(start + length), first: first, last: last, phrase: number, cost: expansion.cost))
    }

    private mutating func append(_ node: Node) {
        for index in nodes.indices.reversed() {
            let other = nodes[index]
            if other.start != node.start { break }
            guard other.end == node.end, other.phrase == node.phrase, other.first == node.first else { continue }
            nodes[index].cost = min(other.cost, node.cost)
            return
        }
        nodes.append(node)
    }

    /// Keeps the cheapest readings of one place.
    private mutating func prune(from begin: Int) {
        guard nodes.count - begin > Self.width else { return }
        let cheapest = nodes[begin...].sorted { ($0.cost, $0.first) < ($1.cost, $1.first) }.prefix(Self.width)
        nodes.replaceSubrange(begin..., with: cheapest)
    }

    private mutating func connect(from begin: Int) {
        for index in begin..<nodes.count {
            var node = nodes[index]
            if node.start == 0 {
                node.total = node.cost - (spelling.vocabulary.isPair(Vocabulary.start, node.first) ? Self.pairReward : 0)
            } else {
                node.total = .infinity
                var before = atEnd[Int(node.start)]
                while before >= 0 {
                    let other = nodes[Int(before)]
                    let total = other.total + node.cost - (spelling.vocabulary.isPair(other.last, node.first) ? Self.pairReward : 0)
                    if total < node.total { (node.total, node.previous) = (total, before) }
                    before = other.nextAtEnd
                }
            }
            node.nextAtEnd = atEnd[Int(node.end)]
            atEnd[Int(node.end)] = Int32(index)
            nodes[index] = node
        }
    }

    private func path() -> [ReadWord] {
        var cheapest: Float = .infinity
        var index: Int32 = -1
        var last = atEnd[tokens.count]
        while last >= 0 {
            let node = nodes[Int(last)]
            let total = node.total - (spelling.vocabulary.isPair(node.last, Vocabulary.end) ? Self.pairReward : 0)
            if total < cheapest { (cheapest, index) = (total, last) }
            last = node.nextAtEnd
        }
        var words: [ReadWord] = []
        words.reserveCapacity(tokens.count + 8)
        while index >= 0 {
            let node = nodes[Int(index)]
            append(node, reversed: &words)
            index = node.previous
        }
        words.reverse()
        return words
    }

    private func append(_ node: Node, reversed words: inout [ReadWord]) {
        let token = tokens[Int(node.start)]
        if node.phrase == -1, node.end == node.start + 1, node.first == token.number {
            words.append(token)
            return
        }
        let source = token.source.lowerBound..<tokens[Int(node.end) - 1].source.upperBound
        let meaning =
            node.phrase >= 0 ? spelling.expansions[Int(node.phrase)].meaning : node.phrase == -1 ? [node.first] : runs[Int(-2 - node.phrase)]
        for number in meaning.reversed() {
            words.append(ReadWord(number: number, source: source, letters: token.letters, form: .bare))
        }
    }
}

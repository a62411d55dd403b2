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
    private static let width = 8

    let spelling: Spelling
    let tokens: [ReadWord]
    let letters: [UInt8]
    private var nodes: [Node] = []
    private var runs: [[ReadWord]] = []
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

    mutating func add(_ start: Int, _ length: Int, _ word: Int32, cost: Float) {
        append(Node(start: Int32(start), end: Int32(start + length), first: word, last: word, cost: cost))
    }

    mutating func add(_ start: Int, _ length: Int, expansion number: Int32) {
        let expansion = spelling.expansions[Int(number)]
        guard let first = expansion.meaning.first, let last = expansion.meaning.last else { return }
        append(Node(start: Int32(start), end: Int32(start + length), first: first.number, last: last.number, phrase: number, cost: expansion.cost))
    }

    mutating func add(_ start: Int, run words: [Int32], cost: Float) {
        guard let first = words.first, let last = words.last else { return }
        runs.append(words.map(ReadWord.init))
        append(Node(start: Int32(start), end: Int32(start + 1), first: first, last: last, phrase: -1 - Int32(runs.count), cost: cost))
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
            node.phrase >= 0
            ? spelling.expansions[Int(node.phrase)].meaning : node.phrase == -1 ? [ReadWord(node.first)] : runs[Int(-2 - node.phrase)]
        for word in meaning.reversed() {
            words.append(ReadWord(number: word.number, source: source, letters: token.letters, form: word.form))
        }
    }
}

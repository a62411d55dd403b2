/// What a text is compared by: its words, its pairs of neighbours, and the pieces of two to five letters of its words.
///
/// Features are numbered words first (as the vocabulary numbers them), then pairs, then pieces. A feature weighs the more
/// the fewer intents have it, which discounts “làm”, “sao” and “không” without a list of such words.
struct FeatureSpace: Sendable {
    /// Beyond a thousand intents what a fifth of them have is left out: it costs the most and tells the least.
    private static let commonest = Float(5).naturalLogarithm

    let intentCount: Int
    let wordCount: Int
    private let pairFactor: Float
    private let bySamples: Float
    private let pairs: KeyTable
    private let pieces: KeyTable
    /// For each word of the vocabulary its pieces (numbers of features, -1 where no sample has the piece).
    private var pieceStarts: [Int32] = [0]
    private var piecesOfWords: [Int32] = []
    /// 0 for words that no sample has.
    private(set) var weights: [Float] = []

    var count: Int { weights.count }
    var firstPiece: Int { wordCount + pairs.count }
    /// What a word or pair that no sample has counts in a text's norm.
    var unknownWeight: Float { 0.5 * Float(intentCount + 1).naturalLogarithm }
    /// What a word that no sample has counts in the coverage.
    var unknownMass: Float { Float(intentCount + 1).naturalLogarithm }

    /// - Parameters:
    ///   - samples: by their words' numbers.
    ///   - intents: for each sample its intent.
    init(samples: [[Int32]], intents: [Int32], intentCount: Int, vocabulary: Vocabulary, constants: Constants) {
        self.intentCount = intentCount
        pairFactor = constants.pairFactor
        bySamples = constants.bySamples
        wordCount = vocabulary.count
        var pairs = KeyTable(minimumCapacity: 1024)
        var isUsed = [Bool](repeating: false, count: vocabulary.count)
        for sample in samples {
            for word in sample { isUsed[Int(word)] = true }
            for (word, next) in zip(sample, sample.dropFirst()) { _ = pairs.number(of: Key.pair(word, next)) }
        }
        self.pairs = pairs
        let firstPiece = wordCount + pairs.count
        var pieces = KeyTable(minimumCapacity: 1024)
        for number in 0..<vocabulary.count where isUsed[number] {
            Self.forEachPiece(of: vocabulary.word(Int32(number))) { _ = pieces.number(of: $0) }
        }
        self.pieces = pieces
        for number in 0..<vocabulary.count {
            Self.forEachPiece(of: vocabulary.word(Int32(number))) { key in
                let piece = pieces[key]
                piecesOfWords.append(piece < 0 ? -1 : Int32(firstPiece) + piece)
            }
            pieceStarts.append(Int32(piecesOfWords.count))
        }
        weights = Array(repeating: 0, count: firstPiece + pieces.count)
        weigh(samples: samples, intents: intents)
    }

    @inline(__always)
    func pieces(ofWord number: Int32) -> Range<Int> {
        Int(pieceStarts[Int(number)])..<Int(pieceStarts[Int(number) + 1])
    }

    @inline(__always)
    func piece(at index: Int) -> Int32 { piecesOfWords[index] }

    /// The number of a pair's feature, -1 where no sample has it.
    @inline(__always)
    func pair(_ first: Int32, _ second: Int32) -> Int32 {
        guard first >= 0, second >= 0 else { return -1 }
        let number = pairs[Key.pair(first, second)]
        return number < 0 ? -1 : Int32(wordCount) + number
    }

    /// What a pair counts in the share of pairs that an intent has; one that no sample has counts as the rarest.
    func mass(ofPair pair: Int32) -> Float { pair >= 0 ? weights[Int(pair)] : pairFactor * unknownMass }

    /// The pieces of a word that the vocabulary lacks: numbers of features, -1 where no sample has the piece.
    func forEachPieceNumber(of word: ArraySlice<UInt8>, _ body: (Int32) -> Void) {
        Self.forEachPiece(of: word) { key in
            let piece = pieces[key]
            body(piece < 0 ? -1 : Int32(firstPiece) + piece)
        }
    }

    /// All features of a text whose words all are in the vocabulary, with repetition.
    func forEachFeature(of words: [Int32], _ body: (Int32) -> Void) {
        for (position, word) in words.enumerated() {
            body(word)
            if position > 0 {
                let pair = pair(words[position - 1], word)
                if pair >= 0 { body(pair) }
            }
            for index in pieces(ofWord: word) where piecesOfWords[index] >= 0 { body(piecesOfWords[index]) }
        }
    }

    /// The two to five letters long pieces of “ word ”, as keys.
    private static func forEachPiece(of word: ArraySlice<UInt8>, _ body: (UInt64) -> Void) {
        let space: UInt64 = 0x20
        var key = space
        var length = 1
        func emit() {
            if length >= 2 { body(key & 0xFFFF) }
            if length >= 3 { body(key & 0xFF_FFFF) }
            if length >= 4 { body(key & 0xFFFF_FFFF) }
            if length >= 5 { body(key & 0xFF_FFFF_FFFF) }
        }
        for letter in word {
            key = key << 8 | UInt64(letter)
            length += 1
            emit()
        }
        key = key << 8 | space
        length += 1
        emit()
    }

    /// What a feature weighs: ln((n + 1) / number that have it), by intents and by samples; of intents alone few, broad ones would
    /// have nearly every feature all.
    private mutating func weigh(samples: [[Int32]], intents: [Int32]) {
        let isPruned = intentCount > 1000
        var inIntents = [Float](repeating: 0, count: count)
        var inSamples = inIntents
        var lastSample = [Int32](repeating: -1, count: count)
        var lastIntent = lastSample
        for sample in samples.indices.sorted(by: { (intents[$0], $0) < (intents[$1], $1) }) {
            forEachFeature(of: samples[sample]) { feature in
                let feature = Int(feature)
                if lastSample[feature] == Int32(sample) { return }
                lastSample[feature] = Int32(sample)
                inSamples[feature] += 1
                if lastIntent[feature] != intents[sample] { inIntents[feature] += 1 }
                lastIntent[feature] = intents[sample]
            }
        }
        // Both kinds of rarity reach as far: what one intent, or one sample, has weighs the same.
        let unit = unknownMass / Float(samples.count + 1).naturalLogarithm
        for feature in weights.indices where inIntents[feature] > 0 {
            let byIntents = (Float(intentCount + 1) / inIntents[feature]).naturalLogarithm
            let bySamples = (Float(samples.count + 1) / inSamples[feature]).naturalLogarithm * unit
            let weight = byIntents + self.bySamples * (bySamples - byIntents)
            let factor = feature >= wordCount && feature < firstPiece ? pairFactor : 1
            weights[feature] = isPruned && weight < Self.commonest ? 0 : factor * weight
        }
    }
}

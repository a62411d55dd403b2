/// From features to intents: for each word, pair and piece the intents that it speaks for or against, so that a question
/// costs as many additions as its features have entries, and no sample is ever looked at.
struct IntentIndex: Sendable {
    /// Smaller weights change no ranking and are left out.
    private static let smallest: Float = 0.01
    private static let smallestOfMany: Float = 0.02

    let space: FeatureSpace
    let forms: FormIndex
    private let otherForm: Float
    /// For each word of the vocabulary whether some sample has it.
    private let isInSamples: [Bool]
    /// Words and pairs.
    private var rows = WeightRows()
    /// For each word of the vocabulary what all its pieces together say.
    private var wordPieces = WeightRows()
    /// Each piece alone, for the words that the vocabulary lacks.
    private var pieces = WeightRows()

    init(space: FeatureSpace, training: Training, forms: FormIndex, constants: Constants) {
        otherForm = constants.otherForm
        self.space = space
        self.forms = forms
        isInSamples = (0..<space.wordCount).map { word in !training.centroids[word].isEmpty }
        let smallest = training.isLarge ? Self.smallestOfMany : Self.smallest
        for feature in 0..<space.count {
            let factor = space.weights[feature]
            if feature < space.firstPiece {
                training.forEachWeight(of: feature) { intent, weight in
                    let isInSample = training.centroids.has(feature, intent)
                    if isInSample || abs(weight) >= smallest { rows.add(intent, weight * factor, isInSample: isInSample) }
                }
                rows.endRow()
            } else {
                training.forEachWeight(of: feature) { intent, weight in
                    if abs(weight) >= smallest { pieces.add(intent, weight * factor) }
                }
                pieces.endRow()
            }
        }
        var sums = [Float](repeating: 0, count: training.intentCount)
        for word in 0..<space.wordCount {
            for index in space.pieces(ofWord: Int32(word)) where space.piece(at: index) >= 0 {
                let feature = Int(space.piece(at: index))
                let factor = space.weights[feature]
                training.forEachWeight(of: feature) { intent, weight in sums[intent] += weight * factor }
            }
            for intent in sums.indices {
                if abs(sums[intent]) >= smallest { wordPieces.add(intent, sums[intent]) }
                sums[intent] = 0
            }
            wordPieces.endRow()
        }
    }

    /// What a text says for each intent.
    struct Fit {
        var scores: [Float]
        /// The weight of all different words of the text.
        var mass: Float = 0
        /// What a word or pair, and what a piece, is divided by.
        var wordScale: Float = 0
        var pieceScale: Float = 0
    }

    /// Linear in the words and in the entries of their features.
    func fit(_ words: [ReadWord], letters: [UInt8]) -> Fit {
        var fit = Fit(scores: [])
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: space.count) { counts in
            counts.initialize(repeating: 0)
            measure(words, letters, counts, &fit)
        }
        var scores = [Float](repeating: 0, count: space.intentCount)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: space.wordCount) { isSeen in
            isSeen.initialize(repeating: 0)
            withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2 * max(1, forms.width)) { knowing in
                scores.withUnsafeMutableBufferPointer { scores in
                    if let knowing = knowing.baseAddress { add(words, letters, isSeen, knowing, scores, &fit) }
                }
            }
        }
        fit.scores = scores
        return fit
    }

    /// The lengths by which the text's features are divided.
    private func measure(_ words: [ReadWord], _ letters: [UInt8], _ counts: UnsafeMutableBufferPointer<UInt8>, _ fit: inout Fit) {
        var wordNorm: Float = 0
        var pieceNorm: Float = 0
        let unknown = space.unknownWeight * space.unknownWeight
        /// A feature's share of the squared length grows from c² to (c + 1)² times its weight squared.
        func count(_ feature: Int32, _ norm: inout Float) {
            guard feature >= 0 else {
                norm += unknown
                return
            }
            let weight = space.weights[Int(feature)]
            let seen = counts[Int(feature)]
            norm += weight * weight * (2 * Float(seen) + 1)
            if seen < .max { counts[Int(feature)] = seen + 1 }
        }
        for (position, word) in words.enumerated() {
            count(isKnown(word.number) ? word.number : -1, &wordNorm)
            if position > 0 { count(space.pair(words[position - 1].number, word.number), &wordNorm) }
            if word.number >= 0 {
                for index in space.pieces(ofWord: word.number) { count(space.piece(at: index), &pieceNorm) }
            } else {
                space.forEachPieceNumber(of: letters[word.letters.asInt]) { count($0, &pieceNorm) }
            }
        }
        fit.wordScale = wordNorm > 0 ? 1 / wordNorm.squareRoot() : 0
        fit.pieceScale = pieceNorm > 0 ? 1 / pieceNorm.squareRoot() : 0
    }

    private func add(
        _ words: [ReadWord], _ letters: [UInt8], _ isSeen: UnsafeMutableBufferPointer<UInt8>, _ knowing: UnsafeMutablePointer<UInt64>,
        _ scores: UnsafeMutableBufferPointer<Float>, _ fit: inout Fit
    ) {
        let (wordScale, pieceScale) = (fit.wordScale, fit.pieceScale)
        var knowingBefore: UnsafeMutablePointer<UInt64>?
        for (position, word) in words.enumerated() {
            // The intents that know this word and the word before it stand in the two halves by turns.
            let half = knowing + (position & 1) * forms.width
            let knowing = forms.limits(word.number, as: word.form, into: half) ? half : nil
            defer { knowingBefore = knowing }
            if position > 0 {
                let pair = space.pair(words[position - 1].number, word.number)
                if pair >= 0 {
                    for entry in rows.entries[rows[Int(pair)]] {
                        let weight = min(entry.weight(for: knowing, otherwise: otherForm), entry.weight(for: knowingBefore, otherwise: otherForm))
                        scores[entry.intent] += wordScale * weight
                    }
                }
            }
            guard word.number >= 0 else {
                fit.mass += space.unknownMass
                space.forEachPieceNumber(of: letters[word.letters.asInt]) { piece in
                    guard piece >= 0 else { return }
                    for entry in pieces.entries[pieces[Int(piece) - space.firstPiece]] { scores[entry.intent] += pieceScale * entry.weight }
                }
                continue
            }
            let number = Int(word.number)
            if isSeen[number] == 0 { fit.mass += mass(ofWord: word.number) }
            isSeen[number] = 1
            for entry in rows.entries[rows[number]] {
                scores[entry.intent] += wordScale * entry.weight(for: knowing, otherwise: otherForm)
            }
            for entry in wordPieces.entries[wordPieces[number]] {
                scores[entry.intent] += pieceScale * entry.weight(for: knowing, otherwise: otherForm)
            }
        }
    }

    private func mass(ofWord word: Int32) -> Float { isKnown(word) ? space.weights[Int(word)] : space.unknownMass }

    /// The share (0…1) of a text's weight that lies in words of the intent's samples.
    func coverage(_ words: [ReadWord], of intent: Int, mass: Float) -> Float {
        guard mass > 0 else { return 0 }
        var own: Float = 0
        for (position, word) in words.enumerated() where word.number >= 0 && !words[..<position].contains(where: { $0.number == word.number }) {
            guard entry(rows, Int(word.number), intent)?.isInSample == true else { continue }
            own += self.mass(ofWord: word.number) * (forms.knows(word.number, as: word.form, intent: intent) ? 1 : otherForm)
        }
        return own / mass
    }

    /// The share (0…1) of a text's pairs that the intent's samples have.
    func pairs(_ words: [ReadWord], of intent: Int) -> Float {
        guard words.count > 1 else { return 0 }
        var own: Float = 0
        var mass: Float = 0
        for position in 1..<words.count {
            let pair = space.pair(words[position - 1].number, words[position].number)
            let weight = space.mass(ofPair: pair)
            mass += weight
            if pair >= 0, entry(rows, Int(pair), intent)?.isInSample == true { own += weight }
        }
        return mass > 0 ? own / mass : 0
    }

    @inline(__always)
    func isKnown(_ word: Int32) -> Bool { word >= 0 && isInSamples[Int(word)] }

    // MARK: Reasons

    /// What one word (with its pieces) or one pair adds to the score of an intent.
    func share(ofWord word: ReadWord, in intent: Int, _ fit: Fit, letters: [UInt8]) -> Float {
        guard word.number >= 0 else {
            var sum: Float = 0
            space.forEachPieceNumber(of: letters[word.letters.asInt]) { piece in
                if piece >= 0 { sum += fit.pieceScale * weight(pieces, Int(piece) - space.firstPiece, intent) }
            }
            return sum
        }
        let share = fit.wordScale * weight(rows, Int(word.number), intent) + fit.pieceScale * weight(wordPieces, Int(word.number), intent)
        return forms.knows(word.number, as: word.form, intent: intent) ? share : otherForm * share
    }

    func share(ofPair first: ReadWord, _ second: ReadWord, in intent: Int, _ fit: Fit) -> Float {
        let pair = space.pair(first.number, second.number)
        guard pair >= 0 else { return 0 }
        let share = fit.wordScale * weight(rows, Int(pair), intent)
        let isKnown = forms.knows(first.number, as: first.form, intent: intent) && forms.knows(second.number, as: second.form, intent: intent)
        return isKnown ? share : otherForm * share
    }

    private func weight(_ rows: WeightRows, _ row: Int, _ intent: Int) -> Float {
        entry(rows, row, intent)?.weight ?? 0
    }

    /// What a row says of an intent: it is in the order of the intents.
    private func entry(_ rows: WeightRows, _ row: Int, _ intent: Int) -> WeightRows.Entry? {
        var range = rows[row]
        while let middle = range.isEmpty ? nil : (range.lowerBound + range.upperBound) / 2 {
            let found = rows.entries[middle]
            if found.intent == intent { return found }
            range = found.intent < intent ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return nil
    }
}

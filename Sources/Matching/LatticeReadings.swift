internal import Vietnamese

extension Lattice {
    /// Who set the diacritics of a possible syllable looked at it: its letters are hardly a slip, and a slip must explain that.
    private static let careOfMarked: Float = 1

    /// Adds what the word at one place, or the words from it on, may have been meant for.
    mutating func propose(at start: Int) {
        let token = tokens[start]
        let isWord = spelling.vocabulary.isInSamples(token.number)
        let typed = letters[Int(token.letters.lowerBound)..<Int(token.letters.upperBound)]
        let isSyllable = isWord || Syllable.isPossible(typed)
        let isEveryday = !isWord && isSyllable && Syllable.isEveryday(typed)
        add(start, 1, token.number, cost: isWord || isEveryday ? 0 : isSyllable ? 0.5 : 1.6)
        if token.number >= 0 { proposeExpansions(at: start) }
        if isWord {
            // Where it stands beside a word that it stands beside in the samples, it was not meant otherwise.
            let before = start > 0 ? tokens[start - 1].number : Vocabulary.start
            let after = start + 1 < tokens.count ? tokens[start + 1].number : Vocabulary.end
            if spelling.vocabulary.isPair(before, token.number) || spelling.vocabulary.isPair(token.number, after) { return }
            // An abbreviation written out is no word that somebody typed.
            if !spelling.vocabulary.word(token.number).elementsEqual(typed) { return }
        }
        let care: Float = isSyllable && (token.form.isMarked || isEveryday) ? Self.careOfMarked : 0
        var hasNeighbour = isSyllable
        spelling.forEachNeighbour(of: typed, isWord: isWord) { number, cost in
            hasNeighbour = true
            add(start, 1, number, cost: cost + care)
        }
        if !hasNeighbour { spelling.forEachDistantNeighbour(of: typed) { number, cost in add(start, 1, number, cost: cost) } }
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
        add(start, run: words, cost: best[letters.count].cost)
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
}

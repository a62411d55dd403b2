/// A text in sentences, for where there is no room for all of it.
enum Sentences {
    /// A list is one sentence with what announces it.
    static func of(_ text: String) -> [String] {
        var sentences: [String] = []
        var isInList = false
        for line in text.split(separator: "\n") {
            if line.hasPrefix("- ") {
                let item = line.dropFirst(2).reversed().drop { ".;,".contains($0) }.reversed()
                let last = sentences.popLast() ?? ""
                sentences.append(last + (isInList ? "; " : last.isEmpty ? "" : " ") + String(item))
                isInList = true
                continue
            }
            if isInList { sentences.append((sentences.popLast() ?? "") + ".") }
            isInList = false
            sentences += inLine(line)
        }
        if isInList { sentences.append((sentences.popLast() ?? "") + ".") }
        return sentences
    }

    private static func inLine(_ line: Substring) -> [String] {
        var sentences: [String] = []
        var current = ""
        for word in line.split(separator: " ") {
            current += (current.isEmpty ? "" : " ") + word
            if let last = word.last, ".!?".contains(last) {
                sentences.append(current)
                current = ""
            }
        }
        guard let last = current.last else { return sentences }
        // Lines without a full stop follow one another in print; what announces a list goes on.
        return sentences + [",:;…”)".contains(last) ? current : current + "."]
    }
}

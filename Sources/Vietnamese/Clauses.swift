/// Where one thought ends in a message and the next begins: at punctuation, and at words that join two requests.
public enum Clauses {
    /// The places of the words of `folded` (which is `text` folded) at which a clause begins, rising, without the first word.
    /// Linear.
    public static func starts(in text: String, folded: Folded) -> [Int] {
        (stops(in: text) + joints(of: folded)).filter { $0 > 0 && $0 < folded.words.count }.sorted().uniqued()
    }

    /// After a mark that ends a sentence or a part of it. A point or comma inside a number or an address ends nothing.
    private static func stops(in text: String) -> [Int] {
        var text = text
        return text.withUTF8 { bytes in
            var starts: [Int] = []
            var count = 0
            var begin = 0
            for position in bytes.indices where marks.contains(bytes[position]) {
                let isLast = position + 1 == bytes.count
                guard bytes[position] == newline || isLast || bytes[position + 1] == space || bytes[position + 1] == newline else { continue }
                count += Folded(String(decoding: bytes[begin..<position], as: UTF8.self)).words.count
                starts.append(count)
                begin = position + 1
            }
            return starts
        }
    }

    private static func joints(of text: Folded) -> [Int] {
        text.words.indices.compactMap { position in
            for joint in joints[Int(text.letters[text.words[position].range.lowerBound])] where position + joint.words.count <= text.words.count {
                let isHere = joint.words.indices.allSatisfy { text.agrees(text.words[position + $0], with: joint.words[$0], of: joint) }
                // “con” (child) is no “còn” (and what about), so words of one syllable count only as they are written in full.
                if isHere, joint.words.count > 1 || text.words[position].isMarked { return position }
            }
            return nil
        }
    }

    private static let space = UInt8(ascii: " ")
    private static let newline = UInt8(ascii: "\n")
    private static let marks = Set(".?!;,\n".utf8)
    /// By their first letter.
    private static let joints: [[Folded]] = {
        var table = [[Folded]](repeating: [], count: 128)
        for joint in written.map({ Folded($0) }) { table[Int(joint.letters[0])].append(joint) }
        return table
    }()

    private static let written = [
        "và", "còn", "với lại", "ngoài ra", "đồng thời", "sẵn tiện", "tiện thể", "luôn tiện", "cho hỏi", "hỏi thêm", "rồi còn", "thêm nữa", "à mà",
    ]
}

extension [Int] {
    fileprivate func uniqued() -> [Int] {
        indices.filter { $0 == startIndex || self[$0] != self[$0 - 1] }.map { self[$0] }
    }
}

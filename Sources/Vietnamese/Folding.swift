/// Folding: from what people type to the letters that words are compared by.
public enum Folding {
    /// The folded letters of a text, one space between two words (“Đăng nhập!” -> “dang nhap”). Linear.
    public static func fold(_ text: String) -> String {
        Folded(text).text
    }
}

extension Folded {
    /// Folds a text of any length and any content. Linear in its UTF-8 length.
    ///
    /// A combining mark belongs to the letter before it, as in NFD; where one word carries several tones, the last one stands.
    public init(_ text: String) {
        var text = text
        self = text.withUTF8 { bytes in
            var words: [Word] = []
            words.reserveCapacity(bytes.count / 4 + 1)
            var shapes: [Shape] = []
            // A scalar gives at most one letter or one space, so the letters never outgrow the bytes.
            let letters = [UInt8](unsafeUninitializedCapacity: bytes.count) { letters, count in
                shapes = [Shape](unsafeUninitializedCapacity: bytes.count) { shapes, shapeCount in
                    count = FoldingTable.entries.withUnsafeBufferPointer { table in
                        var scan = FoldingScan(table: table, letters: letters, shapes: shapes)
                        scan.run(bytes, words: &words)
                        return scan.count
                    }
                    shapeCount = count
                }
            }
            return Folded(letters: letters, shapes: shapes, words: words)
        }
    }

    /// The folded letters as a text: folding it again gives the same letters.
    public var text: String {
        String(decoding: letters, as: UTF8.self)
    }

    /// The letters of one word; `index` counts ``words`` from 0.
    public func word(_ index: Int) -> ArraySlice<UInt8> {
        letters[words[index].range]
    }
}

/// One pass over a text's UTF-8 that writes letters and shapes into buffers at least as long as the text.
private struct FoldingScan {
    let table: UnsafeBufferPointer<FoldingTable.Entry>
    let letters: UnsafeMutableBufferPointer<UInt8>
    let shapes: UnsafeMutableBufferPointer<Shape>
    /// How many letters and spaces are written.
    private(set) var count = 0

    private var start = 0
    private var isInWord = false
    private var tone: UInt8 = 0
    private var isMarked = false
    private var letterHasTone = false

    init(
        table: UnsafeBufferPointer<FoldingTable.Entry>, letters: UnsafeMutableBufferPointer<UInt8>, shapes: UnsafeMutableBufferPointer<Shape>
    ) {
        self.table = table
        self.letters = letters
        self.shapes = shapes
    }

    @inline(__always)
    mutating func run(_ bytes: UnsafeBufferPointer<UInt8>, words: inout [Folded.Word]) {
        var position = 0
        while position < bytes.count {
            let byte = bytes[position]
            let entry: FoldingTable.Entry
            if byte < 0x80 {
                entry = table[Int(byte)]
                position &+= 1
            } else {
                let scalar = FoldingTable.decode(bytes, &position)
                entry = FoldingTable.index(scalar).map { table[$0] } ?? FoldingTable.other(scalar)
            }
            switch entry {
            case FoldingTable.separator: endWord(&words)
            case ..<FoldingTable.mark: add(entry)
            case ..<FoldingTable.invisible: apply(entry)
            default: break
            }
        }
        endWord(&words)
    }

    @inline(__always)
    private mutating func add(_ entry: FoldingTable.Entry) {
        if !isInWord {
            if count > 0 { write(0x20, 0) }
            start = count
            isInWord = true
            tone = 0
            isMarked = false
        }
        let shape = FoldingTable.shape(entry)
        write(UInt8(truncatingIfNeeded: entry), shape)
        letterHasTone = false
        note(tone: FoldingTable.tone(entry), shape: shape)
    }

    /// Adds a combining mark to the letter before; one without a letter of a word before it says nothing.
    @inline(__always)
    private mutating func apply(_ entry: FoldingTable.Entry) {
        guard isInWord, letters[count &- 1] >= UInt8(ascii: "a") else { return }
        let yields = entry & FoldingTable.yields != 0
        var shape = FoldingTable.shape(entry)
        if shape != 0, yields, shapes[count &- 1] != .plain { shape = 0 }
        if shape != 0 { shapes[count &- 1] = Shape(rawValue: shape) ?? .plain }
        note(tone: yields && letterHasTone ? 0 : FoldingTable.tone(entry), shape: shape)
    }

    @inline(__always)
    private mutating func note(tone typed: UInt8, shape: UInt8) {
        if typed != 0 {
            tone = typed
            letterHasTone = true
        }
        if typed != 0 || (shape != 0 && shape != Shape.stroke.rawValue) { isMarked = true }
    }

    @inline(__always)
    private mutating func write(_ letter: UInt8, _ shape: UInt8) {
        letters.initializeElement(at: count, to: letter)
        shapes.initializeElement(at: count, to: Shape(rawValue: shape) ?? .plain)
        count &+= 1
    }

    @inline(__always)
    private mutating func endWord(_ words: inout [Folded.Word]) {
        guard isInWord else { return }
        isInWord = false
        words.append(Folded.Word(range: start..<count, tone: Tone(rawValue: tone) ?? .level, isMarked: isMarked))
    }
}

/// A reply's text as a page shows it: paragraphs and lists, with the addresses in them as links. The script of the page does
/// the same for replies that come later.
enum ReplyBlocks {
    struct Span: Sendable, Hashable {
        let text: String
        let link: String?
    }

    struct Item: Sendable, Hashable {
        let spans: [Span]
    }

    struct Block: Sendable, Hashable {
        let isParagraph: Bool
        let isTitle: Bool
        let isList: Bool
        let spans: [Span]
        let items: [Item]
    }

    static func of(_ text: String) -> [Block] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        // A heading is a line above an empty one that does not end as a sentence does.
        let hasTitle = lines.count > 2 && lines[1].isEmpty && lines[0].last.map { !".?!:…".contains($0) } == true
        var blocks: [Block] = []
        var items: [Item] = []
        func closeList() {
            guard !items.isEmpty else { return }
            blocks.append(Block(isParagraph: false, isTitle: false, isList: true, spans: [], items: items))
            items = []
        }
        for (number, line) in lines.enumerated() where !line.isEmpty {
            if line.hasPrefix("- ") {
                items.append(Item(spans: spans(of: String(line.dropFirst(2)))))
            } else {
                closeList()
                blocks.append(Block(isParagraph: true, isTitle: number == 0 && hasTitle, isList: false, spans: spans(of: line), items: []))
            }
        }
        closeList()
        return blocks
    }

    /// Only `https` addresses become links; what ends a sentence is no part of one.
    ///
    /// An address ends at the first scalar that may not stand in one: the template engine escapes whole characters, so that a
    /// quotation mark with a combining accent on it would pass and close the attribute.
    private static func spans(of line: String) -> [Span] {
        var spans: [Span] = []
        var rest = line.unicodeScalars[...]
        while let start = rest.firstRange(of: "https://".unicodeScalars)?.lowerBound {
            let address = rest[start...].prefix { $0.isASCII && $0.value > 0x20 && $0.value < 0x7F && !"\"'<>".unicodeScalars.contains($0) }
            let end = address.lastIndex { !".,;:!?)".unicodeScalars.contains($0) }.map(rest.index(after:)) ?? address.endIndex
            if start > rest.startIndex { spans.append(Span(text: String(rest[..<start]), link: nil)) }
            spans.append(Span(text: String(rest[start..<end]), link: String(rest[start..<end])))
            rest = rest[end...]
        }
        if !rest.isEmpty { spans.append(Span(text: String(rest), link: nil)) }
        return spans
    }
}

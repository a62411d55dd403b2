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
        let hasTitle = lines.count > 2 && !lines[0].isEmpty && lines[1].isEmpty
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
    private static func spans(of line: String) -> [Span] {
        var spans: [Span] = []
        var rest = line[...]
        while let start = rest.firstRange(of: "https://") {
            let address = rest[start.lowerBound...].prefix { !$0.isWhitespace }
            let link = address.reversed().drop { ".,;:!?)”".contains($0) }.reversed()
            if start.lowerBound > rest.startIndex { spans.append(Span(text: String(rest[..<start.lowerBound]), link: nil)) }
            spans.append(Span(text: String(link), link: String(link)))
            rest = rest[rest.index(start.lowerBound, offsetBy: link.count)...]
        }
        if !rest.isEmpty { spans.append(Span(text: String(rest), link: nil)) }
        return spans
    }
}

/// A picture with two axes from 0 to 1, as SVG text.
struct Chart {
    private static let size = 400.0
    private static let border = 50.0

    private var shapes: [String] = []
    private let title: String
    private let across: String
    private let up: String

    init(title: String, across: String, up: String) {
        self.title = title
        self.across = across
        self.up = up
    }

    /// A filled box; all numbers within 0…1 of the axes.
    mutating func box(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>, colour: String, opacity: Double = 1, hint: String = "") {
        let place = "x=\"\(Self.place(x.lowerBound))\" y=\"\(Self.height(y.upperBound))\""
        let size =
            "width=\"\(Self.rounded((x.upperBound - x.lowerBound) * Self.size))\" height=\"\(Self.rounded((y.upperBound - y.lowerBound) * Self.size))\""
        shapes.append(
            "<rect \(place) \(size) fill=\"\(colour)\" fill-opacity=\"\(Self.rounded(opacity))\"><title>\(Self.escaped(hint))</title></rect>")
    }

    mutating func line(from start: (x: Double, y: Double), to end: (x: Double, y: Double), colour: String) {
        let points = "x1=\"\(Self.place(start.x))\" y1=\"\(Self.height(start.y))\" x2=\"\(Self.place(end.x))\" y2=\"\(Self.height(end.y))\""
        shapes.append("<line \(points) stroke=\"\(colour)\"/>")
    }

    mutating func dot(_ x: Double, _ y: Double, radius: Double, hint: String) {
        let place = "cx=\"\(Self.place(x))\" cy=\"\(Self.height(y))\" r=\"\(Self.rounded(radius))\""
        shapes.append("<circle \(place) fill=\"#0a58a6\"><title>\(Self.escaped(hint))</title></circle>")
    }

    var svg: String {
        let whole = Self.size + 2 * Self.border
        let ticks = [0, 0.25, 0.5, 0.75, 1].map { tick in
            "<text x=\"\(Self.place(tick))\" y=\"\(Self.height(-0.05))\" text-anchor=\"middle\">\(tick)</text>"
                + "<text x=\"\(Self.place(-0.02))\" y=\"\(Self.height(tick))\" text-anchor=\"end\">\(tick)</text>"
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(whole) \(whole)" font-family="sans-serif" font-size="12" role="img">
            <title>\(Self.escaped(title))</title>
            <rect width="100%" height="100%" fill="#fff"/>
            <text x="\(whole / 2)" y="20" text-anchor="middle" font-size="14">\(Self.escaped(title))</text>
            <text x="\(whole / 2)" y="\(whole - 8)" text-anchor="middle">\(Self.escaped(across))</text>
            <text transform="translate(14 \(whole / 2)) rotate(-90)" text-anchor="middle">\(Self.escaped(up))</text>
            <rect x="\(Self.border)" y="\(Self.border)" width="\(Self.size)" height="\(Self.size)" fill="none" stroke="#888"/>
            \((ticks + shapes).joined(separator: "\n"))
            </svg>

            """
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }

    private static func place(_ x: Double) -> Double { rounded(border + x * size) }
    private static func height(_ y: Double) -> Double { rounded(border + (1 - y) * size) }
    static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}

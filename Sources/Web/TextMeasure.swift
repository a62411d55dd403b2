/// About how much room text takes in a sans serif, without asking a printer: on the safe side for the widest usual typefaces.
enum TextMeasure {
    static let millimetresAPoint = 0.3528

    /// How many lines a text fills.
    ///
    /// - Parameters:
    ///   - indent: what stands before it, in units of its size.
    ///   - size: in points.
    ///   - width: in millimetres.
    static func lines(_ text: String, indent: Double = 0, isBold: Bool = false, size: Double, width: Double) -> Double {
        let measure = width / (size * millimetresAPoint)
        return max(1, ((ems(text) * (isBold ? 1.12 : 1) + indent) / measure * 1.05).rounded(.up))
    }

    private static func ems(_ text: String) -> Double {
        text.reduce(0) { sum, letter in
            switch letter {
            case " ": sum + 0.27
            case "i", "ì", "í", "ỉ", "ĩ", "ị", "l", "j", "t", "f", "r", ".", ",", ":", ";", "!", "(", ")", "“", "”", "-", "/": sum + 0.38
            case "m", "w", "M", "W": sum + 0.93
            default: sum + (letter.isUppercase ? 0.67 : 0.57)
            }
        }
    }
}

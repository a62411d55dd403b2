/// A telephone number that somebody wants to be called back on, as people write it: with spaces, dots or dashes, with 0 or +84
/// in front.
public enum CallBackNumber {
    /// The first number in a text, from 0 on.
    ///
    /// It is the one thing of a text that may be looked at before masking, to be sealed at once (promise 4).
    /// - Complexity: linear in the text.
    public static func first(in text: String) -> String? {
        var digits = ""
        var wasSeparator = false
        for character in text + "\n" {
            if character.isASCII, character.isNumber {
                digits.append(character)
                wasSeparator = false
            } else if character == "+", digits.isEmpty {
                digits = "+"
            } else if " .-".contains(character), !digits.isEmpty, !wasSeparator {
                wasSeparator = true
            } else {
                if let number = national(digits) { return number }
                digits = ""
                wasSeparator = false
            }
        }
        return nil
    }

    private static func national(_ digits: String) -> String? {
        let number = digits.hasPrefix("+84") ? "0" + digits.dropFirst(3) : digits
        guard number.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        return PhoneNumber.matches(number.utf8.map { $0 - UInt8(ascii: "0") }) ? number : nil
    }
}

/// The check digit of payment cards (ISO/IEC 7812-1).
enum Luhn {
    /// Whether digits (values 0…9) are as long as a card number and end in their check digit.
    static func isCardNumber(_ digits: [UInt8]) -> Bool {
        guard (13...19).contains(digits.count), digits[0] != 0 else { return false }
        var sum = 0
        for (place, digit) in digits.reversed().enumerated() {
            let doubled = Int(digit) << (place & 1)
            sum += doubled > 9 ? doubled - 9 : doubled
        }
        return sum.isMultiple(of: 10)
    }
}

/// Telephone numbers of Vietnam.
enum PhoneNumber {
    /// Whether digits (values 0…9) are a mobile or a fixed number, national (0905 …, 0235 …) or with the country's code 84.
    static func matches(_ digits: [UInt8]) -> Bool {
        var national = digits[...]
        if national.starts(with: [0, 0, 8, 4]) {
            national = national.dropFirst(4)
        } else if national.starts(with: [8, 4]) {
            national = national.dropFirst(2)
        }
        if national.count == digits.count {
            guard national.first == 0 else { return false }
            national = national.dropFirst()
        } else if national.first == 0 {
            national = national.dropFirst()
        }
        guard let first = national.first else { return false }
        switch national.count {
        case 9: return [2, 3, 5, 7, 8, 9].contains(first)
        case 10: return [1, 2].contains(first)
        default: return false
        }
    }
}

import Catalogue
import Foundation
import HelpDesk
import Vietnamese

/// Becoming a member in the chat: “đăng ký ABCD-2345”.
extension Exchange {
    /// After so many wrong codes within ``slowedFor`` nothing is tried for a while.
    private static let slowedAfter = 3
    private static let slowedFor: TimeInterval = 600
    /// After so many within a day nothing is tried that day: a code is guessed once in a thousand million tries.
    private static let refusedAfter = 10
    private static let refusedFor: TimeInterval = 86_400

    /// Tries a code, unless this person has typed too many wrong ones.
    mutating func redeem(_ code: InviteCode) {
        let wrong = (conversation.wrongCodes ?? []).filter { at.timeIntervalSince($0) < Self.refusedFor }
        conversation.wrongCodes = wrong
        if wrong.count >= Self.refusedAfter { return say(.memberRefused, choices: generalChoices) }
        if wrong.count(where: { at.timeIntervalSince($0) < Self.slowedFor }) >= Self.slowedAfter { return say(.memberWait, choices: generalChoices) }
        effects.append(.ask(.redeem(code)))
    }

    /// Says what became of the code.
    mutating func tell(_ redemption: Redemption) {
        switch redemption {
        case .bound(let name):
            conversation.wrongCodes = nil
            say(.memberBound, ["name": name])
        case .used: say(.memberUsed, choices: generalChoices)
        case .expired: say(.memberExpired, choices: generalChoices)
        case .unknown:
            conversation.wrongCodes = (conversation.wrongCodes ?? []) + [at]
            say(.memberUnknown, choices: generalChoices)
        }
    }
}

extension Phrasebook {
    /// A phrase that is followed by a number: “nhận 12”, “chuyển #12”.
    func numbered(in text: String) -> (meaning: Phrase.Meaning, number: Int64)? {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard (2...4).contains(words.count), let last = words.last, let number = Int64(last.hasPrefix("#") ? last.dropFirst() : last), number > 0,
            let meaning = meaning(of: message(Folded(words.dropLast().joined(separator: " "))))
        else { return nil }
        return (meaning, number)
    }

    /// What follows a phrase at the beginning: “ghi: giúp 3 bác”.
    /// - Returns: nil where the text does not begin with this phrase.
    func rest(of text: String, after meaning: Phrase.Meaning) -> String? {
        let words = text.split(omittingEmptySubsequences: true) { $0.isWhitespace || $0 == ":" }
        for count in [2, 1] where words.count >= count {
            if self.meaning(of: message(Folded(words.prefix(count).joined(separator: " ")))) == meaning {
                return words.dropFirst(count).joined(separator: " ")
            }
        }
        return nil
    }

    /// Whether a message asks to become a member with something that was meant as a code: letters and digits as one has, with
    /// one that no code has.
    func isLikeInvite(_ text: String) -> Bool {
        let words = text.split(whereSeparator: \.isWhitespace)
        return (1...2).contains { count in
            guard words.count > count, meaning(of: message(Folded(words.prefix(count).joined(separator: " ")))) == .register else { return false }
            let code = words.dropFirst(count).joined().filter { $0 != "-" }
            return code.count == 8 && code.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } && code.contains(where: \.isNumber)
        }
    }

    /// The code in a message that asks to become a member: the words for it, then the code and nothing else.
    func invite(in text: String) -> InviteCode? {
        let words = text.split(whereSeparator: \.isWhitespace)
        for count in 1...2 where words.count > count {
            let isAsked = meaning(of: message(Folded(words.prefix(count).joined(separator: " ")))) == .register
            if isAsked, let code = InviteCode(words.dropFirst(count).joined()) { return code }
        }
        return nil
    }
}

import Channels
import Configuration
import Foundation

/// The settings of one account of a channel. A fault names the key as the environment has it, and never shows a secret.
struct AccountReader {
    let name: String
    private let path: [String]
    private let reader: ConfigReader

    /// One for each account that is named, else one for the channel; none where the channel has no key that it needs.
    private static func all(of channel: String, in reader: ConfigReader) throws(Settings.Fault) -> [AccountReader] {
        let own = AccountReader(name: "", path: [channel], reader: reader.scoped(to: ConfigKey([channel])))
        var accounts = own.isThere ? [own] : []
        for name in own.reader.stringArray(forKey: "accounts") ?? [] {
            guard (1...32).contains(name.count), name.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }) else {
                throw Settings.Fault(key: own.key("accounts"), value: name, expected: "names of a-z 0-9 -, at most 32 characters")
            }
            accounts.append(AccountReader(name: name, path: [channel, name], reader: own.reader.scoped(to: ConfigKey([name]))))
        }
        return accounts
    }

    /// What each account of a channel is; of those that cannot be used, the fault.
    static func accounts<Account>(
        of channel: String, in reader: ConfigReader, _ faults: inout [Settings.Fault],
        _ read: (AccountReader) throws(Settings.Fault) -> Account
    ) -> [Account] {
        var accounts: [Account] = []
        do throws(Settings.Fault) {
            for account in try all(of: channel, in: reader) {
                do throws(Settings.Fault) {
                    accounts.append(try read(account))
                } catch {
                    faults.append(error)
                }
            }
        } catch {
            faults.append(error)
        }
        return accounts
    }

    /// - Throws: one fault with all of the names that are missing.
    func require(_ names: String...) throws(Settings.Fault) {
        let missing = names.filter { optionalText($0) == nil && optionalText($0 + "File") == nil }
        guard missing.isEmpty else { throw self.missing(missing) }
    }

    func text(_ name: String) throws(Settings.Fault) -> String {
        guard let text = optionalText(name) else { throw missing([name]) }
        return text
    }

    func optionalText(_ name: String) -> String? {
        let text = reader.string(forKey: ConfigKey([name]))?.trimmingCharacters(in: .whitespacesAndNewlines)
        return text?.isEmpty == true ? nil : text
    }

    /// - Parameter isRight: where it is not, the setting is refused, and `expected` says what to write.
    func secret(_ name: String, _ expected: String = "", where isRight: (String) -> Bool = { _ in true }) throws(Settings.Fault) -> Credential {
        guard let secret = try optionalSecret(name) else { throw missing([name]) }
        guard isRight(secret.value) else { throw Settings.Fault(key: key(name), value: secret.description, expected: expected) }
        return secret
    }

    func optionalSecret(_ name: String) throws(Settings.Fault) -> Credential? {
        if let text = reader.string(forKey: ConfigKey([name]), isSecret: true)?.trimmingCharacters(in: .whitespacesAndNewlines), !text.isEmpty {
            return Credential(text)
        }
        guard let path = optionalText(name + "File") else { return nil }
        guard let text = try? String(contentsOf: URL(filePath: path), encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines), !text.isEmpty
        else {
            throw Settings.Fault(key: key(name + "File"), value: path, expected: "the path of a file that can be read and holds the secret")
        }
        return Credential(text)
    }

    func flag(_ name: String) throws(Settings.Fault) -> Bool {
        guard let text = optionalText(name) else { return false }
        guard let flag = Bool(text.lowercased()) else { throw Settings.Fault(key: key(name), value: text, expected: "true or false") }
        return flag
    }

    /// The address of a platform, which gets tokens: never in the clear over a network.
    func url(_ name: String, _ usual: String) throws(Settings.Fault) -> URL {
        let text = optionalText(name) ?? usual
        guard let url = URL(string: text), let host = url.host(), !host.isEmpty, url.user() == nil, url.query() == nil,
            url.scheme == "https" || url.scheme == "http" && Settings.loopback.contains(host)
        else {
            throw Settings.Fault(key: key(name), value: text, expected: "a whole address that begins with https://")
        }
        return url
    }

    private var isThere: Bool {
        ["appId", "appSecret", "webhookSecret", "refreshToken", "token", "pageToken", "verifyToken"].contains { name in
            optionalText(name) != nil || optionalText(name + "File") != nil
        }
    }

    private func missing(_ names: [String]) -> Settings.Fault {
        Settings.Fault(key: names.map(key).joined(separator: " and "), value: "", expected: "it, or leave out all of this channel's settings")
    }

    /// As in the environment.
    private func key(_ name: String) -> String {
        let words = (path + [name]).map { part in
            part.replacing("-", with: "_").reduce(into: "") { word, letter in
                if letter.isUppercase { word += "_" }
                word += letter.uppercased()
            }
        }
        return (["TUNGNGO"] + words).joined(separator: "_")
    }
}

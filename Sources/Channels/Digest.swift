import Crypto

/// SHA-256 in hexadecimal digits: what is kept of a text that nobody should be able to use again.
enum Digest {
    static func hexadecimal(of text: String) -> String {
        SHA256.hash(data: Array(text.utf8)).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}

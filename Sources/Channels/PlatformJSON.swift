import Foundation

/// JSON as the platforms write it: names in snake case.
enum PlatformJSON {
    static func decode<Value: Decodable>(_ type: Value.Type, from data: Data) -> Value? {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try? decoder.decode(type, from: data)
    }

    static func encode(_ value: some Encodable) -> Data {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Nothing of ours can fail to be written as JSON: texts, numbers and truth values only.
        return (try? encoder.encode(value)) ?? Data()
    }
}

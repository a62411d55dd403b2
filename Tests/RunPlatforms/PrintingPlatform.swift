import Foundation
import Platforms

/// A platform that shows each call and its answer.
struct PrintingPlatform: Platform {
    private let name: String
    private let platform: any Platform

    init(_ name: String, _ platform: any Platform) {
        self.name = name
        self.platform = platform
    }

    func answer(_ call: PlatformCall) -> PlatformAnswer {
        let answer = platform.answer(call)
        let body = String(decoding: call.body, as: UTF8.self)
        FileHandle.standardOutput.write(Data("\(name) ← \(call.path) \(body)\n\(name) → \(answer.status) \(answer.body)\n\n".utf8))
        return answer
    }
}

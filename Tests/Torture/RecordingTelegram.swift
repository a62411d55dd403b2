import Foundation
import Platforms
import Synchronization

/// Telegram that remembers what arrived in each chat, and lets people wait for it.
final class RecordingTelegram: Platform {
    private struct Chat {
        var arrived: [Data] = []
        var reader: AsyncStream<Data>.Continuation?
    }

    private let telegram = TelegramPlatform(token: TorturedService.token)
    private let chats = Mutex<[String: Chat]>([:])

    func answer(_ call: PlatformCall) -> PlatformAnswer {
        let answer = telegram.answer(call)
        guard answer.status == 200, call.path.hasSuffix("/sendMessage"), let chat = call.fields["chat_id"] as? String else { return answer }
        chats.withLock { chats in
            chats[chat, default: Chat()].arrived.append(call.body)
            chats[chat]?.reader?.yield(call.body)
        }
        return answer
    }

    /// What arrives in a chat from now on, until its person leaves.
    func messages(in chat: String) -> AsyncStream<Data> {
        let (messages, reader) = AsyncStream<Data>.makeStream()
        chats.withLock { $0[chat, default: Chat()].reader = reader }
        return messages
    }

    /// The person reads no more.
    func leave(_ chat: String) {
        chats.withLock { $0[chat]?.reader?.finish() }
    }

    /// The bodies of all messages that were taken, by chat, in order.
    var arrived: [String: [Data]] { chats.withLock { $0.mapValues(\.arrived) } }
}

import Foundation
import Testing
import Vietnamese

@testable import Matching

@Suite struct EvaluationTests {
    private func understanding(_ decision: Decision, _ intents: String..., guide: String? = nil) -> Understanding {
        Understanding(
            decision: decision, matches: intents.map { Match(intent: $0, title: $0, guide: guide, score: 1) }, confidence: 0.5)
    }

    private func outcome(_ question: LabelledQuestion, _ understanding: Understanding) -> Evaluation.Outcome {
        Evaluation.Outcome(
            question: question, asked: question.text, understanding: understanding,
            verdict: Evaluation.verdict(on: understanding, for: question, fallback: "tim"))
    }

    @Test func ratesAreThoseCountedByHand() {
        let outcomes = [
            outcome(.init(text: "1", intent: "a"), understanding(.answer, "a", "b")),
            outcome(.init(text: "2", intent: "a"), understanding(.clarify, "b", "a")),
            outcome(.init(text: "3", intent: "a", accept: ["c"]), understanding(.answer, "c")),
            outcome(.init(text: "4", intent: "b"), understanding(.answer, "a", "c", "d", "b")),
            outcome(.init(text: "5", intent: "b"), understanding(.unknown, "b")),
            outcome(.init(text: "6", intent: nil), understanding(.unknown)),
            outcome(.init(text: "7", intent: nil), understanding(.answer, "a")),
            outcome(.init(text: "8", intent: nil, accept: []), understanding(.answer, "z", guide: "tim")),
            outcome(.init(text: "9", intent: nil), understanding(.clarify, "a", "b")),
        ]
        let score = EvaluationScore(outcomes, times: (1...9).map { .microseconds($0) })
        #expect(score.inScope == 5 && score.outOfScope == 4 && score.questions == 9)
        #expect(score.top1 == 3.0 / 5)
        #expect(score.top3 == 4.0 / 5)
        #expect(abs(score.top1Macro - (2.0 / 3 + 1.0 / 2) / 2) < 1e-12)
        #expect(score.answeredRight == 2.0 / 5)
        #expect(score.clarifiedRight == 1.0 / 5)
        #expect(score.answeredWrong == 1.0 / 5)
        #expect(score.refused == 1.0 / 5)
        #expect(score.outOfScopeRefused == 2.0 / 4)
        #expect(score.outOfScopeAnswered == 1.0 / 4)
        #expect(abs(score.microsecondsMean - 5) < 1e-9)
        #expect(score.microsecondsP50 == 5 && score.microsecondsP99 == 9)
        #expect(abs(score.questionsPerSecond - 200_000) < 1e-6)
    }

    @Test func keysAreThePublishedOnes() throws {
        let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(EvaluationScore([], times: [])))
        let keys = try #require(object as? [String: Any]).keys.sorted()
        #expect(
            keys == [
                "answered_right", "answered_wrong", "clarified_right", "in_scope", "microseconds_mean", "microseconds_p50", "microseconds_p99",
                "out_of_scope", "out_of_scope_answered", "out_of_scope_refused", "questions", "questions_per_second", "refused", "top1",
                "top1_macro", "top3",
            ])
    }

    @Test func borderlineQuestionsCountNowhere() {
        let questions = [
            LabelledQuestion(text: "đăng ký học bơi", intent: "hoc-boi"), LabelledQuestion(text: "bơi", intent: nil, accept: ["hoc-boi"]),
            LabelledQuestion(text: "trời hôm nay ra sao", intent: nil),
        ]
        var time = Duration.zero
        let evaluation = Evaluation(matcher: MadeUp.matcher, questions: questions) {
            time += .microseconds(3)
            return time
        }
        #expect(evaluation.outcomes.map(\.question.text) == ["đăng ký học bơi", "trời hôm nay ra sao"])
        #expect(evaluation.score.top1 == 1)
        #expect(abs(evaluation.score.microsecondsMean - 3) < 1e-9)
    }

    @Test func rowsAreReadWithAndWithoutAccept() throws {
        let rows = [#"{"text":"a","intent":null}"#, #"{"text":"b","intent":"x","accept":["y"],"style":"std"}"#]
        let read = try rows.map { try JSONDecoder().decode(LabelledQuestion.self, from: Data($0.utf8)) }
        #expect(read == [.init(text: "a", intent: nil), .init(text: "b", intent: "x", accept: ["y"])])
    }
}

@Suite struct ConditionTests {
    private let text = "Tôi không nhớ mật khẩu của mình, làm sao đăng nhập vào trang câu lạc bộ bây giờ?"

    @Test func writtenAndBare() {
        #expect(Condition.written.applied(to: text) == text)
        #expect(Condition.bare.applied(to: "Đăng nhập!") == "dang nhap")
    }

    @Test func slipsAreInATenthOfTheLettersAndAlwaysTheSame() {
        let long = String(repeating: text + " ", count: 1) + text
        let slipped = Condition.typos.applied(to: long)
        #expect(slipped == Condition.typos.applied(to: long))
        let bare = Condition.bare.applied(to: long)
        #expect(slipped != bare)
        #expect(abs(slipped.utf8.count - bare.utf8.count) < bare.utf8.count / 8)
    }

    @Test func chatAbbreviationsStandForTheirMeanings() {
        let lexicon = Lexicon(chat: [.init(written: "ko", meaning: "không"), .init(written: "mk", meaning: "mật khẩu")])
        let texts = (0..<50).map { Condition.teencode.applied(to: "Tôi không nhớ mật khẩu số \($0)", lexicon: lexicon) }
        let abbreviated = texts.count { $0.hasPrefix("toi ko nho mk so ") }
        let half = texts.count { $0.contains(" ko ") || $0.contains(" mk ") }
        #expect((15...35).contains(abbreviated))
        #expect(half > abbreviated)
        #expect(Condition.teencode.applied(to: "Khổng lồ", lexicon: lexicon) == "khong lo")
    }
}

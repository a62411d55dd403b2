import Catalogue
import Matching
import Testing
import Vietnamese

@Suite struct CatalogueProofTests {
    private func kinds(_ intents: [Intent]) -> [Diagnostic.Kind: [Diagnostic]] {
        Dictionary(grouping: CatalogueProof(Catalogue(intents: intents, lexicon: MadeUp.lexicon)).diagnostics, by: \.kind)
    }

    @Test func aSoundCatalogueHasNoFault() {
        let proof = CatalogueProof(Catalogue(intents: MadeUp.intents, lexicon: MadeUp.lexicon))
        #expect(proof.samples.count == 30)
        #expect(proof.samples.allSatisfy { $0.reachesIntent && $0.margin > 0 })
        #expect(proof.diagnostics.filter { $0.severity == .error } == [])
    }

    @Test func theSameSampleUnderTwoIntentsIsAnError() throws {
        let found = kinds(MadeUp.intents + [Intent(id: "khac", title: "Việc khác", guide: nil, questions: ["hoc boi o HỒ nào?", "việc khác"])])
        let fault = try #require(found[.repeatedSample]?.first)
        #expect(found[.repeatedSample]?.count == 1)
        #expect(fault.severity == .error)
        #expect(fault.arguments["intent"] == "khac" && fault.arguments["other"] == "hoc-boi")
    }

    @Test func aSampleThatReachesAnotherIntentIsAnError() {
        let stray = Intent(
            id: "lac", title: "Sửa quạt điện", guide: nil, questions: ["Sửa quạt điện ở đâu", "Quạt điện hỏng", "Quên nộp thuế thì làm sao"])
        let found = kinds(MadeUp.intents + [stray])
        let missing = (found[.sampleMissesIntent] ?? []) + (found[.sampleNarrow] ?? [])
        #expect(missing.contains { $0.arguments["sample"] == "Quên nộp thuế thì làm sao" })
    }

    @Test func aSampleUnlikeAllOthersIsNotedWhenLeftOut() {
        let intents = MadeUp.intents.map { intent in
            intent.id == "hoc-boi"
                ? Intent(id: intent.id, title: intent.title, guide: intent.guide, questions: intent.questions + ["Sợ nước thì ai kèm"]) : intent
        }
        let notes = kinds(intents)[.leftOutSample] ?? []
        #expect(notes.contains { $0.arguments["sample"] == "Sợ nước thì ai kèm" && $0.severity == .note })
    }

    @Test func twoIntentsWithOneWordingAreAConfusedPair() {
        let left = ["đèn hỏng bên này", "đèn tắt bên kia", "đèn cháy bên này", "đèn vỡ bên kia"]
        let right = ["đèn hỏng bên kia", "đèn tắt bên này", "đèn cháy bên kia", "đèn vỡ bên này"]
        let lamps = [
            Intent(id: "trai", title: "Đèn trái", guide: nil, questions: left), Intent(id: "phai", title: "Đèn phải", guide: nil, questions: right),
        ]
        let pairs = kinds(MadeUp.intents + lamps)[.confusedPair] ?? []
        #expect(pairs.contains { $0.severity == .warning && Set([$0.arguments["intent"], $0.arguments["other"]]) == ["trai", "phai"] })
    }

    @Test func keywordsThatTwoIntentsClaimAreAnError() {
        func intent(_ id: String, _ keywords: [[String]]) -> Intent {
            Intent(id: id, title: id, guide: nil, keywords: keywords, questions: ["mua \(id)", "bán \(id)"])
        }
        let same = kinds([intent("cam", [["mua"], ["bán", "đổi"]]), intent("quyt", [["BAN", "doi"], ["mua"]])])
        #expect(same[.repeatedKeywords]?.map(\.severity) == [.error])
        let narrower = kinds([intent("cam", [["mua", "bán", "đổi"]]), intent("quyt", [["mua"]])])
        #expect(narrower[.repeatedKeywords]?.map(\.severity) == [.warning])
        #expect(narrower[.repeatedKeywords]?.first?.arguments["intent"] == "quyt")
        #expect(kinds([intent("cam", [["mua"], ["cam"]]), intent("quyt", [["mua"]])])[.repeatedKeywords] == nil)
    }

    @Test func keywordsThatNoSampleHasAreAWarning() {
        let dead = Intent(id: "chet", title: "Chết", guide: nil, keywords: [["máy cày"], ["thuê"]], questions: ["mượn trâu", "trâu đâu"])
        let found = kinds(MadeUp.intents + [dead])[.deadKeywords] ?? []
        #expect(found.map { $0.arguments["intent"] } == ["chet"])
        #expect(found.first?.severity == .warning)
    }
}

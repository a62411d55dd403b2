/// A fault of the catalogue: where it is, what it is, and what the sentence about it needs to name.
///
/// The sentences themselves (what is wrong, what to write instead) stand in `content/editor.yaml`, one for each ``Kind``;
/// see ``EditorTexts``.
public struct Diagnostic: Sendable, Hashable {
    public enum Severity: String, Sendable, Hashable, Comparable {
        case note, warning, error

        public static func < (one: Severity, other: Severity) -> Bool { one.rank < other.rank }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    public let kind: Kind
    public let severity: Severity
    public let position: Position
    /// What the sentences of `content/editor.yaml` name in braces.
    public let arguments: [String: String]

    /// - Parameter severity: only where it differs from what is usual for this kind.
    public init(_ kind: Kind, at position: Position, severity: Severity? = nil, _ arguments: [String: String] = [:]) {
        self.kind = kind
        self.severity = severity ?? kind.severity
        self.position = position
        self.arguments = arguments
    }
}

extension Diagnostic {
    /// What can be wrong with a catalogue. The raw value is the key in `content/editor.yaml`.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        // Reading
        case missingFile = "missing-file"
        case notUTF8 = "not-utf8"
        case malformedYAML = "malformed-yaml"
        case wrongShape = "wrong-shape"
        case unknownKey = "unknown-key"
        case missingKey = "missing-key"
        case emptyValue = "empty-value"
        case malformedID = "malformed-id"
        case malformedDay = "malformed-day"
        case malformedLink = "malformed-link"
        case missingFrontMatter = "missing-front-matter"
        case misplacedHeading = "misplaced-heading"
        case missingStepID = "missing-step-id"
        case repeatedStepID = "repeated-step-id"
        case repeatedID = "repeated-id"
        case unknownPlaceholder = "unknown-placeholder"
        case repeatedForm = "repeated-form"
        case communeWithoutKind = "commune-without-kind"
        // Rules
        case unknownGuide = "unknown-guide"
        case guideWithoutIntent = "guide-without-intent"
        case unknownGroup = "unknown-group"
        case emptyGroup = "empty-group"
        case noSource = "no-source"
        case overdueReview = "overdue-review"
        case checkedInFuture = "checked-in-future"
        case reviewBeforeChecked = "review-before-checked"
        case noSteps = "no-steps"
        case tooManySteps = "too-many-steps"
        case stepTooLong = "step-too-long"
        case noDone = "no-done"
        case emptyStep = "empty-step"
        case choiceTooLong = "choice-too-long"
        case missingPicture = "missing-picture"
        case missingMessage = "missing-message"
        case messageTooLong = "message-too-long"
        case missingPhrase = "missing-phrase"
        case fewQuestions = "few-questions"
        // Wording
        case longSentence = "long-sentence"
        case foreignWord = "foreign-word"
        case missingShare = "missing-share"
        case shareTooLong = "share-too-long"
        case missingLoudspeaker = "missing-loudspeaker"
        case loudspeakerLength = "loudspeaker-length"
        case loudspeakerWithoutGuide = "loudspeaker-without-guide"
        case unusedTerm = "unused-term"
        case explanationTooLong = "explanation-too-long"
        // Proof
        case sampleMissesIntent = "sample-misses-intent"
        case sampleNarrow = "sample-narrow"
        case leftOutSample = "left-out-sample"
        case confusedPair = "confused-pair"
        case repeatedSample = "repeated-sample"
        case repeatedKeywords = "repeated-keywords"
        case deadKeywords = "dead-keywords"

        /// How grave it is, where nothing else is said.
        public var severity: Severity {
            switch self {
            case .guideWithoutIntent, .emptyGroup, .overdueReview, .fewQuestions, .confusedPair, .deadKeywords, .unknownKey, .longSentence,
                .foreignWord, .missingShare, .missingLoudspeaker, .loudspeakerWithoutGuide, .unusedTerm:
                .warning
            case .leftOutSample, .sampleNarrow: .note
            default: .error
            }
        }
    }
}

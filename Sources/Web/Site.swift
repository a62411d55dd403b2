import Dialogue
import Service

/// All addresses of the service, so that no link is a string of its own.
enum Site {
    static let home = "/"
    static let chat = "/chat"
    static let end = "/ket-thuc"
    static let assets = "/tai-nguyen"
    static let health = "/healthz"
    static let ready = "/readyz"
    /// On the internal port only.
    static let metrics = "/metrics"
    /// What the platforms post to: the channel's name and, where a service has several, the account's follow.
    static let webhooks = "/webhooks"
    /// Where Zalo leads the admin of an Official Account back to.
    static let zaloCallback = "/zalo-oa/callback"
    /// Where a plain form lands: at the newest entry of the page.
    static let newestEntry = "/#cuoi"

    static let handbook = "/huong-dan"
    static let leaflet = "to-roi"
    static let poster = "ap-phich"
    static let embed = "/nhung"
    static let embedding = "/nhung/huong-dan"
    static let sitemap = "/sitemap.xml"
    static let robots = "/robots.txt"
    /// Where a team's QR code leads.
    static let team = "/to"

    /// The coordinators' pages.
    static let manage = "/quan-ly"
    /// A one-time link; the token follows.
    static let signIn = LoginLink.path
    static let signIns = "/quan-ly/phien"
    static let signOut = "/quan-ly/thoat"
    static let signOutEverywhere = "/quan-ly/thoat-het"
    static let helpLog = "/quan-ly/so"
    static let logSearch = "/quan-ly/so/tim"
    static let logExport = "/quan-ly/so/xuat"
    static let logReview = "/quan-ly/so/duyet"
    static let logUndo = "/quan-ly/so/hoan-tac"
    static let handOvers = "/quan-ly/yeu-cau"
    static let replayTurn = "/quan-ly/yeu-cau/chay-lai"
    static let resendReply = "/quan-ly/yeu-cau/gui-lai"
    static let questions = "/quan-ly/cau-hoi"
    static let questionPreview = "/quan-ly/cau-hoi/xem"
    static let questionPropose = "/quan-ly/cau-hoi/them"
    static let questionDismiss = "/quan-ly/cau-hoi/bo"
    static let phrases = "/quan-ly/cau-bo-sung"
    static let phrasePreview = "/quan-ly/cau-bo-sung/xem"
    static let phraseDecide = "/quan-ly/cau-bo-sung/quyet"
    static let report = "/quan-ly/bao-cao"
    static let reportSheet = "/quan-ly/bao-cao/in"
    static let reportFile = "/quan-ly/bao-cao/tai"
    static let reportTexts = "/quan-ly/bao-cao/phan-viet"

    /// Where the platform posts to for an account of a channel; an empty name where there is one account.
    static func webhook(_ channel: String, _ account: String) -> String {
        [webhooks, channel, account].filter { !$0.isEmpty }.joined(separator: "/")
    }

    /// - Parameter id: of the guide.
    static func guide(_ id: String) -> String { handbook + "/" + id }

    /// What a form sends to the chat to open a guide there.
    static func choice(opening guide: String) -> String { ChoiceValue(.open, guide: guide, turn: 0).text }

    static func leaflet(of guide: String) -> String { self.guide(guide) + "/" + leaflet }

    static func poster(of guide: String) -> String { self.guide(guide) + "/" + poster }

    /// - Parameter code: of the team, `a-z A-Z 0-9 -`; anything else is left out, so that nothing of it can change the address.
    static func team(_ code: String, guide: String) -> String {
        let letters = code.unicodeScalars.filter { $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-") }
        return team + "/" + String(String.UnicodeScalarView(letters)) + "?bai=" + guide
    }
}

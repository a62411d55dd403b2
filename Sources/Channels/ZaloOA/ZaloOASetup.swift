import Foundation

/// Who Zalo says our Official Account is. Where it posts to is set and seen in Zalo's console only.
extension ZaloOA {
    private struct Answer: Decodable, Sendable {
        struct Account: Decodable, Sendable {
            @Lenient var name: String?
            @Lenient var oaId: PlatformID?
            @Lenient var oaType: Int?
            @Lenient var isVerified: Bool?
            @Lenient var packageName: String?
        }

        let data: Account
    }

    public var inquiries: [Inquiry] {
        let hasOneSecret = settings.webhookSecret == settings.appSecret
        return [
            Inquiry(settings.apiURL.appending(path: "v2.0/oa/getoa"), headers: ["access_token": accessToken().value]) { (answer: Answer) in
                let account = answer.data
                let kind = [2: "business", 4: "government"][account.oaType ?? 0]
                let names = [account.name, account.oaId?.text, kind, account.packageName].compactMap { $0 }
                return [.identity(names.joined(separator: ", ")), .webhookInConsole]
                    + (hasOneSecret ? [.note("the webhook's secret is the app's: the webhook page shows another, the “OA Secret Key”")] : [])
                    + (account.isVerified == false ? [.trouble("the account is not verified: Zalo refuses to send (error -221)")] : [])
            }
        ]
    }
}

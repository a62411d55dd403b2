/// All addresses of the service, so that no link is a string of its own.
enum Site {
    static let home = "/"
    static let chat = "/chat"
    static let end = "/ket-thuc"
    static let assets = "/tai-nguyen"
    static let health = "/healthz"
    static let ready = "/readyz"
    /// Where a plain form lands: at the newest entry of the page.
    static let newestEntry = "/#cuoi"
}

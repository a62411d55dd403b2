import Testing

/// A log line as a member might write it on Tuesday, 24 November 2026, and what is to be read in it.
struct LogLineCase: Sendable, CustomTestStringConvertible {
    let text: String
    /// `topic | people | place | day | outcome | difficulty`; empty where nothing was said, `?` where what was said tells nothing
    /// certain, the day without its year, `+`, `-` and `>` for an ending that is good, bad or passed on.
    let expected: String

    var testDescription: String { text }

    init(_ text: String, _ expected: String) {
        self.text = text
        self.expected = expected
    }

    static let all = plain + days + people + endings + places + reasons + chat + incomplete

    static let plain = [
        LogLineCase("ghi giúp 3 bác ở tổ 5 cài vneid xong", "cài vneid | 3 | tổ 5 | | + |"),
        LogLineCase(
            "ghi hôm qua hd bà con nộp hồ sơ khai sinh, 1 người, chưa xong vì ko có otp", "nộp hồ sơ khai sinh | 1 | | 11-23 | - | ko có otp"),
        LogLineCase("ghi: giúp 3 bác cài VNeID, xong", "cài VNeID | 3 | | | + |"),
        LogLineCase("Ghi sổ: sáng nay hỗ trợ 2 cô đăng nhập dịch vụ công, xong rồi ạ", "đăng nhập dịch vụ công | 2 | | 11-24 | + |"),
        LogLineCase("ghi nhận hướng dẫn 5 hộ quét mã QR nhận tiền, thành công", "quét mã QR nhận tiền | 5 | | | + |"),
        LogLineCase(
            "ghi kích hoạt định danh mức 2 cho 4 cụ tại nhà văn hóa thôn 3 xong", "kích hoạt định danh mức 2 | 4 | nhà văn hóa thôn 3 | | + |"),
        LogLineCase("ghi lại hôm nay chỉ 1 bác gia hạn bảo hiểm y tế, ok", "gia hạn bảo hiểm y tế | 1 | | 11-24 | + |"),
        LogLineCase("GHI GIÚP 3 BÁC CÀI VNEID XONG", "CÀI VNEID | 3 | | | + |"),
        LogLineCase("ghi giup 3 bac cai vneid xong", "cai vneid | 3 | | | + |"),
        LogLineCase("ghi hom qua huong dan 2 co nop ho so khai sinh chua xong", "nop ho so khai sinh | 2 | | 11-23 | - |"),
        LogLineCase("ghi 6 người tra cứu hồ sơ ở ubnd xã, xong hết", "tra cứu hồ sơ | 6 | ubnd xã | | + |"),
        LogLineCase("ghi em hỗ trợ 1 chị nộp phạt nguội được rồi", "nộp phạt nguội | 1 | | | + |"),
        LogLineCase("ghi xong 3 bác cài vneid ở thôn 2 chiều nay", "cài vneid | 3 | thôn 2 | 11-24 | + |"),
        LogLineCase("ghi lúc 8h30 giúp 2 bác mở tài khoản ngân hàng, xong", "mở tài khoản ngân hàng | 2 | | | + |"),
    ]

    static let days = [
        LogLineCase("ghi hôm kia giúp 2 người đổi sim vneid xong", "đổi sim vneid | 2 | | 11-22 | + |"),
        LogLineCase("ghi bữa trước giúp 2 người cài vneid xong", "cài vneid | 2 | | ? | + |"),
        LogLineCase("ghi thứ 2 hd 3 ng cài etax, xong", "cài etax | 3 | | 11-23 | + |"),
        LogLineCase("ghi t2 hd 3 ng cài etax xong", "cài etax | 3 | | 11-23 | + |"),
        LogLineCase("ghi thứ 3 giúp 1 bác cài vneid xong", "cài vneid | 1 | | 11-24 | + |"),
        LogLineCase("ghi thứ tư giúp 1 bác cài vneid xong", "cài vneid | 1 | | 11-18 | + |"),
        LogLineCase("ghi thứ 3 tuần trước giúp 1 bác cài vneid xong", "cài vneid | 1 | | 11-17 | + |"),
        LogLineCase("ghi chủ nhật vừa rồi giúp 1 bác cài vneid xong", "cài vneid | 1 | | 11-22 | + |"),
        LogLineCase("ghi cn giup 4 ba con nop phat nguoi xong", "nop phat nguoi | 4 | | 11-22 | + |"),
        LogLineCase("ghi thứ 6 tuần này giúp 1 bác cài vneid xong", "cài vneid | 1 | | ? | + |"),
        LogLineCase("ghi 12/11 giúp 1 bác cài vneid xong", "cài vneid | 1 | | 11-12 | + |"),
        LogLineCase("ghi ngày 12/11 giúp 1 bác cài vneid xong", "cài vneid | 1 | | 11-12 | + |"),
        LogLineCase("ghi 12-11 giúp 1 bác cài vneid xong", "cài vneid | 1 | | 11-12 | + |"),
        LogLineCase("ghi 12/11/2026 giúp 1 bác cài vneid xong", "cài vneid | 1 | | 11-12 | + |"),
        LogLineCase("ghi ngày 12 giúp 1 bác cài vneid xong", "cài vneid | 1 | | 11-12 | + |"),
        LogLineCase("ghi ngày 30 giúp 1 bác cài vneid xong", "cài vneid | 1 | | 10-30 | + |"),
        LogLineCase("ghi ngày 12 tháng 11 giúp 1 bác cài vneid xong", "cài vneid | 1 | | 11-12 | + |"),
        LogLineCase("ghi sáng ngày 20 tháng 11 năm 2026 giúp 1 bác cài vneid xong", "cài vneid | 1 | | 11-20 | + |"),
        LogLineCase("ghi 31/2 giúp 1 bác cài vneid xong", "cài vneid | 1 | | ? | + |"),
        LogLineCase("ghi 25/11/2026 giúp 1 bác cài vneid xong", "cài vneid | 1 | | ? | + |"),
        LogLineCase("ghi ngày mai giúp 1 bác cài vneid xong", "cài vneid | 1 | | ? | + |"),
        LogLineCase("ghi 2 hôm trước giúp 3 bác cài vneid xong", "cài vneid | 3 | | 11-22 | + |"),
        LogLineCase("ghi tối qua giúp 3 bác cài vneid xong", "cài vneid | 3 | | 11-23 | + |"),
        LogLineCase("ghi hqua giúp 3 bác cài vneid xong", "cài vneid | 3 | | 11-23 | + |"),
        LogLineCase("ghi hôm qua với hôm nay giúp 3 bác cài vneid xong", "cài vneid | 3 | | ? | + |"),
        LogLineCase("ghi nay giúp 3 bác cài vneid xong", "cài vneid | 3 | | 11-24 | + |"),
        LogLineCase("ghi thứ 2 ngày 23/11 giúp 3 bác cài vneid xong", "cài vneid | 3 | | 11-23 | + |"),
        LogLineCase("ghi mùng 5 giúp 3 bác cài vneid xong", "cài vneid | 3 | | ? | + |"),
    ]

    static let people = [
        LogLineCase("ghi giúp bà Tư cài vneid xong", "cài vneid | 1 | | | + |"),
        LogLineCase("ghi giup ba tu cai vneid xong", "cai vneid | 1 | | | + |"),
        LogLineCase("ghi giúp một cụ cài vneid xong", "cài vneid | 1 | | | + |"),
        LogLineCase("ghi giúp 2 vợ chồng cài vneid xong", "cài vneid | 2 | | | + |"),
        LogLineCase("ghi giúp vợ chồng chú Sáu cài vneid xong", "cài vneid | 2 | | | + |"),
        LogLineCase("ghi giúp mấy bác cài vneid xong", "cài vneid | ? | | | + |"),
        LogLineCase("ghi giúp vài người cài vneid xong", "cài vneid | ? | | | + |"),
        LogLineCase("ghi giúp bà con cài vneid xong", "cài vneid | ? | | | + |"),
        LogLineCase("ghi hướng dẫn mười hai người cài vneid xong", "cài vneid | 12 | | | + |"),
        LogLineCase("ghi hướng dẫn hai mươi lăm hộ cài vneid xong", "cài vneid | 25 | | | + |"),
        LogLineCase("ghi hướng dẫn 2 chục người cài vneid xong", "cài vneid | 20 | | | + |"),
        LogLineCase("ghi hướng dẫn cả chục người cài vneid xong", "cài vneid | ? | | | + |"),
        LogLineCase("ghi hướng dẫn 2-3 người cài vneid xong", "cài vneid | ? | | | + |"),
        LogLineCase("ghi hướng dẫn hai ba người cài vneid xong", "cài vneid | ? | | | + |"),
        LogLineCase("ghi hướng dẫn 500 người cài vneid xong", "cài vneid | 500 | | | + |"),
        LogLineCase("ghi hướng dẫn 501 người cài vneid xong", "cài vneid | ? | | | + |"),
        LogLineCase("ghi hướng dẫn 2 bác và 1 cô cài vneid xong", "cài vneid | 3 | | | + |"),
        LogLineCase("ghi giúp bác Tư với cô Ba cài vneid xong", "cài vneid | 2 | | | + |"),
        LogLineCase("ghi giúp 3 bác cài vneid, 2 người xong, 1 người chưa", "cài vneid | ? | | | ? |"),
        LogLineCase("ghi hướng dẫn nộp 25 dịch vụ thiết yếu cho 2 bác xong", "nộp 25 dịch vụ thiết yếu | 2 | | | + |"),
        LogLineCase("ghi tổ 5 cài vneid xong", "cài vneid | | tổ 5 | | + |"),
        LogLineCase("ghi giup ba nguoi cai vneid xong", "cai vneid | 3 | | | + |"),
        LogLineCase("ghi giup ba cu cai vneid xong", "cai vneid | ? | | | + |"),
        LogLineCase("ghi giúp bác 80 tuổi hàng xóm cài vneid xong", "bác hàng xóm cài vneid | | | | + |"),
        LogLineCase("ghi giúp 3bác cài vneid xong", "cài vneid | 3 | | | + |"),
        LogLineCase("ghi giúp chị Hoa cài vneid xong", "cài vneid | 1 | | | + |"),
        LogLineCase("ghi giúp hơn 10 người cài vneid xong", "cài vneid | ? | | | + |"),
        LogLineCase("ghi giúp 0 người cài vneid xong", "cài vneid | ? | | | + |"),
    ]

    static let endings = [
        LogLineCase("ghi 2 bác cài vneid chưa được", "cài vneid | 2 | | | - |"),
        LogLineCase("ghi 2 bác cài vneid ko được", "cài vneid | 2 | | | - |"),
        LogLineCase("ghi 2 bác chưa cài được vneid", "cài vneid | 2 | | | - |"),
        LogLineCase("ghi 2 bác cài vneid, bó tay", "cài vneid | 2 | | | - |"),
        LogLineCase("ghi 2 bác cài vneid bị lỗi", "cài vneid | 2 | | | - |"),
        LogLineCase("ghi 2 bác cài vneid, hẹn mai làm tiếp", "cài vneid | 2 | | | - |"),
        LogLineCase("ghi 2 bác cài vneid không thành công", "cài vneid | 2 | | | - |"),
        LogLineCase("ghi 2 bác cài vneid xong rồi mà chưa nhận mã", "cài vneid | 2 | | | ? | chưa nhận mã"),
        LogLineCase("ghi 2 bác cài vneid lúc đầu chưa được, sau xong rồi", "cài vneid | 2 | | | ? |"),
        LogLineCase("ghi 2 bác cài vneid chưa được, chuyển cấp trên", "cài vneid | 2 | | | > |"),
        LogLineCase("ghi 1 bác làm khai sinh, chuyển lên xã vì thiếu giấy", "làm khai sinh | 1 | | | > | thiếu giấy"),
        LogLineCase("ghi giúp được 3 bác cài vneid", "cài vneid | 3 | | | |"),
        LogLineCase("ghi giúp 2 bác không nhận được mã otp xong", "không nhận được mã otp | 2 | | | + |"),
        LogLineCase("ghi 1 người chưa có căn cước làm định danh xong", "chưa có căn cước làm định danh | 1 | | | + |"),
        LogLineCase("ghi 2 bác cài vneid đc r nha", "cài vneid | 2 | | | + |"),
    ]

    static let places = [
        LogLineCase("ghi tại thôn Bình Đông giúp 3 bác cài vneid xong", "cài vneid | 3 | thôn Bình Đông | | + |"),
        LogLineCase("ghi o thon binh dong cai vneid cho 3 bac xong", "cai vneid | 3 | thon binh dong | | + |"),
        LogLineCase("ghi giúp 2 bác tổ 5, thôn 3 cài vneid xong", "cài vneid | 2 | tổ 5, thôn 3 | | + |"),
        LogLineCase("ghi ở nhà bác Tư cài vneid xong", "cài vneid | 1 | nhà | | + |"),
        LogLineCase("ghi ngoài chợ hd 4 tiểu thương nhận tiền qr, xong", "nhận tiền qr | 4 | chợ | | + |"),
        LogLineCase("ghi đăng ký xe o to cho 1 anh xong", "đăng ký xe o to | 1 | | | + |"),
        LogLineCase("ghi 3 người tạo tai khoan vneid, xong", "tạo tai khoan vneid | 3 | | | + |"),
    ]

    static let reasons = [
        LogLineCase("ghi 2 bác cài vneid chưa xong do máy cũ", "cài vneid | 2 | | | - | máy cũ"),
        LogLineCase("ghi 2 bác cài vneid chưa xong, máy cũ quá", "cài vneid | 2 | | | - | máy cũ quá"),
        LogLineCase("ghi cài vneid chưa xong vì máy cũ, mạng yếu, 2 người, ở tổ 5", "cài vneid | 2 | tổ 5 | | - | máy cũ, mạng yếu"),
        LogLineCase("ghi 2 bac nop ho so khai sinh ko dc do thieu giay", "nop ho so khai sinh | 2 | | | - | thieu giay"),
        LogLineCase("ghi vì mạng yếu nên 2 bác cài vneid chưa xong", "cài vneid | 2 | | | - | mạng yếu"),
        LogLineCase("ghi giúp cấp so do cho 1 bác, chưa xong tại thiếu hồ sơ", "cấp so do | 1 | | | - | thiếu hồ sơ"),
        LogLineCase("ghi 1 bác nộp phạt vi phạm giao thông xong", "nộp phạt vi phạm giao thông | 1 | | | + |"),
        LogLineCase("ghi cài vneid 2 bác, vướng sim không chính chủ, chưa được", "cài vneid | 2 | | | - | sim không chính chủ"),
    ]

    static let chat = [
        LogLineCase("ghi hnay ht 2ng cai vneid o to5 xong", "cai vneid | 2 | to5 | 11-24 | + |"),
        LogLineCase("ghi hqua hd 3 bc kich hoat dinh danh k dc vi k co otp", "kich hoat dinh danh | 3 | | 11-23 | - | k co otp"),
        LogLineCase("ghi t7 giúp 2 a c cài etax, ok nha", "2 a c cài etax | | | 11-21 | + |"),
    ]

    static let incomplete = [
        LogLineCase("ghi", "| | | | |"),
        LogLineCase("ghi xong", "| | | | + |"),
        LogLineCase("ghi giúp 3 bác", "| 3 | | | |"),
        LogLineCase("ghi cài vneid", "cài vneid | | | | |"),
    ]
}

import Testing
import Vietnamese

/// A message that gives something away; all of it is made up.
struct SecretCase: Sendable, CustomTestStringConvertible {
    let secret: Secret
    /// Folded and without spaces: no part of it may remain.
    let leak: String
    let text: String

    var testDescription: String { text }

    static let all: [SecretCase] =
        cases(.phoneNumber, phoneNumbers) + cases(.identityNumber, identityNumbers) + cases(.cardNumber, cardNumbers)
        + cases(.accountNumber, accountNumbers) + cases(.oneTimeCode, oneTimeCodes) + cases(.password, passwords)
        + cases(.emailAddress, emailAddresses)

    /// One case a line: the leak, a space, the text.
    private static func cases(_ secret: Secret, _ lines: String) -> [SecretCase] {
        lines.split(separator: "\n").map { line in
            let parts = line.split(separator: " ", maxSplits: 1)
            return SecretCase(secret: secret, leak: String(parts[0]), text: String(parts[1]))
        }
    }

    private static let phoneNumbers = """
        0905000111 0905000111
        0905000111 0905 000 111
        0905000111 0905.000.111
        0905000111 0905-000-111
        0905000111 0905 000111
        0905000111 09 05 00 01 11
        0905000111 0 9 0 5 0 0 0 1 1 1
        0905000111 (0905) 000 111
        0905000111 0905/000/111
        0905000111 0905,000,111
        0905000111 0905_000_111
        0905000111 0905 - 000 - 111
        905000111 +84 905 000 111
        905000111 +84905000111
        905000111 84905000111
        905000111 (+84) 905000111
        905000111 0084 905 000 111
        905000111 +84.905.000.111
        905000111 +84 (0) 905 000 111
        0235300111 0235 300 0111
        0235300111 0235.3000.111
        02353000111 02353 000 111
        0905000111 O9O5 OOO 111
        0905000111 o905ooo111
        0905000111 09o5 000 111
        0905000111 ０９０５０００１１１
        0905000111 ０９０５ ０００ １１１
        0905000111 0️⃣9️⃣0️⃣5️⃣0️⃣0️⃣0️⃣1️⃣1️⃣1️⃣
        0905000111 0905\u{200B}000\u{200B}111
        khongchin không chín không năm không không không một một một
        khongchin khong chin khong nam khong khong khong mot mot mot
        khongchin số em là không chín không năm, không không không, một một một ạ
        0905 0905 không không không một một một
        khongkhongkhong 0905 không không không 111
        khongchin Không Chín 05 000 111
        baymotmot không bảy không bảy bảy bảy bảy một một một
        0905000111 số điện thoại của em là 0905000111
        0905000111 sđt: 0905.000.111
        0905000111 sdt0905000111
        0905000111 gọi em theo số 0905 000 111 nhé
        0905000111 zalo 0905000111 ạ
        0905000111 em ở tổ 12, gọi 0905000111
        0905000111 em dùng sim 0905000111 không nhận được otp
        0905000111 làm được không 0905 000 111
        0905000111 ngày 12/11/2025 em gọi 0905000111
        0905000111 0905000111 12/11/2025
        0905000222 0905000111, 0905000222
        khongchin số của tôi là không chín lẻ năm không không không một một một một
        0905i00111 sđt 0905I00111
        0300111222 số của con: 0300111222
        0700111222 Alo 0700 111 222
        0888000111 bác gái 0888.000.111
        01230001111 số cũ 0123 000 1111
        3000111 điện thoại bàn 3 000 111
        3000111 sđt bàn: 3000111
        0905000111 0905 000\u{A0}111
        0905000111 nghị định 69/2024 sđt 0905000111
        """

    private static let identityNumbers = """
        079000000111 079000000111
        079000000111 079 000 000 111
        079000000111 079.000.000.111
        079000000111 0790-0000-0111
        079000000111 0790 0000 0111
        079000000111 số cccd của em là 079000000111
        079000000111 CCCD:079000000111
        079000000111 cccd079000000111
        079000000111 em tên A sinh năm 1990 cccd 079000000111
        079000000111 căn cước 079 0000 00111 bị sai
        079000000111 o79ooooo0111
        079000000111 ０７９００００００１１１
        khongbay không bảy chín không không không không không không một một một
        khongbay khong bay chin, khong khong khong, khong khong khong, mot mot mot
        212000111 cmnd 212000111
        212000111 212000111
        212000111 chứng minh nhân dân số 212 000 111
        212000111 212.000.111
        000111 6 số cuối căn cước 000111
        079000000111 định danh 079000000111 không đăng nhập được
        051000000222 tra giúp 051000000222 với
        051000000222 051000000222 đây ạ
        051000000222 làm lại thẻ, số 051000000222.
        051000000222 hồ sơ của 051000000222
        """

    private static let cardNumbers = """
        4111111111111111 4111111111111111
        4111111111111111 4111 1111 1111 1111
        4111111111111111 thẻ visa 4111-1111-1111-1111
        5555555555554444 5555 5555 5555 4444
        5555555555554444 số thẻ của em 5555555555554444
        9704000000000018 9704 0000 0000 0018
        9704000000000018 thẻ atm 9704000000000018
        378282246310005 3782 822463 10005
        9704198526191432198 9704 1985 2619 1432 198
        4111111111111111 nộp tiền bằng thẻ 4111.1111.1111.1111 được không
        """

    private static let accountNumbers = """
        0123456789 stk 0123456789
        0123456789 stk: 0123456789
        0123456789 STK0123456789
        0123456789 số tài khoản 0123456789
        0123456789 so tai khoan 0123 456 789
        0123456789 so tk: 0123456789
        0123456789 số tk của em là 0123.456.789
        0123456789 Vietcombank 0123456789
        0123456789 0123456789 vcb
        0123456789 0123456789 ngân hàng A
        1234567 stk agribank 1234567
        12345678 bidv 12345678
        5600000111222 tài khoản 5600000111222 nhận tiền
        5600000111222 chuyển vào 5600 0001 11222 giúp em
        10000111222333 10000111222333
        1900000111222 tk vietinbank 1900000111222
        12000111 ck mb bank 12000111
        """

    private static let oneTimeCodes = """
        774193 774193
        774193 774 193
        774193 774-193
        774193 7 7 4 1 9 3
        7741 7741
        77419 77419
        77419300 77419300
        774193 ７７４１９３
        baybay bảy bảy bốn một chín ba
        baybay mã otp là bảy bảy bốn một chín ba
        baybay ma otp bay bay bon mot chin ba
        774193 ma otp 774193
        774193 otp của tôi là 774 193
        774193 OTP: 774193
        774193 otp774193
        774193 otp=774193
        7741 otp 7741
        774193 mã xác thực 774193
        774193 mã xác nhận của em là 774193
        774193 ma xac minh: 774-193
        774193 passcode 774193
        1234 pin 1234
        1234 mã pin là 1234
        774193 774193 là mã otp của em
        774193 774193 la ma xac thuc
        774193 nó gửi 774193 rồi sao nữa
        774193 em nhận được số 774193 ạ
        774193 774193 ạ
        774193 mã là 774193
        774193 nhập 774193 mà báo sai
        774193 otp vneid gửi về là 774193
        120000 mã otp của em là 120000
        7741 mã pin vneid của cháu là 7741
        a7k9q2 mã xác nhận: A7K9Q2
        1990 mã pin 1990
        774193 mã kích hoạt 774193
        774193 mã bảo mật em nhận được: 774193
        774193 774 193 đúng không
        774193 em nhập 774 193 rồi
        774193 passcode vneid của bác là 774193 nhé
        """

    private static let passwords = """
        abc123 mk là Abc@123
        abc123 mật khẩu: Abc@123
        abc123 mật khẩu Abc@123
        abc123 mat khau cua em la Abc@123
        abc123 mat khau cua em la abc123
        abc123 pass Abc@123
        abc123 pass: abc123
        abc123 pass abc123
        abc123 password=abc123
        abc123 mk:abc123
        abc123 mk: abc@123
        abc123 MK Abc123!
        123456 mk 123456
        123456 mk123456
        123456 mật khẩu là 123456
        123456789 mật khẩu vneid của em là 123456789
        24111990 mật khẩu là 24/11/1990
        hoahong mk là hoahong
        hoahong mật khẩu của em là hoahong
        hoahong mat khau: hoahong
        quangngai mk vneid của con là QuangNgai
        quangngai2025 mật khẩu: Quangngai@2025 sao không vào được
        abc123 mật khẩu cũ là Abc@123, mật khẩu mới em quên
        abc123 Abc@123 là mật khẩu của em
        abc123 abc@123 là mk ạ
        abc123 em đặt mật khẩu Abc#123 mà báo sai
        abc123 em đặt mật khẩu là "Abc#123"
        abc123 mật khẩu của tài khoản dịch vụ công là Abc$123
        minh1990 mk là minh 1990
        minh1990 mật khẩu là Minh1990
        hoahong1 pass wifi: hoahong1
        abcxyz mật khẩu = abc_xyz
        matkhau1 mk là Matkhau1
        vn2025 mk của em vn2025
        abc123 mật khẩu ( Abc@123 ) không đúng
        abc123 mật khẩu “Abc@123” không đúng
        1234 mk 1234
        abc123 Abc@123
        abc123 tài khoản: 079000000111/Abc@123
        123456 mật khẩu là 1 2 3 4 5 6
        motba mật khẩu là một ba một ba
        hoahong mật khẩu em đặt là hoa hồng 123
        abc12345 tên đăng nhập 079000000111 mật khẩu Abc12345
        hoahong pass là hoahongdo
        000111 tk: 079000000111 mk: 000111
        abc123 tk 0905000111 pass Abc@123
        abc123 ma\u{323}\u{302}t kha\u{302}\u{309}u la\u{300} Abc@123
        """

    private static let emailAddresses = """
        tenmau tenmau@gmail.com
        tenmau tenmau gmail.com
        tenmau tenmau (at) gmail (dot) com
        tenmau email của em là ten.mau@gmail.com
        tenmau email:ten_mau+1@example.com.
        tenmau tenmau (at) gmail.com
        tenmau tenmau [at] example.com
        tenmau tenmau at gmail.com
        tenmau tenmau @ gmail.com
        tenmau tenmau@gmail
        tenmau tenmau a còng gmail.com
        tenmau tenmau a cong gmail chấm com
        tenmau tenmau@yahoo.com.vn
        tenmau gửi vào ten-mau@vi-du.vn giúp em
        tenmau1990 tenmau1990@gmail.com với 0905000111
        tenmau TENMAU@GMAIL.COM
        tenmau <tenmau@example.org>
        """
}

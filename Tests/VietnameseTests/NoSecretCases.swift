/// Messages that give nothing away and must stay as they are, one a line.
enum NoSecretCases {
    static let all = (numbers + "\n" + questions).split(separator: "\n").map(String.init)

    private static let numbers = """
        113
        gọi 113, 114 hay 115
        bị lừa gọi 156 hoặc 5656
        5656
        1022
        tổng đài 1022
        18001096
        1800 1096
        gọi 18001096 được không
        19000368
        1900 0368
        1900.0368
        gọi 1900 9068 nhé
        hotline: 19009068
        tổng đài 1900 0368 không nghe máy
        số 1900 561 292 của ai
        12/11/2025
        ngày 12/11/2025
        24-11-2026
        24.11.2026
        2026-11-24
        hẹn 24-11-2026 lúc 17:30
        2026
        năm 2026
        từ năm 2025, năm 2026 ba tôi đi làm
        năm 2024, 2025, 2026
        2025-2026
        500.000đ
        500000đ
        500.000 đồng
        phí 500000
        lệ phí 120000
        10 triệu
        20,000,000 VND
        20.000.000 đồng
        1.000.000
        1.234.567 đồng
        chuyển 200000000 đồng
        200.000.000
        vay 100 000 000 đồng
        giá 1.500.000.000
        phạt 4.000.000-6.000.000 đồng
        phạt từ 4.000.000 - 6.000.000
        soạn tin gửi 1414
        1414
        thông tư 08/2026
        thông tư 08/2026/TT-BTC
        nghị định 69/2024/NĐ-CP
        nghị định 69/2024
        luật 26/2023/QH15
        quyết định 1234/QĐ-UBND
        quyết định số 1234/QĐ-UBND ngày 12/11/2025
        đề án 06
        tổ 12
        ở tổ 12 khu phố 3
        mức 2
        định danh mức 2
        tài khoản định danh mức 2
        bước 3
        bước 1, 2, 3 làm rồi
        1
        2
        12
        7h30
        17:30
        từ 7h30 đến 11h30
        17:30 24/11/2026
        H48.12-251124-0001
        mã hồ sơ H48.12-251124-0001
        mã hồ sơ 000.00.19.H48-251124-0001
        hồ sơ 000.00.19.H48-251124-0001 tới đâu rồi
        mã hồ sơ: 251124-0001
        mã hồ sơ 000.00.19-251124-0001
        ERR_123456
        thủ tục 1.004227
        thủ tục 1.004227.000.00.00.H48
        mã thủ tục 2.000889
        số nhà 12/3
        nhà 12/3/5 đường số 7
        phiên bản 2.1.10
        vneid 2.1.10 bị lỗi
        lỗi 4003
        báo lỗi 100234
        mã lỗi 4003 là gì
        3G 4G
        không có 4g
        25 dịch vụ
        25 dịch vụ công trực tuyến
        có 774193 người dùng
        iOS 17.5.1
        iphone 15
        android 14
        60 tuổi
        96 xã phường
        2,2 triệu dân
        18 tuổi 6 tháng
        +84
        tài khoản 500.000 đồng
        trong tài khoản còn 2.000.000 đồng
        otp hết hạn sau 5 phút
        otp 3 lần không về
        otp gồm 6 số
        otp về chậm 10-15 phút
        pin 5000mAh
        biển số 76A-12345
        gọi 113 114 115
        xác nhận cư trú ct07
        quên mật khẩu thì hỏi công an xã/19000368
        mật khẩu sai 5 lần bị khóa 24h
        mã otp ngày 24/11/2026 không về
        mã otp năm 2026
        quên mật khẩu từ năm 2025
        quên mật khẩu gọi 19000368
        quên mật khẩu thì gọi 1022 à
        mật khẩu bị lỗi 4003
        mk ở tổ 12
        mk sinh năm 1990
        mk cần 500k
        """

    private static let questions = """
        quên mật khẩu rồi làm sao
        mật khẩu là gì
        mat khau la gi
        mk quên rồi
        mk là gì vậy
        mk là j
        mk là người Quảng Ngãi
        mk muốn hỏi làm căn cước
        otp không về
        mã otp là gì
        otp là gì
        ma otp la ma gi
        đổi mật khẩu thế nào
        đổi mật khẩu vneid
        quên mật khẩu vneid
        quen mk vneid
        quên pass facebook
        quên mật khẩu gmail
        mật khẩu không đúng
        mật khẩu ko đúng
        mật khẩu phải có chữ hoa
        mật khẩu phải có 8 ký tự
        mật khẩu từ 8-20 ký tự
        mật khẩu từ 8 đến 20 ký tự
        mật khẩu gồm chữ hoa, số và ký tự @ # $
        mật khẩu cấp 2
        mật khẩu cấp2 là gì
        mật khẩu: quên rồi
        mật khẩu của em là quên mất rồi
        mật khẩu/mã pin
        tên đăng nhập và mật khẩu là số cccd à
        mật khẩu là cccd hả
        mật khẩu là khoong đúng
        matkhau la gi
        làm sao lấy lại passcode
        passcode là gì
        mã pin là gì
        mã xác thực không gửi về máy
        mã xác nhận ở đâu
        số tài khoản là gì
        đăng ký tài khoản thế nào
        số điện thoại không chính chủ
        đổi số điện thoại trên vneid
        email là gì
        không có email thì sao
        ba má năm nay sáu mươi
        hai ba năm sau bốn người
        không một ai hay
        @tungngo_bot xin chào
        vào gmail.com
        vào dichvucong.gov.vn
        www.dichvucong.gov.vn không vào được
        https://dichvucong.quangngai.gov.vn
        điện thoại samsung có dùng được không
        ngân hàng yêu cầu sinh trắc học
        ở nhà lúc 7 giờ
        👍
        ...
        •••
        mk là •••
        """
}

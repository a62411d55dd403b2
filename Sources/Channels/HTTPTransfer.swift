import CLibcurl
import Foundation

/// One call under way: what is sent, what has come of the answer. Lives on the loop's thread.
final class HTTPTransfer {
    let handle: UnsafeMutableRawPointer
    var id: Int { call.id }

    private let call: HTTPInbox.Call
    private let host: String
    private let longestAnswer: Int
    private let headerList: UnsafeMutablePointer<curl_slist>?
    private var sent = 0
    private var received = 0
    private var headers: [String: String] = [:]
    private var body = Data()

    init?(_ call: HTTPInbox.Call, policy: OutboundPolicy) {
        guard let handle = curl_easy_init() else { return nil }
        self.handle = handle
        self.call = call
        host = call.request.url.host() ?? ""
        longestAnswer = policy.longestAnswer
        var list: UnsafeMutablePointer<curl_slist>?
        for (name, value) in call.request.headers { list = curl_slist_append(list, "\(name): \(value)") ?? list }
        // No pause in which the server is asked whether it would like the body.
        headerList = curl_slist_append(list, "Expect:") ?? list
        limit(policy)
        direct(policy)
        exchange()
    }

    deinit {
        curl_easy_cleanup(handle)
        curl_slist_free_all(headerList)
    }

    private func limit(_ policy: OutboundPolicy) {
        curl_set_number(handle, CURLOPT_NOSIGNAL, 1)
        // A name that is still being looked up when the time is over must not hold up the loop.
        curl_set_number(handle, CURLOPT_QUICK_EXIT, 1)
        let left = max(call.deadline - .now, .milliseconds(1))
        curl_set_number(handle, CURLOPT_TIMEOUT_MS, Int(left / .milliseconds(1)) + 1)
        curl_set_number(handle, CURLOPT_CONNECTTIMEOUT_MS, Int(policy.connectTimeout / .milliseconds(1)))
    }

    private func direct(_ policy: OutboundPolicy) {
        curl_set_text(handle, CURLOPT_URL, call.request.url.absoluteString)
        curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
        curl_set_number(handle, CURLOPT_FOLLOWLOCATION, 0)
        curl_set_number(handle, CURLOPT_SSL_VERIFYPEER, 1)
        curl_set_number(handle, CURLOPT_SSL_VERIFYHOST, 2)
        curl_set_number(handle, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        if let certificates = policy.certificates {
            curl_set_text(handle, CURLOPT_CAINFO, certificates.path)
            curl_set_text(handle, CURLOPT_CAPATH, nil)
        }
        // Empty, not unset: then the environment's proxies do not count.
        curl_set_text(handle, CURLOPT_PROXY, policy.proxy?.absoluteString ?? "")
        curl_set_text(handle, CURLOPT_NOPROXY, "localhost,127.0.0.1,::1")
        curl_set_number(handle, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        curl_set_number(handle, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
        // Where a connection to the host is being made, wait whether it takes many calls at once.
        curl_set_number(handle, CURLOPT_PIPEWAIT, call.request.url.scheme == "https" ? 1 : 0)
    }

    private func exchange() {
        let context = Unmanaged.passUnretained(self).toOpaque()
        curl_set_list(handle, CURLOPT_HTTPHEADER, headerList)
        if !call.request.body.isEmpty {
            curl_set_number(handle, CURLOPT_POST, 1)
            curl_set_size(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(call.request.body.count))
            // Read by a function that cannot go back: else libcurl by itself sends a request again on a new connection where an
            // old one breaks, though the first may have arrived.
            curl_set_pointer(handle, CURLOPT_READDATA, context)
            curl_set_function(handle, CURLOPT_READFUNCTION) { bytes, size, count, context in
                HTTPTransfer.from(context)?.read(into: bytes, size * count) ?? Int(CURL_READFUNC_ABORT)
            }
        }
        curl_set_pointer(handle, CURLOPT_HEADERDATA, context)
        curl_set_function(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            HTTPTransfer.from(context)?.takeHeader(bytes, size * count) ?? 0
        }
        curl_set_pointer(handle, CURLOPT_WRITEDATA, context)
        curl_set_function(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            HTTPTransfer.from(context)?.takeBody(bytes, size * count) ?? 0
        }
    }

    private static func from(_ context: UnsafeMutableRawPointer?) -> HTTPTransfer? {
        context.map { Unmanaged<HTTPTransfer>.fromOpaque($0).takeUnretainedValue() }
    }

    private func read(into bytes: UnsafeMutablePointer<CChar>?, _ room: Int) -> Int {
        let part = call.request.body.dropFirst(sent).prefix(room)
        UnsafeMutableRawBufferPointer(start: bytes, count: room).copyBytes(from: part)
        sent += part.count
        return part.count
    }

    /// A number other than `count` breaks the call off.
    private func takeHeader(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        guard let line = text(bytes, count) else { return 0 }
        if line.hasPrefix("HTTP/") {
            headers = [:]
        } else if let colon = line.firstIndex(of: ":") {
            let name = line[..<colon].lowercased()
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespacesAndNewlines)
            headers[name] = headers[name].map { $0 + ", " + value } ?? value
        }
        return count
    }

    private func takeBody(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        guard let bytes, fits(count) else { return 0 }
        body.append(UnsafeRawPointer(bytes).assumingMemoryBound(to: UInt8.self), count: count)
        return count
    }

    private func text(_ bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> String? {
        guard let bytes, fits(count) else { return nil }
        return String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    private func fits(_ count: Int) -> Bool {
        received += count
        return received <= longestAnswer
    }

    /// Hands the caller what became of the call.
    func end(_ code: CURLcode) {
        guard code == CURLE_OK else {
            return end(received > longestAnswer ? "the answer is too long" : String(cString: curl_easy_strerror(code)))
        }
        var status = 0
        curl_get_number(handle, CURLINFO_RESPONSE_CODE, &status)
        call.caller.resume(returning: .success(HTTPAnswer(status: status, headers: headers, body: body)))
    }

    func end(_ reason: String) {
        call.caller.resume(returning: .failure(SendError(.retry(after: nil), mayHaveArrived: mayHaveBeenSent, summary: "\(host): \(reason)")))
    }

    /// Whether connection and TLS stood, so that bytes of the request may have left.
    private var mayHaveBeenSent: Bool {
        var microseconds: curl_off_t = 0
        curl_get_size(handle, CURLINFO_PRETRANSFER_TIME_T, &microseconds)
        return microseconds > 0
    }
}

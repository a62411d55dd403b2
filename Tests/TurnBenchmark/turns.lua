-- What wrk posts: updates of Telegram's, each from another person, three in four of them questions.
-- wrk … -- KIND FIRST PAUSE: KIND is turn, ignored or empty (a route that does nothing), FIRST the first person's number, PAUSE the milliseconds between a
-- connection's requests.
local said = {
  "quen mat khau vneid thi lam sao", "làm sao đăng nhập dịch vụ công quốc gia", "dạ cảm ơn nhé",
  "bac tui muon lam the can cuoc cho chau 14 tuoi", "đăng ký khai sinh cho con trên mạng thế nào", "nop ho so bi loi hoai",
  "vào dịch vụ công sao không được?", "xin chào",
}
local number, pause, key, isEmpty = 0, 0, "message", false

function init(arguments)
  -- What the service takes and ignores differs by this one word.
  isEmpty = arguments[1] == "empty"
  if arguments[1] == "ignored" then key = "edited_message" end
  number = tonumber(arguments[2] or "0")
  pause = tonumber(arguments[3] or "0")
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  wrk.headers["X-Telegram-Bot-Api-Secret-Token"] = "made-up-secret"
end

function request()
  if isEmpty then return wrk.format("GET", "/healthz", {}) end
  number = number + 1
  local body = string.format(
    '{"update_id":%d,"%s":{"message_id":%d,"date":%d,"from":{"id":%d,"is_bot":false,"first_name":"An"},' ..
    '"chat":{"id":%d,"type":"private","first_name":"An"},"text":"%s"}}',
    number, key, number, os.time(), 1000000 + number, 1000000 + number, said[number % #said + 1])
  return wrk.format(nil, "/webhooks/telegram", nil, body)
end

function delay()
  return pause
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    "figures %d %d %d %.2f %.2f\n", summary.requests, summary.duration, errors.status + errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end

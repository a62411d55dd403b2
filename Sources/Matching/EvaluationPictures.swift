extension EvaluationReport {
    private static let bins = 20
    private static let groups = 10

    /// Rows are what was meant, columns what came first; only intents that were asked or came first.
    static func matrix(_ outcomes: [Evaluation.Outcome]) -> String {
        let pairs = outcomes.compactMap { outcome -> (String, String)? in
            guard let meant = outcome.question.intent, let first = outcome.understanding.matches.first?.intent else { return nil }
            return (meant, outcome.hasRight(among: 1) ? meant : first)
        }
        let names = Set(pairs.flatMap { [$0.0, $0.1] }).sorted()
        let numbers = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var counts: [[Int]: Int] = [:]
        var totals: [Int: Int] = [:]
        for (meant, first) in pairs {
            guard let row = numbers[meant], let column = numbers[first] else { continue }
            counts[[row, column], default: 0] += 1
            totals[row, default: 0] += 1
        }
        var chart = Chart(title: "Confusion: \(names.count) intents", across: "first match", up: "meant (top row: \(names.first ?? ""))")
        let step = 1 / Double(max(1, names.count))
        for (cell, count) in counts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            let (row, column) = (Double(cell[0]), Double(cell[1]))
            chart.box(
                (column * step)...((column + 1) * step), (1 - (row + 1) * step)...(1 - row * step),
                colour: cell[0] == cell[1] ? "#2e7d32" : "#c62828",
                opacity: 0.25 + 0.75 * Double(count) / Double(totals[cell[0]] ?? count), hint: "\(names[cell[0]]) -> \(names[cell[1]]): \(count)")
        }
        return chart.svg
    }

    /// How many questions have which confidence: those that are right, wrong, and out of scope one above another.
    static func histogram(_ outcomes: [Evaluation.Outcome]) -> String {
        var counts = [[Int]](repeating: [0, 0, 0], count: bins)
        for outcome in outcomes {
            let kind = !outcome.question.isInScope ? 2 : outcome.hasRight(among: 1) ? 0 : 1
            counts[min(bins - 1, Int(outcome.understanding.confidence * Double(bins)))][kind] += 1
        }
        let most = Double(max(1, counts.map { $0.reduce(0, +) }.max() ?? 1))
        var chart = Chart(
            title: "Confidence: right green, wrong red, out of scope grey", across: "confidence", up: "share of the fullest bin (\(Int(most)))")
        for (bin, kinds) in counts.enumerated() {
            var base = 0.0
            for (kind, colour) in ["#2e7d32", "#c62828", "#9e9e9e"].enumerated() where kinds[kind] > 0 {
                let height = Double(kinds[kind]) / most
                chart.box(
                    (Double(bin) / Double(bins))...((Double(bin) + 0.9) / Double(bins)), base...(base + height), colour: colour,
                    hint: "\(kinds[kind])")
                base += height
            }
        }
        return chart.svg
    }

    /// Of the questions with a confidence, how many are right: on the diagonal where the confidence holds what it says. Out of scope
    /// counts as wrong.
    static func reliability(_ outcomes: [Evaluation.Outcome]) -> String {
        var chart = Chart(title: "Reliability", across: "confidence", up: "share right")
        chart.line(from: (0, 0), to: (1, 1), colour: "#bbb")
        for (confidence, share) in reliabilityPoints(outcomes) {
            chart.line(from: (confidence, share.interval.lowerBound), to: (confidence, share.interval.upperBound), colour: "#0a58a6")
            chart.dot(confidence, share.rate, radius: 2 + Double(share.total).squareRoot() / 3, hint: "\(share.count) of \(share.total)")
        }
        return chart.svg
    }

    static func reliabilityPoints(_ outcomes: [Evaluation.Outcome]) -> [(confidence: Double, share: Proportion)] {
        let grouped = Dictionary(grouping: outcomes) { min(groups - 1, Int($0.understanding.confidence * Double(groups))) }
        return grouped.sorted { $0.key < $1.key }.map { _, group in
            let mean = group.reduce(0) { $0 + $1.understanding.confidence } / Double(group.count)
            return (mean, Proportion(group.count { $0.question.isInScope && $0.hasRight(among: 1) }, of: group.count))
        }
    }

    static func page(_ evaluation: Evaluation) -> String {
        let rows = rates(evaluation).map { name, share in
            let bounds = share.interval
            return "<tr><td>\(name)</td><td>\(percent(share.rate))</td><td>\(percent(bounds.lowerBound))–\(percent(bounds.upperBound))</td>"
                + "<td>\(share.count) / \(share.total)</td></tr>"
        }
        let confusions = Self.confusions(evaluation.outcomes).prefix(30).map {
            "<tr><td>\($0.meant)</td><td>\($0.first)</td><td>\($0.count)</td></tr>"
        }
        return """
            <!doctype html>
            <html lang="en"><meta charset="utf-8"><title>Evaluation</title>
            <style>body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto}td,th{padding:.2rem 1rem;text-align:left}img{width:48%}</style>
            <h1>Evaluation</h1>
            <p>\(evaluation.score.questions) questions, \(Chart.rounded(evaluation.score.microsecondsMean)) µs in the mean.</p>
            <table><tr><th>rate</th><th>%</th><th>95 %</th><th>count</th></tr>
            \(rows.joined(separator: "\n"))
            </table>
            <p><img src="confidence.svg" alt="confidence"> <img src="reliability.svg" alt="reliability"> <img src="confusion.svg" alt="confusion"></p>
            <h2>Confusions</h2>
            <p>All of them with their reasons: <a href="worst.csv">worst.csv</a></p>
            <table><tr><th>meant</th><th>first match</th><th>count</th></tr>
            \(confusions.joined(separator: "\n"))
            </table>
            </html>

            """
    }

    private static func percent(_ rate: Double) -> String { "\((rate * 1000).rounded() / 10)" }
}

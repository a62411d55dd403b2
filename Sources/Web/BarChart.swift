import Foundation

/// A bar chart as plain values for an SVG of the template `content/pages/manage-chart.mustache`; the same figures stand beside it as a table.
struct BarChart {
    struct Bar {
        let x: Int
        let y: Int
        let height: Int
        let middle: Int
        /// Where the figure stands, above its bar.
        let above: Int
        let value: String
        let label: String
        let isLast: Bool
    }

    static let barWidth = 34
    private static let step = 46
    private static let tallest = 84
    private static let top = 22

    let title: String
    let width: Int
    let height = 132
    let base = BarChart.top + BarChart.tallest
    let labels = 126
    let barWidth = BarChart.barWidth
    let bars: [Bar]

    /// - Parameter figures: oldest first; the last bar is the present one.
    init(title: String, figures: [(label: String, value: Int)]) {
        self.title = title
        width = figures.count * Self.step
        let most = max(1, figures.map(\.value).max() ?? 1)
        bars = figures.enumerated().map { place, figure in
            // What is more than nothing is seen.
            let height = figure.value == 0 ? 0 : max(2, figure.value * Self.tallest / most)
            let x = place * Self.step + (Self.step - Self.barWidth) / 2
            return Bar(
                x: x, y: Self.top + Self.tallest - height, height: height, middle: x + Self.barWidth / 2, above: Self.top + Self.tallest - height - 5,
                value: ManageWords.number(figure.value), label: figure.label, isLast: place == figures.count - 1)
        }
    }
}

/// The part of a printed page that takes a guide's steps, and how small and how short they may get there.
struct Sheet {
    /// One way to set the steps: type size in tenths of a point, and how many sentences of a step's text at most (nil: all).
    struct Setting: Hashable {
        let size: Int
        let sentences: Int?
    }

    /// In millimetres, of one column.
    let width: Double
    let height: Double
    let columns: Int
    /// Best first. Each size has its rule in `content/pages/print.css`.
    let settings: [Setting]

    /// The second side of an A5 leaflet: whole steps as long as they are legible, then the beginning of each.
    static let leaflet = Sheet(
        width: 119, height: 171, columns: 1,
        settings: [
            (120, nil), (110, nil), (105, nil), (110, 3), (100, nil), (105, 3), (105, 2), (100, 2), (105, 1), (100, 1), (95, 1), (90, 1),
        ].map(Setting.init))

    /// The middle of an A3 poster, read from two metres.
    static let poster = Sheet(
        width: 118, height: 210, columns: 2,
        settings: [(240, nil), (220, nil), (240, 2), (200, nil), (220, 2), (200, 2), (180, 2), (200, 1), (180, 1), (160, 1)].map(Setting.init))

    /// The first setting in which all steps fit; the last one where none does.
    func setting(for steps: [SheetStep]) -> Setting? {
        settings.first { setting in fits(steps.map { $0.height(in: setting, width: width) }) } ?? settings.last
    }

    /// Whether blocks that are not broken find room, column after column.
    private func fits(_ heights: [Double]) -> Bool {
        var column = 1
        var filled = 0.0
        for block in heights {
            if filled + block > height {
                column += 1
                filled = 0
            }
            filled += block
            if filled > height || column > columns { return false }
        }
        return true
    }
}

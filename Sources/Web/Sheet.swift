/// The part of a printed page that takes a guide's steps, and how small and how short they may get there.
struct Sheet {
    /// How the steps are set.
    struct Setting: Hashable {
        /// Of the type, in tenths of a point; each size has its rule in `content/pages/print.css`.
        let size: Int
        let hasDone: Bool
        /// How many sentences of each step's text are printed.
        var sentences: [Int]
    }

    /// In millimetres, of one column.
    let width: Double
    let height: Double
    let columns: Int
    /// The sizes in which whole steps are tried, best first.
    let whole: [Int]
    /// How shortened steps are tried, best first: with “Xong khi” or without, and at least so many sentences of each.
    let short: [(size: Int, hasDone: Bool, least: Int)]

    /// The second side of an A5 leaflet.
    static let leaflet = Sheet(
        width: 125, height: 170, columns: 1, whole: [130, 120, 110, 105, 100],
        short: [(100, true, 2), (95, true, 2), (100, true, 1), (95, true, 1), (90, true, 1), (90, false, 1)])

    /// What stands between the head and the foot of an A3 poster, read from two metres.
    ///
    /// - Parameter height: that is left there, in millimetres.
    static func poster(height: Double) -> Sheet {
        Sheet(
            width: 121, height: height, columns: 2, whole: [260, 240, 220, 200],
            short: [(200, true, 1), (180, true, 1), (180, false, 1), (160, false, 1)])
    }

    /// Whole steps while they are legible, else as many sentences as there is room for, the second of each step before the
    /// third of any.
    func setting(for steps: [SheetStep]) -> Setting {
        let all = steps.map(\.sentences.count)
        for size in whole {
            let setting = Setting(size: size, hasDone: true, sentences: all)
            if fits(steps, setting) { return setting }
        }
        let shortened = short.map { size, hasDone, least in
            Setting(size: size, hasDone: hasDone, sentences: all.map { min($0, least) })
        }
        guard var setting = shortened.first(where: { fits(steps, $0) }) ?? shortened.last else {
            return Setting(size: 0, hasDone: true, sentences: all)
        }
        for count in 2...max(2, all.max() ?? 2) {
            for place in steps.indices where all[place] >= count && setting.sentences[place] == count - 1 {
                var longer = setting
                longer.sentences[place] = count
                if fits(steps, longer) { setting = longer }
            }
        }
        return setting
    }

    /// Whether steps that are not broken find room, column after column.
    private func fits(_ steps: [SheetStep], _ setting: Setting) -> Bool {
        var column = 1
        var filled = 0.0
        for (step, sentences) in zip(steps, setting.sentences) {
            let room = step.height(in: setting, sentences: sentences, width: width)
            if filled + room > height {
                column += 1
                filled = 0
            }
            filled += room
            if filled > height || column > columns { return false }
        }
        return true
    }
}

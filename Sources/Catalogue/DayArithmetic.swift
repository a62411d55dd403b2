extension Day {
    /// How many days lie between 1 January 1970 and this day; negative before it.
    public var number: Int {
        // Years are taken to begin in March, so that a leap day is the last one of its year.
        let year = month <= 2 ? self.year - 1 : self.year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day so many days after 1 January 1970; the first day there is where it would be before that one.
    public init(number: Int) {
        // The Gregorian calendar's 400 years have 146,097 days.
        let days = number + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let year = yearOfEra + era * 400 + (month < 10 ? 0 : 1)
        self = Day(year: year, month: month < 10 ? month + 3 : month - 9, day: dayOfYear - (153 * month + 2) / 5 + 1) ?? .distantPast
    }

    /// 1 for Monday … 7 for Sunday.
    public var weekday: Int {
        // 1 January 1970 was a Thursday.
        ((number + 3) % 7 + 7) % 7 + 1
    }

    /// - Parameter days: forwards; negative ones go back.
    public func adding(days: Int) -> Day {
        Day(number: number + days)
    }
}

import Testing
import Vietnamese

@Suite struct KeyboardTests {
    @Test(arguments: [
        "qw", "qa", "ws", "wa", "gh", "gv", "gb", "gt", "gy", "as", "az", "sz", "sx", "pl", "po", "ol", "1q", "2q", "2w", "90", "0p", "mk", "nm",
    ])
    func touch(pair: String) {
        let keys = Array(pair.utf8)
        #expect(Keyboard.areNeighbours(keys[0], keys[1]))
        #expect(Keyboard.areNeighbours(keys[1], keys[0]))
    }

    @Test(arguments: ["qe", "qs", "aa", "gn", "pa", "a ", "é!", "pm", "01"])
    func doNotTouch(pair: String) {
        let keys = Array(pair.utf8)
        #expect(!Keyboard.areNeighbours(keys[0], keys[1]))
    }
}

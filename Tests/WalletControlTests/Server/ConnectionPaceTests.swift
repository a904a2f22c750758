import Testing

@testable import WalletControl

struct ConnectionPaceTests {
    @Test func `a request that comes whole is never waited for`() {
        var pace = ConnectionPace()
        #expect(pace.open() == [.begin(.idle)])
        #expect(pace.endRequest() == [.end(.idle)])
        #expect(!pace.isIdle)
        #expect(pace.endAnswer() == [.begin(.idle)])
        #expect(pace.isIdle)
    }

    @Test func `a request that comes in parts is waited for once, from its first byte`() {
        var pace = ConnectionPace()
        _ = pace.open()
        #expect(pace.receive() == [.end(.idle), .begin(.request)])
        #expect(pace.receive() == [])
        #expect(pace.isIdle)
        #expect(pace.endRequest() == [.end(.request)])
        #expect(pace.endAnswer() == [.begin(.idle)])
    }

    @Test func `several requests at once are all answered before anything is waited for`() {
        var pace = ConnectionPace()
        _ = pace.endRequest()
        #expect(pace.endRequest() == [])
        #expect(pace.endAnswer() == [])
        #expect(!pace.isIdle)
        #expect(pace.endAnswer() == [.begin(.idle)])
    }

    @Test func `a part that came during an answer is waited for from its end`() {
        var pace = ConnectionPace()
        _ = pace.endRequest()
        #expect(pace.receive() == [])
        #expect(pace.endAnswer() == [.begin(.request)])
        #expect(pace.endRequest() == [.end(.request)])
    }

    @Test func `a refusal that comes before its request has ended changes nothing`() {
        var pace = ConnectionPace()
        _ = pace.receive()
        #expect(pace.endAnswer() == [])
        #expect(pace.receive() == [])
    }

    @Test func `a client that stops reading is waited for until it reads again`() {
        var pace = ConnectionPace()
        #expect(pace.stall() == [.begin(.reading)])
        #expect(pace.stall() == [])
        #expect(pace.flow() == [.end(.reading)])
        #expect(pace.flow() == [])
        #expect(pace.stall() == [.begin(.reading)])
    }
}

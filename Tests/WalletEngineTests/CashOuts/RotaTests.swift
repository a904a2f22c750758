import EngineTestSupport
import Testing

@testable import WalletEngine

struct RotaTests {
    private func loaded(_ names: String...) -> Rota {
        var rota = Rota()
        rota.load(names, at: .zero)
        return rota
    }

    @Test func `all are due when they are loaded, each once until it has ended`() {
        var rota = loaded("b", "a")
        #expect(rota.begin(at: .zero) == ["a", "b"])
        #expect(rota.begin(at: .seconds(9999)) == [])
        rota.end("a", .answered(next: .seconds(10)), at: .seconds(1))
        #expect(rota.next == .seconds(11))
        #expect(rota.begin(at: .seconds(11)) == ["a"])
    }

    @Test func `after failures it waits longer and longer, up to an hour`() {
        var rota = loaded("a")
        var waits: [Duration] = []
        for _ in 1...8 {
            _ = rota.begin(at: .seconds(1_000_000))
            rota.end("a", .failed(retryAfter: nil), at: .zero)
            waits.append(rota.next ?? .zero)
        }
        #expect(waits == [60, 120, 240, 480, 960, 1920, 3600, 3600].map { .seconds($0) })
    }

    @Test func `one that was loaded again while it was asked is asked once more`() {
        var rota = loaded("a")
        _ = rota.begin(at: .zero)
        rota.load(["a"], at: .seconds(5))
        #expect(rota.begin(at: .seconds(5)) == [])
        rota.end("a", .refused, at: .seconds(6))
        #expect(rota.begin(at: .seconds(6)) == ["a"])
    }

    @Test func `one that is gone is not asked again`() {
        var rota = loaded("a")
        _ = rota.begin(at: .zero)
        rota.load([], at: .seconds(1))
        rota.end("a", .answered(next: .zero), at: .seconds(2))
        #expect(rota.next == nil)
    }
}

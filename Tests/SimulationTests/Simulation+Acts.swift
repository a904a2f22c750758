import EngineTestSupport
import FoundationEssentials
import Synchronization
import WalletCore
import WalletTestSupport

@testable import WalletEngine
@testable import WalletStore

/// What happens in a step.
extension Simulation {
    /// Does one thing; what it answers is how this run of the daemon ends.
    func act(on running: RunningEngine) async throws -> World.End? {
        let word = nature.roll { $0.number(0...39) }
        switch word {
        case 0...13: await pass(running)
        case 14...18:
            nature.state.withLock { state in
                let count = state.dice.number(0...9)
                state.crash = Nature.Crash(
                    point: state.dice.oneIn(2) ? .beforeCommit : .afterCommit, spared: count)
            }
            await pass(running)
        case 19...21:
            nature.state.withLock { state in
                state.crash = Nature.Crash(point: state.dice.oneIn(2) ? .beforeActing : .afterActing)
            }
            await pass(running)
        case 22:
            nature.die("where it stands")
            return .crashed
        case 23:
            nature.note("stop")
            return .stopped
        case 24:
            let step = nature.roll { $0.pick([-600, -60, 120, 250, 3600]) }
            nature.note("the clock is set by \(step) s")
            world.time.step(by: .seconds(step))
            nature.state.withLock { $0.isForward = step > 300 || (step > 0 && $0.isForward) }
            await pass(running)
        case 25:
            nature.note("the disk is full")
            nature.state.withLock { $0.isDiskFull = true }
            await pass(running)
            nature.state.withLock { $0.isDiskFull = false }
        case 26: await edit(running)
        default: await operate(running)
        }
        return nil
    }

    /// Money comes in, and time goes on.
    private func pass(_ running: RunningEngine) async {
        let (jumps, jump) = nature.roll { dice in (dice.number(1...4), dice.seconds(5...1500)) }
        for _ in 1...2 {
            let (account, gain) = nature.roll { [blueprint] dice in
                (dice.pick(blueprint.accounts), Int128(dice.number(0...9) * 10_000))
            }
            nature.state.withLock { [lived = world.time.lived] in $0.change(account, by: gain, at: lived) }
            nature.note("\(account) gains \(gain)")
        }
        nature.note("pass \(jumps) times \(jump.components.seconds) s")
        for _ in 0..<jumps where !nature.isDead { await go(running, jump) }
    }

    /// Lets time go by: at first to what is due soon, which follows each other, then to the end at once.
    func go(_ running: RunningEngine, _ duration: Duration) async {
        let end = world.time.sinceBoot + duration
        var stops = 4
        while stops > 0, let next = world.time.nextWake, next <= end, !nature.isDead {
            await running.leap(max(next - world.time.sinceBoot, .zero))
            stops -= 1
        }
        if end > world.time.sinceBoot, !nature.isDead { await running.leap(end - world.time.sinceBoot) }
        nature.catchUp()
    }

    /// What happens while nothing runs.
    func between() {
        let (word, wait) = nature.roll { dice in
            (dice.number(0...9), dice.seconds(1...(dice.oneIn(6) ? 14_400 : 4000)))
        }
        world.time.advance(by: wait)
        nature.state.withLock { $0.crash = nil }
        nature.catchUp()
        switch word {
        case 0...2:
            nature.note("reboot")
            world.time.reboot()
        case 3, 4:
            nature.note("a copy of the database is kept")
            hasCopy = true
            nature.state.withLock { $0.highestCopied = $0.highest }
            replace("copy", by: "walletd.db")
        case 5:
            guard hasCopy else { return }
            nature.note("the copy is restored")
            nature.state.withLock { state in
                state.isRestored = true
                state.highest = state.highestCopied
            }
            replace("walletd.db", by: "copy")
        default: break
        }
    }

    private func replace(_ name: String, by other: String) {
        let files = FileManager.default
        for suffix in ["", "-wal", "-shm"] {
            let path = world.folder.path(of: name + suffix)
            try? files.removeItem(atPath: path)  // it need not be there
            guard suffix != "-shm" else { continue }
            try? files.copyItem(atPath: world.folder.path(of: other + suffix), toPath: path)  // nor this
        }
    }

    private func edit(_ running: RunningEngine) async {
        let (word, name) = nature.roll { [blueprint] dice in
            (dice.number(0...3), dice.pick(blueprint.characters.keys.sorted()))
        }
        switch word {
        case 0: blueprint.lost.formSymmetricDifference([name])
        case 1: blueprint.lost.formSymmetricDifference(["r\(name.dropFirst())"])
        case 2:
            let party = nature.roll { $0.oneIn(2) } ? name : "d\(name.dropFirst())"
            nature.state.withLock { $0.identities[party] = "\(party)-\($0.dice.number(1...3))" }
            nature.note("\(party) is another")
            // Sometimes nobody loads that.
            if nature.roll({ $0.oneIn(2) }) { return }
        default:
            let leave = nature.roll { $0.number(0...3) }
            guard let index = blueprint.rules.firstIndex(where: { $0.name == "r\(name.dropFirst())" }) else { return }
            blueprint.rules[index].confirm = 1 + leave % 2
        }
        nature.note("reload, without \(blueprint.lost.sorted())")
        do { try await running.reload(blueprint.configuration(in: nature)) } catch { nature.note("reload: \(error)") }
    }
}

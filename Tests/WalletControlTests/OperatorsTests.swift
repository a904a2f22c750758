import Testing
import WalletControl

struct OperatorsTests {
    private func peer(_ user: UInt32, _ groups: UInt32...) -> Peer {
        Peer(process: 1, user: user, groups: Set(groups))
    }

    @Test func `root always operates`() {
        #expect(Operators(ownUser: 998).include(peer(0, 0)))
    }

    @Test func `who is named operates, by user or by any group`() {
        let operators = Operators(users: [1001], groups: [2000], ownUser: 998)
        #expect(operators.include(peer(1001, 1001)))
        #expect(operators.include(peer(1002, 1002, 2000)))
        #expect(!operators.include(peer(1002, 1002, 1001)))
        #expect(!operators.include(peer(2000, 1002)))
    }

    @Test(arguments: [(998, false), (999, false), (1000, true), (1001, true)] as [(UInt32, Bool)])
    func `the daemon's own user operates where it is a person's`(user: UInt32, may: Bool) {
        #expect(Operators(ownUser: user).include(peer(user, user)) == may)
    }

    @Test func `a group of the number of root is no root`() {
        #expect(!Operators(ownUser: 998).include(peer(1002, 0)))
    }
}

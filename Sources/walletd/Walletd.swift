import ArgumentParser
import WalletDaemon

@main
enum Walletd {
    static func main() async {
        await WalletdCommand.main(nil)
    }
}

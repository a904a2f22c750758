import WalletDaemon

await WalletdCommand.main()

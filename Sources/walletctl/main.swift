import FoundationEssentials
import Glibc

let program = Program(
    environment: ProcessInfo.processInfo.environment, folder: OwnFolder.path, output: .standard, errors: .error)
exit(program.run(Array(CommandLine.arguments.dropFirst())).code)

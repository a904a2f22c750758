import Glibc

let program = Program(
    environment: OwnProcess.environment, folder: OwnProcess.folder, output: .standard, errors: .error)
exit(program.run(Array(CommandLine.arguments.dropFirst())).code)

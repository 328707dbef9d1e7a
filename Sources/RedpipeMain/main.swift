import RedpipeCLI

Program.run(Array(CommandLine.arguments.dropFirst()))

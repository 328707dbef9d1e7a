import RedpipeSyntax

/// Writes diagnostics to standard error as they come.
struct DiagnosticWriter {
    private let renderer: DiagnosticRenderer
    private let output: FileOutput

    init(_ renderer: DiagnosticRenderer, _ output: FileOutput) {
        self.renderer = renderer
        self.output = output
    }

    func write(_ diagnostic: Diagnostic) {
        output.write(renderer.render(diagnostic))
        output.flush()
    }
}

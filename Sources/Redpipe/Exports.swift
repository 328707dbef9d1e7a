@_exported public import RedpipeCommands
@_exported public import RedpipeFields
@_exported public import RedpipeRESP

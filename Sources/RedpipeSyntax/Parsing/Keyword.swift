/// The words that start a statement; none of them is a Redis command.
package enum Keyword: String, CaseIterable, Sendable {
    case connect, keyspace, model, def, param, include
    case `let`, pipeline, transaction, read, then
    case `if`, elif, `else`, `for`, `while`, `break`, `continue`
    case sleep, `return`, print, expect, fail, exit, cmd, `try`, quiet
}

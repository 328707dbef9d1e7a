"""Reading: editing, blocks, paste, completion, Ctrl-C, Ctrl-D."""

from dialogue import *

ROOT = os.path.join(os.path.dirname(__file__), "../../../..")


def test_a_line_is_edited_and_run():
    with Dialogue().start() as user:
        user.type("ET greeting 'grüße 😀'\x01S\x05\r")
        equal(user.expect_prompt().split("\n")[-2:], ["OK", ""])
        equal(user.server.run("GET", "greeting"), "grüße 😀")
        equal(user.run('SET greeting "hello world"'), "OK")
        equal(user.run("GET greeting"), '"hello world"')


def test_names_functions_and_connections_stay():
    with Dialogue().start() as user:
        equal(user.run("let n <- INCR hits"), "n = (integer) 1")
        user.run("def twice(x) {")
        user.run("return x * 2")
        user.run("}")
        equal(user.run("twice(n)"), "(integer) 2")
        equal(user.run("n"), "(integer) 1")
        user.run("connect other scratch:")
        equal(user.run("@other PING"), "PONG")
        user.run("def twice(x) {")
        user.run("return x + x + n")
        expect("`twice` is defined anew" in user.run("}"))
        equal(user.run("twice(5)"), "(integer) 11")


def test_a_wrong_line_changes_nothing():
    with Dialogue().start() as user:
        user.run("let n <- INCR hits")
        expect("[E0105]" in user.run("let n <- INCRR hits"))
        expect("[E0202]" in user.run("let m = nn + 1"))
        expect("SET key value [NX" in user.run("SET a"))
        equal(user.run("n"), "(integer) 1")
        expect("[E0105]" in user.run("m"))
        expect("division" in user.run("let n = 1 // 0"))
        equal(user.run("n"), "(integer) 1")
        equal(user.server.run("GET", "hits"), "1")


def test_a_block_that_lacks_a_line_does_not_run_by_accident():
    with Dialogue().start() as user:
        user.run("transaction {")
        user.run("INCR taken")
        expect("is back" in user.run("INCRBY given $amuont"))
        expect("place of `INCRBY given $amuont`" in user.run("\x15}"))
        equal(user.server.run("EXISTS", "taken"), "0")
        user.run("\x15INCRBY given 1")
        equal(user.run("}"), "(integer) 1\n(integer) 1")
        user.run("pipeline {")
        user.run("INCR taken")
        user.run("NOSUCH")
        expect("place of `NOSUCH`" in user.run("\x15}"))
        equal(user.run(""), "(integer) 2")
        # What stands in a block whose beginning was wrong must not run without it.
        user.run("pipeline {")
        user.run("if nosuch {")
        for line in ["\x15DEL taken", "}"]:
            user.run(line)
        equal(user.server.run("EXISTS", "taken"), "1")
        user.type("\x03")
        user.expect_prompt()


def test_a_mistake_within_brackets_can_be_left():
    with Dialogue().start() as user:
        user.run("pipeline {")
        user.run("INCR hits")
        user.run("let xs = [")
        user.run("nosuch")
        expect("the statement is back" in user.run("]"))
        expect("place of `let xs = [`" in user.run("\x15}"))
        equal(user.server.run("EXISTS", "hits"), "0")
        equal(user.run(""), "(integer) 1")
        # A paste into an open block ends it.
        user.run("pipeline {")
        equal(user.paste("INCR hits\nINCR hits\n}").split("\n")[-2:], ["(integer) 3", ""])
        # Nothing is asked about that was taken along into an editor.
        user.environment["EDITOR"] = "false"
        user.run("let m = {")
        user.run("a: 1")
        expect("input is dropped" in user.run("}"))
        equal(user.prompt, "server> ")


def test_a_block_asks_for_more_and_counts():
    with Dialogue().start() as user:
        user.run("pipeline {")
        equal(user.prompt, "server+0> ")
        user.run("let n <- INCR hits")
        equal(user.prompt, "server+1> ")
        output = user.run("SET last $n")
        expect("[E0201]" in output and "^^" in output and "is back" in output, output)
        equal(user.prompt, "server+1> ")
        # The wrong line stands in the next one, to be corrected.
        user.type("\x7f\x7f1\r")
        user.expect_prompt()
        equal(user.server.run("EXISTS", "last"), "0")
        equal(user.run("}"), "n = (integer) 1\nOK")
        user.run("print (1 +")
        equal(user.prompt, "...> ")
        equal(user.run("2)"), "3")
        user.run("SET text \\")
        equal(user.prompt, "...> ")
        equal(user.run("hello"), "OK")


def test_words_of_the_session_wait_for_the_end_of_a_block():
    with Dialogue().start() as user:
        user.run("pipeline {")
        for word in ["\\c default", "\\q", "exit", "QUIT"]:
            output = user.run(word)
            expect("has to wait" in output and "Ctrl-C" in output, output)
        user.run("INCR hits")
        # What only tells something need not wait.
        expect("HGETALL key" in user.run("help hgetall"))
        expect("* default" in user.run("\\conn"))
        expect("(integer) 1" in user.run("}"))
        user.run("print (1 +")
        expect("Ctrl-C drops it" in user.run("quit"))
        user.type("\x03")
        user.expect_prompt()
        user.run('SET text """a')
        user.run("help")
        equal(user.run('b"""'), "OK")
        equal(user.server.run("GET", "text"), "a\nhelp\nb")
        # Such a word can be a field, or belong to the line before.
        user.run('model Faq "f{*}" {')
        user.run("  help text")
        user.run("}")
        expect("help text" in user.run("\\d Faq"))
        user.run("HSET faq \\")
        equal(user.run("help 'press F1'"), "(integer) 1")
        expect("E0115" in user.run("else {"))
        equal(user.prompt, "server> ")


def test_a_paste_with_a_wrong_line_does_not_run_without_it():
    with Dialogue().start() as user:
        # As terminals without bracketed paste send it.
        user.type("pipeline {\rINCR hits\rINCRR hits\rINCR hits\r}\rINCR other\r")
        user.expect("the block is dropped")
        user.expect_prompt()
        equal(user.run("EXISTS hits other"), "(integer) 0")


def test_a_block_is_one_entry_of_the_history():
    with Dialogue().start() as user:
        user.run("pipeline {")
        user.run("INCR hits")
        user.run("}")
        user.type("\x1b[A\r")
        expect("(integer) 2" in user.expect_prompt())


def test_a_whole_script_can_be_pasted():
    with open(os.path.join(ROOT, "scripts/examples/tour.rp")) as file:
        tour = file.read()
    with Dialogue().start() as user:
        user.type("\x1b[200~" + tour + "\x1b[201~\r")
        user.expect("total 4950")
        user.expect_prompt()
        expect("error" not in user.run("PING"))


def test_tab_completes():
    with Dialogue().start() as user:
        user.run("SET user:1:name joe")
        user.run("let visitors = 5")
        user.type("GET user:1\t\r")
        expect('"joe"' in user.expect_prompt())
        user.type("CONFIG GE\tmaxmem\r")
        expect("CONFIG GET maxmem" in user.expect_prompt())
        user.type("SET n $vis\t\r")
        user.expect_prompt()
        equal(user.server.run("GET", "n"), "5")
        user.type("LPO\t\t")
        output = user.expect("LPOS.*LPO$")
        user.type("\x03")
        user.expect_prompt()
        user.type("print up\t'a')\r")
        expect("A" in user.expect_prompt())
        # Nothing of an earlier completion is left for a line that is empty.
        user.type("SET user:1:name\t\x15\tPING\r")
        expect("PONG" in user.expect_prompt())


def test_control_c_drops_what_is_typed():
    with Dialogue().start() as user:
        user.type("SET half a line\x03")
        user.expect_prompt()
        user.run("pipeline {")
        user.run("INCR hits")
        user.type("INCR hi\x03")
        user.expect_prompt()
        equal(user.prompt, "server> ")
        equal(user.run("EXISTS hits half"), "(integer) 0")


def test_control_c_interrupts_a_command():
    with Dialogue().start() as user:
        user.type("BLPOP queue 0\r")
        user.expect("BLPOP queue 0\r\n")
        while "blocked_clients:1" not in user.server.run("INFO", "clients"):
            pass
        user.type("\x03")
        output = user.expect_prompt()
        expect("it may have run" in output, output)
        equal(user.run("PING"), "PONG")
        user.type("while true { sleep 10ms }\r")
        user.expect("sleep 10ms }\r\n")
        user.type("\x03")
        expect("interrupted" in user.expect_prompt())


def test_control_d_leaves():
    with Dialogue().start() as user:
        user.run("pipeline {")
        user.type("\x04")
        expect("still open" in user.expect_prompt())
        user.run("INCR hits")
        user.type("\x04")
        user.expect_prompt()
        equal(user.leave(), 0)
        equal(user.server.run("EXISTS", "hits"), "0")


def test_a_users_inputrc_applies():
    with Dialogue() as user:
        text = '$if redpipe\n"\\C-xp": "ECHO own\\C-m"\n$endif\n'
        user.environment["INPUTRC"] = user.write("inputrc", text)
        user.start()
        user.type("\x18p")
        expect('"own"' in user.expect_prompt())


def test_alt_h_shows_the_syntax():
    with Dialogue().start() as user:
        user.type("zadd board \x1bh")
        user.expect("ZADD key .NX . XX.*score member")
        user.type("\x03")
        user.expect_prompt()


if __name__ == "__main__":
    main(globals())

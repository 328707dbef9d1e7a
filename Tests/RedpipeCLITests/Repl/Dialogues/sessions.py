"""Sessions: history, meta-commands, long output, the terminal, signals."""

import stat
import time
from dialogue import *


def test_history_lasts_and_holds_no_secret():
    with Dialogue().start() as user:
        user.run("SET first 1")
        user.run("SET first 1")
        user.run(" SET hidden 1")
        for line in ["AUTH verysecret", "CONFIG SET requirepass verysecret", "AUTH verysecret",
                     "HELLO 3 AUTH default verysecret", "ACL SETUSER joe >verysecret",
                     "connect other redis://joe:verysecret@localhost:1"]:
            user.run(line)
        user.run("pipeline {")
        user.run("INCR hits")
        user.run("}")
        user.leave()
        text = user.read("state/redpipe/history")
        expect("verysecret" not in text and "hidden" not in text, text)
        equal(text.count("SET first 1"), 1)
        mode = os.stat(user.path("state/redpipe/history")).st_mode
        equal(stat.S_IMODE(mode), 0o600)
        user.server.run("-a", "verysecret", "CONFIG", "SET", "requirepass", "")
        user.start()
        user.type("\x1b[A\r")
        expect("(integer) 2" in user.expect_prompt())


def test_a_session_can_be_saved_edited_and_run_again():
    with Dialogue().start() as user:
        user.environment["EDITOR"] = "sed -i s/hits/visits/"
        user.leave()
        user.start()
        user.run("let n <- INCR hits")
        user.run("\\e")
        equal(user.server.run("GET", "visits"), "1")
        user.type("INCR hits\x18\x05")
        expect("(integer) 2" in user.expect_prompt())
        equal(user.server.run("DECR", "visits"), "1")
        user.run("\\save session.rp")
        equal(user.read("session.rp"), "let n <- INCR hits\nlet n <- INCR visits\nINCR visits\n")
        equal(stat.S_IMODE(os.stat(user.path("session.rp")).st_mode), 0o600)
        expect("n = (integer) 2" in user.run("\\i session.rp"))
        user.run("\\o copy.txt")
        user.run("GET visits")
        user.run("\\o")
        user.run("GET hits")
        equal(user.read("copy.txt"), '"3"\n')
        del user.environment["NO_COLOR"]
        user.leave()
        user.start()
        user.run("\\o copy.txt")
        user.run("INCR visits x")
        user.run("clear")
        user.run("\\o")
        copy = user.read("copy.txt")
        expect("error[E0106]" in copy and "\x1b" not in copy, copy)
        user.type("INCR hits\r")
        user.expect_prompt()
        user.type("\\watch 0.01\r")
        user.expect("integer. 5")
        user.type("\x03")
        user.expect_prompt()
        equal(user.run("ECHO done"), '"done"')


def test_a_saved_session_brings_back_what_was_defined_and_where_it_ran():
    with Dialogue().start() as user:
        user.run("connect other unix://%s?db=1" % user.server.path)
        user.run("def f() { return 1 }")
        user.run("def f() { return 2 }")
        user.run("INCR here")
        user.run("\\c other")
        user.run("3 INCR there")
        user.run("\\save session.rp")
        user.leave()
        user.start()
        expect("error" not in user.run("\\i session.rp"))
        expect("other" in user.prompt, user.prompt)
        equal(user.run("f()"), "(integer) 2")
        equal(user.run("GET there"), '"6"')
        equal(user.server.run("GET", "here"), "2")
        user.write("broken.rp", "INCR here\n\\c nowhere\nINCR here\n")
        user.run("\\c default")
        output = user.run("\\i broken.rp")
        expect("the rest of broken.rp has not run" in output, output)
        equal(user.run("GET here"), '"3"')
        user.write("endless.rp", "\\i endless.rp\n")
        expect("end at 20" in user.run("\\i endless.rp"))


def test_a_transaction_that_lacks_a_line_is_discarded():
    with Dialogue().start() as user:
        user.run("SET a 1")
        user.run("MULTI")
        user.run("SET a 100")
        output = user.run("SETT b 1")
        expect("EXEC will discard it" in output, output)
        user.run("INCR")
        output = user.run("EXEC")
        expect("discarded" in output and "nothing of it has run" in output, output)
        equal(user.prompt, "server> ")
        equal(user.run("GET a"), '"1"')
        user.run("MULTI")
        user.run("SET a 2")
        expect("OK" in user.run("EXEC"))
        user.run("\\save session.rp")
        equal(user.read("session.rp").count("DISCARD\n"), 1)


def test_a_repeated_command_ends_by_one_interruption():
    with Dialogue().start() as user:
        user.type("100000000 INCR hits\r")
        user.expect(r"\(integer\) 1000\r")
        user.type("\x03")
        output = user.expect_prompt()
        expect("of 100000000 have run" in output, output)
        hits = user.server.run("GET", "hits")
        equal(user.run("INCR hits"), "(integer) %d" % (int(hits) + 1))


def test_an_input_of_several_lines_says_what_has_not_run():
    with Dialogue().start() as user:
        output = user.paste("SET a 1\nLPUSH a x\nSET b 1\nSET c 1")
        expect("note: lines 3-4 have not run" in output, output)
        output = user.paste("SET b 1\nSETT c 1")
        expect("note: nothing was sent" in output, output)
        equal(user.server.run("EXISTS", "b", "c"), "0")


def test_a_server_that_cannot_be_reached_leaves_the_connection_in_use():
    with Dialogue().start() as user:
        output = user.run("\\c unix:///nowhere")
        expect("cannot connect" in output and "as before" in output, output)
        equal(user.run("ECHO here"), '"here"')
        user.run("CONNECT 127.0.0.1 1")
        equal(user.run("ECHO here"), '"here"')
        user.run("\\c " + user.server.path)
        equal(user.run("ECHO there"), '"there"')


def test_an_editor_that_writes_nothing_runs_nothing():
    with Dialogue().start() as user:
        user.environment["EDITOR"] = "true"
        user.leave()
        user.start()
        user.run("INCR hits")
        expect("nothing is run" in user.run("\\e"))
        equal(user.server.run("GET", "hits"), "1")
        user.type("INCR hits\x18\x05")
        user.expect("nothing is run")
        user.type("\r")
        user.expect_prompt()
        user.expect_prompt()
        equal(user.server.run("GET", "hits"), "2")


def test_bytes_that_are_not_utf_8_are_never_changed():
    with Dialogue().start() as user:
        path = user.path("bytes.rp")
        with open(path, "wb") as file:
            file.write(b'SET k "a\xff b"\n')
        equal(user.run("\\i bytes.rp"), "OK")
        equal(user.server.run("--no-raw", "GET", "k"), '"a\\xff b"')
        with open(path, "rb") as file:
            run = subprocess.run(
                [PROGRAM, "repl", "-s", user.server.path], stdin=file, capture_output=True,
            )
        equal(run.returncode, 3)
        expect(b"not UTF-8" in run.stderr, run.stderr)
        equal(user.server.run("--no-raw", "GET", "k"), '"a\\xff b"')


def test_pasted_lines_of_the_session_stand_between_the_others():
    with Dialogue().start() as user:
        user.paste("SET a 1\n\\o copy.txt\nGET a\n\\o\nSET b 2")
        equal(user.read("copy.txt"), '"1"\n')
        equal(user.server.run("GET", "b"), "2")
        output = user.paste("SET c 1\n\\c nowhere\nSET c 2")
        expect("the rest of the paste has not run" in output, output)
        equal(user.server.run("GET", "c"), "1")
        user.write("messages.rp", "SET d 1\nSUBSCRIBE news\nSET d 2\n")
        output = user.run("\\i messages.rp")
        expect("line 3 has not run" in output, output)
        output = user.run("let x <- try SUBSCRIBE news")
        expect("REPL" not in output, output)


def test_a_password_does_not_come_back_by_the_editor():
    with Dialogue("--requirepass", "verysecret") as user:
        user.environment["EDITOR"] = "cat"
        user.start("-a", "verysecret")
        user.run("\\o copy.txt")
        user.run("AUTH verysecret")
        expect("verysecret" not in user.run("\\e"))
        user.run("ACL SETUSERR joe >verysecret")
        user.run("connect other redis://:very#secret@nowhere")
        copy = user.read("copy.txt")
        expect("secret" not in copy, copy)
        user.run("AUTH verysecret")
        user.type("\\watch 9\r")
        user.expect("every 9 s on `default`: \\*\\*\\*")
        user.type("\x03")
        user.expect_prompt()


def test_a_server_cannot_drive_the_terminal_by_names():
    with Dialogue().start() as user:
        user.server.run("SET", "zq\u009b31mX", "1")
        user.server.run("SET", "zq\u202eabc", "1")
        user.server.run("SET", "zqplain", "1")
        user.type("GET zq\t\t")
        user.expect("zqplain")
        user.type("\x03")
        output = user.expect_prompt()
        expect("\u009b" not in output and "\u202e" not in output, repr(output))


def test_a_session_starts_where_the_command_line_says():
    with Dialogue() as user:
        user.write("config/redpipe/config", "connect notes unix://%s?db=3\n" % user.server.path)
        user.start(command=[PROGRAM, "repl", "notes"])
        user.expect_prompt()
        user.run("SET there 1")
        equal(user.server.run("-n", "3", "GET", "there"), "1")
        user.leave()
        user.start(command=[PROGRAM, "repl", user.server.path])
        user.expect_prompt()
        equal(user.prompt, "server> ")
        user.leave()
        user.start(command=[PROGRAM, "repl", "note"])
        user.expect("unknown connection `note`; there are notes")


def test_what_is_wrong_with_the_configuration_has_a_place():
    with Dialogue() as user:
        path = user.write(
            "config/redpipe/config",
            "connect a redis://host\nconnect a redis://other\nconnect b foo://x\n"
            "connect c redis://host passwrd-file=x\n\\fromat json\n\\timing on\n",
        )
        user.child = None
        user.start(command=[PROGRAM, "repl", "-s", user.server.path])
        output = user.expect("for help")
        for line in ["2: the connection `a` is declared twice", "3: unknown scheme",
                     "4: `passwrd-file=x` is no option"]:
            expect(path + ":" + line in output, output)
        expect("stands in " + path + ":5" in output, output)
        expect("timing is" not in output, output)
        user.expect_prompt()


def test_values_are_shown_as_they_are_asked_for():
    with Dialogue().start() as user:
        user.run("HSET h 'two words' 1 plain 2")
        equal(user.run("HGETALL h"), '"two words"  "1"\nplain        "2"')
        user.run('model User "U{*}" {')
        user.run("  name text")
        user.run("}")
        user.run('let u <- User("1", name: "Bob")')
        equal(user.run("u.name"), '"Bob"')
        expect("did you mean `name`?" in user.run("u.nmae"))
        expect("`u.save(…)`" in user.run("u.save"))
        expect("name text" in user.run("\\d User"))
        user.run("def touch(key) { SET $key 1 }")
        equal(user.run('touch("a")'), "(nothing is returned)")
        equal(user.run("$u.name"), '"Bob"')
        equal(user.run("len(u.name) + 1"), "(integer) 4")
        expect("every 9 s on `default`: GET a" in watch(user, "GET a"))


def watch(user, line):
    user.run(line)
    user.type("\\watch 9\r")
    output = user.expect("every 9 s on `default`: " + line) + "every 9 s on `default`: " + line
    user.expect('"1"')
    user.type("\x03")
    user.expect_prompt()
    return output


def test_meta_commands_tell_about_the_session():
    with Dialogue().start() as user:
        user.run("RPUSH list a b c")
        user.run("pipeline { INCR hits }")
        expect("total: 1 round trip" in user.run("\\plan"))
        output = user.run("\\peek list")
        expect("3 elements" in output and '3) "c"' in output, output)
        expect("(2 keys)" in user.run("\\keys"))
        expect("timing is on" in user.run("\\timing"))
        expect("1 command, 1 round trip" in user.run("PING"))
        user.run("\\timing off")
        user.run("\\format json")
        equal(user.run("LRANGE list 0 -1"), '["a","b","c"]')
        user.run("\\format human")
        user.run("let x = 5")
        expect("x  an int, (integer) 5" in user.run("\\d"))
        expect("did you mean" in user.run("\\forma"))
        expect("ZADD key" in user.run("help zadd"))
        expect("O(log(N))" in user.run("help zadd"))
        expect("one round trip" in user.run("help pipeline"))
        expect("Wrong:" in user.run("help E0201"))
        expect("\\watch" in user.run("help"))
        expect("\\watch" in user.run("\\h"))
        user.type("\\q\r")
        user.child.expect(pexpect.EOF)


def test_hashes_are_columns():
    with Dialogue().start() as user:
        user.run("HSET user name joe last_name smith")
        equal(user.run("HGETALL user"), 'name       "joe"\nlast_name  "smith"')


def test_long_output_goes_to_the_pager():
    with Dialogue() as user:
        pager = user.write("pager", "#!/bin/sh\necho PAGER\nhead -3\necho END\n")
        os.chmod(pager, 0o755)
        user.environment["REDPIPE_PAGER"] = pager
        user.start()
        user.server.run("EVAL", "for i=1,100000 do redis.call('RPUSH','list',i) end", "0")
        output = user.run("LRANGE list 0 -1")
        expect(output.startswith("PAGER") and output.endswith("END"), output)
        expect('     1) "1"' in output, output)
        equal(user.run("LRANGE list 0 1"), '1) "1"\n2) "2"')


def test_a_pager_that_cannot_start_loses_nothing():
    with Dialogue() as user:
        user.environment["REDPIPE_PAGER"] = "/there/is/none"
        user.start()
        for count in [40, 100000]:
            user.server.run("EVAL", "for i=1,%d do redis.call('RPUSH','list',i) end" % count, "0")
            output = user.run("LRANGE list 0 -1")
            user.server.run("DEL", "list")
            expect('\n%d) "%d"' % (count, count) in output, output[-200:])
            equal(output.count(') "'), count)


def test_the_terminal_is_restored():
    with Dialogue() as user:
        def settings():
            user.child.sendline("stty -a | tr '\\n' ' '; echo :E''ND")
            return user.expect(":END").split("speed", 1)[1]

        user.start(command=["/bin/sh", "-c", "PS1='$ ' exec sh -i"])
        user.expect("\\$ ")
        before = settings()
        for end in ["\x04", "exit\r", "kill\r"]:
            user.type("%s -s %s\r" % (PROGRAM, user.server.path))
            user.expect_prompt()
            if end == "kill\r":
                found = subprocess.check_output(["pgrep", "-f", PROGRAM + " -s " + user.server.path])
                os.kill(int(found.split()[-1]), signal.SIGSEGV)
            else:
                user.type(end)
            user.expect("\\$ ")
            equal(settings(), before)


def test_control_z_stops_and_fg_goes_on():
    with Dialogue() as user:
        user.start(command=["/bin/bash", "--norc", "-i"])
        user.type("PS1='$ '\r")
        user.expect("\r\n.*\\$ ")
        user.type("%s -s %s\r" % (PROGRAM, user.server.path))
        user.expect_prompt()
        user.type("ECHO hal")
        user.expect("ECHO hal")
        user.type("\x1a")
        user.expect("Stopped")
        user.expect("\\$ ")
        user.type("fg\r")
        user.expect_prompt()
        user.type("f\r")
        expect('"half"' in user.expect_prompt())


def test_a_hang_up_ends_it():
    with Dialogue().start() as user:
        user.run("SET kept 1")
        os.kill(user.child.pid, signal.SIGHUP)
        user.child.expect(pexpect.EOF)
        user.child.close()
        equal(user.child.signalstatus, signal.SIGHUP)
        expect("SET kept 1" in user.read("state/redpipe/history"))


def test_a_narrower_screen_is_noticed():
    with Dialogue().start() as user:
        user.child.setwinsize(10, 60)
        user.expect_prompt()
        equal(user.run("ECHO hello"), '"hello"')
        # Also while a command runs.
        user.type("BLPOP queue 9\r")
        user.expect("BLPOP queue 9\r\n")
        user.child.setwinsize(10, 40)
        user.server.run("RPUSH", "queue", "x")
        user.expect_prompt()
        # From the second row the cursor goes up to the beginning of the line.
        user.type("ECHO " + 60 * "x" + "\x01")
        user.expect("x\x1b\\[A")
        user.type("\x03")
        user.expect_prompt()


def test_server_text_cannot_drive_the_terminal():
    with Dialogue().start() as user:
        user.run('SET evil "\\x1b[31mred\\x07"')
        user.child.send("GET evil\r")
        user.child.expect(PROMPT)
        expect("\x1b[31m" not in user.child.before, user.child.before)
        user.child.send("EVAL 'return redis.error_reply(\"ERR \\27[31mred\")' 0\r")
        user.child.expect(PROMPT)
        expect("\x1b[31m" not in user.child.before, user.child.before)


def test_input_from_a_pipe_needs_no_terminal():
    with Dialogue() as user:
        done = subprocess.run(
            [PROGRAM, "-s", user.server.path, "repl"], input=b"let n <- INCR hits\nn\nNOSUCH\n",
            env=user.environment, capture_output=True,
        )
        equal(done.stdout, b"n = 1\n1\n")
        expect(b"[E0105]" in done.stderr, done.stderr)
        equal(done.returncode, 3)
        done = subprocess.run(
            [PROGRAM, "-s", user.server.path, "repl"],
            input=b"pipeline {\nINCR a\nINCRR a\n}\nEXISTS a\n",
            env=user.environment, capture_output=True,
        )
        equal(done.stdout, b"0\n")


def test_the_prompt_is_there_soon():
    with Dialogue() as user:
        times = []
        for _ in range(5):
            start = time.monotonic()
            user.start()
            times.append(time.monotonic() - start)
            user.leave()
        # Thirty milliseconds are promised of a release build on an idle machine.
        expect(min(times) < 0.5, times)


def test_a_dumb_terminal_gets_no_colours():
    with Dialogue() as user:
        del user.environment["NO_COLOR"]
        user.environment["TERM"] = "dumb"
        user.start()
        user.child.send("PING\r")
        user.child.expect(PROMPT)
        expect("\x1b[3" not in user.child.before + user.child.after)


if __name__ == "__main__":
    main(globals())

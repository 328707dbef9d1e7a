"""Connections: losses, transactions, messages, other servers."""

import time
from dialogue import *


def test_a_server_that_comes_back_is_connected_anew():
    with Dialogue().start() as user:
        user.run("SELECT 3")
        equal(user.prompt, "server[3]> ")
        user.run("INCR hits")
        user.server.crash()
        user.expect("lost the connection")
        user.expect_prompt()
        equal(user.prompt, "server[3](down)> ")
        expect("cannot connect" in user.run("INCR hits"))
        user.server.start()
        equal(user.run("INCR hits"), "(integer) 1")
        equal(user.prompt, "server[3]> ")
        equal(user.server.run("-n", "3", "GET", "hits"), "1")


def test_a_transaction_is_not_continued_on_another_connection():
    with Dialogue().start() as user:
        user.run("MULTI")
        equal(user.prompt, "server(tx)> ")
        equal(user.run("INCR hits"), "QUEUED")
        user.server.run("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes")
        user.expect("lost the connection")
        user.expect_prompt()
        output = user.run("INCR hits")
        expect("MULTI" in output and "nothing was sent" in output, output)
        equal(user.prompt, "server> ")
        equal(user.run("GET hits"), "(nil)")
        user.run("MULTI")
        user.run("SELECT 2")
        expect("OK" in user.run("EXEC"))
        equal(user.prompt, "server[2]> ")


def test_a_transaction_block_waits_for_the_end_of_a_typed_one():
    with Dialogue().start() as user:
        user.run("MULTI")
        user.run("SET first 1")
        output = user.run("transaction { INCR hits }")
        expect("MULTI is open" in output and "EXEC or DISCARD" in output, output)
        equal(user.prompt, "server(tx)> ")
        expect("OK" in user.run("EXEC"))
        equal(user.run("transaction { INCR hits }"), "(integer) 1")
        expect("without MULTI" in user.run("EXEC"))
        equal(user.prompt, "server> ")


def test_what_needs_its_reply_waits_for_the_end_of_a_typed_transaction():
    with Dialogue().start() as user:
        user.run('keyspace Counts string "count:{*}" of int')
        user.run('model Person "person:{*}" { name text }')
        user.run("let x <- INCR hits")
        user.run("MULTI")
        for line in ["let x <- GET hits", 'Person("1", name: "joe")', 'let n <- Counts("1").get()']:
            output = user.run(line)
            expect("MULTI is open" in output and "anew" not in output, output)
        # What binds nothing shows that it is queued, also where a number will come.
        equal(user.run('Counts("1").get()'), '"QUEUED"')
        equal(user.run("x"), "(integer) 1")
        expect("1) (nil)" in user.run("let replies <- EXEC"))


def test_replies_as_they_came_do_not_drive_the_terminal():
    with Dialogue().start() as user:
        user.run(r'SET title "\x1b]0;pwn\x07"')
        user.run(r"\format resp")
        output = user.run("GET title")
        expect("]0;pwn" in output and "\x07" not in output, repr(output))


def test_a_watch_is_not_lost_in_silence():
    with Dialogue().start() as user:
        user.run("WATCH stock")
        equal(user.prompt, "server(watch)> ")
        user.server.run("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes")
        user.expect("lost the connection")
        user.expect_prompt()
        expect("WATCH" in user.run("MULTI"))
        equal(user.run("PING"), "PONG")


def test_credentials_that_were_typed_are_repeated():
    with Dialogue("--requirepass", "secret").start() as user:
        expect("NOAUTH" in user.run("INCR hits"))
        expect("WRONGPASS" in user.run("AUTH wrong"))
        equal(user.run("AUTH secret"), "OK")
        equal(user.run("INCR hits"), "(integer) 1")
        user.server.run("-a", "secret", "CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes")
        user.expect("lost the connection")
        user.expect_prompt()
        equal(user.run("INCR hits"), "(integer) 2")


def test_the_end_of_a_server_is_no_error():
    with Dialogue().start() as user:
        user.type("SHUTDOWN NOSAVE\r")
        user.expect("y/N. ")
        user.type("y\r")
        expect("the server has ended" in user.expect_prompt())
        equal(user.prompt, "server(down)> ")


def test_nothing_is_sent_twice_after_an_interruption():
    with Dialogue().start() as user:
        user.run("PING")
        user.server.process.send_signal(signal.SIGSTOP)
        user.run("pipeline {")
        for _ in range(3):
            user.run("RPUSH ledger x")
        user.type("}\r")
        user.expect("}\r\n")
        user.type("\x03")
        output = user.expect_prompt()
        expect("3 sent without a reply: they may have run" in output, output)
        user.server.process.send_signal(signal.SIGCONT)
        equal(user.run("RPUSH ledger y"), "(integer) 4")


def kill_clients(user):
    """Ends the connection at rest, and waits until that is told above the prompt."""
    user.server.run("CLIENT", "KILL", "TYPE", "normal")
    user.expect("has closed it")
    user.expect_prompt()


def test_what_a_lost_connection_knew_is_never_taken_for_known():
    with Dialogue().start() as user:
        user.run("let r <- try SELECT 3")
        equal(user.prompt, "server[3]> ")
        kill_clients(user)
        user.run("SET there 1")
        equal(user.server.run("-n", "3", "GET", "there"), "1")
        user.run("SELECT 0")
        for way in ["\\c default", "\\peek a", "\\keys"]:
            user.run("MULTI")
            user.run("SET a 1")
            kill_clients(user)
            user.run(way)
            expect("lost with MULTI open" in user.run("SET b 1"))
            user.run("PING")
            equal(user.prompt, "server> ")
        equal(user.server.run("EXISTS", "a", "b"), "0")
        user.run("WATCH w")
        user.server.run("SET", "w", "theirs")
        kill_clients(user)
        output = user.run("\\peek w")
        expect("lost with WATCH open" in output, output)


def test_going_to_another_connection_and_back_keeps_both():
    with Dialogue().start() as user:
        user.run("connect other unix://%s?db=1" % user.server.path)
        user.run("MULTI")
        user.run("INCR hits")
        user.run("\\c other")
        user.run("INCR there")
        user.run("\\c default")
        equal(user.run("INCR hits"), "QUEUED")
        equal(user.run("EXEC"), "1) (integer) 1\n2) (integer) 2")


def test_what_is_lost_in_the_middle_of_an_input_is_not_opened_anew():
    with Dialogue().start() as user:
        user.run("connect other unix://" + user.server.path)
        user.type("\x1b[200~MULTI\nSET a 1\n@other BLPOP queue 9\nSET b 1\nEXEC\x1b[201~\r")
        user.expect("QUEUED")
        identifiers = user.server.run("CLIENT", "LIST").splitlines()
        for client in identifiers:
            if "multi=1" in client or "multi=2" in client:
                user.server.run("CLIENT", "KILL", "ID", client.split()[0][3:])
        user.server.run("RPUSH", "queue", "x")
        output = user.expect_prompt()
        expect("OK" not in output.split("queue")[1], output)
        equal(user.server.run("EXISTS", "a", "b"), "0")


def test_a_transaction_block_uses_a_watch_up():
    with Dialogue().start() as user:
        for block in ["transaction { INCR hits }", "transaction watch hits { INCR hits }"]:
            user.run("WATCH a")
            equal(user.prompt, "server(watch)> ")
            user.run(block)
            equal(user.prompt, "server> ")


def test_a_loss_behind_typed_keys_is_told_once():
    with Dialogue().start() as user:
        user.run("connect other unix://" + user.server.path)
        user.run('keyspace Notes string "note:{*}" on other')
        user.run("@other WATCH w")
        user.server.run("CLIENT", "KILL", "TYPE", "normal")
        user.expect("has closed it")
        user.expect("has closed it")
        user.expect_prompt()
        expect("lost with WATCH open" in user.run('Notes("1").set("a")'))
        expect("OK" in user.run('Notes("1").set("a")'))


def test_exit_ends_wherever_it_stands():
    with Dialogue().start() as user:
        for lines, status in [
            ("if true { exit }\nSET a 1\n", 0), ("if true { exit 4 }\nSET a 1\n", 4),
            ("if true {\nSET a \xff\nSET a 1\n}\n", 3), ("SET a 1 \\\n\xff\n", 3),
            ('if "\xff" == "x" {\nSET a 1\n}\n', 3), ("DEL x \\\r\n y\r\nEXISTS a\r\n", 0), ("MULTI\nSET a 1\n", 1),
            ("SET b 1\r\nquit\r\nSET a 1\r\n", 0),
        ]:
            run = subprocess.run(
                [PROGRAM, "repl", "-s", user.server.path], input=lines.encode("latin-1"),
                capture_output=True,
            )
            equal(run.returncode, status)
            equal(user.server.run("EXISTS", "a"), "0")


def test_an_open_transaction_is_not_left_behind():
    with Dialogue().start() as user:
        user.run("MULTI")
        user.run("SET a 1")
        for line in ["\\c " + user.server.path, "connect default unix://" + user.server.path]:
            expect("EXEC or DISCARD first" in user.run(line))
        equal(user.prompt, "server(tx)> ")
        user.run("EXEC")
        equal(user.server.run("GET", "a"), "1")


def test_only_what_belongs_to_a_transaction_can_be_missing_in_it():
    with Dialogue().start() as user:
        user.run("connect other unix://%s?db=1" % user.server.path)
        user.run("let xs = [1]")
        user.run("MULTI")
        user.run("SET a 1")
        for line in ["@other GTE x", "print xs[9]", "print nosuch", "@other INCR a b"]:
            expect("is missing" not in user.run(line), line)
        expect("OK" in user.run("EXEC"))
        user.run("MULTI")
        user.run("SET a 2")
        expect("is missing" in user.run("SET b \\(xs[9])"))
        expect("discarded" in user.run("EXEC"))
        for lines in ["try @other GTE x", "pipeline on other { SETT b 2 }", "let x <- @other GTE"]:
            user.run("@other MULTI")
            user.run("@other SET b 1")
            expect("is missing" in user.run(lines), lines)
            user.run("@other EXEC")
        for lines in ["MULTI\nSET b 1", "WATCH k\nSET b 1", "SET b \\\n$nosuch", "if nosuch {"]:
            user.run("MULTI")
            user.run("SET a 3")
            expect("is missing" in user.paste(lines), lines)
            expect("discarded" in user.run("EXEC"))
        user.run("MULTI")
        user.type("\x1b[200~pipeline {\nSET b 1\nFLUSHDB\n}\x1b[201~\r")
        user.expect("y/N. ")
        user.type("n\r")
        expect("is missing" in user.expect_prompt())
        expect("discarded" in user.run("EXEC"))
        equal(user.run("GET a"), '"1"')
        equal(user.server.run("-n", "1", "EXISTS", "b"), "0")


def test_piped_lines_do_not_go_to_another_server_than_they_say():
    with Dialogue() as user:
        for command, lines in [
            ([PROGRAM, "repl", "-s", user.server.path, "127.0.0.1:1"], "SET a 1\n"),
            ([PROGRAM, "repl", "-s", user.server.path], "\\c 127.0.0.1:1\nSET a 1\n"),
            ([PROGRAM, "repl", "-s", user.server.path], "\\c nowhere\nSET a 1\n"),
            ([PROGRAM, "repl", "-s", user.server.path, "redis://h:x"], "SET a 1\n"),
            ([PROGRAM, "repl", "-s", user.server.path, "$NOSUCH"], "SET a 1\n"),
            ([PROGRAM, "repl", "-s", user.server.path],
             "MULTI\nSET a 1\npipeline {\nSETT b 2\n}\nEXEC\n"),
        ]:
            run = subprocess.run(command, input=lines, capture_output=True, text=True)
            expect(run.returncode != 0, run.stderr)
            equal(user.server.run("EXISTS", "a"), "0")


def test_a_database_that_a_transaction_could_not_choose_is_not_shown():
    with Dialogue().start() as user:
        for line in ["MULTI", "SELECT 99", "SELECT 2", "EXEC"]:
            user.run(line)
        equal(user.prompt, "server[2]> ")


def test_refused_credentials_leave_the_good_ones():
    with Dialogue("--requirepass", "secret") as user:
        user.start("-a", "secret")
        equal(user.run("PING"), "PONG")
        user.server.run("-a", "secret", "CLIENT", "KILL", "TYPE", "normal")
        user.expect("has closed it")
        user.expect_prompt()
        expect("WRONGPASS" in user.run("AUTH typo"))
        equal(user.run("PING"), "PONG")


def test_a_frozen_server_does_not_stop_the_typing():
    with Dialogue().start() as user:
        user.run("PING")
        user.server.run("SET", "key", "1")
        user.server.process.send_signal(signal.SIGSTOP)
        start = time.monotonic()
        user.type("GET ke\tx")
        user.expect("GET ke\x07?x")
        # Fifty milliseconds are promised of an idle machine.
        expect(time.monotonic() - start < 2, "Tab waits for the server")
        user.server.process.send_signal(signal.SIGCONT)
        user.type("\x7f\t\r")
        expect('"1"' in user.expect_prompt())


def test_a_private_server_ends_with_the_session():
    with Dialogue() as user:
        user.start(command=[PROGRAM, "--scratch"])
        user.expect_prompt()
        equal(user.prompt, "scratch> ")
        path = user.run("CONFIG GET unixsocket").split('"')[1]
        expect(os.path.exists(path))
        equal(user.leave(), 0)
        expect(not os.path.exists(path))


def test_messages_come_above_the_prompt():
    with Dialogue().start() as user:
        user.run("SUBSCRIBE news weather")
        equal(user.prompt, "server(subscribed)> ")
        user.type("GET gree")
        user.expect("GET gree")
        user.server.run("PUBLISH", "news", "hello")
        expect("hello" in user.expect_prompt())
        user.expect("GET gree")
        user.type("ting\r")
        expect("(nil)" in user.expect_prompt())
        user.run("UNSUBSCRIBE")
        user.run("PING")
        equal(user.prompt, "server> ")


def test_control_c_leaves_a_subscription():
    with Dialogue().start() as user:
        user.run("SUBSCRIBE news")
        user.type("GET gree")
        user.expect("GET gree")
        # With something typed it drops that; on the empty line the messages.
        user.type("\x03")
        user.expect_prompt()
        equal(user.prompt, "server(subscribed)> ")
        user.type("\x03")
        user.expect("subscription is over")
        user.expect_prompt()
        equal(user.run("ECHO done"), '"done"')
        equal(user.prompt, "server> ")
        equal(user.server.run("PUBLISH", "news", "hello"), "0")


def test_monitor_ends_by_control_c():
    with Dialogue().start() as user:
        user.type("MONITOR\r")
        user.expect("OK\r\n")
        user.server.run("SET", "seen", "1")
        user.expect('"SET" "seen" "1"')
        user.type("\x03")
        user.expect_prompt()
        equal(user.run("PING"), "PONG")


def test_connections_are_chosen_and_listed():
    with Dialogue().start() as user:
        user.run("connect other scratch: readonly")
        user.run("\\c other")
        equal(user.prompt, "other> ")
        expect("[E0406]" in user.run("SET a 1"))
        equal(user.run("GET a"), "(nil)")
        # Typed keys without a connection of their own follow the prompt.
        user.run('keyspace Notes string "note:{*}"')
        user.run('model Person "person:{*}" { name text }')
        expect("[E0406]" in user.run('Notes("1").set("x")'))
        expect("[E0406]" in user.run('Person("1", name: "joe")'))
        equal(user.server.run("DBSIZE"), "0")
        output = user.run("\\conn")
        expect("* other" in output and "readonly" in output, output)
        expect("unknown connection" in user.run("\\c others"))
        user.run("\\c unix://" + user.server.path + "?db=4")
        equal(user.prompt, "server[4]> ")


def test_a_password_of_the_options_goes_to_no_other_server():
    with Dialogue("--requirepass", "secret") as user:
        user.start("-a", "secret", "-n", "3")
        equal(user.run("PING"), "PONG")
        equal(user.prompt, "server[3]> ")
        user.type("\\c unix://" + user.server.path + "\r")
        # Before the prompt or above it: that depends on how fast the server answers.
        user.expect("NOAUTH")
        user.expect_prompt()
        equal(user.run("AUTH secret"), "OK")
        equal(user.prompt, "server> ")


def test_dangerous_commands_are_asked_about():
    with Dialogue().start() as user:
        user.run("SET a 1")
        user.type("FLUSHALL\r")
        user.expect("y/N. ")
        user.type("n\r")
        expect("not confirmed" in user.expect_prompt())
        # What was typed before the question is no answer.
        user.type("FLUSHALL\ry\r")
        user.expect("y/N. ")
        user.type("\r")
        user.expect("not confirmed")
        user.expect_prompt()
        equal(user.server.run("EXISTS", "a"), "1")
        user.type("\x03")
        user.expect_prompt()
        user.type("FLUSHALL\r")
        user.expect("y/N. ")
        user.type("y\r")
        expect("OK" in user.expect_prompt())
        equal(user.server.run("EXISTS", "a"), "0")


def test_profiles_are_there():
    with Dialogue() as user:
        user.write("secret", "opensesame\n")
        user.write("config/redpipe/config", "\n".join([
            "# my servers",
            "connect notes unix://%s?db=2 readonly" % user.server.path,
            "connect other unix://%s password-file=~/secret" % user.server.path,
            "connect third unix://%s password-command='echo opensesame'" % user.server.path,
            "connect broken redis://[",
            "\\timing on",
            "nonsense",
        ]))
        user.start()
        expect("1 round trip" in user.run("PING"))
        user.run("\\c notes")
        equal(user.prompt, "notes[2]> ")
        expect("[E0406]" in user.run("SET a 1"))
        user.server.run("CONFIG", "SET", "requirepass", "opensesame")
        expect("configuration is wrong" in user.run("@broken PING"))
        for name in ["other", "third"]:
            expect("PONG" in user.run("@%s PING" % name))
        user.leave()
        script = user.write("x.rp", "@other SET a 1\n")
        done = subprocess.run([PROGRAM, script], env=user.environment, capture_output=True)
        equal(done.stdout, b"OK\n")


if __name__ == "__main__":
    main(globals())

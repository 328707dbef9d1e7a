"""A person at the terminal of the interactive mode, for tests.

Each dialogue has a server, a home and a terminal of its own. It waits for prompts, never for time.
"""

import os
import pexpect
import re
import shutil
import signal
import subprocess
import sys
import tempfile

PROGRAM = os.environ["REDPIPE_PROGRAM"]
PROMPT = r"(?:server|other|scratch|\.\.\.|notes)[^\s>]*>(?:\x1b\[0m)? "
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]|\r")


class Server:
    def __init__(self, folder, *arguments):
        self.path = os.path.join(folder, "server")
        self.arguments = arguments
        self.process = None
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            ["redis-server", "--port", "0", "--unixsocket", self.path, "--save", "",
             "--appendonly", "no", *self.arguments],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )
        for line in self.process.stdout:
            if b"ready to accept" in line:
                return
        raise AssertionError("the server does not start")

    def crash(self):
        self.process.kill()
        self.process.wait()

    def run(self, *words):
        return subprocess.run(
            ["redis-cli", "-s", self.path, *words], capture_output=True, text=True, check=True
        ).stdout.strip()


class Dialogue:
    """One or more sessions of one user with one server."""

    def __init__(self, *server_arguments):
        self.folder = tempfile.mkdtemp(prefix="redpipe-repl-")
        self.server = Server(self.folder, *server_arguments)
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": self.folder, "INPUTRC": "/dev/null",
            "TERM": "xterm-256color", "NO_COLOR": "1", "REDPIPE_PAGER": "cat",
            "XDG_STATE_HOME": self.folder + "/state", "XDG_CONFIG_HOME": self.folder + "/config",
        }
        self.child = None

    def start(self, *arguments, command=None, rows=24):
        words = [PROGRAM, "-s", self.server.path, *arguments] if command is None else command
        self.child = pexpect.spawn(
            words[0], words[1:], env=self.environment, dimensions=(rows, 160), timeout=20,
            encoding="utf-8", cwd=self.folder,
        )
        if command is None:
            self.expect_prompt()
        return self

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if error is not None and self.child is not None:
            sys.stderr.write("--- seen last: %r\n" % self.child.before)
        if self.child is not None:
            self.child.close(force=True)
        self.server.process.kill()
        self.server.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    # Typing

    def type(self, text):
        self.child.send(text)

    def expect(self, pattern):
        self.child.expect(pattern)
        return clean(self.child.before)

    def expect_prompt(self):
        """What was printed before the next prompt."""
        self.child.expect(PROMPT)
        self.prompt = self.child.after
        return clean(self.child.before)

    def run(self, line):
        """Types a line; what is printed behind it."""
        self.child.send(line + "\r")
        output = self.expect_prompt()
        return output.split("\n", 1)[1].strip("\n") if "\n" in output else ""

    def paste(self, text):
        """Pastes a text in brackets and runs it; what is printed behind it."""
        self.child.send("\x1b[200~" + text + "\x1b[201~\r")
        return self.expect_prompt()

    def leave(self):
        self.child.send("\x04")
        self.child.expect(pexpect.EOF)
        self.child.close()
        return self.child.exitstatus

    # Files

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(text)
        return path

    def read(self, name):
        with open(self.path(name)) as file:
            return file.read()


def clean(text):
    return ESCAPES.sub("", text)


def main(tests):
    tests["test_" + sys.argv[1]]()


def expect(condition, message=""):
    if not condition:
        raise AssertionError(message)


def equal(found, wanted):
    expect(found == wanted, "found %r, wanted %r" % (found, wanted))


__all__ = ["Dialogue", "clean", "equal", "expect", "main", "os", "pexpect", "signal", "subprocess",
           "PROGRAM", "PROMPT"]

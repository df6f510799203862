"""A Python that has read the generator already and forks for each command: a process of its own without its start.

The commands have their own folder, environment, terminal, signals and exit code; what a start itself decides, as the
seed of hashes or what `-P` leaves out of the path, is that of the Python they are forked from. The path that
`python` gives is put where a program is named: into a Makefile, a hook, a terminal. It understands
`-m MODULE WORDS…`.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn


@contextlib.contextmanager
def python() -> Iterator[Path]:
    """Start it; gives the path of a program that stands for `python`, for as long as it runs."""
    import subprocess
    import tempfile

    with tempfile.TemporaryDirectory() as folder:  # the path of a socket has to be short
        program = Path(folder) / "python"
        program.write_text(f"#!{sys.executable} -IS\n{Path(__file__).read_text()}")
        program.chmod(0o755)
        pipe, env = subprocess.PIPE, {**os.environ, "PYTHONWARNINGS": "default"}
        with subprocess.Popen([sys.executable, __file__, str(program)], stdin=pipe, stdout=pipe, env=env) as running:
            assert running.stdout
            assert running.stdout.readline() == b"ready\n"
            yield program


class Command:
    """A command that was begun: its process's id, and how it ended."""

    def __init__(
        self, program: Path, words: Sequence[str], cwd: str, env: Mapping[str, str], files: Sequence[int]
    ) -> None:
        """Begin `python WORDS…` with these files as its input, output and errors."""
        self.line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.line.connect(str(_place(program)))
        socket.send_fds(self.line, [b"."], files)
        self.line.sendall(json.dumps([list(words), cwd, dict(env)]).encode())
        self.line.shutdown(socket.SHUT_WR)
        self.said = self.line.makefile("r")
        self.pid = int(self.said.readline())

    def wait(self) -> int:
        """Wait until it ends; gives its exit code, or the number of the signal that ended it, below zero."""
        with self.line, self.said:
            return int(self.said.readline())


def _place(program: Path) -> Path:
    """Give the place at which that program asks for commands."""
    return program.with_name("asked")


def _prepare() -> None:
    """Read every module of the generator, and what the first build alone has to work out."""
    import gc
    import importlib
    import pkgutil
    import tempfile

    import generator
    from generator.cli import main

    for found in pkgutil.walk_packages(generator.__path__, "generator."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)
    importlib.import_module("mkdocs.__main__")
    with tempfile.TemporaryDirectory() as folder:
        words = ["build", "--root", str(Path(__file__).parent / "golden/healthy"), "--out", f"{folder}/site"]
        main(words, standalone_mode=False)
    gc.enable()  # as a process begins: a build turns it off


def _serve(program: Path) -> None:
    """Fork for each command, until whoever started this closes the pipe."""
    import select

    with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):  # noqa: PTH123
        _prepare()
    sys.executable = str(program)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(_place(program)))
        server.listen()
        os.write(1, b"ready\n")
        while server in select.select([server, sys.stdin], [], [])[0]:
            line, _ = server.accept()
            if os.fork() == 0:
                server.close()
                _minded(line)
            line.close()
    with contextlib.suppress(ChildProcessError):
        while True:
            os.wait()


def _minded(line: socket.socket) -> NoReturn:
    """Let a command run that says which process it is, and say how it ended."""
    _, files, _, _ = socket.recv_fds(line, 1, 3)
    with line.makefile("r") as asked:
        words, cwd, env = json.load(asked)
    command = os.fork()
    if command == 0:
        for at, file in enumerate(files):
            os.dup2(file, at)
            os.close(file)
        os.chdir(cwd)
        os.environ.clear()
        os.environ.update(env)
        line.sendall(f"{os.getpid()}\n".encode())  # from here on it hears signals
        line.close()
        _be([word for word in words if word != "-P"])
    for file in files:
        os.close(file)
    _, status = os.waitpid(command, 0)
    line.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())
    os._exit(0)


def _be(words: Sequence[str]) -> NoReturn:
    """Run a module as `python -m` does."""
    import runpy
    import traceback

    _, module, *sys.argv[1:] = words
    code: object = 0
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        code = end.code
    except BaseException:  # noqa: BLE001 - told as Python tells it
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else int(code is not None))


def _stand_in() -> int:
    """Be the program: let the command run, and hand signals on to it."""
    command = Command(Path(__file__), sys.argv[1:], os.getcwd(), os.environ, (0, 1, 2))  # noqa: PTH109 - starts at once

    def hand_on(number: int, _frame: Any) -> None:
        os.kill(command.pid, number)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, hand_on)
    return command.wait() % 256


if __name__ == "__main__":
    if Path(__file__).name == "python":
        sys.exit(_stand_in())
    _serve(Path(sys.argv[1]))

# pcs takes 0.4 s to start, nearly all of it to read itself: one process that has done so forks for each command, so that a
# test that gives hundreds of them need not wait for that. The command itself runs as it would in a process of its own.
#
#   python3 -Es pcs-server.py DIRECTORY
#
# Each line in the pipe DIRECTORY/go is one command, its arguments in DIRECTORY/arguments, each ended by a null. What it
# prints goes to DIRECTORY/output, its exit code as one line into the pipe DIRECTORY/done.
import os
import sys
import traceback

from pcs import app

directory = sys.argv[1]
os.chdir(directory)
os.mkfifo("done")
os.mkfifo("go")


def run(arguments):
    output = os.open("output", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    os.dup2(output, 1)
    os.dup2(output, 2)
    sys.argv = ["pcs"] + arguments
    code = 0
    try:
        app.main(arguments)
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 0 if ended.code is None else 1
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


while True:
    with open("go", encoding="utf-8") as go:
        go.readline()
    with open("arguments", encoding="utf-8") as file:
        arguments = file.read().split("\0")[:-1]
    child = os.fork()
    if child == 0:
        run(arguments)
    status = os.waitpid(child, 0)[1]
    with open("done", "w", encoding="utf-8") as done:
        print(os.waitstatus_to_exitcode(status), file=done)

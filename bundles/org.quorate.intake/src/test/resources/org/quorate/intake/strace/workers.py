# What strace watches here: three processes with PHP-like sessions that they share, mail that each delivers for itself,
# a database with direct random writes, a log, and look-ups.
import fcntl, mmap, os, random, sys, time

base = sys.argv[1]
random.seed(1)

def session(number):
    fd = os.open(f"{base}/sessions/sess_{number}", os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(fd, fcntl.LOCK_EX)
    os.read(fd, 4096)
    os.ftruncate(fd, 0)
    os.pwrite(fd, b"x" * 1200, 0)
    os.close(fd)

def deliver(me, number):
    new = f"{base}/mail/user{me}/tmp-{number}"
    fd = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    for part in range(3):
        os.write(fd, b"m" * 1000)
    os.fsync(fd)
    os.close(fd)
    os.rename(new, f"{base}/mail/user{me}/msg-{number}")

def page(number):
    fd = os.open(f"{base}/pages/{number}.html", os.O_RDONLY)
    os.fstat(fd)
    while os.read(fd, 4096):
        pass
    os.close(fd)

def worker(me):
    data = os.open(f"{base}/db/table", os.O_RDWR | os.O_DIRECT)
    log = os.open(f"{base}/db/log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    block = mmap.mmap(-1, 8192)
    for number in range(12):
        session(random.randrange(6))
        page(random.randrange(10))
        if number % 4 == 0:
            deliver(me, number)
            os.stat(f"{base}/mail/user{me}/msg-{number}")
            os.pwritev(data, [block], 8192 * random.randrange(16))
            os.fdatasync(data)
            fcntl.lockf(data, fcntl.LOCK_EX)
            fcntl.lockf(data, fcntl.LOCK_UN)
        os.write(log, b"l" * 120)
        time.sleep(0.002)
    os.listdir(f"{base}/mail/user{me}")
    os.unlink(f"{base}/mail/user{me}/msg-0")
    try:
        os.stat(f"{base}/missing-$(id)\n")
    except FileNotFoundError:
        pass

for me in range(3):
    os.makedirs(f"{base}/mail/user{me}")
pids = []
for me in range(3):
    pid = os.fork()
    if pid == 0:
        worker(me)
        os._exit(0)
    pids.append(pid)
for pid in pids:
    os.waitpid(pid, 0)

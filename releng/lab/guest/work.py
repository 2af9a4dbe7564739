# SPDX-License-Identifier: EPL-2.0
"""What one thread of a phase does: chooses operations and files as the model does, and makes the system calls."""
import bisect
import errno
import fcntl
import math
import mmap
import os
import random
import threading
import time

from names import Refused

OPERATIONS = ('CREATE', 'OPEN', 'STAT', 'CHMOD', 'READ', 'WRITE', 'APPEND', 'UNLINK', 'RENAME', 'MOVE', 'MKDIR', 'RMDIR', 'READDIR', 'FSYNC',
              'FLOCK', 'FCNTL', 'STATFS', 'SESSION')
CREATING = ('OPEN', 'READ', 'WRITE', 'APPEND', 'FLOCK', 'FCNTL', 'SESSION')  # open with O_CREAT what is made on use
NO_FILE = ('CREATE', 'MKDIR', 'RMDIR', 'STATFS', 'READDIR')
SECTOR = 4096
clock = time.perf_counter


def sample(distribution, chance):
    """Of a constant, exponential or lognormal one, by its mean."""
    mean = distribution['mean']
    if distribution['shape'] == 'CONSTANT' or not mean:
        return mean
    if distribution['shape'] == 'EXPONENTIAL':
        return chance.expovariate(1 / mean)
    variance = math.log(1 + distribution['variation'] ** 2)
    return chance.lognormvariate(math.log(mean) - variance / 2, math.sqrt(variance))


def refuse_share(share, sets, where):
    """What of an item of a mix cannot be run, by its name."""
    if share['operation'] not in OPERATIONS:
        raise Refused('%s: operation %s' % (where, share['operation'].lower()))
    if share['how'] == 'MAPPED':
        raise Refused('%s: how: mapped' % where)
    if share['how'] == 'DIRECT' and (share['size']['shape'] != 'CONSTANT' or share['size']['mean'] % SECTOR or share['operation'] == 'APPEND'):
        raise Refused('%s: how: direct, with sizes that are no multiples of %d or at the end of a file' % (where, SECTOR))
    if share['operation'] in ('UNLINK', 'RENAME', 'MOVE') and share['access'] not in ('OWN', 'NEXT'):
        raise Refused('%s: %s with access: %s' % (where, share['operation'].lower(), share['access'].lower()))
    if share['operation'] in ('RENAME', 'MOVE') and share['access'] != 'OWN':
        raise Refused('%s: %s of files of another node' % (where, share['operation'].lower()))
    if share['fileSet'] not in sets:
        raise Refused('%s: file set %s, which is not there' % (where, share['fileSet']))


class Cursors:
    """How far the threads of this node have come through each item of the mix."""

    def __init__(self, mix, names):
        self.next = [0] * len(mix)
        self.zipf = [self.weights(share, names) if share['access'] == 'ZIPF' else None for share in mix]

    @staticmethod
    def weights(share, names):
        sums, total = [], 0.0
        for rank in range(max(1, names.sets[share['fileSet']]['files'])):
            total += 1 / (rank + 1) ** share['zipfExponent']
            sums.append(total)
        return sums

    def advance(self, index, lock):
        with lock:
            self.next[index] += 1
            return self.next[index] - 1


class Arrivals:
    """When operations arrive at a node under open load: at random, at a rate, until the phase ends."""

    def __init__(self, plan, phase, node, start):
        self.rate, self.end, self.lock, self.last = phase['load']['operationsPerSecond'], start + phase['duration'] / 1e9, threading.Lock(), start
        self.chance = random.Random('%s arrivals %s %d' % (plan['seed'], phase['name'], node))

    def take(self):
        """The next one; None when the phase is over."""
        with self.lock:
            self.last += self.chance.expovariate(self.rate)
            return None if self.last >= self.end else self.last


class Thread:
    """One closed thread of one phase. Its choices depend on the plan's seed, the phase, the node and its number only."""

    def __init__(self, plan, phase, node, number, names, cursors):
        self.mix, self.names, self.node, self.cursors = phase['mix'], names, node, cursors
        self.phase = phase
        self.does = [not s['nodes'] or names.nodes[node] in s['nodes'] for s in self.mix]
        self.chance = {what: random.Random('%s %s %s %d %d' % (plan['seed'], what, phase['name'], node, number))
                       for what in ('operation', 'file', 'size', 'place', 'think')}
        self.done = 0
        self.kept = {}
        self.last = {}
        self.calls = {}  # operation: seconds of each
        self.missing = 0  # operations that found no file, or one that another node had removed
        self.buffer = mmap.mmap(-1, SECTOR)

    def length(self):
        """Operations that it does; None: until its time is over."""
        if self.phase['sequence']:
            return sum(s['count'] or 0 for s, does in zip(self.mix, self.does) if does)
        return self.phase['operationsPerThread']

    def has_work(self):
        return any(self.does)

    def choose(self):
        if self.phase['sequence']:
            left = self.done
            for index, share in enumerate(self.mix):
                count = (share['count'] or 0) if self.does[index] else 0
                if left < count:
                    return index
                left -= count
        while True:
            index = self.chance['operation'].choices(range(len(self.mix)), [s['weight'] for s in self.mix])[0]
            if self.does[index]:
                return index

    def file(self, index, share):
        """(owner, sequence) of the file that it works on, or None."""
        names, name, count, chance = self.names, share['fileSet'], len(self.names.nodes), self.chance['file']
        access = share['access']
        if share['operation'] == 'UNLINK':
            owner = (self.node + (access == 'NEXT')) % count
            sequence = names.remove_first(name, owner)
            return None if sequence is None else (owner, sequence)
        if access in ('OWN', 'NEXT'):
            return names.at(name, (self.node + (access == 'NEXT')) % count, self.cursors.advance(index, names.lock))
        if access == 'FIRST':
            return names.at(name, 0, 0)
        if access == 'ZIPF':
            sums = self.cursors.zipf[index]
            rank = bisect.bisect(sums, chance.random() * sums[-1])
            return names.at(name, rank % count, rank // count)
        if access == 'EACH':
            return self.each(name, self.cursors.advance(index, names.lock))
        for _ in range(900):  # HASHED: all but one in 10^6 are found by then, of 64 nodes
            found = self.any(name, chance)
            if access == 'ANY' or found is None or hash(found) % count == self.node:
                break
        return found

    def any(self, name, chance):
        most = max(self.names.living(name, node) for node in range(len(self.names.nodes)))
        return None if most <= 0 else self.names.at(name, chance.randrange(len(self.names.nodes)), int(chance.random() * most))

    def each(self, name, position):
        living = [max(0, self.names.living(name, node)) for node in range(len(self.names.nodes))]
        left = position % sum(living) if sum(living) else 0
        for node, own in enumerate(living):
            if left < own:
                return node, self.names.removed[name][node] + left
            left -= own
        return None

    def offset(self, index, share, found, size, fd):
        """Where READ and WRITE begin. To tell a file's length takes no lock but those of its open and of the read."""
        if share['at'] == 'START':
            return 0
        length = self.names.sets[share['fileSet']]['size']['mean'] if share['operation'] == 'WRITE' else os.fstat(fd).st_size
        if share['at'] == 'RANDOM':
            return int(self.chance['place'].random() * max(1, length // max(1, size))) * size
        file, at = self.last.get(index, (None, 0))
        at = at if file == found and at < length else 0
        self.last[index] = (found, at + size)
        return at

    def run_one(self, arrived=None):
        """One operation, timed as a whole: from its arrival, where it has one."""
        index = self.choose()
        share = self.mix[index]
        found = None if share['operation'] in NO_FILE[:3] else self.file(index, share)
        size = int(sample(share['size'], self.chance['size']))
        before = self.prepared(index, share, found, size)
        start = clock()
        try:
            before()
        except FileNotFoundError:
            self.missing += 1
        except OSError as problem:
            if share['operation'] != 'RMDIR' or problem.errno != errno.ENOTEMPTY:  # another node has put a file there
                raise
            self.missing += 1
        self.calls.setdefault(share['operation'], []).append(clock() - (start if arrived is None else arrived))
        self.done += 1

    def prepared(self, index, share, found, size):
        """The system calls of an operation, with everything that is no system call done before."""
        names, name, operation = self.names, share['fileSet'], share['operation']
        if operation == 'CREATE':
            return self.create(name, size, share)
        if operation == 'MKDIR':
            path = names.new_directory(name, self.node)
            return lambda: os.mkdir(path, 0o755)
        if operation == 'RMDIR':
            gone = names.first_directory(name)
            return self.nothing if gone is None else lambda: os.rmdir(gone)
        if operation in ('READDIR', 'STATFS'):
            directory = names.by_layout(name, self.node, 0) if found is None else names.place(name, *found)[0]
            return (lambda: os.listdir(directory)) if operation == 'READDIR' else lambda: os.statvfs(directory)
        if found is None:
            return self.nothing
        if operation in ('RENAME', 'MOVE'):
            target = names.place(name, *found)[0] if operation == 'RENAME' else names.move_target(name, *found)
            if target is None:
                return self.nothing
            paths = names.renamed(name, *found, target)
            return lambda: os.rename(*paths)
        path = names.path(name, *found)
        simple = {'STAT': lambda: os.stat(path), 'CHMOD': lambda: os.chmod(path, 0o640 + (self.done & 1)),
                  'UNLINK': lambda: os.unlink(path)}
        if operation in simple:
            return simple[operation]
        place = (lambda fd: self.offset(index, share, found, size, fd)) if operation in ('READ', 'WRITE') else lambda fd: 0
        data = b'' if operation in ('READ', 'OPEN', 'FSYNC', 'FLOCK', 'FCNTL') else os.urandom(size)
        return lambda: self.on_open(share, path, place, size, data)

    def nothing(self):
        self.missing += 1

    def create(self, name, size, share):
        sequence, directory = self.names.new(name, self.node)
        path = directory + '/' + self.names.base(name, self.node, sequence, 0)
        data = os.urandom(size)

        def calls():
            fd = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
            if data:
                os.write(fd, data)
            if share['fsync']:
                os.fsync(fd)
            os.close(fd)
        return calls

    def on_open(self, share, path, place, size, data):
        flags = self.flags(share)
        fd = self.kept.get((path, flags))
        opened = fd is None
        if opened:
            fd = self.open(share, path, flags)
            if share['keepOpen']:
                self.kept[path, flags] = fd
        self.on_fd(share, fd, place(fd), size, data)
        if share['fsync']:
            os.fsync(fd)
        if opened and not share['keepOpen']:
            os.close(fd)

    @staticmethod
    def flags(share):
        operation = share['operation']
        flags = os.O_RDWR if share['keepOpen'] or operation in ('SESSION', 'FLOCK', 'FCNTL', 'FSYNC') else \
            os.O_WRONLY if operation in ('WRITE', 'APPEND') else os.O_RDONLY
        flags |= os.O_APPEND if operation == 'APPEND' else 0
        return flags | (os.O_DIRECT if share['how'] == 'DIRECT' else 0)

    def open(self, share, path, flags):
        made = self.names.sets[share['fileSet']]['made'] == 'ON_USE' and share['operation'] in CREATING
        try:
            return os.open(path, flags | (os.O_CREAT if made else 0), 0o644)
        except FileExistsError:  # OCFS2, when another node makes the same name at the same moment
            return os.open(path, flags, 0o644)

    def on_fd(self, share, fd, offset, size, data):
        operation, direct = share['operation'], share['how'] == 'DIRECT'
        if operation == 'READ' and direct:
            os.preadv(fd, [self.aligned(size)], offset)
        elif operation == 'READ':
            os.pread(fd, size, offset)
        elif operation == 'WRITE' and direct:
            os.pwritev(fd, [self.aligned(size)], offset)
        elif operation == 'WRITE':
            os.pwrite(fd, data, offset)
        elif operation == 'APPEND':
            os.write(fd, data)
        elif operation == 'FSYNC':
            os.fsync(fd)
        elif operation in ('FLOCK', 'FCNTL'):
            lock = fcntl.flock if operation == 'FLOCK' else fcntl.lockf
            lock(fd, fcntl.LOCK_EX)
            lock(fd, fcntl.LOCK_UN)
        elif operation == 'SESSION':
            fcntl.flock(fd, fcntl.LOCK_EX)
            os.read(fd, 65536)
            os.ftruncate(fd, 0)
            os.pwrite(fd, data, 0)

    def aligned(self, size):
        if len(self.buffer) != size:
            self.buffer = mmap.mmap(-1, size)
        return self.buffer

    def close(self):
        for fd in self.kept.values():
            os.close(fd)
        self.kept = {}

# SPDX-License-Identifier: EPL-2.0
"""The files of a workload, as the model numbers them: file i of a set belongs to node i mod n, whatever the layout; each node's own files
are a row that grows at its end and is removed from its beginning. What other nodes make or remove in a phase is known at its end."""
import threading

DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'


class Refused(Exception):
    """What a plan asks for and this runner cannot do."""


def base36(number):
    text = ''
    while True:
        text = DIGITS[number % 36] + text
        number //= 36
        if not number:
            return text


class Names:
    """Who owns which files, and where they lie below the root. Threads of one node share it, under its lock."""

    def __init__(self, plan, root):
        self.root, self.nodes = root, plan['nodes']
        self.sets = {s['name']: s for s in plan['fileSets']}
        self.index = {name: i for i, name in enumerate(self.sets)}
        self.lock = threading.Lock()
        count = len(self.nodes)
        self.initial = {n: [s['files'] // count + (i < s['files'] % count) for i in range(count)] for n, s in self.sets.items()}
        self.created = {n: [0] * count for n in self.sets}
        self.removed = {n: [0] * count for n in self.sets}
        self.places = {}  # (set, owner, sequence): [directory, times renamed], of files that are not where the layout says
        self.made = {n: [] for n in self.sets}  # directories that this node made for a file each
        self.filled = {n: 0 for n in self.sets}
        self.emptied = {n: 0 for n in self.sets}
        self.directories_made = 0

    def directories(self, name):
        """Of a set, each with the index of the node that makes it; none if it lies in those of another set."""
        s = self.sets[name]
        if s['in'] is not None and s['layout'] != 'EACH':
            return []
        number = {'PRIVATE': len(self.nodes), 'EACH': len(self.nodes), 'SHARED': 1, 'TREE': s['directories']}[s['layout']]
        return [(self.directory(name, i), i % len(self.nodes)) for i in range(number)]

    def directory(self, name, number):
        s = self.sets[name]
        below = {'PRIVATE': lambda: '/' + self.nodes[number], 'EACH': lambda: '/%s.%s' % (self.nodes[number], name),
                 'SHARED': lambda: '', 'TREE': lambda: '/d%05d' % number}[s['layout']]()
        return '%s/%s%s' % (self.root, s['path'], below)

    def by_layout(self, name, owner, sequence):
        layout = self.sets[name]['layout']
        return self.directory(name, {'SHARED': 0, 'TREE': sequence % max(1, self.sets[name]['directories'])}.get(layout, owner))

    def place(self, name, owner, sequence):
        return self.places.get((name, owner, sequence)) or [self.by_layout(name, owner, sequence), 0]

    def base(self, name, owner, sequence, renamed):
        """As long as the set says; the same name is never used twice in a directory."""
        return self.numbered(name, base36(self.index[name]).rjust(2, '0') + base36(owner) + DIGITS[renamed % 36], sequence)

    def numbered(self, name, head, number):
        tail = base36(number)
        width = self.sets[name]['nameLength'] - len(head)
        if len(tail) > width:
            raise Refused('nameLength %d of file set %s: too short to number its files' % (self.sets[name]['nameLength'], name))
        return head + tail.rjust(width, '0')

    def path(self, name, owner, sequence):
        directory, renamed = self.place(name, owner, sequence)
        return directory + '/' + self.base(name, owner, sequence, renamed)

    def end(self, name, owner):
        return self.initial[name][owner] + self.created[name][owner]

    def living(self, name, owner):
        return self.end(name, owner) - self.removed[name][owner]

    def at(self, name, owner, position):
        """The n-th living file of a node, wrapping round; another node's if it has none; None if nobody has one."""
        for i in range(len(self.nodes)):
            node = (owner + i) % len(self.nodes)
            if self.living(name, node) > 0:
                return node, self.removed[name][node] + position % self.living(name, node)
        return None

    def new(self, name, owner):
        """The number of the node's next file, and its directory."""
        with self.lock:
            sequence = self.end(name, owner)
            directory = self.by_layout(name, owner, sequence)
            if self.sets[name]['layout'] == 'EACH' and self.filled[name] < len(self.made[name]):
                directory = self.made[name][self.filled[name]]
                self.filled[name] += 1
                self.places[name, owner, sequence] = [directory, 0]
            self.created[name][owner] += 1
            return sequence, directory

    def remove_first(self, name, owner):
        with self.lock:
            if self.living(name, owner) <= 0:
                return None
            self.removed[name][owner] += 1
            return self.removed[name][owner] - 1

    def new_directory(self, name, owner):
        with self.lock:
            parent = self.by_layout(name, owner, self.end(name, owner))
            path = parent + '/' + self.numbered(name, 'm' + base36(owner), self.directories_made)
            self.directories_made += 1
            if self.sets[name]['layout'] == 'EACH':
                self.made[name].append(path)
            return path

    def first_directory(self, name):
        """The first that this node has made, which is left now; None if there is none."""
        with self.lock:
            if self.emptied[name] >= len(self.made[name]):
                return None
            self.emptied[name] += 1
            return self.made[name][self.emptied[name] - 1]

    def renamed(self, name, owner, sequence, directory):
        """Paths before and after a file is renamed into a directory."""
        with self.lock:
            before = self.path(name, owner, sequence)
            self.places[name, owner, sequence] = [directory, self.place(name, owner, sequence)[1] + 1]
            return before, self.path(name, owner, sequence)

    def move_target(self, name, owner, sequence):
        """None if it is there already."""
        now = self.place(name, owner, sequence)[0]
        if self.sets[name]['layout'] == 'EACH':
            target = self.directory(name, owner)
        else:
            all_of = [path for path, _ in self.directories(self.sets[name]['in'] or name)] or [now]
            target = all_of[(all_of.index(now) + 1) % len(all_of)]
        return None if target == now else target

    def state(self):
        return {'created': self.created, 'removed': self.removed, 'places': [[*key, *value] for key, value in self.places.items()]}

    def merge(self, state):
        """What another node has made and removed; each row has one node that makes, and one that removes, in a phase."""
        for mine, theirs in ((self.created, state['created']), (self.removed, state['removed'])):
            for name, counts in theirs.items():
                mine[name] = [max(a, b) for a, b in zip(mine[name], counts)]
        for name, owner, sequence, directory, renamed in state['places']:
            if renamed >= self.places.get((name, owner, sequence), ['', -1])[1]:
                self.places[name, owner, sequence] = [directory, renamed]

# SPDX-License-Identifier: EPL-2.0
"""The kernel's counters that a measurement reads before and after each phase."""
import os
import re
import subprocess
import time

# Caches of the file systems, the lock managers and what both lean on. Boot with slab_nomerge, or those of one size share a name.
CACHES = re.compile(r'^(gfs2_|dlm_|ocfs2_|o2|jbd2_|inode_cache$|dentry$|buffer_head$|radix_tree_node$|ext4_inode_cache$|kmalloc-512$)')
# The lock managers' own connections: o2net and fs/dlm.
PORTS = '( sport = :7777 or dport = :7777 or sport = :21064 or dport = :21064 )'
TCP = ('data_segs_out', 'data_segs_in', 'bytes_sent', 'bytes_received')
# Fields of /sys/block/NAME/stat (Documentation/block/stat.rst).
DISK = {'reads': 0, 'rsect': 2, 'writes': 4, 'wsect': 6, 'discards': 11, 'flushes': 15}


def text(path):
    with open(path) as file:
        return file.read()


def disks(device):
    """Names of the disks that a device is made of, down to those that are made of none."""
    name = os.path.basename(os.path.realpath(device))
    below = '/sys/class/block/%s/slaves' % name
    parts = sorted(os.listdir(below)) if os.path.isdir(below) else []
    return [disk for part in parts for disk in disks('/dev/' + part)] if parts else [name]


def slabs():
    found = {}
    for line in text('/proc/slabinfo').splitlines()[2:]:
        words = line.split()
        if CACHES.match(words[0]):
            found[words[0]] = {'objects': int(words[1]), 'bytes': int(words[3])}
    return found


def segments():
    total = dict.fromkeys(TCP, 0)
    listed = subprocess.run(['ss', '-tinH', PORTS], stdout=subprocess.PIPE, check=True, universal_newlines=True).stdout
    for key in TCP:
        total[key] = sum(int(number) for number in re.findall(r'\b%s:(\d+)' % key, listed))
    return total


def requests(names):
    total = dict.fromkeys(DISK, 0)
    for name in names:
        fields = text('/sys/class/block/%s/stat' % name).split()
        for key, place in DISK.items():
            total[key] += int(fields[place])
    return total


def snapshot(names):
    return {'t': time.time(), 'slabs': slabs(), 'tcp': segments(), 'disk': requests(names),
            'slab_kb': int(re.search(r'^Slab:\s+(\d+)', text('/proc/meminfo'), re.M).group(1))}


def none():
    """In the place of a snapshot, where only the workload counts."""
    return {'t': time.time(), 'slabs': {}, 'tcp': {}, 'disk': {}, 'slab_kb': 0}


def shrink():
    """Gives back what caches keep of objects that are gone: /proc/slabinfo counts the free ones of a processor's own slabs as used."""
    for cache in os.listdir('/sys/kernel/slab') if os.path.isdir('/sys/kernel/slab') else []:
        if CACHES.match(cache):
            with open('/sys/kernel/slab/%s/shrink' % cache, 'w') as file:
                file.write('1')


def cpu_seconds():
    """One fixed loop: 0.0087 s is a quiet machine (org.quorate.study.accuracy, ORIGIN.md)."""
    start, total = time.perf_counter(), 0
    for i in range(300000):
        total += i
    return time.perf_counter() - start

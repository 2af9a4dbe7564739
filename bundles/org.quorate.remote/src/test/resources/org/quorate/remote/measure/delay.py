# SPDX-License-Identifier: EPL-2.0
# A network device that gives back each packet after so many milliseconds; standard input is /dev/net/tun.
import collections
import fcntl
import os
import select
import struct
import sys
import time

delay = float(sys.argv[1]) / 1000
TUNSETIFF = 0x400454CA
IFF_TUN, IFF_NO_PI = 0x0001, 0x1000
fcntl.ioctl(0, TUNSETIFF, struct.pack("16sH22x", b"delay0", IFF_TUN | IFF_NO_PI))
waiting = collections.deque()
while True:
    left = max(0, waiting[0][0] - time.monotonic()) if waiting else None
    if select.select([0], [], [], left)[0]:
        waiting.append((time.monotonic() + delay, os.read(0, 65536)))
    while waiting and waiting[0][0] <= time.monotonic():
        os.write(0, waiting.popleft()[1])

/*
 * Preloaded into sg_persist: the device named by SG_DEVICE is the LUN of the scsi-initiator that listens at SG_SOCKET. No kernel
 * has to know it.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <scsi/sg.h>

#include ".scsi-socket.h"

static int device = -1, session = -1;

static int open_any(const char *path, int flags, mode_t mode)
{
    int (*real)(const char *, int, ...) = dlsym(RTLD_NEXT, "open64");
    const char *ours = getenv("SG_DEVICE");
    struct sockaddr_un address = {AF_UNIX, ""};

    if (!ours || strcmp(path, ours) != 0)
        return real(path, flags, mode);
    /* With SG_LINK, the device is there only while that file is. */
    if (getenv("SG_LINK") && access(getenv("SG_LINK"), F_OK))
        return -1;
    strncpy(address.sun_path, getenv("SG_SOCKET"), sizeof address.sun_path - 1);
    session = socket(AF_UNIX, SOCK_STREAM, 0);
    if (connect(session, (struct sockaddr *)&address, sizeof address))
        return -1;
    return device = real("/dev/null", O_RDWR);
}

int open(const char *path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    mode_t mode = va_arg(list, int);
    va_end(list);
    return open_any(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    mode_t mode = va_arg(list, int);
    va_end(list);
    return open_any(path, flags, mode);
}

int __open_2(const char *path, int flags) { return open_any(path, flags, 0); }
int __open64_2(const char *path, int flags) { return open_any(path, flags, 0); }

int ioctl(int fd, unsigned long number, ...)
{
    int (*real)(int, unsigned long, ...) = dlsym(RTLD_NEXT, "ioctl");
    struct request request = {0};
    struct answer answer;
    va_list list;

    va_start(list, number);
    sg_io_hdr_t *io = va_arg(list, void *);
    va_end(list);
    if (fd < 0 || fd != device)
        return real(fd, number, io);
    if (number != SG_IO || io->interface_id != 'S' || io->cmd_len > sizeof request.cdb) {
        errno = ENOTTY;
        return -1;
    }
    memcpy(request.cdb, io->cmdp, io->cmd_len);
    request.cdb_size = io->cmd_len;
    /* libiscsi: 0 none, 1 read, 2 write */
    request.direction = io->dxfer_direction == SG_DXFER_FROM_DEV ? 1 : io->dxfer_direction == SG_DXFER_TO_DEV ? 2 : 0;
    request.length = io->dxfer_len;
    if (all(session, &request, sizeof request, 1) || (request.direction == 2 && all(session, io->dxferp, io->dxfer_len, 1))
            || all(session, &answer, sizeof answer, 0) || (answer.length && all(session, io->dxferp, answer.length, 0))) {
        errno = EIO;
        return -1;
    }
    io->status = answer.status;
    io->masked_status = (answer.status >> 1) & 0x1f;
    io->host_status = io->driver_status = io->info = 0;
    io->resid = request.direction == 1 ? (int)io->dxfer_len - answer.length : 0;
    io->sb_len_wr = 0;
    if (answer.sense_length && io->sbp) {
        io->sb_len_wr = answer.sense_length < io->mx_sb_len ? answer.sense_length : io->mx_sb_len;
        memcpy(io->sbp, answer.sense, io->sb_len_wr);
        io->driver_status = 8;
        io->info = 1;
    }
    return 0;
}

/*
 * An iSCSI initiator that keeps one session, as a kernel does: what comes through a socket is a SCSI command, what goes
 * back is its answer. One client at a time.
 *
 *   scsi-initiator SOCKET INITIATOR-NAME URL
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <iscsi/iscsi.h>
#include <iscsi/scsi-lowlevel.h>

#include ".scsi-socket.h"

static void serve(struct iscsi_context *iscsi, int lun, int fd)
{
    struct request request;
    static unsigned char data[65536];

    while (all(fd, &request, sizeof request, 0) == 0 && request.length <= (int)sizeof data) {
        struct answer answer = {0};
        struct iscsi_data out = {request.length, data};
        struct scsi_task *task = calloc(1, sizeof *task);

        if (request.direction == SCSI_XFER_WRITE && all(fd, data, request.length, 0))
            return;
        memcpy(task->cdb, request.cdb, sizeof request.cdb);
        task->cdb_size = request.cdb_size;
        task->xfer_dir = request.direction;
        task->expxferlen = request.length;
        /* A unit attention is told once; a kernel swallows it and asks again. */
        for (int attempt = 0; attempt < 3; attempt++) {
            if (!iscsi_scsi_command_sync(iscsi, lun, task, request.direction == SCSI_XFER_WRITE ? &out : NULL)) {
                fprintf(stderr, "%s\n", iscsi_get_error(iscsi));
                exit(1);
            }
            if (task->status != SCSI_STATUS_CHECK_CONDITION || task->sense.key != SCSI_SENSE_UNIT_ATTENTION)
                break;
        }
        answer.status = task->status;
        if (task->status == SCSI_STATUS_CHECK_CONDITION && task->datain.size > 2) {
            answer.sense_length = task->datain.size - 2 < 256 ? task->datain.size - 2 : 256;
            memcpy(answer.sense, task->datain.data + 2, answer.sense_length);
        } else if (request.direction == SCSI_XFER_READ && task->datain.size > 0) {
            answer.length = task->datain.size < request.length ? task->datain.size : request.length;
        }
        if (all(fd, &answer, sizeof answer, 1) || (answer.length && all(fd, task->datain.data, answer.length, 1)))
            return;
    }
}

int main(int count, char **arguments)
{
    struct sockaddr_un address = {AF_UNIX, ""};
    int listener = socket(AF_UNIX, SOCK_STREAM, 0);
    struct iscsi_context *iscsi;
    struct iscsi_url *url;

    if (count != 4)
        return 2;
    iscsi = iscsi_create_context(arguments[2]);
    url = iscsi_parse_full_url(iscsi, arguments[3]);
    iscsi_set_session_type(iscsi, ISCSI_SESSION_NORMAL);
    if (!url || iscsi_full_connect_sync(iscsi, url->portal, url->lun) != 0) {
        fprintf(stderr, "%s\n", iscsi_get_error(iscsi));
        return 1;
    }
    strncpy(address.sun_path, arguments[1], sizeof address.sun_path - 1);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 8))
        return 1;
    for (;;) {
        int client = accept(listener, NULL, NULL);
        if (client >= 0) {
            serve(iscsi, url->lun, client);
            close(client);
        }
    }
}

/* What goes through the socket between sg-io.so and scsi-initiator. */
struct request { unsigned char cdb[16]; int cdb_size, direction, length; };
struct answer { int status, length, sense_length; unsigned char sense[256]; };

static int all(int fd, void *data, int length, int writing)
{
    char *at = data;
    while (length > 0) {
        int n = writing ? write(fd, at, length) : read(fd, at, length);
        if (n <= 0)
            return -1;
        at += n;
        length -= n;
    }
    return 0;
}

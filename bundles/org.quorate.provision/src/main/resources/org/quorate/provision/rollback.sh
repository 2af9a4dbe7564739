#!/usr/bin/env bash
# Takes the nodes back, step by step in reverse order: stops PHP, unmounts, stops the cluster, logs out, restores files.
# A dry run unless --apply is given, which also needs CONFIRM_ROLLBACK=cluster. It never removes a file system, a logical
# volume or a volume group, and no package.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd) || exit 1
exec bash "$here/provision.sh" --undo "$@"

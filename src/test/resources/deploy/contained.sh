# Runs a command as the container engine would: in namespaces of its own for mounts and processes, as process 1, on a root that
# nothing can be written to, but for /tmp and, where they are given, the history and the application itself.
#   contained.sh APPLICATION HISTORY USER:GROUP COMMAND...
# APPLICATION lies at /opt/nodesonde, writable for user 0 alone; HISTORY at /var/lib/nodesonde. All this is to be called by
# unshare --mount --pid --fork --kill-child --mount-proc; whatever is mounted here nobody else sees.
set -eu
application=$1 history=$2 user=${3%:*} group=${3#*:}
shift 3

mount --make-rprivate /
hold=/mnt
mount -t tmpfs tmpfs "$hold"
mkdir "$hold/application" "$hold/history"
mount --bind "$application" "$hold/application"
mount --bind "$history" "$hold/history"
mount -t tmpfs tmpfs /opt
mount -t tmpfs tmpfs /var/lib
mkdir /opt/nodesonde /var/lib/nodesonde
mount --bind "$hold/application" /opt/nodesonde
mount --bind "$hold/history" /var/lib/nodesonde
umount "$hold/application" "$hold/history"
for part in / /opt /var/lib "$hold"; do mount -o remount,bind,ro "$part"; done
[ "$user" = 0 ] || mount -o remount,bind,ro /opt/nodesonde
mount -t tmpfs -o mode=1777 tmpfs /tmp
mount -t tmpfs -o ro tmpfs /root

cd /opt/nodesonde
exec setpriv --reuid "$user" --regid "$group" --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all "$@"

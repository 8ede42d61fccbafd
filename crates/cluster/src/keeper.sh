# Makes a cluster in a folder of its own, starts and stops it when told, and takes everything away when
# whoever told it is gone, however they went. Arguments: the folder for temporary things, the folder
# of PostgreSQL's programs, the server's options, and its port.
trap '' INT HUP
export LC_ALL=C
unset PGHOST PGPORT PGUSER PGDATABASE PGDATA PGOPTIONS
folder=$(mktemp -d "$1/ginnel-postgres.XXXXXX") || exit 1
programs=$2
options="-k $folder $3"
port=$4
server=
cd "$folder" || exit 1

start() {
    # shellcheck disable=SC2086 # options are words
    "$programs/postgres" -D data $options </dev/null >>log 2>&1 &
    server=$!
    until "$programs/pg_isready" -q -h "$folder" -p "$port"; do
        kill -0 "$server" 2>/dev/null || return 1
        sleep 0.05
    done
}
stop() {
    [ -z "$server" ] || { kill "-$1" "$server" && wait "$server"; } 2>/dev/null
    server=
}
answer() { if [ "$1" = 0 ]; then echo "$folder"; else echo failed; cat log; exit 1; fi; }
trap 'stop QUIT; cd / && rm -rf "$folder"' EXIT

"$programs/initdb" -D data -U keeper -A trust -E UTF8 --locale=C --no-sync -k >log 2>&1 && start
answer $?
while read -r told; do
    case $told in
    start) start ;;
    stop) stop INT ;;
    esac
    answer $?
done

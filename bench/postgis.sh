#!/usr/bin/env bash
#
# The overlay of the bench in PostGIS: a server of its own, tuned for this one job, two sessions.
#
#   bench/postgis.sh DATA RESULT
#
# DATA is a folder of shapefiles as `planpulse bench spatial` writes them; RESULT becomes a CSV of
# layer, zone, unit, class and m2. Exit code 3 says that PostgreSQL or PostGIS is not installed.
set -euo pipefail

data=$(realpath "$1")
result=$(realpath -m "$2")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

server=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -n 1 || true)
if [ -z "$server" ] || ! command -v shp2pgsql >/dev/null ||
  ! ls /usr/share/postgresql/*/extension/postgis.control >/dev/null 2>&1; then
  echo "PostGIS is not installed: apt install postgresql postgresql-15-postgis-3 postgis" >&2
  exit 3
fi

cluster=$(mktemp -d)
as_owner=()
if [ "$(id -u)" -eq 0 ]; then # the server refuses to run as root
  chown postgres "$cluster"
  as_owner=(runuser -u postgres --)
fi
"${as_owner[@]}" "$server/initdb" -D "$cluster/data" -U bench -A trust -E UTF8 --no-sync >/dev/null
"${as_owner[@]}" "$server/postgres" -D "$cluster/data" -k "$cluster" -c listen_addresses= \
  -c shared_buffers=1GB -c work_mem=256MB -c maintenance_work_mem=1GB \
  -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal \
  -c max_wal_senders=0 -c max_wal_size=8GB -c autovacuum=off -c jit=off \
  -c max_parallel_workers_per_gather=1 -c parallel_setup_cost=0 -c min_parallel_table_scan_size=0 \
  >"$cluster/log" 2>&1 &
postgres=$!
trap '"${as_owner[@]}" "$server/pg_ctl" -D "$cluster/data" -m immediate stop >/dev/null; rm -rf "$cluster"' EXIT
chmod 755 "$cluster"
sql() { psql -q -v ON_ERROR_STOP=1 -h "$cluster" -U bench -d postgres "$@"; }
until sql -c "" 2>/dev/null; do
  kill -0 $postgres || { cat "$cluster/log" >&2; exit 1; }
  sleep 0.1
done

sql -c "CREATE EXTENSION postgis"
load() { # table, files...
  local table=$1 mode=-c file
  shift
  for file in "$@"; do
    shp2pgsql $mode -D -s 4490 -g geom -S "$file" "$table" 2>/dev/null |
      sed 's/^CREATE TABLE/CREATE UNLOGGED TABLE/' | sql >/dev/null
    mode=-a
  done
}
parcels=("$data"/parcel_[0-9]*.shp)
half=$((${#parcels[@]} / 2))
load parcel_a "${parcels[@]:0:$half}" &
first=$!
load parcel_b "${parcels[@]:$half}"
for layer in unit red_line farmland growth_boundary grassland planning_zone; do
  load "$layer" "$data/$layer.shp"
done
wait $first
sql -f "$here/postgis.sql" >/dev/null
sql -c "COPY (SELECT * FROM result ORDER BY 1, 2, 3, 4) TO STDOUT (FORMAT csv)" >"$result"

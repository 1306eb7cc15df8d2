#!/usr/bin/env bash
#
# Loads a register of 200 MB and a layer of 2 GB as a run does, in turn with a plain POI loop and ogr2ogr.
#
#   docs/bench/large-files.sh FOLDER [ROUNDS] [SHARE OF THE SIZES]
#
# FOLDER needs 20 GB; files an earlier bench wrote there are used again. Prints a table; logs to FOLDER/bench.log.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
./mvnw -q -B package -DskipTests -Dspotless.check.skip=true
exec java -cp jobs/target/test-classes:jobs/target/planpulse.jar org.planpulse.jobs.bench.LargeFilesBench "$@"

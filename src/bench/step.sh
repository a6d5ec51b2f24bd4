#!/usr/bin/env bash
# Times a training step of the tuned layers: 16 sequences of 48 tokens, forward, backward, clipping and AdamW.
#
#   src/bench/step.sh [FIRST_LAYER] [SEQUENCES] [TOKENS] [STEPS] [THREADS]     (8 16 48 30 2)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
./mvnw -q test-compile
# As the launcher does: ND4J's OpenBLAS does not know young processors.
if grep -q avx512bw /proc/cpuinfo; then
  export OPENBLAS_CORETYPE="${OPENBLAS_CORETYPE:-SkylakeX}"
fi
./mvnw -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=target/classpath
java -Xmx2g -cp "target/test-classes:target/classes:$(cat target/classpath)" framing.tuning.TrainingStepBenchmark \
  "${1:-8}" "${2:-16}" "${3:-48}" "${4:-30}" "${5:-2}"

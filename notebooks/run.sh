#!/usr/bin/env bash
# Runs the notebooks of this folder from top to bottom, without a browser, into target/notebooks.
#
#   notebooks/run.sh                  run all
#   notebooks/run.sh NOTEBOOK...      run these
#   notebooks/run.sh --write ...      also write the results into the notebooks themselves
#   notebooks/run.sh --kernel         only set up the Java kernel, and say how to open the notebooks with it
#
# Builds the program if it is not built, and fetches the kernel through Maven once. Fails when a cell fails.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
kernel_version=3.0.1
output=target/notebooks

fail() {
  echo "notebooks/run.sh: $1" >&2
  echo "  $2" >&2
  exit 2
}

find_python() {
  local python
  for python in python3 /usr/bin/python3; do
    if "$python" -c 'import jupyter_client, nbclient, nbformat' 2>/dev/null; then
      command -v "$python"
      return
    fi
  done
  fail "Python's notebook packages were not found." \
    "Install them: apt-get install python3-nbclient python3-nbformat python3-jupyter-client"
}

find_java() {
  local java=java
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
    java=$JAVA_HOME/bin/java
  fi
  if [[ $("$java" --list-modules 2>/dev/null || true) != *jdk.jshell* ]]; then
    fail "No Java Development Kit was found." \
      "Install Java 17 or newer (a JDK, not a JRE): apt-get install default-jdk-headless"
  fi
  command -v "$java"
}

# The library as it was packaged, built again when a source is newer.
build() {
  local jar
  jar=$(find target -maxdepth 1 -name 'framing-classifier-*.jar' ! -name '*-encoder.jar' -print -quit 2>/dev/null || true)
  if [ -z "$jar" ] || [ ! -d target/framing/lib ] || [ -n "$(find src/main pom.xml -newer "$jar" -print -quit)" ]; then
    echo "Building the program." >&2
    ./mvnw -q -DskipTests package
  fi
}

set_up_kernel() {
  local java=$1 jar=$root/$output/kernel/rapaio-jupyter-kernel-$kernel_version.jar
  if [ ! -f "$jar" ]; then
    echo "Fetching the Java kernel." >&2
    ./mvnw -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
      -Dartifact="io.github.padreati:rapaio-jupyter-kernel:$kernel_version" -DoutputDirectory="$output/kernel"
  fi
  local folder=$output/jupyter/kernels/framing-java
  mkdir -p "$folder"
  cat >"$folder/kernel.json" <<JSON
{
  "argv": ["$java", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", "-jar", "$jar", "{connection_file}"],
  "display_name": "Java with framing",
  "language": "java",
  "interrupt_mode": "message",
  "env": {"RJK_CLASSPATH": "$root/target/framing/lib/*.jar", "RJK_TIMEOUT_MILLIS": "-1"}
}
JSON
}

write=()
only_kernel=false
notebooks=()
for argument in "$@"; do
  case $argument in
    --write) write=(--write) ;;
    --kernel) only_kernel=true ;;
    -*) fail "There is no option $argument." "The options are --write and --kernel." ;;
    *)
      [ -f "$argument" ] || fail "There is no notebook $argument." "Give the path of an .ipynb file."
      notebooks+=("$(realpath "$argument")")
      ;;
  esac
done

cd "$root"

java=$(find_java)
build
set_up_kernel "$java"
export JUPYTER_PATH=$root/$output/jupyter${JUPYTER_PATH:+:$JUPYTER_PATH}
if $only_kernel; then
  echo "Open the notebooks with: JUPYTER_PATH=$root/$output/jupyter jupyter lab notebooks"
  exit
fi
python=$(find_python)
if [ ${#notebooks[@]} -eq 0 ]; then
  notebooks=(notebooks/*.ipynb)
fi
exec "$python" notebooks/execute.py --output "$output" "${write[@]}" "${notebooks[@]}"

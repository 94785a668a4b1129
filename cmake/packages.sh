# Which packages the scripts need, and how to get them. POSIX sh, read by tests/run.sh, examples/run.sh and .ci/run:
#
#   . cmake/packages.sh; install_missing build tests
#
# A line: group | Debian and Ubuntu package | program that it brings, if any | what it is for
packages='
build|g++|g++|the C++20 compiler
build|cmake|cmake|the build (3.22 or newer)
build|ninja-build|ninja|the build
build|libboost-dev||Boost headers: calendar and special functions
build|libfmt-dev||fmt: text
build|libeigen3-dev||Eigen: matrices
build|libnlopt-dev||NLopt: maximum likelihood, in the component detente::fit
build|libsqlite3-dev||SQLite: events on disk, in the component detente::live
build|libhwy-dev||Highway: vector instructions, for reading files
build|zlib1g-dev||zlib: files in .gz
build|libarchive-dev||libarchive: files in .zip and .zst
build|nlohmann-json3-dev||nlohmann_json: JSON, in the component detente::json
build|libcli11-dev||CLI11: options of the command line program
tests|libgtest-dev||GoogleTest: the tests
tests|librapidcheck-dev||RapidCheck: tests of laws on random input
tests|libbenchmark-dev||Google Benchmark: the benchmarks are built with the tests
tests|pkg-config|pkg-config|a test uses the installed library by pkg-config
tests?|libopenmpi-dev||Open MPI: the component detente::mpi
tests?|openmpi-bin|mpirun|it runs the ranks
tests?|chromium|chromium|tests look at the pages in a browser
tests?|python3-jsonschema||tests hold every JSON output to its schema
tests?|groff-base|groff|tests look whether manual pages are sound
tests?|mandoc|mandoc|likewise
tests?|doxygen|doxygen|the reference of the headers, without warnings
tests?|zsh|zsh|tests complete words as zsh does
tests?|fish|fish|tests complete words as fish does
tests?|pybind11-dev||pybind11: the Python module
tests?|python3-dev||headers of Python, for it
tests?|python3-numpy||NumPy: its results
tests?|python3-matplotlib||its example draws a picture
tests?|python3-pip||a test installs it as users do
tests?|python3-venv||likewise
ci|debootstrap|debootstrap|the packages are tried in a root with nothing else
ci|dpkg-dev|dpkg-shlibdeps|what the packages depend on
ci|git|git|which files belong to the project
ci|python3|python3|each source is compiled by itself
ci|clang|clang++|the second compiler
ci|clang-format|clang-format|the layout of the source
ci|clang-tidy|clang-tidy|static checks
ci|libclang-rt-dev||the run-time library of the fuzzers
'

# Is it there: the program of that name, or else the installed package?
have() {  # package program
  if [ -n "$2" ] && command -v "$2" >/dev/null 2>&1; then return 0; fi
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

apt_get() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=600 "$@"
}

# Installs what is missing of the named groups, and says what each package is for. A group with a question mark
# holds packages that some systems do not have; without them the tests that need them are skipped.
install_missing() {  # group...
  wanted=" $* "
  required='' optional='' listing=''
  while IFS='|' read -r group package program purpose; do
    case "$wanted" in *" ${group%\?} "*) ;; *) continue ;; esac
    if command -v apt-get >/dev/null 2>&1; then
      if have "$package" "$program"; then continue; fi
    elif [ -n "$program" ] && command -v "$program" >/dev/null 2>&1; then
      continue
    fi
    listing="$listing  $package: $purpose
"
    case "$group" in *\?) optional="$optional $package" ;; *) required="$required $package" ;; esac
  done <<END
$packages
END
  if [ -z "$listing" ]; then return 0; fi

  if ! command -v apt-get >/dev/null 2>&1; then
    echo 'This is not Debian or Ubuntu. CMake looks for the following (Debian names); going on with what is there:'
    printf '%s' "$listing"
    return 0
  fi
  echo 'Packages to install:'
  printf '%s' "$listing"
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null 2>&1; then
    echo "Neither root nor sudo. Please install them: apt-get install --no-install-recommends$required$optional" >&2
    return 1
  fi
  if [ -n "$required" ]; then apt_get update || return 1; fi
  for package in $optional; do
    if apt-get install --simulate "$package" >/dev/null 2>&1; then
      required="$required $package"
    else
      echo "$package is not to be had here; going on without it"
    fi
  done
  if [ -z "$required" ]; then return 0; fi
  # shellcheck disable=SC2086  # a list of words
  apt_get install --no-install-recommends $required
}

# What the tests use of npm, where npm is; without it they are skipped, and say so.
install_missing_scripts() {
  if ! command -v npm >/dev/null 2>&1; then return 0; fi
  if [ -e "$(npm root --global)/axe-core/axe.min.js" ]; then return 0; fi
  echo 'Scripts to install: axe-core, by which tests look whether everybody can use the pages'
  as_root npm install --global --no-audit --no-fund axe-core@4.14.1 || echo 'axe-core is not to be had here; going on without it'
}

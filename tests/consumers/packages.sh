#!/bin/sh
# The Debian packages, made and used in a root that has nothing but a compiler, make, CMake and pkg-config: packages.sh BUILD FOLDER
# README's program (examples/us_colombia.cpp) is built there in four ways: static and shared, by CMake and by pkg-config.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$1 folder=$2
if ! command -v dpkg-shlibdeps > /dev/null; then echo 'skipped: no dpkg-shlibdeps (package dpkg-dev)' && exit 77; fi

rm -rf "$folder/debs"
mkdir -p "$folder/debs"
(cd "$build" && cpack -B "$folder/debs") > "$folder/cpack.log" 2>&1 || { cat "$folder/cpack.log"; exit 1; }
rm -rf "$folder/debs/_CPack_Packages"
packages='libdetente0 libdetente-dev detente_'
if grep -q '^set(CPACK_COMPONENTS_ALL "[^"]*mpi' "$build/CPackConfig.cmake"; then packages="$packages detente-mpi_"; fi
for package in $packages; do
  found=$(find "$folder/debs" -name "$package*.deb")
  if [ -z "$found" ]; then echo "no package $package" && exit 1; fi
  dpkg-deb --field "$found" Package Version Depends
  dpkg-deb --contents "$found" > "$folder/contents"
  grep -q /copyright "$folder/contents" || { echo "$found has no licence"; exit 1; }
done

if [ "$(id -u)" -ne 0 ]; then echo 'skipped: only root can make a clean root' && exit 77; fi
if ! command -v debootstrap > /dev/null; then echo 'skipped: no debootstrap' && exit 77; fi
root=$folder/root
if ! [ -e "$root/made" ]; then
  rm -rf "$root"
  . /etc/os-release
  mirror=$(apt-get indextargets --format '$(SITE)' | grep debian | head -n 1)
  # Not everything can make one (a container may not); what follows is then tried by hand.
  if ! debootstrap --variant=minbase --include=g++,make,cmake,pkg-config "$VERSION_CODENAME" "$root" $mirror > "$folder/root.log" 2>&1; then
    tail -n 3 "$folder/root.log"
    echo 'skipped: no clean root could be made' && exit 77
  fi
  touch "$root/made"
fi

rm -rf "$root/consumer"
mkdir -p "$root/consumer/readme"
cp "$folder"/debs/*.deb "$root/consumer/"
rm -f "$root"/consumer/detente-mpi_*.deb  # MPI is not wanted here
cp "$here/../../examples/data/us_colombia_2025_2026.csv" "$root/consumer/readme/events.csv"
cp "$here/../../examples/us_colombia.cpp" "$root/consumer/readme/main.cpp"
cat > "$root/consumer/readme/CMakeLists.txt" <<'END'
cmake_minimum_required(VERSION 3.22)
project(readme CXX)
find_package(detente 0.1 REQUIRED)
add_executable(readme main.cpp)
target_compile_definitions(readme PRIVATE "DETENTE_EXAMPLES_DATA=\".\"")
target_link_libraries(readme PRIVATE detente::detente)
END
cat > "$root/consumer/run.sh" <<'END'
set -eu
export DEBIAN_FRONTEND=noninteractive
cd /consumer
if ls /usr/include/boost /usr/include/fmt /usr/include/eigen3 2> /dev/null; then echo 'the root is not clean' && exit 1; fi
apt-get -qq -y install --no-install-recommends ./*.deb > apt.log 2>&1 || { tail -n 20 apt.log; exit 1; }
if ls /usr/include/boost /usr/include/fmt /usr/include/eigen3 2> /dev/null; then echo 'the packages bring what they must not need' && exit 1; fi
detente --version
detente index readme/events.csv --dyad USA:COL > /dev/null
cd readme
for static in ON OFF; do
  cmake -S . -B $static -Ddetente_USE_STATIC_LIBS=$static > cmake.log 2>&1 || { cat cmake.log; exit 1; }
  cmake --build $static > build.log 2>&1 || { cat build.log; exit 1; }
  ./$static/readme events.csv > $static.txt
  ldd ./$static/readme | grep -c libdetente || true
done
g++ -std=c++20 '-DDETENTE_EXAMPLES_DATA="."' main.cpp $(pkg-config --cflags --libs detente) -o by_pkg_config
./by_pkg_config events.csv > pkg_config.txt
g++ -std=c++20 '-DDETENTE_EXAMPLES_DATA="."' main.cpp $(pkg-config --cflags --libs detente-static) -o by_pkg_config_static
./by_pkg_config_static events.csv > pkg_config_static.txt
for other in OFF pkg_config pkg_config_static; do cmp ON.txt $other.txt; done
test -s ON.txt
head -n 5 ON.txt
END
chroot "$root" sh /consumer/run.sh

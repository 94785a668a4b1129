# What all targets of the project have in common.

include(CheckCXXCompilerFlag)

set(detente_flags)
if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
  list(APPEND detente_flags -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
       -Wold-style-cast -Woverloaded-virtual -Wcast-qual -Wundef)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC takes a checked std::optional for uninitialised (bug 80635), and plain string concatenation for overlapping
    # (GCC 12, bug 105651).
    list(APPEND detente_flags -Wno-maybe-uninitialized -Wno-restrict)
  endif()
  if(CMAKE_UNITY_BUILD)
    list(APPEND detente_flags -Wno-shadow)  # by a constant of another file
  endif()
  if(DETENTE_WERROR)
    list(APPEND detente_flags -Werror)
  endif()
endif()
if(DETENTE_BASELINE_V2 AND CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64)$")
  check_cxx_compiler_flag(-march=x86-64-v2 DETENTE_HAS_X86_64_V2)
  if(DETENTE_HAS_X86_64_V2)
    list(APPEND detente_flags -march=x86-64-v2)
  endif()
endif()

# Warnings and the processor baseline: private, for our own targets only.
function(detente_flags target)
  target_compile_options(${target} PRIVATE ${detente_flags})
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF)
endfunction()

# The system's headers that nearly every source includes.
set(detente_shared_headers <algorithm> <array> <cmath> <filesystem> <functional> <map> <memory> <numeric> <optional> <span>
    <sstream> <string> <string_view> <unordered_map> <utility> <variant> <vector> <fmt/format.h>)

# They are compiled once for a target. Sources include what they use all the same: a build without this option, as users
# have it, must work.
function(detente_precompile target)
  if(DETENTE_PCH AND NOT DETENTE_PCH STREQUAL "TESTS")
    target_precompile_headers(${target} PRIVATE ${detente_shared_headers})
  endif()
endfunction()

# The sources lib/<room>/*.cpp of some rooms, and their public headers, each appended to the list of that name. In unity
# builds (CMAKE_UNITY_BUILD) a room is compiled as one.
macro(detente_rooms sources headers)
  foreach(room ${ARGN})
    file(GLOB found CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/lib/${room}/*.cpp")
    list(APPEND ${sources} ${found})
    set_source_files_properties(${found} PROPERTIES UNITY_GROUP "${room}")
    file(GLOB found CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/include/detente/${room}/*.hpp")
    list(APPEND ${headers} ${found})
  endforeach()
endmacro()

# fmt stays inside: a library brings what it uses of it, so that who links it needs none (lib/ground/fmt_inside.cpp). What that
# file keeps is what version 9 calls; with another version each source brings all of fmt, which takes longer to compile.
function(detente_fmt_inside target)
  target_include_directories(${target} SYSTEM PRIVATE $<BUILD_INTERFACE:$<TARGET_PROPERTY:fmt::fmt,INTERFACE_INCLUDE_DIRECTORIES>>)
  if(fmt_VERSION VERSION_GREATER_EQUAL 9 AND fmt_VERSION VERSION_LESS 10)
    set(source "${PROJECT_SOURCE_DIR}/lib/ground/fmt_inside.cpp")
    target_sources(${target} PRIVATE "${source}")
    set_source_files_properties("${source}" PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON SKIP_PRECOMPILE_HEADERS ON)
  else()
    target_compile_definitions(${target} PRIVATE FMT_HEADER_ONLY=1)
  endif()
endfunction()

# What a shared library shows: what public headers declare, none of what it instantiates of other libraries.
function(detente_exports target)
  set_target_properties(${target} PROPERTIES VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}
                                             INSTALL_RPATH "$ORIGIN")
  if(UNIX AND NOT APPLE)
    set(script "${PROJECT_SOURCE_DIR}/cmake/exports.map")
    target_link_options(${target} PRIVATE "LINKER:--version-script=${script}" "LINKER:-z,defs")
    set_target_properties(${target} PROPERTIES LINK_DEPENDS "${script}")
  endif()
endfunction()

# The include folders and the language of whoever uses a library of the project.
function(detente_usage target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_include_directories(
    ${target} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/generated/include>
                     $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
endfunction()

# A library of the project: the language, the header folders, arithmetic that gives the same bits everywhere, and an inside
# that stays inside. Static libraries can be linked into shared ones.
function(detente_library target)
  detente_flags(${target})
  detente_usage(${target})
  if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    target_compile_options(${target} PRIVATE -ffp-contract=off -fno-semantic-interposition)
  endif()
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/lib)
  detente_fmt_inside(${target})
  detente_precompile(${target})
  set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE ON CXX_VISIBILITY_PRESET hidden
                                             VISIBILITY_INLINES_HIDDEN ON UNITY_BUILD_MODE GROUP)
  if(BUILD_SHARED_LIBS)
    detente_exports(${target})
  endif()
endfunction()

# With DETENTE_BOTH: the shared library from the objects of the static one, as <target>_shared, of the same name in use.
function(detente_shared_too target)
  if(NOT DETENTE_BOTH)
    return()
  endif()
  get_target_property(name ${target} EXPORT_NAME)
  if(NOT name)
    set(name ${target})
  endif()
  add_library(${target}_shared SHARED $<TARGET_OBJECTS:${target}>)
  set_target_properties(${target}_shared PROPERTIES OUTPUT_NAME ${target} EXPORT_NAME ${name} LINKER_LANGUAGE CXX)
  detente_usage(${target}_shared)
  target_link_libraries(${target}_shared ${ARGN})
  detente_exports(${target}_shared)
endfunction()

# A program of the project.
function(detente_program target)
  detente_flags(${target})
  target_link_libraries(${target} PRIVATE detente::detente fmt::fmt Boost::headers)
  foreach(component json fit live)
    if(TARGET detente::${component})
      target_link_libraries(${target} PRIVATE detente::${component})
    endif()
  endforeach()
endfunction()

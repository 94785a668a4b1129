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

# A library of the project: the language, the header folders, and arithmetic that gives the same bits everywhere.
function(detente_library target)
  detente_flags(${target})
  target_compile_features(${target} PUBLIC cxx_std_20)
  if(CMAKE_CXX_COMPILER_ID MATCHES "GNU|Clang")
    # Public, because the templates in the headers compute too.
    target_compile_options(${target} PUBLIC -ffp-contract=off)
  endif()
  target_include_directories(
    ${target}
    PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
           $<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/generated/include>
           $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>
    PRIVATE ${PROJECT_SOURCE_DIR}/lib)
  detente_precompile(${target})
  set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
endfunction()

# A program of the project.
function(detente_program target)
  detente_flags(${target})
  target_link_libraries(${target} PRIVATE detente::detente)
  foreach(component json fit live)
    if(TARGET detente::${component})
      target_link_libraries(${target} PRIVATE detente::${component})
    endif()
  endforeach()
endfunction()

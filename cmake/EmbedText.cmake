# Tables inside the library: text files turned into one C++ source, byte for byte.
#
#   detente_embed_text(<output.cpp> <file>...)   adds the build step; it runs again when a file changes
#
# The source defines what lib/codebooks/embedded.hpp declares; a file's name without its ending is its name there.

if(NOT CMAKE_SCRIPT_MODE_FILE)
  set(detente_embed_text_script "${CMAKE_CURRENT_LIST_FILE}")

  function(detente_embed_text output)
    list(SORT ARGN)
    add_custom_command(
      OUTPUT "${output}"
      COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${output}" "-DFILES=${ARGN}" -P "${detente_embed_text_script}"
      DEPENDS ${ARGN} "${detente_embed_text_script}"
      COMMENT "Embedding the built-in codebooks"
      VERBATIM)
  endfunction()
  return()
endif()

set(names)
set(arrays)
set(branches)
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME_WE)
  string(MAKE_C_IDENTIFIER "text_${name}" identifier)
  # As hexadecimal digits, so that line ends, semicolons and bytes past ASCII come through as they are.
  file(READ "${file}" hex HEX)
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," characters "${hex}")
  string(REPLACE "'\\x0a'," "'\\x0a',\n" characters "${characters}")
  # One character more than the file has: an array may not be empty.
  string(APPEND arrays "constexpr char ${identifier}[] = {\n${characters}'\\0'};\n\n")
  string(APPEND branches "  if (name == \"${name}\") return {${identifier}, sizeof(${identifier}) - 1};\n")
  string(APPEND names "    \"${name}\",\n")
endforeach()
list(LENGTH FILES count)

file(WRITE "${OUTPUT}.new" "// Written by cmake/EmbedText.cmake.
#include \"codebooks/embedded.hpp\"

#include <array>

namespace detente::detail {

namespace {

${arrays}constexpr std::array<std::string_view, ${count}> all_names = {
${names}};

}  // namespace

std::string_view embedded_codebook([[maybe_unused]] std::string_view name) noexcept {
${branches}  return {};
}

std::span<const std::string_view> embedded_codebook_names() noexcept { return all_names; }

}  // namespace detente::detail
")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")

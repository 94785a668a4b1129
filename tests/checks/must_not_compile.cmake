# A source that must not compile, and the reason that the compiler must give.
#
#   cmake -DCOMPILE=<compiler;option;…> -DSOURCE=<file> -P must_not_compile.cmake
#
# The first line of the file is `// expect: TEXT`; TEXT must be in what the compiler says. Compilers have words of
# their own: alternatives are set apart by ` || `. With -DDETENTE_CONTROL the same file must compile, which shows that
# it fails for the stated reason and for no other.

function(fail text)
  message("${text}")  # as it is: FATAL_ERROR would break the lines anew
  message(FATAL_ERROR "must_not_compile")
endfunction()

file(STRINGS "${SOURCE}" first LIMIT_COUNT 1)
if(NOT first MATCHES "^// expect: *(.+)$")
  fail("${SOURCE}: the first line must be `// expect: TEXT`")
endif()
string(REPLACE " || " ";" expected "${CMAKE_MATCH_1}")
file(READ "${SOURCE}" text)
if(NOT text MATCHES "DETENTE_CONTROL")
  fail("${SOURCE}: without a branch for DETENTE_CONTROL nothing shows that it fails for the right reason")
endif()

execute_process(
  COMMAND ${COMPILE} -DDETENTE_CONTROL -fsyntax-only "${SOURCE}"
  RESULT_VARIABLE status
  OUTPUT_VARIABLE said
  ERROR_VARIABLE said)
if(NOT status EQUAL 0)
  fail("${SOURCE}: with DETENTE_CONTROL it must compile, but:\n${said}")
endif()

execute_process(
  COMMAND ${COMPILE} -fsyntax-only "${SOURCE}"
  RESULT_VARIABLE status
  OUTPUT_VARIABLE said
  ERROR_VARIABLE said)
if(status EQUAL 0)
  fail("${SOURCE}: it compiles, and must not")
endif()
foreach(words IN LISTS expected)
  string(FIND "${said}" "${words}" at)
  if(NOT at EQUAL -1)
    return()
  endif()
endforeach()
fail("${SOURCE}: it fails, but the compiler does not say `${first}`:\n${said}")

# Runs an example program; it must succeed, and print what the file beside its source says, if there is one.
#
#   cmake -DPROGRAM=<file> -DEXPECTED=<file> -P run_example.cmake

execute_process(COMMAND "${PROGRAM}" RESULT_VARIABLE status OUTPUT_VARIABLE said ERROR_VARIABLE complaint)
message("${said}${complaint}")
if(status EQUAL 77)
  return()
endif()
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${PROGRAM} ended with ${status}")
endif()
if(EXISTS "${EXPECTED}")
  file(READ "${EXPECTED}" expected)
  if(NOT said STREQUAL expected)
    message("It was to print what is in ${EXPECTED}:\n${expected}")
    message(FATAL_ERROR "run_example")
  endif()
endif()

# The program with its manual pages and the completions of bash, zsh and fish, which it writes itself from what its help
# says. zsh looks in share/zsh/site-functions; Debian's packages put theirs into share/zsh/vendor-completions, which is
# for who makes the package to say: -DDETENTE_ZSH_FOLDER=zsh/vendor-completions.

set(DETENTE_ZSH_FOLDER "zsh/site-functions" CACHE STRING "Where zsh looks for completions, below the data folder")
mark_as_advanced(DETENTE_ZSH_FOLDER)

install(TARGETS detente_cli)
if(CMAKE_CROSSCOMPILING AND NOT CMAKE_CROSSCOMPILING_EMULATOR)
  message(STATUS "detente: manual pages and completions are left out: the program, which makes them, is for another machine")
  return()
endif()

set(share "${PROJECT_BINARY_DIR}/share")
add_custom_command(
  OUTPUT "${share}/written"
  COMMAND "${CMAKE_COMMAND}" -E rm -rf "${share}"
  COMMAND detente_cli help --write-to "${share}"
  COMMAND "${CMAKE_COMMAND}" -E touch "${share}/written"
  DEPENDS detente_cli
  COMMENT "Writing manual pages and completions"
  VERBATIM)
add_custom_target(detente_help ALL DEPENDS "${share}/written")

install(DIRECTORY "${share}/man/" DESTINATION "${CMAKE_INSTALL_MANDIR}")
install(DIRECTORY "${share}/bash-completion" "${share}/fish" DESTINATION "${CMAKE_INSTALL_DATADIR}")
install(DIRECTORY "${share}/zsh/site-functions/" DESTINATION "${CMAKE_INSTALL_DATADIR}/${DETENTE_ZSH_FOLDER}")

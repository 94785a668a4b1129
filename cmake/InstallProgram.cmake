# The program with its manual pages and the completions of bash, zsh and fish, which it writes itself from what its help
# says. zsh looks in share/zsh/site-functions; Debian's, below /usr, in share/zsh/vendor-completions.

install(TARGETS detente_cli COMPONENT program)
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

install(DIRECTORY "${share}/man/" DESTINATION "${CMAKE_INSTALL_MANDIR}" COMPONENT program)
install(DIRECTORY "${share}/bash-completion" "${share}/fish" DESTINATION "${CMAKE_INSTALL_DATADIR}" COMPONENT program)
set(zsh_folders zsh/site-functions)
if(EXISTS /etc/debian_version)
  list(APPEND zsh_folders zsh/vendor-completions)
endif()
foreach(folder IN LISTS zsh_folders)
  install(DIRECTORY "${share}/zsh/site-functions/" DESTINATION "${CMAKE_INSTALL_DATADIR}/${folder}" COMPONENT program)
endforeach()

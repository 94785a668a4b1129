# Installation: headers, libraries, the CMake package, the pkg-config files, the schemas of the JSON outputs, the licence.
# By parts: "library" is what a program that is linked with a shared détente needs, "development" what linking needs, "program"
# the program detente with what belongs to it, "mpi" everything that needs MPI but for its headers. cpack makes a Debian package of each (cmake/Packages.cmake).

include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/detente")

# Which kinds there are; the first is what is linked where nobody asks.
if(DETENTE_BOTH)
  set(kinds shared static)
elseif(BUILD_SHARED_LIBS)
  set(kinds shared)
else()
  set(kinds static)
endif()

foreach(kind IN LISTS kinds)
  foreach(library detente detente_json detente_fit detente_live detente_mpi)
    set(target ${library})
    set(part_of_library library)
    set(part_of_development development)
    if(library STREQUAL "detente_mpi")
      set(part_of_library mpi)
      set(part_of_development mpi)
    endif()
    if(DETENTE_BOTH AND kind STREQUAL "shared")
      set(target ${library}_shared)
    endif()
    if(TARGET ${target})
      string(REPLACE "_" "-" name ${library})
      install(TARGETS ${target} EXPORT ${name}-${kind}-targets
              LIBRARY COMPONENT ${part_of_library} NAMELINK_COMPONENT ${part_of_development}
              ARCHIVE COMPONENT ${part_of_development}
              RUNTIME COMPONENT ${part_of_library})
      install(EXPORT ${name}-${kind}-targets NAMESPACE detente:: DESTINATION "${package_dir}"
              COMPONENT ${part_of_development})
    endif()
  endforeach()
endforeach()

foreach(header IN LISTS headers)
  file(RELATIVE_PATH relative "${PROJECT_SOURCE_DIR}/include" "${header}")
  get_filename_component(folder "${relative}" DIRECTORY)
  install(FILES "${header}" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/${folder}" COMPONENT development)
endforeach()
install(FILES "${generated}/include/detente/version.hpp" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/detente" COMPONENT development)

if(TARGET detente_json)
  install(DIRECTORY schemas/ DESTINATION "${CMAKE_INSTALL_DATADIR}/detente/schemas" COMPONENT development
          FILES_MATCHING PATTERN "*.schema.json")
endif()

# Where Debian looks for it, a package each.
set(debian_library libdetente${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
set(debian_development libdetente-dev)
set(debian_program detente)
set(debian_mpi detente-mpi)
set(parts library development program)
if(TARGET detente_mpi)
  list(APPEND parts mpi)
endif()
foreach(part IN LISTS parts)
  install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/${debian_${part}}" RENAME copyright COMPONENT ${part})
endforeach()
install(FILES LICENSE DESTINATION "${CMAKE_INSTALL_DATADIR}/licenses/detente" COMPONENT development)

configure_package_config_file(cmake/detenteConfig.cmake.in "${generated}/detenteConfig.cmake" INSTALL_DESTINATION "${package_dir}")
write_basic_package_version_file("${generated}/detenteConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${generated}/detenteConfig.cmake" "${generated}/detenteConfigVersion.cmake" DESTINATION "${package_dir}"
        COMPONENT development)

# The pkg-config files say where they are themselves, so that an installed tree can be moved. Where both kinds of library are
# installed, detente-static and its like are the static ones. What those keep inside is named with them: `pkg-config --static`
# would ask for all that is inside of that too.
file(RELATIVE_PATH up "/prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/prefix")

function(detente_pkg_config_file module description libs)  # modules that it requires...
  list(JOIN ARGN ", " requires)
  configure_file(cmake/detente.pc.in "${generated}/${module}.pc" @ONLY)
  install(FILES "${generated}/${module}.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT development)
endfunction()

function(detente_pkg_config module description base)  # modules that are kept inside...
  string(REPLACE "-" "_" target ${module})
  if(NOT TARGET ${target})
    return()
  endif()
  set(version " = ${PROJECT_VERSION}")
  list(TRANSFORM base APPEND "${version}" OUTPUT_VARIABLE on)
  list(TRANSFORM base APPEND "-static${version}" OUTPUT_VARIABLE on_static)
  if(NOT "shared" IN_LIST kinds)
    detente_pkg_config_file(${module} "${description}" "-L\${libdir} -l${target}" ${on} ${ARGN})
    return()
  endif()
  detente_pkg_config_file(${module} "${description}" "-L\${libdir} -l${target}" ${on})
  if("static" IN_LIST kinds)
    detente_pkg_config_file(${module}-static "${description} (static)" "\${libdir}/lib${target}.a" ${on_static} ${ARGN})
  endif()
endfunction()

detente_pkg_config(detente "${PROJECT_DESCRIPTION}" "" ${private_modules})
detente_pkg_config(detente-json "JSON output of detente" detente)
detente_pkg_config(detente-fit "Fitted models of detente" detente nlopt)
detente_pkg_config(detente-live "Events on disk for detente" detente sqlite3)

if(TARGET detente_mpi_cli)
  install(TARGETS detente_mpi_cli COMPONENT mpi)
endif()

include(cmake/Packages.cmake)

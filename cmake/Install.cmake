# Installation: headers, libraries, the CMake package, the pkg-config files and the schemas of the JSON outputs.

include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/detente")

install(TARGETS detente EXPORT detente-targets)
install(EXPORT detente-targets NAMESPACE detente:: DESTINATION "${package_dir}")
foreach(component json fit live)
  if(TARGET detente_${component})
    install(TARGETS detente_${component} EXPORT detente-${component}-targets)
    install(EXPORT detente-${component}-targets NAMESPACE detente:: DESTINATION "${package_dir}")
  endif()
endforeach()

foreach(header IN LISTS headers)
  file(RELATIVE_PATH relative "${PROJECT_SOURCE_DIR}/include" "${header}")
  get_filename_component(folder "${relative}" DIRECTORY)
  install(FILES "${header}" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/${folder}")
endforeach()
install(FILES "${generated}/include/detente/version.hpp" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/detente")

if(TARGET detente_json)
  install(DIRECTORY schemas/ DESTINATION "${CMAKE_INSTALL_DATADIR}/detente/schemas" FILES_MATCHING PATTERN "*.schema.json")
endif()

# Who links a shared détente needs nothing of what it keeps inside.
set(detente_requires "fmt >= 8")
if(BUILD_SHARED_LIBS)
  set(private_packages)
elseif(private_modules)
  list(JOIN private_modules ", " modules)
  string(APPEND detente_requires ", ${modules}")
endif()

configure_package_config_file(cmake/detenteConfig.cmake.in "${generated}/detenteConfig.cmake" INSTALL_DESTINATION "${package_dir}")
write_basic_package_version_file("${generated}/detenteConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${generated}/detenteConfig.cmake" "${generated}/detenteConfigVersion.cmake" DESTINATION "${package_dir}")

# The pkg-config files say where they are themselves, so that an installed tree can be moved.
file(RELATIVE_PATH up "/prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/prefix")
foreach(module detente detente-json detente-fit detente-live)
  string(REPLACE "-" "_" target ${module})
  if(TARGET ${target})
    configure_file("cmake/${module}.pc.in" "${generated}/${module}.pc" @ONLY)
    install(FILES "${generated}/${module}.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
  endif()
endforeach()

# Installs a build into an empty folder: cmake -DBUILD=<folder> -DPREFIX=<folder> [-DCONFIG=<name>] -P install.cmake
file(REMOVE_RECURSE "${PREFIX}")
execute_process(COMMAND "${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${PREFIX}" --config "${CONFIG}" COMMAND_ERROR_IS_FATAL ANY)

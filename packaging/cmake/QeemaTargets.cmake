# The build rules every folder shares: one interface target with standard, warnings and defines,
# and one function each for a module and a test.

add_library(qeema_build INTERFACE)
target_compile_features(qeema_build INTERFACE cxx_std_20)
target_include_directories(qeema_build INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(qeema_build INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
  -Woverloaded-virtual -Wimplicit-fallthrough)
target_compile_definitions(qeema_build INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS
  QEEMA_VERSION="${PROJECT_VERSION}")
# Qt's header of native interfaces declares X11's type named Display, which is the name of our own class. Nothing
# here uses native interfaces, so the header is skipped.
target_compile_definitions(qeema_build INTERFACE QGUIAPPLICATION_PLATFORM_H)
if(QEEMA_WARNINGS_AS_ERRORS)
  target_compile_options(qeema_build INTERFACE -Werror)
  if(QEEMA_SANITIZE OR CMAKE_BUILD_TYPE STREQUAL "Release")
    # These warnings follow the optimiser's guesses and have false alarms in the standard library's
    # own headers under full optimisation and the sanitizers: shown, but no reason to stop.
    target_compile_options(qeema_build INTERFACE -Wno-error=maybe-uninitialized -Wno-error=array-bounds
      -Wno-error=stringop-overflow -Wno-error=stringop-overread -Wno-error=restrict
      -Wno-error=free-nonheap-object)
  endif()
endif()
if(QEEMA_SANITIZE)
  target_compile_options(qeema_build INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined
    -fno-omit-frame-pointer -O1 -g1)
  target_link_options(qeema_build INTERFACE -fsanitize=address,undefined)
endif()

if(QEEMA_FUZZ)
  # Every module tells the fuzzer where it has been.
  target_compile_options(qeema_build INTERFACE -fsanitize=fuzzer-no-link -Wno-unknown-warning-option)
endif()

# qeema_add_module(NAME SOURCES file… LINKS target…): a static library qeema_NAME of the calling folder.
function(qeema_add_module name)
  cmake_parse_arguments(MODULE "" "" "SOURCES;LINKS" ${ARGN})
  qt_add_library(qeema_${name} STATIC ${MODULE_SOURCES})
  target_link_libraries(qeema_${name} PUBLIC qeema_build ${MODULE_LINKS})
endfunction()

# qeema_add_test(NAME [GUI] SOURCES file… LINKS target…): a Qt Test program run by ctest without a display.
function(qeema_add_test name)
  cmake_parse_arguments(TEST "GUI" "" "SOURCES;LINKS" ${ARGN})
  if(NOT TEST_SOURCES)
    set(TEST_SOURCES ${name}.cpp)
  endif()
  qt_add_executable(${name} ${TEST_SOURCES})
  target_link_libraries(${name} PRIVATE qeema_build qeema_testsupport Qt6::Test ${TEST_LINKS})
  add_test(NAME ${name} COMMAND ${name})
  file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/runtime")
  file(CHMOD "${PROJECT_BINARY_DIR}/runtime" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
  set_tests_properties(${name} PROPERTIES
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;XDG_RUNTIME_DIR=${PROJECT_BINARY_DIR}/runtime;LC_ALL=C.UTF-8;XDG_CONFIG_HOME=${PROJECT_BINARY_DIR}/runtime/config;XDG_DATA_HOME=${PROJECT_BINARY_DIR}/runtime/data;UBSAN_OPTIONS=print_stacktrace=1"
    TIMEOUT 1500)
endfunction()

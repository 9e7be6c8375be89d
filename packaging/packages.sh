# What Qeema needs from Debian 12, with the reason each is here. Sourced by run and test.

build_packages=(
  "g++:compiles C++20"
  "cmake:describes the build"
  "ninja-build:runs the build"
  "pkg-config:finds the libraries that bring no CMake file"
  "qt6-base-dev:windows, text, printing and threads"
  "qt6-base-dev-tools:Qt's code generators"
  "qt6-tools-dev:translation targets for CMake"
  "qt6-tools-dev-tools:lupdate, lrelease"
  "qt6-l10n-tools:compiles the Arabic translation"
  "qt6-svg-dev:draws the icons"
  "libqcustomplot-dev:the charts' plotting widget"
  "libsqlite3-dev:the workspace file"
  "libsqlitecpp-dev:statements and transactions as C++ objects"
  "libuchardet-dev:recognises text encodings on import"
  "libminizip-dev:unpacks Excel files on import"
  "libexpat1-dev:reads the sheets within them"
  "libsimdjson-dev:reads JSON on import"
  "libicu-dev:the Umm al-Qura calendar"
  "libxlsxwriter-dev:writes Excel files"
  "zlib1g-dev:compresses them"
  "libqpdf-dev:writes language and outline into the PDF reports"
  "libqt6svg6:shows SVG icons at run time"
  "qt6-qpa-plugins:runs without a display"
  "qt6-wayland:runs on Wayland desktops"
  "qt6-translations-l10n:Qt's own Arabic words"
  "libxcb-cursor0:runs on X11 desktops"
)

test_packages=(
  "sqlite3:reads workspaces as an outside program would"
  "poppler-utils:reads the PDF reports back"
)

fuzz_packages=(
  "clang-14:compiles the fuzz targets"
  "libclang-rt-14-dev:libFuzzer and the sanitizers for it"
)

# install_missing ENTRY…: installs those that are absent, after naming each with its reason.
install_missing() {
  local missing=() entry name
  for entry in "$@"; do
    name=${entry%%:*}
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$entry")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  echo "Qeema needs these Debian packages, which will be installed now:"
  local names=()
  for entry in "${missing[@]}"; do
    name=${entry%%:*}
    names+=("$name")
    printf '  %-24s %s\n' "$name" "${entry#*:}"
  done
  local sudo=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "Installing needs root: run this command as root, or install sudo." >&2
      return 1
    fi
    sudo=(sudo)
  fi
  "${sudo[@]}" apt-get update -qq
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${names[@]}" >/dev/null
}

# build_release TARGET…: configures once and builds; ninja notices by itself what changed.
build_release() {
  [ -f build/release/build.ninja ] || cmake --preset release >build-configure.log \
    || { cat build-configure.log >&2; return 1; }
  rm -f build-configure.log
  cmake --build --preset release --target "$@" -- --quiet
}

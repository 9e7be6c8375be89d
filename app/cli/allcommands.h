#pragma once

#include "app/cli/command.h"

namespace Cli {

// One per file, named like it.
Command demoCommand();
Command importCommand();
Command undoImportCommand();
Command clvCommand();
Command analyseCommand();
Command segmentCommand();
Command equityCommand();
Command reportCommand();
Command chartCommand();
Command exportCommand();
Command checkCommand();

} // namespace Cli

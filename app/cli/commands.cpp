#include "app/cli/allcommands.h"

namespace Cli {

const QList<Command> &commands()
{
    static const QList<Command> all{
        demoCommand(),    importCommand(),  undoImportCommand(), clvCommand(),
        analyseCommand(), segmentCommand(), equityCommand(),     reportCommand(),
        chartCommand(),   exportCommand(),  checkCommand()};
    return all;
}

} // namespace Cli

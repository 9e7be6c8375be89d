// Imports a file into a workspace and is killed in the middle by the test that starts it:
// importhelper WORKSPACE FILE [alone]

#include "models/import/importjob.h"

#include <QCoreApplication>

#include <cstdio>
#include <sys/resource.h>

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    Result<Workspace> workspace = Workspace::open(
        words.value(1), words.value(3) == QLatin1String("alone") ? Workspace::Access::WriteAlone
                                                                  : Workspace::Access::Write);
    const Result<Import::ImportPlan> plan =
        Import::planImport(words.value(2), Import::Kind::Transactions);
    if (!workspace || !plan)
        return 2;
    std::fputs("started\n", stdout);
    std::fflush(stdout);
    const bool done = Import::runImport(*workspace, *plan).ok();
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("peak %ld\n", usage.ru_maxrss); // kB
    return done ? 0 : 1;
}

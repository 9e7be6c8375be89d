// Imports a file of transactions and measures what a user waits for against public tools, both as
// whole processes and in turn: bench_import [--csv transactions.csv | --rows 1000000 --customers
// 100000] [--runs 5] [--folder DIR] [--duckdb FOLDER]. The file is one of `qeema demo --write-csv`,
// `--customers 1300000` for ten million rows; the other tools read the same columns. FOLDER is one
// where `npm install @duckdb/node-api` was called.

#include "models/clv/purchasesummary.h"
#include "models/customers/columncache.h"
#include "models/customers/snapshot.h"
#include "models/import/importjob.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

struct Run
{
    double seconds = 0;
    double megabytes = 0;        ///< peak resident memory
    double processorSeconds = 0; ///< of all threads: what other programs cannot disturb
    bool sound = false;
};

/// Runs a program to its end, its input from \a input where given.
Run measure(const QStringList &command, const QString &input = {})
{
    QByteArrayList words;
    for (const QString &word : command)
        words.append(word.toLocal8Bit());
    std::vector<char *> arguments;
    for (QByteArray &word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const QByteArray inputFile = input.toLocal8Bit();

    QElapsedTimer timer;
    timer.start();
    const pid_t child = fork();
    if (child == 0) {
        if (!inputFile.isEmpty() && !std::freopen(inputFile.constData(), "r", stdin))
            _exit(127);
        execvp(arguments[0], arguments.data());
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    if (child < 0 || wait4(child, &status, 0, &usage) != child)
        return {};
    const auto seconds = [](const timeval &time) {
        return double(time.tv_sec) + double(time.tv_usec) / 1e6;
    };
    return {.seconds = double(timer.nsecsElapsed()) / 1e9,
            .megabytes = double(usage.ru_maxrss) / 1024,
            .processorSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime),
            .sound = WIFEXITED(status) && WEXITSTATUS(status) == 0};
}

/// The file that both read: rows in order of time, customers drawn unevenly.
bool writeTransactions(const QString &file, qint64 rows, qint64 customers)
{
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return false;
    QByteArray buffer = "customer_id,order_id,ordered_at,amount,category,currency\n";
    constexpr const char *categories[] = {"coffee", "tea",   "dates",    "spices",
                                          "bakery", "dairy", "cleaning", "paper"};
    std::uint64_t state = 88172645463325252ULL;
    const auto random = [&state] {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return state;
    };
    const QDate first(2022, 7, 1);
    for (qint64 i = 0; i < rows; ++i) {
        const double uneven = double(random() % 1000003) / 1000003;
        const auto customer = qint64(uneven * uneven * double(customers));
        const qint64 second = i * 3 * 365 * 86400 / rows;
        const QDate day = first.addDays(second / 86400);
        char line[128];
        const int size = std::snprintf(
            line, sizeof line, "C%07lld,O%09lld,%04d-%02d-%02d %02d:%02d:%02d,%lld.%02d,%s,SAR\n",
            static_cast<long long>((customer * 7919) % customers), static_cast<long long>(i),
            day.year(), day.month(), day.day(), int(second / 3600 % 24), int(second / 60 % 60),
            int(second % 60), static_cast<long long>(random() % 2000), int(random() % 100),
            categories[random() % 8]);
        buffer.append(line, size);
        if (buffer.size() > (1 << 20)) {
            if (out.write(buffer) != buffer.size())
                return false;
            buffer.clear();
        }
    }
    return out.write(buffer) == buffer.size() && out.flush();
}

/// Opens the workspace, loads its columns and says what they need.
int openOnce(const QString &workspaceFile)
{
    QElapsedTimer timer;
    timer.start();
    Result<Workspace> workspace = Workspace::open(workspaceFile, Workspace::Access::Read);
    if (!workspace)
        return 2;
    const Result<Customers::SnapshotPtr> snapshot = Customers::loadSnapshot(*workspace);
    if (!snapshot)
        return 2;
    const double loaded = double(timer.nsecsElapsed()) / 1e9;
    const Customers::PurchaseColumns &purchases = (*snapshot)->purchases;
    const auto bytes = [](const auto &column) {
        return double(column.capacity() * sizeof(column.front()));
    };
    const double purchaseBytes = bytes(purchases.time) + bytes(purchases.amount)
                                 + bytes(purchases.category) + bytes(purchases.row);
    std::vector<double> summaries;
    for (int run = 0; run < 5; ++run) {
        timer.restart();
        const Clv::PurchaseSummary summary =
            Clv::summarise(**snapshot, (*snapshot)->purchaseExtent.until, PeriodUnit::Week);
        summaries.push_back(double(timer.nsecsElapsed()) / 1e6);
        if (summary.size() == 0)
            return 3;
    }
    std::sort(summaries.begin(), summaries.end());
    std::printf("%.3f %.1f %.1f %.1f %u\n", loaded, summaries[2],
                purchaseBytes / double(std::max<std::size_t>(purchases.size(), 1)),
                (double((*snapshot)->memoryBytes()) - purchaseBytes)
                    / double(std::max<std::size_t>((*snapshot)->customers(), 1)),
                (*snapshot)->customers());
    return 0;
}

/// What the window does behind the first page.
int cacheOnce(const QString &workspaceFile)
{
    Result<Workspace> workspace = Workspace::open(workspaceFile, Workspace::Access::Write);
    if (!workspace)
        return 2;
    const std::uint64_t changes = workspace->factChanges();
    const Result<Customers::SnapshotPtr> snapshot = Customers::loadSnapshot(*workspace);
    if (!snapshot)
        return 2;
    QElapsedTimer timer;
    timer.start();
    const Result<void> stored = Customers::storeCache(*workspace, **snapshot, changes, {}, 0);
    std::printf("%.3f\n", double(timer.nsecsElapsed()) / 1e9);
    return stored && workspace->hasColumnCache() ? 0 : 1;
}

/// The file's columns as another tool is told of them; numbers and times only where it has a type
/// for them.
QString columnsOf(const QString &file, const QString &number, const QString &time, const QString &form,
                  const QString &between)
{
    QFile csv(file);
    if (!csv.open(QIODevice::ReadOnly))
        return {};
    QStringList columns;
    for (const QByteArray &name : csv.readLine().trimmed().split(',')) {
        const bool isNumber = name == "amount" || name == "margin" || name == "quantity";
        const bool isTime = name == "time" || name == "ordered_at";
        columns.append(form.arg(QString::fromUtf8(name), isNumber ? number : isTime ? time : u"text"_s));
    }
    return columns.join(between);
}

/// The headings and first \a rows of \a file; without rows, one of a customer of its own.
bool writePart(const QString &file, const QString &part, qint64 rows)
{
    QFile from(file);
    QFile to(part);
    if (!from.open(QIODevice::ReadOnly) || !to.open(QIODevice::WriteOnly))
        return false;
    to.write(from.readLine());
    if (rows == 0) {
        const QByteArrayList cells = from.readLine().split(',');
        to.write("C-last," + cells.mid(1).join(','));
    }
    for (qint64 i = 0; i < rows; ++i)
        to.write(from.readLine());
    return to.flush();
}

int undoOnce(const QString &workspaceFile, qint64 batch)
{
    Result<Workspace> workspace = Workspace::open(workspaceFile, Workspace::Access::Write);
    if (!workspace)
        return 2;
    QElapsedTimer timer;
    timer.start();
    if (!Import::undoImport(*workspace, BatchId{batch}))
        return 1;
    std::printf("%.3f\n", double(timer.nsecsElapsed()) / 1e9);
    return 0;
}

int importMore(const QString &workspaceFile, const QString &file)
{
    Result<Workspace> workspace = Workspace::open(workspaceFile, Workspace::Access::Write);
    const Result<Import::ImportPlan> plan = Import::planImport(file, Import::Kind::Transactions);
    return workspace && plan && Import::runImport(*workspace, *plan) ? 0 : 1;
}

/// The numbers that a run of this program printed.
QList<double> numbersOf(const QStringList &command)
{
    QProcess process;
    process.start(command.first(), command.mid(1));
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        return {};
    QList<double> numbers;
    for (const QByteArray &word : process.readAllStandardOutput().simplified().split(' '))
        numbers.append(word.toDouble());
    return numbers;
}

int importOnce(const QString &workspaceFile, const QString &file)
{
    const bool writesAhead = qEnvironmentVariableIsSet("QEEMA_WRITES_AHEAD");
    Result<Workspace> workspace = Workspace::create(
        workspaceFile, true, writesAhead ? Workspace::Access::Write : Workspace::Access::WriteAlone);
    if (!workspace)
        return 2;
    const Result<Import::ImportPlan> plan = Import::planImport(file, Import::Kind::Transactions);
    if (!plan)
        return 2;
    const Result<Import::ImportOutcome> outcome = Import::runImport(*workspace, *plan);
    return outcome && outcome->rowsRejected == 0 ? 0 : 1;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == u"--import")
        return importOnce(words.value(2), words.value(3));
    if (words.value(1) == u"--open")
        return openOnce(words.value(2));
    if (words.value(1) == u"--cache")
        return cacheOnce(words.value(2));
    if (words.value(1) == u"--more")
        return importMore(words.value(2), words.value(3));
    if (words.value(1) == u"--undo")
        return undoOnce(words.value(2), words.value(3).toLongLong());
    const auto option = [&](const QString &name, qint64 standard) {
        const qsizetype at = words.indexOf(name);
        return at < 0 ? standard : words.value(at + 1).toLongLong();
    };
    qint64 rows = option(u"--rows"_s, 1'000'000);
    const qint64 customers = option(u"--customers"_s, 100'000);
    const int runs = int(std::max<qint64>(1, option(u"--runs"_s, 5)));
    const QString shell = QStandardPaths::findExecutable(u"sqlite3"_s);
    const qsizetype place = words.indexOf(u"--folder"_s);
    const QTemporaryDir folder(place < 0 ? QString() : words.value(place + 1) + u"/bench-XXXXXX"_s);
    const qsizetype given = words.indexOf(u"--csv"_s);
    const QString file =
        given < 0 ? folder.filePath(u"transactions.csv"_s) : words.value(given + 1);
    if (given >= 0) {
        QFile csv(file);
        rows = -1;
        for (QByteArray piece; csv.isOpen() || csv.open(QIODevice::ReadOnly);) {
            piece = csv.read(1 << 20);
            if (piece.isEmpty())
                break;
            rows += piece.count('\n');
        }
    } else if (!folder.isValid() || !writeTransactions(file, rows, customers)) {
        std::fputs("The file of transactions cannot be written.\n", stderr);
        return 1;
    }
    std::printf("import of %lld transactions, %.1f MB\n", static_cast<long long>(rows),
                double(QFileInfo(file).size()) / 1e6);
    if (shell.isEmpty())
        std::puts("The sqlite3 shell is not installed: no yardstick.");

    const QString script = folder.filePath(u"yardstick.sql"_s);
    QFile yardstick(script);
    if (!yardstick.open(QIODevice::WriteOnly))
        return 1;
    yardstick.write("create table tx("
                    + columnsOf(file, u"real"_s, u"text"_s, u"%1 %2"_s, u", "_s).toUtf8()
                    + ");\n.import --csv --skip 1 " + file.toUtf8() + " tx\n");
    yardstick.close();

    const QString database = folder.filePath(u"yardstick.db"_s);
    const QString workspace = folder.filePath(u"bench.qeema"_s);
    std::vector<double> theirs;
    std::vector<double> ours;
    std::vector<double> oneCore;
    std::vector<double> theirProcessor;
    std::vector<double> ourProcessor;
    double theirPeak = 0;
    double ourPeak = 0;
    for (int i = 0; i < runs; ++i) {
        if (!shell.isEmpty()) {
            QFile::remove(database);
            const Run run = measure({shell, database}, script);
            theirs.push_back(run.seconds);
            theirProcessor.push_back(run.processorSeconds);
            theirPeak = std::max(theirPeak, run.megabytes);
        }
        const Run run =
            measure({QCoreApplication::applicationFilePath(), u"--import"_s, workspace, file});
        if (!run.sound) {
            std::fputs("The import failed.\n", stderr);
            return 1;
        }
        ours.push_back(run.seconds);
        const Run alone = measure({u"taskset"_s, u"-c"_s, u"0"_s,
                                   QCoreApplication::applicationFilePath(), u"--import"_s,
                                   folder.filePath(u"one.qeema"_s), file});
        if (alone.sound)
            oneCore.push_back(alone.seconds);
        ourProcessor.push_back(run.processorSeconds);
        ourPeak = std::max(ourPeak, run.megabytes);
        std::printf("run %d   sqlite3 %6.2f s   qeema %6.2f s\n", i + 1,
                    theirs.empty() ? 0.0 : theirs.back(), ours.back());
    }
    std::printf("%-16s %10s %12s %12s %10s\n", "", "median s", "rows/s", "processor s", "peak MB");
    const auto row = [rows](const char *name, const std::vector<double> &seconds,
                            const std::vector<double> &processor, double peak) {
        std::printf("%-16s %10.2f %12.0f %12.2f %10.0f\n", name, median(seconds),
                    double(rows) / median(seconds), median(processor), peak);
    };
    if (!theirs.empty())
        row("sqlite3 .import", theirs, theirProcessor, theirPeak);
    row("qeema import", ours, ourProcessor, ourPeak);
    if (!theirs.empty()) {
        std::printf("import, 2 cores       ratio %.2f (at most 0.40)\n",
                    median(ours) / median(theirs));
        if (!oneCore.empty())
            std::printf("import, 1 core        ratio %.2f (at most 0.55), %.2f s\n",
                        median(oneCore) / median(theirs), median(oneCore));
        std::printf("workspace size        ratio %.2f (at most 0.60), %.0f MB\n",
                    double(QFileInfo(workspace).size()) / double(QFileInfo(database).size()),
                    double(QFileInfo(workspace).size()) / 1e6);
    }
    QFile::remove(folder.filePath(u"one.qeema"_s));
    const double theirBytes = double(QFileInfo(database).size());
    QFile::remove(database);

    const QString program = QCoreApplication::applicationFilePath();
    std::vector<double> scanned;
    QList<double> figures;
    const auto reopen = [&](const char *name, double target) {
        std::vector<double> opened;
        for (int i = 0; i < runs; ++i) {
            if (!shell.isEmpty())
                scanned.push_back(measure({shell, workspace,
                                           u"select count(*), sum(amount), max(time), max(customer) "
                                           "from purchase"_s})
                                      .seconds);
            figures = numbersOf({program, u"--open"_s, workspace});
            if (figures.size() == 5)
                opened.push_back(figures.at(0));
        }
        if (!opened.empty() && !scanned.empty())
            std::printf("%-21s ratio %.2f (at most %.2f), %.2f s against %.2f s\n", name,
                        median(opened) / median(scanned), target, median(opened), median(scanned));
    };
    reopen("reopen, no cache", 1.6);
    const QList<double> cached = numbersOf({program, u"--cache"_s, workspace});
    if (cached.size() == 1) {
        reopen("reopen, cache", 0.4);
        if (theirBytes > 0)
            std::printf("size with the cache   ratio %.2f (at most 0.85), written in %.2f s\n",
                        double(QFileInfo(workspace).size()) / theirBytes, cached.first());
    }
    if (figures.size() == 5)
        std::printf("summary, one purchase a day %.1f ms\nloaded memory         %.1f B a purchase "
                    "(at most 20), %.1f B a customer (at most 250)\nimport's peak memory  %.0f MB "
                    "(at most %.0f, for %.0f ids)\n",
                    figures.at(1), figures.at(2), figures.at(3), ourPeak,
                    150 + 64 * figures.at(4) / 1048576, figures.at(4));

    // A tenth of the rows once more, and one row of a new customer; both taken back again.
    const QString part = folder.filePath(u"part.csv"_s);
    const QString single = folder.filePath(u"single.csv"_s);
    if (!writePart(file, part, rows / 10) || !writePart(file, single, 0))
        return 1;
    const auto undoOf = [&](const char *name, const QString &more, int batch) {
        if (!measure({program, u"--more"_s, workspace, more}).sound)
            return;
        const QList<double> undone =
            numbersOf({program, u"--undo"_s, workspace, QString::number(batch)});
        if (!undone.isEmpty())
            std::printf("%-21s %.3f s (at most 0.5)\n", name, undone.first());
    };
    undoOf("undo of a tenth", part, 2);
    undoOf("undo of one row", single, 3);
    const QList<double> all = numbersOf({program, u"--undo"_s, workspace, u"1"_s});
    if (!all.isEmpty())
        std::printf("undo of all rows      %.2f s\n", all.first());

    if (const qsizetype duckdb = words.indexOf(u"--duckdb"_s); duckdb >= 0) {
        QProcess node;
        node.setProcessChannelMode(QProcess::ForwardedChannels);
        node.setWorkingDirectory(words.value(duckdb + 1));
        node.start(u"node"_s, {u"duckdbimport.mjs"_s, file,
                               u'{' + columnsOf(file, u"double"_s, u"timestamp"_s, u"'%1': '%2'"_s, u", "_s)
                                   + u'}',
                               QString::number(median(ours)),
                               figures.size() == 5 ? QString::number(figures.at(1)) : u"0"_s});
        node.waitForFinished(-1);
    }
    return 0;
}

#include "models/demo/demotruth.h"
#include "models/demo/demoworkspace.h"
#include "models/workspace/settings.h"
#include "models/workspace/workspace.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

const QStringList csvFiles{u"customers.csv"_s, u"transactions.csv"_s, u"events.csv"_s,
                           u"costs.csv"_s, u"surveys.csv"_s, u"deals.csv"_s};

} // namespace

class TestDemoWorkspace : public QObject
{
    Q_OBJECT

private slots:
    void workspaceIsSoundAndOfTheAskedSize();
    void sameSeedGivesTheSameBytes();
    void anotherSeedGivesOtherRows();
    void refusesImpossibleOptions();
    void cancelledWorkLeavesNoFile();
    void replacesAnEarlierDemoOnly();
};

void TestDemoWorkspace::workspaceIsSoundAndOfTheAskedSize()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"demo.qeema"_s);
    const Result<void> made = createDemoWorkspace(file, {.customers = 500});
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    const Result<Workspace> workspace = Workspace::open(file, Workspace::Access::Read);
    QVERIFY(workspace);
    Result<Database> database = workspace->connect(Database::Mode::ReadOnly);
    QVERIFY(database);
    const auto count = [&](const char *sql) {
        const Result<qint64> rows = database->attempt([&](SQLite::Database &connection) {
            return qint64(connection.execAndGet(sql).getInt64());
        });
        return rows ? *rows : -1;
    };
    QCOMPARE(count("SELECT count(*) FROM customer WHERE batch = 1"), 500);
    QCOMPARE(count("SELECT count(DISTINCT customer) FROM purchase"), 500);
    QCOMPARE(count("SELECT count(*) FROM purchase WHERE customer > 500"), 0);
    QCOMPARE(count("SELECT count(DISTINCT name) FROM customer WHERE batch = 1"), 500);
    QCOMPARE(
        count("SELECT count(*) FROM customer_attribute WHERE customer <= 500 AND name_ar IS NULL"),
        0);
    // Everybody who bought was attracted, captured and nurtured before.
    QCOMPARE(count("SELECT count(*) FROM customer c WHERE c.id <= 500 AND (SELECT count(*) FROM "
                   "event e WHERE "
                   "e.customer = c.id AND e.time <= (SELECT min(time) FROM purchase p WHERE "
                   "p.customer = c.id)) < 3"),
             0);
    QVERIFY(count("SELECT count(*) FROM purchase WHERE amount < 0") > 0);
    QCOMPARE(count("SELECT count(*) FROM purchase WHERE amount = 0"), 0);
    QCOMPARE(count("SELECT count(*) FROM (SELECT 1 FROM purchase WHERE amount > 0 "
                   "GROUP BY customer, time / 86400 HAVING count(*) > 1)"),
             0);

    const Result<QString> truth = Settings::value(*database, QString::fromLatin1(Demo::truthKey));
    QVERIFY(truth);
    QCOMPARE(QJsonDocument::fromJson(truth->toUtf8()).object()[u"parameters"][u"r"].toDouble(),
             Demo::Truth().r);
    const Result<WorkspaceSettings> settings = Settings::load(*database);
    QVERIFY(settings);
    QVERIFY(settings->isDemo);
    QCOMPARE(settings->nameArabic, u"روافد للتوريد"_s);

    const Result<WorkspaceCheck> check = checkWorkspace(file);
    QVERIFY(check);
    QVERIFY2(check->isSound(), qPrintable(check->problems.join(u' ')));
}

void TestDemoWorkspace::sameSeedGivesTheSameBytes()
{
    const QTemporaryDir first;
    const QTemporaryDir second;
    QVERIFY(writeDemoCsv(first.path(), {.customers = 300, .seed = 7}));
    QVERIFY(writeDemoCsv(second.path(), {.customers = 300, .seed = 7}));
    for (const QString &name : csvFiles) {
        const QByteArray content = contentOf(first.filePath(name));
        QVERIFY2(content.count('\n') > 50, qPrintable(name));
        QVERIFY2(content == contentOf(second.filePath(name)), qPrintable(name));
    }
    QCOMPARE(contentOf(first.filePath(u"customers.csv"_s)).count('\n'), 301);
}

void TestDemoWorkspace::anotherSeedGivesOtherRows()
{
    const QTemporaryDir first;
    const QTemporaryDir second;
    QVERIFY(writeDemoCsv(first.path(), {.customers = 100, .seed = 1}));
    QVERIFY(writeDemoCsv(second.path(), {.customers = 100, .seed = 2}));
    QVERIFY(contentOf(first.filePath(u"transactions.csv"_s))
            != contentOf(second.filePath(u"transactions.csv"_s)));
}

void TestDemoWorkspace::refusesImpossibleOptions()
{
    const QTemporaryDir folder;
    const Result<void> none = writeDemoCsv(folder.path(), {.customers = 0});
    QVERIFY(!none);
    QCOMPARE(none.error().kind, Error::Kind::Definition);
    QVERIFY(!createDemoWorkspace(folder.filePath(u"x.qeema"_s), {.until = QDate()}));
    QVERIFY(!QFile::exists(folder.filePath(u"x.qeema"_s)));
}

void TestDemoWorkspace::cancelledWorkLeavesNoFile()
{
    const QTemporaryDir folder;
    std::stop_source stop;
    const Progress progress(stop.get_token(), [&](const ProgressReport &report) {
        if (report.fraction > 0.2)
            stop.request_stop();
    });
    const Result<void> made =
        createDemoWorkspace(folder.filePath(u"x.qeema"_s), {.customers = 4000}, progress);
    QVERIFY(!made);
    QCOMPARE(made.error().kind, Error::Kind::Cancelled);
    QVERIFY(QDir(folder.path()).isEmpty(QDir::Files));
    QVERIFY(!writeDemoCsv(folder.filePath(u"csv"_s), {.customers = 4000}, progress));
    QVERIFY(QDir(folder.filePath(u"csv"_s)).isEmpty(QDir::Files));
}

void TestDemoWorkspace::replacesAnEarlierDemoOnly()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"demo.qeema"_s);
    QVERIFY(createDemoWorkspace(file, {.customers = 20, .seed = 1}));
    const QByteArray before = contentOf(file);
    std::stop_source stopped;
    stopped.request_stop();
    QVERIFY(
        !createDemoWorkspace(file, {.customers = 30, .seed = 2}, Progress(stopped.get_token())));
    QVERIFY(contentOf(file) == before);
    QVERIFY(createDemoWorkspace(file, {.customers = 30, .seed = 2}));
    QVERIFY(contentOf(file) != before);

    const QString own = folder.filePath(u"own.qeema"_s);
    QVERIFY(Workspace::create(own));
    const QByteArray ours = contentOf(own);
    const Result<void> refused = createDemoWorkspace(own, {.customers = 20});
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(u"own.qeema"_s));
    QVERIFY(contentOf(own) == ours);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files),
             QStringList({u"demo.qeema"_s, u"own.qeema"_s}));
}

QTEST_GUILESS_MAIN(TestDemoWorkspace)
#include "tst_demoworkspace.moc"

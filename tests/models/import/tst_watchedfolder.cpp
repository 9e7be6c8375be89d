#include "models/import/watchedfolder.h"

#include "tests/models/import/importtesting.h"

#include <QDir>

using namespace Qt::StringLiterals;

class TestWatchedFolder final : public QObject
{
    Q_OBJECT

private slots:
    void whatLiesThereIsNotOffered();
    void newAndChangedFilesAreOfferedOnce();
    void filesBeingWrittenWait();
    void foldersAreKeptInTheWorkspace();

private:
    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    static QStringList names(const QStringList &paths)
    {
        QStringList names;
        for (const QString &path : paths)
            names.append(QFileInfo(path).fileName());
        return names;
    }
};

void TestWatchedFolder::whatLiesThereIsNotOffered()
{
    QTemporaryDir folder;
    write(folder.filePath(u"old.csv"_s), "a,b\n");
    const Import::WatchedFolder watched = Import::watchFolder(folder.path());
    QVERIFY(watched.isSet());
    QCOMPARE(Import::newFiles(watched), QStringList());
    QCOMPARE(Import::newFiles({}), QStringList());
}

void TestWatchedFolder::newAndChangedFilesAreOfferedOnce()
{
    QTemporaryDir folder;
    write(folder.filePath(u"old.csv"_s), "a,b\n");
    Import::WatchedFolder watched = Import::watchFolder(folder.path());
    write(folder.filePath(u"b.xlsx"_s), "x");
    write(folder.filePath(u"a.JSON"_s), "{}");
    write(folder.filePath(u"notes.pdf"_s), "x"); // not data
    write(folder.filePath(u"empty.csv"_s), "");  // nothing to import yet
    write(folder.filePath(u"old.csv"_s), "a,b\n1,2\n");
    QCOMPARE(names(Import::newFiles(watched)), QStringList({u"a.JSON"_s, u"b.xlsx"_s, u"old.csv"_s}));
    Import::takeNote(watched, {folder.filePath(u"b.xlsx"_s), u"/elsewhere/a.JSON"_s});
    QCOMPARE(names(Import::newFiles(watched)), QStringList({u"a.JSON"_s, u"old.csv"_s}));
    Import::takeNote(watched, Import::newFiles(watched));
    QCOMPARE(Import::newFiles(watched), QStringList());
}

void TestWatchedFolder::filesBeingWrittenWait()
{
    QTemporaryDir folder;
    const Import::WatchedFolder watched = Import::watchFolder(folder.path());
    write(folder.filePath(u"a.csv"_s), "a,b\n");
    QCOMPARE(Import::newFiles(watched, 60), QStringList());
    QFile file(folder.filePath(u"a.csv"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(-120), QFileDevice::FileModificationTime));
    file.close();
    QCOMPARE(names(Import::newFiles(watched, 60)), QStringList{u"a.csv"_s});
}

void TestWatchedFolder::foldersAreKeptInTheWorkspace()
{
    ImportBench bench;
    QTemporaryDir folder;
    write(folder.filePath(u"الطلبات.csv"_s), "a,b\n");
    const Import::WatchedFolder watched = Import::watchFolder(folder.path());
    {
        Result<Database> database = bench.workspace().connect(Database::Mode::ReadWrite);
        VERIFY_OK(database);
        VERIFY_OK(Import::saveWatchedFolder(*database, watched));
    }
    bench.reopen();
    Result<Database> database = bench.workspace().connect(Database::Mode::ReadWrite);
    VERIFY_OK(database);
    Result<Import::WatchedFolder> loaded = Import::loadWatchedFolder(*database);
    VERIFY_OK(loaded);
    QCOMPARE(*loaded, watched);
    VERIFY_OK(Import::saveWatchedFolder(*database, {}));
    loaded = Import::loadWatchedFolder(*database);
    VERIFY_OK(loaded);
    QVERIFY(!loaded->isSet());
}

QTEST_GUILESS_MAIN(TestWatchedFolder)
#include "tst_watchedfolder.moc"

#include "tests/cli/program.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

/// The worked funnel cases, each imported from CSV and asked through the command line.
class TestReferenceCases final : public QObject
{
    Q_OBJECT

private slots:
    void answers_data();
    void answers();
};

namespace {

QString csvCell(const QString &text)
{
    return u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"';
}

QString cellText(const QJsonValue &value)
{
    return value.isString() ? value.toString() : value.toVariant().toString();
}

/// The case's events with one column per property.
QByteArray eventsCsv(const QJsonArray &events)
{
    QStringList properties;
    for (const QJsonValue &event : events) {
        for (const QString &name : event[3].toObject().keys()) {
            if (!properties.contains(name))
                properties.append(name);
        }
    }
    QString csv = u"customer_id,time,event"_s;
    for (const QString &name : properties)
        csv += u',' + csvCell(name);
    csv += u'\n';
    for (const QJsonValue &event : events) {
        csv += csvCell(event[0].toString()) + u',' + event[2].toString() + u',' + csvCell(event[1].toString());
        for (const QString &name : properties)
            csv += u',' + (event[3].toObject().contains(name) ? csvCell(cellText(event[3][name])) : QString());
        csv += u'\n';
    }
    return csv.toUtf8();
}

/// Where \a actual first differs from \a expected; empty: everything expected is there.
QString difference(const QJsonValue &expected, const QJsonValue &actual, const QString &path)
{
    if (expected.isDouble()) {
        const double wanted = expected.toDouble();
        return actual.isDouble() && std::abs(actual.toDouble() - wanted) <= 1e-6 * std::max(1.0, std::abs(wanted))
            ? QString()
            : u"%1: expected %2, got %3"_s.arg(path).arg(wanted).arg(actual.toVariant().toString());
    }
    if (expected.isArray()) {
        if (actual.toArray().size() != expected.toArray().size())
            return u"%1: expected %2 entries, got %3"_s.arg(path).arg(expected.toArray().size()).arg(actual.toArray().size());
        for (qsizetype i = 0; i < expected.toArray().size(); ++i) {
            const QString found = difference(expected[i], actual[i], u"%1[%2]"_s.arg(path).arg(i));
            if (!found.isEmpty())
                return found;
        }
        return {};
    }
    if (expected.isObject()) {
        const QJsonObject object = expected.toObject();
        for (auto field = object.begin(); field != object.end(); ++field) {
            const QString found = difference(field.value(), actual.toObject()[field.key()], path + u'.' + field.key());
            if (!found.isEmpty())
                return found;
        }
        return {};
    }
    return expected == actual ? QString() : u"%1: expected %2, got %3"_s.arg(path, expected.toVariant().toString(), actual.toVariant().toString());
}

} // namespace

void TestReferenceCases::answers_data()
{
    QTest::addColumn<QJsonObject>("testCase");
    QFile file(QStringLiteral(QEEMA_SHARED_DIR "/reference/funnel_reference.json"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("The reference cases are not beside this checkout.");
    const QJsonArray cases = QJsonDocument::fromJson(file.readAll())[u"cases"].toArray();
    QVERIFY(!cases.isEmpty());
    for (const QJsonValue &value : cases)
        QTest::newRow(qPrintable(value[u"id"].toString())) << value.toObject();
}

void TestReferenceCases::answers()
{
    QFETCH(QJsonObject, testCase);
    const QTemporaryDir folder;
    const QString workspace = folder.filePath(u"case.qeema"_s);
    const QString csv = folder.filePath(u"events.csv"_s);
    const QString definition = folder.filePath(u"definition.json"_s);
    QJsonArray events = testCase[u"events"].toArray();
    if (events.isEmpty()) // a pure calculation still needs a workspace to be asked in
        events.append(QJsonArray{u"nobody"_s, u"none"_s, u"2020-01-01T00:00:00Z"_s});
    QVERIFY(writeFile(csv, eventsCsv(events)));
    QJsonObject question = testCase[u"definition"].toObject();
    question.insert(u"kind"_s, testCase[u"kind"]);
    QVERIFY(writeFile(definition, QJsonDocument(question).toJson()));

    const Run import = runProgram({u"import"_s, workspace, csv, u"--as"_s, u"events"_s, u"--json"_s});
    QVERIFY2(import.exitCode == 0, import.error.constData());
    QCOMPARE(import.json()[u"rows_imported"].toInteger(), qint64(events.size()));
    const Run answer = runProgram({u"analyse"_s, workspace, definition, u"--json"_s});
    QVERIFY2(answer.exitCode == 0, answer.error.constData());
    const QString differs = difference(testCase[u"expected"], answer.json(), u"expected"_s);
    QVERIFY2(differs.isEmpty(), qPrintable(differs));
}

QTEST_GUILESS_MAIN(TestReferenceCases)
#include "tst_referencecases.moc"

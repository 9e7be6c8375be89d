#include "models/funnel/analyse.h"
#include "models/import/importjob.h"
#include "tests/support/testworkspace.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

/// Every case of the reference file, through an event log read from JSON and through a workspace
/// into which its events were imported as a file.
class TestFunnelReference : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void answersAsExpected_data();
    void answersAsExpected();
    void answersAsExpectedFromAnImportedFile_data();
    void answersAsExpectedFromAnImportedFile();
    void everyKindHasACaseOrATestOfItsOwn();

private:
    void addCases();
    QJsonArray m_cases;
};

namespace {

/// Half a unit of the last digit that the reference gives, at least 1e-9 relative.
double toleranceOf(double expected)
{
    const QByteArray shortest = QByteArray::number(expected, 'g', QLocale::FloatingPointShortest);
    const qsizetype point = shortest.indexOf('.');
    const double lastDigit = point < 0 || shortest.contains('e')
                                 ? 0
                                 : 0.5 * std::pow(10, -double(shortest.size() - point - 1));
    // Sixteen digits are a double in full, not a rounded figure.
    return shortest.size() > 15 ? 1e-9 * std::abs(expected)
                                : std::max(lastDigit, 1e-9 * std::abs(expected));
}

/// Every expected field must be there with its value; more fields may stand beside them.
QString difference(const QJsonValue &actual, const QJsonValue &expected, const QString &path)
{
    if (expected.isObject()) {
        if (!actual.isObject())
            return path + u" is no object"_s;
        const QJsonObject fields = expected.toObject();
        for (auto field = fields.begin(); field != fields.end(); ++field) {
            const QString found = difference(actual.toObject().value(field.key()), field.value(),
                                             path + u'.' + field.key());
            if (!found.isEmpty())
                return found;
        }
        return {};
    }
    if (expected.isArray()) {
        const QJsonArray a = actual.toArray();
        const QJsonArray e = expected.toArray();
        if (!actual.isArray() || a.size() != e.size())
            return u"%1 has %2 elements instead of %3"_s.arg(path).arg(a.size()).arg(e.size());
        for (qsizetype i = 0; i < e.size(); ++i) {
            const QString found = difference(a[i], e[i], u"%1[%2]"_s.arg(path).arg(i));
            if (!found.isEmpty())
                return found;
        }
        return {};
    }
    if (expected.isDouble()) {
        if (!actual.isDouble()
            || std::abs(actual.toDouble() - expected.toDouble()) > toleranceOf(expected.toDouble()))
            return u"%1 is %2 instead of %3"_s.arg(path, actual.toVariant().toString())
                .arg(expected.toDouble(), 0, 'g', 12);
        return {};
    }
    return actual == expected ? QString()
                              : u"%1 is %2 instead of %3"_s.arg(path, actual.toVariant().toString(),
                                                                expected.toVariant().toString());
}

QJsonObject definitionOf(const QJsonObject &reference)
{
    QJsonObject definition = reference.value(u"definition").toObject();
    definition.insert(u"kind"_s, reference.value(u"kind"));
    return definition;
}

} // namespace

void TestFunnelReference::initTestCase()
{
    QFile file(QStringLiteral(QEEMA_SHARED_DIR "/reference/funnel_reference.json"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("The reference cases are not on this machine.");
    m_cases = QJsonDocument::fromJson(file.readAll()).object().value(u"cases").toArray();
    QVERIFY(m_cases.size() >= 50);
}

void TestFunnelReference::addCases()
{
    QTest::addColumn<QJsonObject>("reference");
    for (const QJsonValue &reference : m_cases)
        QTest::newRow(qPrintable(reference.toObject().value(u"id").toString()))
            << reference.toObject();
}

void TestFunnelReference::answersAsExpected_data() { addCases(); }

void TestFunnelReference::answersAsExpected()
{
    QFETCH(QJsonObject, reference);
    const Result<Funnel::EventLog> log =
        Funnel::EventLog::fromJson(reference.value(u"events").toArray());
    QVERIFY2(log.ok(), log ? "" : qPrintable(log.error().message));
    const Result<QJsonObject> answer = Funnel::analyse(*log, definitionOf(reference));
    QVERIFY2(answer.ok(), answer ? "" : qPrintable(answer.error().message));
    const QString found = difference(*answer, reference.value(u"expected"), u"result"_s);
    QVERIFY2(found.isEmpty(), qPrintable(found));
    // Group by group there must be no more than expected.
    if (reference.value(u"kind").toString() == u"funnel_breakdown")
        QCOMPARE(answer->value(u"groups").toObject().keys(),
                 reference.value(u"expected").toObject().value(u"groups").toObject().keys());
}

void TestFunnelReference::answersAsExpectedFromAnImportedFile_data() { addCases(); }

void TestFunnelReference::answersAsExpectedFromAnImportedFile()
{
    QFETCH(QJsonObject, reference);
    const QJsonArray rows = reference.value(u"events").toArray();
    QStringList properties;
    for (const QJsonValue &row : rows)
        properties += row[3].toObject().keys();
    properties.removeDuplicates();
    QByteArray csv = "customer_id,time,event";
    for (const QString &property : properties)
        csv += ',' + property.toUtf8();
    csv += '\n';
    for (const QJsonValue &row : rows) {
        QStringList cells{row[0].toString(), row[2].toString(), row[1].toString()};
        for (const QString &property : properties)
            cells.append(Funnel::propertyText(row[3].toObject().value(property)));
        csv += cells.join(u',').toUtf8() + '\n';
    }

    TestWorkspace workspace;
    const QString file = workspace.path(u"events.csv"_s);
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(csv) == csv.size());
    out.close();
    if (!rows.isEmpty()) {
        const Result<Import::ImportPlan> plan = Import::planImport(file, Import::Kind::Events);
        QVERIFY2(plan.ok(), plan ? "" : qPrintable(plan.error().message));
        const Result<Import::ImportOutcome> outcome =
            Import::runImport(workspace.workspace(), *plan);
        QVERIFY2(outcome.ok(), outcome ? "" : qPrintable(outcome.error().message));
        QCOMPARE(outcome->rowsImported, rows.size());
    }
    workspace.customer({u"without events"_s}); // must not count among the actors
    const Customers::SnapshotPtr snapshot = workspace.snapshot();
    const Result<QJsonObject> answer =
        Funnel::analyse(workspace.workspace(), snapshot, definitionOf(reference));
    QVERIFY2(answer.ok(), answer ? "" : qPrintable(answer.error().message));
    const QString found = difference(*answer, reference.value(u"expected"), u"result"_s);
    QVERIFY2(found.isEmpty(), qPrintable(found));
}

void TestFunnelReference::everyKindHasACaseOrATestOfItsOwn()
{
    QStringList kinds = Funnel::kinds();
    for (const QJsonValue &reference : m_cases)
        kinds.removeAll(reference.toObject().value(u"kind").toString());
    QCOMPARE(kinds, QStringList{u"stickiness"_s});
}

QTEST_GUILESS_MAIN(TestFunnelReference)
#include "tst_funnelreference.moc"

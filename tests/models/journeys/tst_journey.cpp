#include "models/funnel/chain.h"
#include "models/journeys/journey.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace Qt::StringLiterals;
using namespace Journeys;

namespace {

/// Customers' events written as "day:event day:event"; the channel goes first.
struct Contact
{
    QString channel;
    QList<std::pair<int, QString>> events; ///< days after 1 January 2025
};

const QDate firstDay(2025, 1, 1);

std::shared_ptr<Customers::Snapshot> snapshotOf(const QList<Contact> &contacts, int days = 365)
{
    auto snapshot = std::make_shared<Customers::Snapshot>();
    Customers::CodedColumn channel;
    channel.field = u"channel"_s;
    channel.values = {QString()};
    snapshot->events.first.push_back(0);
    for (const Contact &contact : contacts) {
        snapshot->customerRow.push_back(std::int64_t(snapshot->customerRow.size()) + 1);
        if (!channel.values.contains(contact.channel))
            channel.values.append(contact.channel);
        channel.code.push_back(std::uint16_t(channel.values.indexOf(contact.channel)));
        for (const auto &[day, event] : contact.events) {
            if (!snapshot->events.names.contains(event))
                snapshot->events.names.append(event);
            snapshot->events.name.push_back(
                std::uint16_t(snapshot->events.names.indexOf(event)));
            snapshot->events.time.push_back(std::uint32_t(day) * 86400u);
            snapshot->events.row.push_back(std::uint32_t(snapshot->events.row.size() + 1));
        }
        snapshot->events.first.push_back(std::uint32_t(snapshot->events.time.size()));
    }
    snapshot->events.epoch = epochSeconds(firstDay);
    snapshot->coded = {channel};
    snapshot->extent = {firstDay, firstDay.addDays(days - 1)};
    return snapshot;
}

/// Stages a, b, c on the side of creation, d on that of expansion, each entered by its own event.
Lifecycle::LifecycleModel fourStages()
{
    Lifecycle::LifecycleModel lifecycle;
    for (const QChar letter : u"abcd"_s) {
        Lifecycle::Stage stage;
        stage.id = letter;
        stage.nameEnglish = letter.toUpper();
        stage.side = letter == u'd' ? Lifecycle::Side::ValueExpansion
                                    : Lifecycle::Side::ValueCreation;
        stage.entry.events = {QString(letter)};
        lifecycle.stages.append(stage);
    }
    return lifecycle;
}

JourneyQuery wholeYear(bool withReturns = false)
{
    JourneyQuery query;
    query.period = {firstDay, firstDay.addDays(364)};
    query.sourceField = u"channel"_s;
    query.quietDays = 90;
    query.withReturns = withReturns;
    return query;
}

const Link *linkOf(const Journey &journey, const Node &from, const Node &to)
{
    for (const Link &link : journey.links) {
        if (link.from == from && link.to == to)
            return &link;
    }
    return nullptr;
}

constexpr Node stage(int index) { return {Node::Kind::Stage, index}; }
constexpr Node still(int index) { return {Node::Kind::Still, index}; }
constexpr Node left(int index) { return {Node::Kind::Left, index}; }
constexpr Node source(int index) { return {Node::Kind::Source, index}; }

} // namespace

class TestJourney : public QObject
{
    Q_OBJECT

private slots:
    void countsMovesSkipsAndEnds();
    void keepsReturnsAndRepeatsOnlyWhenAsked();
    void listsTheMostCommonPathFirst();
    void tellsWhoTookALink();
    void leavesOutWhoBeganOutsideThePeriod();
    void solvesTheChainOfASmallExample();
    void givesTheStartTheMeanValue();
    void recoversAChainThatWasSimulated();
    void refusesWhatCannotBeRead_data();
    void refusesWhatCannotBeRead();
};

namespace {

/// The example of several tests, on day 364 at the end of the year.
QList<Contact> fiveContacts()
{
    return {{u"ads"_s, {{0, u"a"_s}, {10, u"b"_s}, {30, u"c"_s}}},                  // left in c
            {u"ads"_s, {{5, u"a"_s}, {25, u"b"_s}, {360, u"x"_s}}},                 // still in b
            {u"fair"_s, {{2, u"a"_s}, {50, u"c"_s}, {350, u"d"_s}}},                // skips b
            {u"ads"_s, {{1, u"a"_s}, {2, u"b"_s}, {3, u"a"_s}, {4, u"a"_s}, {9, u"b"_s}}}, // returns
            {u"ads"_s, {{100, u"a"_s}}}};
}

} // namespace

void TestJourney::countsMovesSkipsAndEnds()
{
    const Result<Journey> journey =
        computeJourney(*snapshotOf(fiveContacts()), fourStages(), wholeYear());
    QVERIFY(journey);
    QCOMPARE(journey->contacts, 5);
    QCOMPARE(journey->sources, QStringList({u"ads"_s, u"fair"_s}));
    QCOMPARE(journey->ofSource, QList<qint64>({4, 1}));
    const Link *next = linkOf(*journey, stage(0), stage(1));
    QVERIFY(next);
    QCOMPARE(next->contacts, 3);
    QCOMPARE(next->medianDays, 10.0); // of 10, 20 and 1
    const Link *skip = linkOf(*journey, stage(0), stage(2));
    QVERIFY(skip);
    QCOMPARE(skip->contacts, 1);
    QCOMPARE(skip->medianDays, 48.0);
    QCOMPARE(linkOf(*journey, stage(1), still(1))->contacts, 1); // active five days ago, though not in a stage
    QCOMPARE(linkOf(*journey, stage(1), left(1))->contacts, 1);
    QCOMPARE(linkOf(*journey, stage(2), left(2))->contacts, 1);
    QCOMPARE(linkOf(*journey, stage(0), left(0))->contacts, 1);
    QCOMPARE(linkOf(*journey, stage(3), still(3))->contacts, 1);
    QVERIFY(!linkOf(*journey, stage(1), stage(0)));
    QCOMPARE(linkOf(*journey, source(1), stage(0))->contacts, 1);
    QCOMPARE(journey->stages[0].contacts, 5);
    QCOMPARE(journey->stages[1].contacts, 3);
    QCOMPARE(journey->stages[2].contacts, 2);
    QCOMPARE(journey->stages[1].left, 1);
}

void TestJourney::keepsReturnsAndRepeatsOnlyWhenAsked()
{
    const Result<Journey> journey =
        computeJourney(*snapshotOf(fiveContacts()), fourStages(), wholeYear(true));
    QVERIFY(journey);
    const Link *back = linkOf(*journey, stage(1), stage(0));
    QVERIFY(back);
    QCOMPARE(back->contacts, 1);
    QCOMPARE(linkOf(*journey, stage(0), stage(0))->moves, 1); // days 3 and 4
    const Link *again = linkOf(*journey, stage(0), stage(1));
    QCOMPARE(again->contacts, 3);
    QCOMPARE(again->moves, 4);
}

void TestJourney::listsTheMostCommonPathFirst()
{
    QList<Contact> contacts = fiveContacts();
    contacts.append({u"ads"_s, {{7, u"a"_s}, {47, u"b"_s}, {57, u"c"_s}}}); // as the first
    const std::vector<double> clv{1000, std::nan(""), 500, 0, 0, 3000};
    const Result<Journey> journey =
        computeJourney(*snapshotOf(contacts), fourStages(), wholeYear(), clv);
    QVERIFY(journey);
    const Path &path = journey->paths.first();
    QCOMPARE(path.stages, QList<int>({0, 1, 2}));
    QCOMPARE(path.contacts, 2);
    QCOMPARE(path.medianDays, 40.0); // of 30 and 50
    QCOMPARE(path.meanClv(), 2000.0);
    QVERIFY(path.hasLeft);
    qint64 all = 0;
    for (const Path &one : journey->paths)
        all += one.contacts;
    QCOMPARE(all, journey->contacts);
}

void TestJourney::tellsWhoTookALink()
{
    const Result<Journey> journey =
        computeJourney(*snapshotOf(fiveContacts()), fourStages(), wholeYear(true));
    QVERIFY(journey);
    for (const Link &link : journey->links)
        QCOMPARE(qint64(contactsOf(*journey, link).size()), link.contacts);
    QCOMPARE(contactsOf(*journey, *linkOf(*journey, stage(0), stage(2))),
             std::vector<Customers::CustomerIndex>({2}));
    for (qsizetype path = 0; path < journey->paths.size(); ++path)
        QCOMPARE(qint64(contactsOf(*journey, path).size()), journey->paths[path].contacts);
}

void TestJourney::leavesOutWhoBeganOutsideThePeriod()
{
    JourneyQuery query = wholeYear();
    query.period.from = firstDay.addDays(2); // the second, third and fifth contact
    const Result<Journey> journey =
        computeJourney(*snapshotOf(fiveContacts()), fourStages(), query);
    QVERIFY(journey);
    QCOMPARE(journey->contacts, 3);
}

void TestJourney::solvesTheChainOfASmallExample()
{
    // From a: 3 of 5 to b, 1 to c, 1 ends. From b: 1 of 3 to c, 2 end. From c: 1 of 2 to d.
    // To purchase (c): b 1/3, a 3/5 · 1/3 + 1/5 = 2/5. To advocacy (d): c 1/2, b 1/6, a 1/5.
    // Worth with 120 at the end in c, 600 at the end in d, 30 in b, 0 in a:
    // c = (120 + 600)/2 = 360, b = 360/3 + 2/3·30 = 140, a = 3/5·140 + 1/5·360 = 156.
    const std::vector<double> clv{120, 30, 600, 30, 0};
    const Result<Journey> journey =
        computeJourney(*snapshotOf(fiveContacts()), fourStages(), wholeYear(), clv);
    QVERIFY(journey);
    QCOMPARE(journey->purchaseStage, 2);
    QCOMPARE(journey->advocacyStage, 3);
    const QList<StageReading> &read = journey->stages;
    QVERIFY(qAbs(read[0].toPurchase - 0.4) < 1e-12);
    QVERIFY(qAbs(read[1].toPurchase - 1.0 / 3) < 1e-12);
    QCOMPARE(read[2].toPurchase, 1.0);
    QVERIFY(qAbs(read[0].toAdvocacy - 0.2) < 1e-12);
    QVERIFY(qAbs(read[1].toAdvocacy - 1.0 / 6) < 1e-12);
    QVERIFY(qAbs(read[2].daysToAdvocacy - 300) < 1e-9);
    QVERIFY(qAbs(read[1].daysToPurchase - 20) < 1e-9);
    // Of those who arrive half go straight (48 days), half by b (31/3 on average, then 20).
    QVERIFY(qAbs(read[0].daysToPurchase - (48 + 31.0 / 3 + 20) / 2) < 1e-9);
    QVERIFY(qAbs(read[2].worth - 360) < 1e-9);
    QVERIFY(qAbs(read[1].worth - 140) < 1e-9);
    QVERIFY(qAbs(read[0].worth - 156) < 1e-9);
}

void TestJourney::givesTheStartTheMeanValue()
{
    // Whatever the paths: a chain of counted shares gives back the mean over the counted paths.
    std::mt19937 random(7);
    QList<Contact> contacts;
    std::vector<double> clv;
    double sum = 0;
    for (int i = 0; i < 500; ++i) {
        Contact contact{u"ads"_s, {}};
        int day = int(random() % 50);
        for (unsigned step = 0, steps = 1 + random() % 9; step < steps; ++step) {
            contact.events.append({day, QString(QChar(char16_t(u'a' + random() % 4)))});
            day += int(random() % 20);
        }
        contacts.append(contact);
        clv.push_back(double(random() % 1000));
        sum += clv.back();
    }
    for (const bool withReturns : {false, true}) {
        const Result<Journey> journey = computeJourney(*snapshotOf(contacts), fourStages(),
                                                       wholeYear(withReturns), clv);
        QVERIFY(journey);
        QList<double> worthAtEnd(6, 0);
        QList<double> ends(6, 0);
        for (std::size_t i = 0; i < journey->customers.size(); ++i) {
            const int last = journey->paths[journey->pathOf[i]].stages.last() + 1;
            worthAtEnd[last] += clv[journey->customers[i]];
            ends[last] += 1;
        }
        for (int i = 0; i < 6; ++i)
            worthAtEnd[i] = ends[i] > 0 ? worthAtEnd[i] / ends[i] : 0;
        const QList<double> worth = Funnel::expectedWorth(journey->moves, worthAtEnd);
        QVERIFY2(qAbs(worth[0] - sum / 500) < 1e-6, qPrintable(QString::number(worth[0])));
        QVERIFY(qAbs(journey->meanClv - sum / 500) < 1e-9);
    }
}

void TestJourney::recoversAChainThatWasSimulated()
{
    // a → b 0.5, a ends 0.5; b → a 0.2, b → c 0.4, b ends 0.4; c ends. To c from a: h = 0.5·g and
    // g = 0.2·h + 0.4, so h = 0.2 / 0.9 and g = 0.4 / 0.9.
    std::mt19937 random(11);
    std::uniform_real_distribution<double> share;
    QList<Contact> contacts;
    for (int i = 0; i < 20000; ++i) {
        Contact contact{u"ads"_s, {{0, u"a"_s}}};
        for (QChar at = u'a'; at != u'c';) {
            const double draw = share(random);
            if (at == u'a')
                at = draw < 0.5 ? u'b' : u'-';
            else
                at = draw < 0.2 ? u'a' : draw < 0.6 ? u'c' : u'-';
            if (at == u'-')
                break;
            contact.events.append({int(contact.events.size()), QString(at)});
        }
        contacts.append(contact);
    }
    const Result<Journey> journey =
        computeJourney(*snapshotOf(contacts), fourStages(), wholeYear(true));
    QVERIFY(journey);
    // Four standard errors of a share of 0.2 over 20,000 contacts.
    QVERIFY(qAbs(journey->stages[0].toPurchase - 0.2 / 0.9) < 0.012);
    QVERIFY(qAbs(journey->stages[1].toPurchase - 0.4 / 0.9) < 0.02);
}

void TestJourney::refusesWhatCannotBeRead_data()
{
    QTest::addColumn<JourneyQuery>("query");
    QTest::addColumn<QString>("says");
    JourneyQuery reversed = wholeYear();
    std::swap(reversed.period.from, reversed.period.until);
    QTest::newRow("period") << reversed << u"ends before it begins"_s;
    JourneyQuery quiet = wholeYear();
    quiet.quietDays = 0;
    QTest::newRow("silence") << quiet << u"at least a day"_s;
    JourneyQuery unknown = wholeYear();
    unknown.sourceField = u"colour"_s;
    QTest::newRow("source") << unknown << u"\"colour\""_s;
}

void TestJourney::refusesWhatCannotBeRead()
{
    QFETCH(const JourneyQuery, query);
    QFETCH(const QString, says);
    const Result<Journey> journey =
        computeJourney(*snapshotOf(fiveContacts()), fourStages(), query);
    QVERIFY(!journey);
    QVERIFY2(journey.error().message.contains(says), qPrintable(journey.error().message));
}

QTEST_GUILESS_MAIN(TestJourney)
#include "tst_journey.moc"

#include "models/lifecycle/deals.h"

#include "models/workspace/rowcursor.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Lifecycle {
namespace {

struct Meaning
{
    Milestone milestone;
    QStringList names; ///< lower case, words parted by one space
};

const QList<Meaning> &meanings()
{
    static const QList<Meaning> known{
        {Milestone::Marketing,
         {u"mql"_s, u"marketing qualified"_s, u"marketing qualified lead"_s, u"new lead"_s,
          u"عميل محتمل مؤهل تسويقيًا"_s, u"مؤهل تسويقيًا"_s}},
        {Milestone::Accepted,
         {u"sal"_s, u"sales accepted"_s, u"sales accepted lead"_s,
          u"عميل محتمل مقبول من المبيعات"_s, u"مقبول من المبيعات"_s}},
        {Milestone::Sales,
         {u"sql"_s, u"sales qualified"_s, u"sales qualified lead"_s, u"qualified to buy"_s,
          u"qualification"_s, u"عميل محتمل مؤهل للمبيعات"_s, u"مؤهل للمبيعات"_s}},
        {Milestone::Won,
         {u"won"_s, u"closed won"_s, u"deal won"_s, u"closedwon"_s, u"contract signed"_s,
          u"رابحة"_s, u"مكسوبة"_s, u"مغلقة ناجحة"_s}},
        {Milestone::Lost,
         {u"lost"_s, u"closed lost"_s, u"deal lost"_s, u"closedlost"_s, u"disqualified"_s,
          u"خاسرة"_s, u"مفقودة"_s, u"مغلقة خاسرة"_s}},
    };
    return known;
}

QString textAt(const RowCursor &rows, int column)
{
    const std::string_view bytes = rows.text(column);
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

std::optional<std::int64_t> integerAt(const RowCursor &rows, int column)
{
    return rows.isNull(column) ? std::optional<std::int64_t>()
                               : std::optional<std::int64_t>(rows.integer(column));
}

DealChange changeAt(const RowCursor &rows, QHash<QString, Milestone> &known)
{
    DealChange change;
    change.row = rows.integer(0);
    change.stage = textAt(rows, 3);
    if (const auto at = known.constFind(change.stage); at != known.constEnd())
        change.milestone = *at;
    else
        change.milestone = *known.insert(change.stage, milestoneOf(change.stage));
    change.time = rows.integer(4);
    change.amount = integerAt(rows, 5);
    if (!rows.isNull(6))
        change.probability = rows.real(6);
    change.owner = textAt(rows, 7);
    if (const std::optional<std::int64_t> accepted = integerAt(rows, 8))
        change.accepted = *accepted != 0;
    change.reason = textAt(rows, 9);
    for (int element = 0; element < meddicElements; ++element) {
        if (const std::optional<std::int64_t> score = integerAt(rows, 10 + element))
            change.meddic[std::size_t(element)] =
                std::clamp(int(*score), 0, highestMeddicScore);
    }
    return change;
}

} // namespace

Milestone milestoneOf(const QString &stage)
{
    QString name = stage.toLower();
    name.replace(u'_', u' ').replace(u'-', u' ');
    name = name.simplified();
    for (const Meaning &meaning : meanings()) {
        if (meaning.names.contains(name))
            return meaning.milestone;
    }
    return Milestone::Open;
}

QString meddicElementTitle(int element)
{
    switch (element) {
    case 0:
        return QCoreApplication::translate("Lifecycle", "Metrics");
    case 1:
        return QCoreApplication::translate("Lifecycle", "Economic buyer");
    case 2:
        return QCoreApplication::translate("Lifecycle", "Decision criteria");
    case 3:
        return QCoreApplication::translate("Lifecycle", "Decision process");
    case 4:
        return QCoreApplication::translate("Lifecycle", "Identified pain");
    case 5:
        return QCoreApplication::translate("Lifecycle", "Champion");
    }
    Q_UNREACHABLE();
}

bool Deal::isWon() const { return changes.back().milestone == Milestone::Won; }

bool Deal::isLost() const { return changes.back().milestone == Milestone::Lost; }

std::optional<std::int64_t> Deal::amount() const
{
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        if (change->amount)
            return change->amount;
    }
    return {};
}

QString Deal::owner() const
{
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        if (!change->owner.isEmpty())
            return change->owner;
    }
    return {};
}

std::optional<std::int64_t> Deal::reached(Milestone milestone) const
{
    for (const DealChange &change : changes) {
        const bool isThere = change.milestone == milestone
                             || (change.milestone > milestone && change.milestone != Milestone::Lost);
        // A yes without a stage of its own is an acceptance too.
        const bool isAccepted = milestone <= Milestone::Accepted && change.accepted.value_or(false);
        if (isThere || isAccepted)
            return change.time;
    }
    return {};
}

std::optional<MeddicScore> Deal::meddic(int element) const
{
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        const std::optional<int> &score = change->meddic[std::size_t(element)];
        if (!score)
            continue;
        // The evidence is the change that first gave the score that still holds.
        auto first = change;
        for (auto earlier = change; earlier != changes.rend(); ++earlier) {
            const std::optional<int> &before = earlier->meddic[std::size_t(element)];
            if (before && *before != *score)
                break;
            if (before)
                first = earlier;
        }
        return MeddicScore{*score, first->time, first->owner, first->stage};
    }
    return {};
}

int Deal::meddicTotal() const
{
    int total = 0;
    for (int element = 0; element < meddicElements; ++element) {
        if (const std::optional<MeddicScore> score = meddic(element))
            total += score->score;
    }
    return total;
}

bool Deal::hasMeddic() const
{
    for (const DealChange &change : changes) {
        if (std::ranges::any_of(change.meddic, [](const auto &score) { return score.has_value(); }))
            return true;
    }
    return false;
}

Result<std::vector<Deal>> loadDeals(const Workspace &workspace,
                                    const Customers::Snapshot &snapshot, const Progress &progress)
{
    Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    return database->attempt([&](SQLite::Database &connection) -> Result<std::vector<Deal>> {
        RowCursor rows(connection,
                       "SELECT id, deal_ref, customer, stage, changed_at, amount, probability, "
                       "owner, accepted, rejection_reason, metrics, economic_buyer, "
                       "decision_criteria, decision_process, identified_pain, champion "
                       "FROM deal_change ORDER BY changed_at, id");
        std::vector<Deal> deals;
        QHash<QString, std::size_t> indexOf;
        QHash<QString, Milestone> known;
        for (std::size_t row = 0; rows.next(); ++row) {
            if (row % 4096 == 0 && progress.isCancelled())
                return Error::cancelled();
            const Customers::CustomerIndex customer =
                snapshot.indexOf(CustomerId{rows.integer(2)});
            if (customer == snapshot.customers())
                continue; // came in after the snapshot
            const QString reference = textAt(rows, 1);
            auto at = indexOf.find(reference);
            if (at == indexOf.end()) {
                at = indexOf.insert(reference, deals.size());
                deals.push_back({reference, customer, {}});
            }
            deals[*at].changes.push_back(changeAt(rows, known));
        }
        return deals;
    });
}

} // namespace Lifecycle

#include "models/lifecycle/stagereceipts.h"

#include "models/segments/words.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Lifecycle {
namespace {

QHash<qint64, QString> sourcesOf(SQLite::Database &connection, const QList<StageChange> &changes)
{
    QHash<qint64, QString> sources;
    SQLite::Statement query(connection, "SELECT source FROM import_batch WHERE id = ?");
    for (const StageChange &change : changes) {
        if (change.receipt.batch == 0 || sources.contains(change.receipt.batch))
            continue;
        query.bind(1, std::int64_t(change.receipt.batch));
        if (query.executeStep()) {
            sources.insert(
                change.receipt.batch,
                QFileInfo(QString::fromUtf8(query.getColumn(0).getText())).fileName());
        }
        query.reset();
    }
    return sources;
}

/// Puts changes into words of one language.
class Teller
{
public:
    Teller(const Customers::Snapshot &snapshot, const LifecycleModel &lifecycle,
           const NumberFormat &format)
        : m_lifecycle(lifecycle), m_format(format)
    {
        Segments::Facts facts;
        // The snapshot outlives this object: nothing is owned.
        facts.snapshot = Customers::SnapshotPtr(Customers::SnapshotPtr(), &snapshot);
        m_titles = Segments::titles(facts);
    }

    [[nodiscard]] QString title(const QString &stage) const
    {
        const Stage *found = find(stage);
        if (!found)
            return NumberFormat::isolate(stage);
        const bool isArabic = m_format.language() == Language::Arabic;
        return isArabic && !found->nameArabic.isEmpty() ? found->nameArabic : found->nameEnglish;
    }
    [[nodiscard]] QString because(const StageChange &change,
                                  const QHash<qint64, QString> &sources) const
    {
        const qint64 batch = change.receipt.batch;
        const QString number = m_format.integer(batch);
        const QString source = NumberFormat::isolate(sources.value(batch));
        if (change.receipt.by == Receipt::By::Import) {
            return batch == 0 ? QCoreApplication::translate("Lifecycle", "The stage was imported.")
                              //: %1 is the number of an import, %2 the name of its file
                              : QCoreApplication::translate("Lifecycle",
                                                            "Import %1 gave the stage: %2.")
                                    .arg(number, source);
        }
        const QString cause = causeOf(change);
        if (batch == 0)
            return cause;
        //: %1 is a whole sentence, %2 the number of an import, %3 the name of its file
        return QCoreApplication::translate("Lifecycle", "%1 Import %2: %3.")
            .arg(cause, number, source);
    }

private:
    [[nodiscard]] const Stage *find(const QString &stage) const
    {
        const auto at = std::ranges::find(m_lifecycle.stages, stage, &Stage::id);
        return at == m_lifecycle.stages.end() ? nullptr : &*at;
    }
    [[nodiscard]] QString causeOf(const StageChange &change) const
    {
        const Receipt &receipt = change.receipt;
        switch (receipt.by) {
        case Receipt::By::Event:
            return QCoreApplication::translate("Lifecycle", "Event “%1”.")
                .arg(NumberFormat::isolate(receipt.what));
        case Receipt::By::Purchase:
            return QCoreApplication::translate("Lifecycle", "A purchase.");
        case Receipt::By::Rule:
            return QCoreApplication::translate("Lifecycle", "The entry rule held: %1.")
                .arg(ruleWords(change));
        case Receipt::By::ExitRule:
            return QCoreApplication::translate("Lifecycle", "The exit rule held: %1.")
                .arg(ruleWords(change));
        case Receipt::By::Import:
            break;
        }
        return {};
    }
    /// The rule as it was when it held, which is kept in English; in the chosen language where the
    /// lifecycle still has it.
    [[nodiscard]] QString ruleWords(const StageChange &change) const
    {
        const Stage *stage = find(change.stage);
        std::optional<Segments::Rule> rule;
        if (stage)
            rule = change.isExit() ? stage->exit : stage->entry.rule;
        if (rule
            && Segments::describe(*rule, m_titles, NumberFormat(Language::English))
                   == change.receipt.what)
            return Segments::describe(*rule, m_titles, m_format);
        return NumberFormat::isolate(change.receipt.what);
    }

    const LifecycleModel &m_lifecycle;
    const NumberFormat &m_format;
    Segments::Titles m_titles;
};

} // namespace

Result<QList<StageReceipt>> stageReceipts(Database &database, const Customers::Snapshot &snapshot,
                                          const LifecycleModel &lifecycle, CustomerId customer,
                                          const NumberFormat &format)
{
    const Result<QList<StageChange>> changes = stageChanges(database, customer);
    if (!changes)
        return changes.error();
    const auto sources = database.attempt(
        [&](SQLite::Database &connection) { return sourcesOf(connection, *changes); });
    if (!sources)
        return sources.error();
    const Teller teller(snapshot, lifecycle, format);
    QList<StageReceipt> receipts;
    QString current;
    for (const StageChange &change : *changes) {
        StageReceipt receipt;
        receipt.day = dayOfEpoch(change.time);
        receipt.because = teller.because(change, *sources);
        receipt.batch = change.receipt.batch;
        const QString title = teller.title(change.stage);
        receipt.from = change.isExit() ? title : current;
        receipt.to = change.isExit() ? QString() : title;
        current = receipt.to;
        receipts.append(receipt);
    }
    return receipts;
}

QString describe(const StageReceipt &receipt, const NumberFormat &format)
{
    const QString day = format.date(receipt.day);
    if (receipt.to.isEmpty()) {
        //: %1 is a day, %2 the title of a stage, %3 the reason in whole sentences
        return QCoreApplication::translate("Lifecycle", "%1: left %2. %3")
            .arg(day, receipt.from, receipt.because);
    }
    if (receipt.from.isEmpty()) {
        //: %1 is a day, %2 the title of a stage, %3 the reason in whole sentences
        return QCoreApplication::translate("Lifecycle", "%1: entered %2. %3")
            .arg(day, receipt.to, receipt.because);
    }
    //: %1 is a day, %2 and %3 the titles of two stages, %4 the reason in whole sentences
    return QCoreApplication::translate("Lifecycle", "%1: from %2 to %3. %4")
        .arg(day, receipt.from, receipt.to, receipt.because);
}

} // namespace Lifecycle

#include "models/import/importrefusal.h"

#include "models/core/currency.h"
#include "models/import/importplan.h"
#include "models/import/numberparser.h"
#include "models/import/rowkeys.h"
#include "models/workspace/workspace.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStorageInfo>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Import::Job)
};

} // namespace

std::optional<Error> refusal(const Workspace &workspace, const ImportPlan &plan)
{
    const QString name = plan.source().name();
    if (workspace.isReadOnly())
        return Error{Error::Kind::File, workspace.readOnlyReason(), workspace.file()};
    const QStringList missing = plan.missingFields();
    if (!missing.isEmpty()) {
        QStringList headings;
        for (const ColumnPlan &column : plan.columns)
            headings.append(column.heading);
        return Error{Error::Kind::Definition,
                     Tr::tr("No column of %1 is known to hold %2 (%3), which %4 cannot do without. "
                            "Say which of its columns does: %5.")
                         .arg(name, fieldTitle(missing.first()), missing.first(),
                              kindName(plan.kind), headings.join(u", "_s)),
                     plan.file, plan.format.headerLine};
    }
    if (!plan.ambiguousDateColumn.isEmpty())
        return Error{Error::Kind::Definition,
                     Tr::tr("Dates in column \"%1\" of %2, such as %3, can be read day first or "
                            "month first. Choose the order: dmy or mdy.")
                         .arg(plan.ambiguousDateColumn, name, plan.ambiguousDateExample),
                     plan.file};
    if (!plan.currency.isEmpty()) {
        const QByteArray code = plan.currency.toLatin1();
        if (!currencyFromText({code.constData(), std::size_t(code.size())}) || code.size() != 3)
            return Error{Error::Kind::Definition,
                         Tr::tr("\"%1\" is not a currency code of three letters, such as SAR.")
                             .arg(plan.currency),
                         plan.file};
    }
    const bool hasTime = !timeField(plan.kind).isEmpty();
    if (plan.onDuplicate == OnDuplicate::ReplacePeriod && !hasTime)
        return Error{Error::Kind::Definition,
                     Tr::tr("%1 have no time by which a period could be replaced. Choose another "
                            "way to treat rows that are known.")
                         .arg(kindTitle(plan.kind)),
                     plan.file};
    const bool asksForKnown = plan.onDuplicate == OnDuplicate::Skip
                              || plan.onDuplicate == OnDuplicate::Reject
                              || plan.onDuplicate == OnDuplicate::UpdateOnly;
    if (asksForKnown && plan.kind != Kind::Customers && keyColumns(plan).empty())
        return Error{Error::Kind::Definition,
                     plan.kind == Kind::Transactions
                         ? Tr::tr("Known orders can only be found by their id, and no column of %1 "
                                  "is known to hold the order's id. Say which does, or add every "
                                  "row.")
                               .arg(name)
                         : Tr::tr("%1 have no id by which known rows could be found. Add every row, "
                                  "or replace the period of the file.")
                               .arg(kindTitle(plan.kind)),
                     plan.file};
    if (plan.kind == Kind::Customers && plan.onDuplicate == OnDuplicate::Add)
        return Error{Error::Kind::Definition,
                     Tr::tr("A customer exists once. Choose whether known customers are updated, "
                            "skipped or rejected."),
                     plan.file};
    if (!plan.timeZone.isEmpty() && !QTimeZone(plan.timeZone.toLatin1()).isValid())
        return Error{Error::Kind::Definition,
                     Tr::tr("The time zone \"%1\" is not known. Use a name such as Asia/Riyadh.")
                         .arg(plan.timeZone),
                     plan.file};
    // The journal holds the rows once more until they are in the file.
    const QStorageInfo disk(QFileInfo(workspace.file()).absolutePath());
    const qint64 needed = plan.fileBytes + plan.fileBytes / 4;
    if (disk.isValid() && disk.bytesAvailable() >= 0 && disk.bytesAvailable() < needed)
        return Error{Error::Kind::File,
                     Tr::tr("The disk that holds %1 has %2 MB free; importing %3 needs about %4 "
                            "MB. Free some space and try again.")
                         .arg(QFileInfo(workspace.file()).fileName())
                         .arg(disk.bytesAvailable() >> 20)
                         .arg(name)
                         .arg((needed >> 20) + 1),
                     workspace.file()};
    return {};
}

} // namespace Import

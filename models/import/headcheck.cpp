#include "models/import/headcheck.h"

#include "models/import/currencyadoption.h"
#include "models/import/rowconverter.h"

namespace Import {

namespace {

/// Leaves the first \a records of the chunk.
void cut(RecordChunk &chunk, std::size_t records)
{
    chunk.index.lines.resize(records);
    chunk.index.firsts.resize(records + 1);
    chunk.overlong.reset();
    std::erase_if(chunk.unreadable, [&](std::uint32_t record) { return record >= records; });
}

} // namespace

Result<HeadCheck> checkHead(const Workspace &workspace, const ImportPlan &plan, qint64 limit,
                            const Progress &progress)
{
    if (!plan.missingFields().isEmpty() || !plan.ambiguousDateColumn.isEmpty())
        return HeadCheck{};
    Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    const Result<AmountCurrencies> currencies = amountCurrencies(*database, plan);
    if (!currencies)
        return currencies.error();
    const Result<TableLayout> layout = tableLayout(*database, plan, 0);
    if (!layout)
        return layout.error();
    Result<std::unique_ptr<TableReader>> reader = openTable(plan.source(), plan.format);
    if (!reader)
        return reader.error();

    KnownRows known;
    RejectLog rejects(plan);
    RowConverter converter(plan, *layout, {}, *currencies, known, rejects);
    const qint64 firstLine = plan.format.headerLine + (plan.format.hasHeader ? 1 : 0);
    HeadCheck check{.rows = 0, .isWholeFile = true, .rejected = 0, .leftOut = 0, .rejects = {}};
    RowBlock block;
    qint64 left = limit;
    while (left > 0) {
        if (progress.isCancelled())
            return Error::cancelled();
        block.clear();
        const Result<bool> more = (*reader)->next(block.chunk);
        if (!more)
            return more.error();
        if (!*more)
            break;
        const std::size_t records = block.chunk.index.records();
        std::size_t taken = 0;
        for (; taken < records && left > 0; ++taken)
            left -= block.chunk.line(taken) >= firstLine && !block.chunk.isBlank(taken) ? 1 : 0;
        if (taken < records) {
            cut(block.chunk, taken);
            check.isWholeFile = false;
        }
        converter.convert(block);
    }
    if (left <= 0 && check.isWholeFile) {
        const Result<bool> more = (*reader)->next(block.chunk);
        check.isWholeFile = more && !*more;
    }
    check.rows = converter.rowsRead();
    check.rejected = rejects.count();
    check.leftOut = converter.leftOut();
    check.rejects = rejects.groups();
    return check;
}

} // namespace Import

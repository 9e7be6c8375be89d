#include "app/cli/customercsv.h"

#include "models/clv/clvjson.h"
#include "models/customers/customerstore.h"
#include "models/export/tablefile.h"

using namespace Qt::StringLiterals;

namespace Cli {
namespace {

constexpr std::size_t blockSize = 4096;

/// References of customers asked for in ascending order, fetched a block at a time.
class References
{
public:
    References(Customers::CustomerStore &store, const Customers::Snapshot &snapshot)
        : m_store(store), m_snapshot(snapshot)
    {}

    QString of(Customers::CustomerIndex customer)
    {
        if (customer < m_first || customer >= m_first + m_references.size())
            fetch(customer);
        return m_references.value(qsizetype(customer - m_first));
    }
    [[nodiscard]] const Result<void> &state() const { return m_state; }

private:
    void fetch(Customers::CustomerIndex customer)
    {
        m_first = customer;
        m_references.clear();
        const auto begin = m_snapshot.customerRow.begin() + customer;
        const std::size_t left = m_snapshot.customerRow.size() - customer;
        const std::vector<std::int64_t> rows(begin,
                                             begin + std::ptrdiff_t(std::min(left, blockSize)));
        const Result<QList<Customers::Customer>> block = m_store.customers(rows);
        if (!block) {
            m_state = block.error();
            return;
        }
        for (const Customers::Customer &found : *block)
            m_references.append(found.reference);
    }

    Customers::CustomerStore &m_store;
    const Customers::Snapshot &m_snapshot;
    Customers::CustomerIndex m_first = 0;
    QStringList m_references;
    Result<void> m_state;
};

/// The customer's id is a text even where it looks like a number; everything behind it is one.
QList<Export::TableFile::Cell> cellsOf(const QStringList &row)
{
    QList<Export::TableFile::Cell> cells{row.first()};
    for (const QString &text : row.sliced(1)) {
        if (text.isEmpty())
            cells.append(Export::TableFile::Cell());
        else
            cells.append(text.toDouble());
    }
    return cells;
}

} // namespace

Result<void> writeCustomerCsv(const QString &file, const Clv::ClvResult &result,
                              const LoadedWorkspace &loaded)
{
    Result<Customers::CustomerStore> store = Customers::CustomerStore::open(loaded.workspace);
    if (!store)
        return store.error();
    Result<Export::TableFile> writer = Export::TableFile::open(file, {.sheet = u"clv"_s});
    if (!writer)
        return writer.error();
    References references(*store, *loaded.snapshot);
    writer->writeHeadings(Clv::customerTableColumns());
    Clv::forEachCustomerRow(
        result, [&](Customers::CustomerIndex customer) { return references.of(customer); },
        [&](const QStringList &row) { writer->writeRow(cellsOf(row)); });
    if (!references.state())
        return references.state().error();
    return writer->commit();
}

} // namespace Cli

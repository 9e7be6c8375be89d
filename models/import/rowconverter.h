#pragma once

#include "models/core/currency.h"
#include "models/import/internmap.h"
#include "models/import/rejectlog.h"
#include "models/import/rowblock.h"
#include "models/import/tablelayout.h"

#include <QHash>

#include <map>
#include <vector>

namespace Import {

/// A customer attribute that the file fills.
struct AttributeColumn
{
    std::string name; ///< column of customer_attribute
    unsigned position = 0;
    Storage storage = Storage::Text;
    int source = -1;
    bool isNew = false; ///< made by this import
};

/// What is in the workspace already: the numbers that texts have.
struct KnownRows
{
    InternMap customers{1024};
    std::uint32_t lastCustomer = 0;                      ///< highest row id before the import
    std::map<std::string, InternMap, std::less<>> terms; ///< by term.field
    std::uint32_t lastTerm = 0;
};

/// Turns the records of a block into the values of its table, column by column, and gives ids to
/// customers and terms. Rows that fail go to the reject log. Belongs to the parser's thread.
class RowConverter final
{
public:
    RowConverter(const ImportPlan &plan, const TableLayout &layout,
                 std::vector<AttributeColumn> attributes, const Currency &currency,
                 KnownRows &known, RejectLog &rejects);

    /// Fills everything of \a block behind its chunk.
    void convert(RowBlock &block);

    [[nodiscard]] qint64 rowsRead() const { return m_rowsRead; }
    [[nodiscard]] qint64 refunds() const { return m_refunds; }
    [[nodiscard]] qint64 skipped() const { return m_skipped; } ///< known customers left as they are
    [[nodiscard]] qint64 customersCreated() const { return m_created; }

private:
    enum Status : unsigned char { Good, Dropped };
    struct KnownCurrency
    {
        char code[4] = {};
        int digits = 2;
        std::uint32_t term = 0;
    };

    [[nodiscard]] std::string_view cell(RowBlock &block, std::size_t record, int column) const;
    void reject(RowBlock &block, std::size_t record, Reject reason, int column);
    void checkRecords(RowBlock &block);
    void convertColumn(RowBlock &block, const TableColumn &column, BlockColumn &out);
    void convertTimes(RowBlock &block, const TableColumn &column, BlockColumn &out);
    void convertMoney(RowBlock &block, const TableColumn &column, BlockColumn &out);
    void convertReals(RowBlock &block, const TableColumn &column, BlockColumn &out);
    void convertCurrencies(RowBlock &block, const TableColumn &column);
    void convertAttribute(RowBlock &block, const AttributeColumn &column, BlockColumn &out);
    void writeProperties(RowBlock &block, BlockColumn &out);
    void checkOrder(RowBlock &block);
    void collectRows(RowBlock &block);
    void internCustomers(RowBlock &block);
    void internTerms(RowBlock &block, const TableColumn &column, BlockColumn &out);
    void internCurrencies(RowBlock &block, BlockColumn &out);
    std::size_t currencyIndex(std::string_view code);

    const ImportPlan &m_plan;
    const TableLayout &m_layout;
    std::vector<AttributeColumn> m_attributes;
    KnownRows &m_known;
    RejectLog &m_rejects;

    std::vector<Status> m_status;
    std::vector<KnownCurrency> m_currencies; ///< [0] is the default
    std::vector<std::uint8_t> m_rowCurrency; ///< per record an index into m_currencies
    bool m_currencyMapped = false;
    std::vector<std::vector<std::string_view>>
        m_pending;                   ///< per layout column texts that become ids
    std::vector<DateParser> m_dates; ///< per column of the file
    std::vector<InternMap::Hash> m_hashes;
    qint64 m_rowsRead = 0;
    qint64 m_refunds = 0;
    qint64 m_skipped = 0;
    qint64 m_created = 0;
    std::uint32_t m_nextCustomer = 1;
    std::uint32_t m_nextTerm = 1;
    std::uint32_t m_lastKnownCustomer = 0;
};

/// Whether \a text is a plain number that its text form gives back: no leading zero, no sign +,
/// at most 15 digits. Such cells may become numbers; all others stay text.
enum class PlainNumber { None, Integer, Real };
[[nodiscard]] PlainNumber plainNumber(std::string_view text);

} // namespace Import

#pragma once

#include "models/import/currencyadoption.h"
#include "models/import/knownrows.h"
#include "models/import/rejectlog.h"
#include "models/import/rowblock.h"
#include "models/import/tablelayout.h"

#include <QHash>

#include <limits>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>
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

/// Turns the records of a block into the values of its table, column by column, and gives ids to
/// customers and terms. Rows that fail go to the reject log. Belongs to the parser's thread.
class RowConverter final
{
public:
    RowConverter(const ImportPlan &plan, const TableLayout &layout,
                 std::vector<AttributeColumn> attributes, const AmountCurrencies &currencies,
                 KnownRows &known, RejectLog &rejects);

    /// Fills everything of \a block behind its chunk.
    void convert(RowBlock &block);

    [[nodiscard]] qint64 rowsRead() const { return m_rowsRead; }
    [[nodiscard]] qint64 refunds() const { return m_refunds; }
    [[nodiscard]] qint64 skipped() const { return m_skipped; } ///< known customers left as they are
    [[nodiscard]] qint64 customersCreated() const { return m_created; }
    [[nodiscard]] qint64 leftOut() const { return m_leftOut; } ///< by their status
    [[nodiscard]] qint64 merged() const { return m_merged; }   ///< further rows of an order
    /// Earliest and latest value of the kind's time column; empty: there is none.
    [[nodiscard]] std::optional<std::pair<std::int64_t, std::int64_t>> timeSpan() const;

private:
    enum Status : unsigned char { Good, Dropped };
    struct KnownCurrency
    {
        char code[4] = {};
        int digits = 2;
        std::uint32_t term = 0;
        double rate = 1; ///< of kinds that keep one currency: its worth in it; 0: not known
    };

    [[nodiscard]] std::string_view cell(RowBlock &block, std::size_t record, int column);
    [[nodiscard]] std::string_view plainCell(RowBlock &block, std::size_t record, int column) const;
    [[nodiscard]] std::string_view mended(RowBlock &block, std::size_t record, int column,
                                          std::string_view text);
    [[nodiscard]] ParsedNumber scaled(ParsedNumber number, int column) const;
    [[nodiscard]] std::size_t currencyOf(std::size_t record) const
    {
        return m_rowCurrency.empty() ? 0 : m_rowCurrency[record];
    }
    void applyStatus(RowBlock &block);
    void followOrders(RowBlock &block);
    void subtractRefunds(RowBlock &block);
    void settleOrders(RowBlock &block);
    [[nodiscard]] const std::vector<std::string_view> &rowKeys(RowBlock &block);
    void addToRow(RowBlock &block, std::uint32_t to, std::uint32_t from);
    void followTimes(const RowBlock &block);
    void findKeys(RowBlock &block, const std::vector<std::string_view> &texts, int column);
    void reject(RowBlock &block, std::size_t record, Reject reason, int column);
    void checkRecords(RowBlock &block);
    void convertColumn(RowBlock &block, const TableColumn &column, BlockColumn &out);
    /// Rejects a date that can be read and must not be taken.
    [[nodiscard]] bool rejectsDate(RowBlock &block, std::size_t record, const TableColumn &column,
                                   std::int64_t seconds);
    void convertTimes(RowBlock &block, const TableColumn &column, BlockColumn &out);
    void convertMoney(RowBlock &block, const TableColumn &column, BlockColumn &out);
    void convertReals(RowBlock &block, const TableColumn &column, BlockColumn &out);
    /// Minor units of the currency that the kind keeps; empty: the row is rejected.
    [[nodiscard]] std::optional<std::int64_t> keptMoney(RowBlock &block, std::size_t record, int source,
                                                        const ParsedNumber &number);
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
    std::optional<Currency> m_keptCurrency; ///< see AmountCurrencies
    std::vector<std::vector<std::string_view>>
        m_pending;                   ///< per layout column texts that become ids
    std::vector<DateParser> m_dates; ///< per column of the file
    std::vector<InternMap::Hash> m_hashes;
    std::vector<std::string_view> m_keys; ///< per record, where customers have another key
    std::string m_phoneCountry;

    /// How a column is mended while it is read.
    struct Mending
    {
        QList<Repair> cells; ///< of the text
        bool fillsDown = false;
        bool lenient = false; ///< what cannot be read is left empty
        int power = 0;        ///< numbers times 10 to this
        std::vector<int> appended; ///< columns of the file whose cells come behind
        std::string last;     ///< what filling down has
    };
    std::vector<Mending> m_mending; ///< per column of the file
    std::vector<bool> m_isMended;
    std::vector<std::pair<std::int64_t, std::int64_t>> m_offsets; ///< see offsetAt()
    [[nodiscard]] std::int64_t toUtc(std::int64_t local) const;

    int m_statusColumn = -1;
    int m_refundColumn = -1;
    int m_orderColumn = -1; ///< of the file
    int m_timeColumn = -1;  ///< of the layout
    std::map<std::string, StatusRule::Action, std::less<>> m_statusActions;
    std::vector<bool> m_isRefund;
    std::vector<bool> m_sameOrder; ///< per record: of the same order as the one before
    std::string m_lastOrder;
    bool m_followsKeys = false;
    bool m_looksUpRows = false;
    std::vector<int> m_keyColumns;           ///< of the layout
    std::vector<std::string_view> m_rowKeys; ///< per record, where several columns make the key
    std::uint32_t m_nextRow = 1;
    std::uint32_t m_block = 0;
    std::unordered_map<std::uint32_t, std::pair<std::uint32_t, std::uint32_t>>
        m_updatedOrders; ///< by row id: block and record
    std::int64_t m_firstTime = std::numeric_limits<std::int64_t>::max();
    std::int64_t m_lastTime = std::numeric_limits<std::int64_t>::min();
    qint64 m_leftOut = 0;
    qint64 m_merged = 0;
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

#include "models/import/rowconverter.h"

#include "models/import/identity.h"
#include "models/import/rowfingerprint.h"
#include "models/import/rowkeys.h"
#include "models/import/tablereader.h"
#include "models/import/textutil.h"

#include <QTimeZone>

#include <algorithm>
#include <charconv>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

using Target = ColumnPlan::Target;

void appendJsonString(std::string &out, std::string_view text)
{
    out += '"';
    for (const char c : text) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                constexpr char hex[] = "0123456789abcdef";
                out += "\\u00";
                out += hex[(c >> 4) & 0xF];
                out += hex[c & 0xF];
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

/// 9.50 as 9.5 and 9.0 as 9; \a number is plain.
std::string_view withoutTrailingZeros(std::string_view number)
{
    if (number.find('.') == std::string_view::npos)
        return number;
    while (number.back() == '0')
        number.remove_suffix(1);
    if (number.back() == '.')
        number.remove_suffix(1);
    return number;
}

/// The rules of a time zone from 1900 to 2100: the local moment from which each holds, and its
/// seconds ahead of UTC.
std::vector<std::pair<std::int64_t, std::int64_t>> offsetsOf(const QString &timeZone)
{
    const QTimeZone zone(timeZone.toLatin1());
    std::vector<std::pair<std::int64_t, std::int64_t>> rules;
    if (!zone.isValid())
        return rules;
    const QDateTime first(QDate(1900, 1, 1), QTime(0, 0), Qt::UTC);
    const QDateTime last(QDate(2100, 1, 1), QTime(0, 0), Qt::UTC);
    rules.emplace_back(std::numeric_limits<std::int64_t>::min(), zone.offsetFromUtc(first));
    for (const QTimeZone::OffsetData &change : zone.transitions(first, last))
        rules.emplace_back(change.atUtc.toSecsSinceEpoch() + change.offsetFromUtc,
                           change.offsetFromUtc);
    return rules;
}

} // namespace

RowConverter::RowConverter(const ImportPlan &plan, const TableLayout &layout,
                           std::vector<AttributeColumn> attributes, const AmountCurrencies &currencies,
                           KnownRows &known, RejectLog &rejects)
    : m_plan(plan)
    , m_layout(layout)
    , m_attributes(std::move(attributes))
    , m_known(known)
    , m_rejects(rejects)
    , m_pending(layout.columns.size())
    , m_nextCustomer(known.lastCustomer + 1)
    , m_nextTerm(known.lastTerm + 1)
    , m_lastKnownCustomer(known.lastCustomer)
{
    for (const ColumnPlan &column : plan.columns)
        m_dates.emplace_back(column.dates);
    m_keptCurrency = currencies.kept;
    (void)currencyIndex(currencies.given.code.toStdString());
    m_currencyMapped = plan.columnOf(u"currency"_s) >= 0;
    m_statusColumn = plan.columnOf(u"status"_s);
    m_refundColumn = plan.columnOf(u"refund"_s);
    m_orderColumn = plan.kind == Kind::Transactions ? plan.columnOf(u"order_id"_s) : -1;
    m_followsKeys = followsKeys(plan);
    m_looksUpRows = looksUpRows(plan);
    for (const std::string &name : keyColumns(plan))
        m_keyColumns.push_back(layout.columnOf(name));
    m_nextRow = known.lastRow + 1;
    for (const StatusRule &rule : plan.statusRules)
        m_statusActions.emplace(rule.status.toStdString(), rule.action);
    for (const char *name : {"time", "changed_at", "period_from"})
        if (m_timeColumn < 0)
            m_timeColumn = layout.columnOf(name);
    m_phoneCountry = plan.phoneCountry.isEmpty()
                         ? std::string(countryCodeOfCurrency(currencies.given.code.toStdString()))
                         : plan.phoneCountry.toStdString();
    if (!plan.timeZone.isEmpty())
        m_offsets = offsetsOf(plan.timeZone);

    m_mending.resize(std::size_t(plan.columns.size()));
    m_isMended.resize(m_mending.size());
    for (std::size_t i = 0; i < m_mending.size(); ++i) {
        Mending &mending = m_mending[i];
        for (const Repair &repair : plan.columns[qsizetype(i)].repairs) {
            switch (repair.action) {
            case Repair::Action::FillDown:
                mending.fillsDown = true;
                break;
            case Repair::Action::EmptyIfUnreadable:
                mending.lenient = true;
                break;
            case Repair::Action::Scale:
                mending.power += repair.power;
                break;
            case Repair::Action::Append:
                for (qsizetype other = 0; other < plan.columns.size(); ++other)
                    if (plan.columns[other].heading == repair.from && other != qsizetype(i))
                        mending.appended.push_back(int(other));
                break;
            default:
                mending.cells.append(repair);
            }
        }
        // Of several rows of an order only the first need be filled.
        const QString &field = plan.columns[qsizetype(i)].field;
        if (m_orderColumn >= 0 && plan.orderRows == OrderRows::SumOfRows
            && (field == u"customer_id" || field == u"time" || field == u"currency"))
            mending.fillsDown = true;
        m_isMended[i] = mending.fillsDown || !mending.cells.isEmpty() || !mending.appended.empty();
    }
}

std::int64_t RowConverter::toUtc(std::int64_t local) const
{
    // The last rule that begins at or before the local moment.
    const auto next = std::upper_bound(
        m_offsets.begin(), m_offsets.end(), local,
        [](std::int64_t moment, const auto &rule) { return moment < rule.first; });
    return next == m_offsets.begin() ? local : local - std::prev(next)->second;
}

std::optional<std::pair<std::int64_t, std::int64_t>> RowConverter::timeSpan() const
{
    if (m_firstTime > m_lastTime)
        return {};
    return std::pair(m_firstTime, m_lastTime);
}

void RowConverter::reject(RowBlock &block, std::size_t record, Reject reason, int column)
{
    if (column >= 0 && m_mending[std::size_t(column)].lenient) [[unlikely]] {
        const ColumnPlan &plan = m_plan.columns[column];
        const Field *field =
            plan.target == Target::Field ? findField(m_plan.kind, plan.field) : nullptr;
        const bool unreadable = reason == Reject::DateUnreadable || reason == Reject::WholePeriod
                                || reason == Reject::HijriYear
                                || reason == Reject::DateOutOfReach || reason == Reject::NumberUnreadable
                                || reason == Reject::OutOfRange || reason == Reject::ChoiceUnknown
                                || reason == Reject::AttributeType
                                || reason == Reject::CurrencyUnknown;
        if (unreadable && !(field && field->required))
            return;
    }
    m_status[record] = Dropped;
    m_rejects.add(reason, column, block.chunk, record);
}

void RowConverter::checkRecords(RowBlock &block)
{
    const RecordChunk &chunk = block.chunk;
    const std::size_t records = chunk.index.records();
    const auto columns = std::size_t(m_plan.columns.size());
    const qint64 firstLine = m_plan.format.headerLine + (m_plan.format.hasHeader ? 1 : 0);
    m_status.assign(records, Good);
    for (std::size_t r = 0; r < records; ++r) {
        if (chunk.line(r) < firstLine || chunk.isBlank(r)) {
            m_status[r] = Dropped;
            continue;
        }
        ++m_rowsRead;
        if (!chunk.unreadable.empty()
            && std::binary_search(chunk.unreadable.begin(), chunk.unreadable.end(), r)) {
            reject(block, r, Reject::Unreadable, -1);
            continue;
        }
        const std::size_t cells = chunk.index.cells(r);
        if (cells != columns) [[unlikely]] {
            if (cells < columns) {
                reject(block, r, Reject::TooFewCells, -1);
                continue;
            }
            bool extra = false;
            for (std::size_t c = columns; c < cells; ++c)
                extra |= !Text::trimmed(chunk.raw(r, c)).empty();
            if (extra) {
                reject(block, r, Reject::TooManyCells, -1);
                continue;
            }
        }
        if (chunk.recordBytes(r) > TableReader::maximumCell) [[unlikely]] {
            for (std::size_t c = 0; c < columns && m_status[r] == Good; ++c)
                if (chunk.raw(r, c).size() > TableReader::maximumCell)
                    reject(block, r, Reject::CellTooLong, int(c));
            if (m_status[r] != Good)
                continue;
        }
        if (chunk.index.hasNul || !chunk.isUtf8) [[unlikely]] {
            for (std::size_t c = 0; c < columns && m_status[r] == Good; ++c) {
                if (m_plan.columns[qsizetype(c)].target == Target::Ignore)
                    continue;
                const std::string_view text = chunk.raw(r, c);
                if (text.find('\0') != std::string_view::npos)
                    reject(block, r, Reject::NulByte, int(c));
                else if (!chunk.isUtf8 && !Text::isUtf8(text))
                    reject(block, r, Reject::BadEncoding, int(c));
            }
        }
    }
}

void RowConverter::writeProperties(RowBlock &block, BlockColumn &out)
{
    const std::size_t records = block.chunk.index.records();
    for (std::size_t r = 0; r < records; ++r) {
        if (m_status[r] != Good)
            continue;
        std::string json;
        for (qsizetype c = 0; c < m_plan.columns.size(); ++c) {
            const ColumnPlan &column = m_plan.columns[c];
            if (column.target != Target::Property)
                continue;
            const std::string_view text = cell(block, r, int(c));
            if (text.empty())
                continue;
            json += json.empty() ? '{' : ',';
            appendJsonString(json, column.attribute.toStdString());
            json += ':';
            if (plainNumber(text) != PlainNumber::None)
                json += withoutTrailingZeros(text); // as an export will write it
            else
                appendJsonString(json, text);
        }
        if (!json.empty()) {
            json += '}';
            out.texts[r] = block.keep(std::move(json));
        }
    }
}

void RowConverter::checkOrder(RowBlock &block)
{
    const char *names[2] = {"started_on", "ended_on"};
    const int from = m_layout.columnOf(names[0]);
    const int until = m_layout.columnOf(names[1]);
    if (from < 0 || until < 0)
        return;
    const std::vector<std::int64_t> &starts = block.columns[std::size_t(from)].integers;
    const std::vector<std::int64_t> &ends = block.columns[std::size_t(until)].integers;
    for (std::size_t r = 0; r < starts.size(); ++r)
        if (m_status[r] == Good && ends[r] != nullInteger && ends[r] < starts[r])
            reject(block, r, Reject::EndsBeforeStart, m_layout.columns[std::size_t(until)].source);
}

void RowConverter::convert(RowBlock &block)
{
    const std::size_t records = block.chunk.index.records();
    block.columns.resize(m_layout.columns.size());
    block.attributes.resize(m_attributes.size());
    checkRecords(block);
    followOrders(block);
    applyStatus(block);

    // The currency decides how many decimals the amounts have, so it goes first.
    for (std::size_t c = 0; c < m_layout.columns.size(); ++c) {
        const TableColumn &column = m_layout.columns[c];
        block.columns[c].storage = column.storage;
        if (!column.constant)
            block.columns[c].resize(records);
        if (column.type == FieldType::Currency)
            convertCurrencies(block, column);
    }
    if (m_keptCurrency && m_currencyMapped) {
        TableColumn named; // is not stored: the amounts are converted
        named.source = m_plan.columnOf(u"currency"_s);
        convertCurrencies(block, named);
    }
    for (std::size_t c = 0; c < m_layout.columns.size(); ++c) {
        const TableColumn &column = m_layout.columns[c];
        if (column.field == "properties")
            writeProperties(block, block.columns[c]);
        else if (column.source >= 0 && column.type != FieldType::Currency)
            convertColumn(block, column, block.columns[c]);
    }
    for (std::size_t a = 0; a < m_attributes.size(); ++a) {
        block.attributes[a].storage = m_attributes[a].storage;
        block.attributes[a].resize(records);
        convertAttribute(block, m_attributes[a], block.attributes[a]);
    }
    if (m_plan.kind == Kind::Subscriptions)
        checkOrder(block);
    if (m_plan.kind == Kind::Transactions && (m_refundColumn >= 0 || m_statusColumn >= 0))
        subtractRefunds(block);

    collectRows(block);
    internCustomers(block);
    for (std::size_t c = 0; c < m_layout.columns.size(); ++c) {
        const TableColumn &column = m_layout.columns[c];
        if (column.type == FieldType::Term && column.storage == Storage::Integer)
            internTerms(block, column, block.columns[c]);
        else if (column.type == FieldType::Currency)
            internCurrencies(block, block.columns[c]);
    }
    // Last, because it takes rows out of those that are appended.
    settleOrders(block);
    sumColumns(block, m_layout);
    followTimes(block);
    if (m_plan.kind == Kind::Transactions) {
        const int amount = m_layout.columnOf("amount");
        if (amount >= 0 && !m_layout.columns[std::size_t(amount)].constant)
            for (const std::uint32_t r : block.rows)
                m_refunds += block.columns[std::size_t(amount)].integers[r] < 0;
    }
    if (block.chunk.overlong) {
        ++m_rowsRead;
        m_rejects.addOverlong(block.chunk.overlong->line, block.chunk.overlongStart);
    }
    block.rowsRead = m_rowsRead;
}

} // namespace Import

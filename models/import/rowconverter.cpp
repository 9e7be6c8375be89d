#include "models/import/rowconverter.h"

#include "models/core/formulaguard.h"
#include "models/import/identity.h"
#include "models/import/rowfingerprint.h"
#include "models/import/rowkeys.h"
#include "models/import/tablereader.h"
#include "models/import/textutil.h"
#include "models/import/usabledates.h"

#include <QTimeZone>

#include <algorithm>
#include <charconv>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

using Target = ColumnPlan::Target;

struct Word
{
    std::string_view text;
    int value;
};
constexpr Word flagWords[] = {
    {"yes", 1},      {"no", 0},       {"true", 1},     {"false", 0}, {"1", 1},
    {"0", 0},        {"y", 1},        {"n", 0},        {"t", 1},     {"f", 0},
    {"accepted", 1}, {"rejected", 0}, {"resolved", 1}, {"open", 0},  {"نعم", 1},
    {"لا", 0},       {"صحيح", 1},     {"خطأ", 0},      {"مقبول", 1}, {"مرفوض", 0},
};
constexpr Word costWords[] = {
    {"acquisition", 0},
    {"acquire", 0},
    {"cac", 0},
    {"new customers", 0},
    {"retention", 1},
    {"retain", 1},
    {"crc", 1},
    {"existing customers", 1},
    {"اكتساب", 0},
    {"الاكتساب", 0},
    {"تكلفة الاكتساب", 0},
    {"احتفاظ", 1},
    {"الاحتفاظ", 1},
    {"تكلفة الاحتفاظ", 1},
};
constexpr std::string_view costNames[] = {"acquisition", "retention"};
constexpr Word unitWords[] = {
    {"day", 0},      {"days", 0},      {"daily", 0},  {"week", 1},    {"weeks", 1},
    {"weekly", 1},   {"month", 2},     {"months", 2}, {"monthly", 2}, {"quarter", 3},
    {"quarters", 3}, {"quarterly", 3}, {"year", 4},   {"years", 4},   {"annual", 4},
    {"يوم", 0},      {"أسبوع", 1},     {"شهر", 2},    {"ربع", 3},     {"سنة", 4},
};
constexpr std::string_view unitNames[] = {"day", "week", "month", "quarter", "year"};

template <std::size_t N>
int wordValue(const Word (&words)[N], std::string_view text)
{
    for (const Word &word : words)
        if (Text::equalsIgnoringCase(word.text, text))
            return word.value;
    return -1;
}

bool mayNeedTrim(char c) { return static_cast<unsigned char>(c) <= ' ' || (c & 0x80); }

std::int64_t floorDay(std::int64_t seconds)
{
    return seconds >= 0 ? seconds / 86400 : -((-seconds + 86399) / 86400);
}

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

std::optional<double> plainReal(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return {};
    return value;
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

PlainNumber plainNumber(std::string_view text)
{
    if (!text.empty() && text.front() == '-')
        text.remove_prefix(1);
    if (text.empty() || text.size() > 17 || !Text::isDigit(text.front()))
        return PlainNumber::None;
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    if (whole.size() > 1 && whole.front() == '0')
        return PlainNumber::None;
    const std::string_view fraction =
        point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
    const auto digitsOnly = [](std::string_view part) {
        return std::all_of(part.begin(), part.end(), Text::isDigit);
    };
    if (!digitsOnly(whole) || !digitsOnly(fraction) || whole.size() + fraction.size() > 15)
        return PlainNumber::None;
    if (point == std::string_view::npos)
        return PlainNumber::Integer;
    return fraction.empty() ? PlainNumber::None : PlainNumber::Real;
}

RowConverter::RowConverter(const ImportPlan &plan, const TableLayout &layout,
                           std::vector<AttributeColumn> attributes, const ::Currency &currency,
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
    (void)currencyIndex(currency.code.toStdString());
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
                         ? std::string(countryCodeOfCurrency(currency.code.toStdString()))
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

std::string_view RowConverter::mended(RowBlock &block, std::size_t record, int column,
                                      std::string_view text)
{
    Mending &mending = m_mending[std::size_t(column)];
    if (!mending.cells.isEmpty()) {
        text = block.keep(
            mendedText(QString::fromUtf8(text.data(), qsizetype(text.size())), mending.cells)
                .toStdString());
    }
    for (const int other : mending.appended) {
        const std::string_view more = plainCell(block, record, other);
        if (text.empty())
            text = more;
        else if (!more.empty())
            text = block.keep(std::string(text) + ' ' + std::string(more));
    }
    if (mending.fillsDown) {
        const bool byOrder = !m_sameOrder.empty();
        if (!text.empty())
            mending.last = text;
        else if (!byOrder || m_sameOrder[record])
            text = block.keep(mending.last);
        else
            mending.last.clear();
    }
    return text;
}

ParsedNumber RowConverter::scaled(ParsedNumber number, int column) const
{
    int power = m_mending[std::size_t(column)].power;
    for (; power > 0 && number.scale > 0; --power)
        --number.scale;
    for (; power > 0; --power)
        if (__builtin_mul_overflow(number.mantissa, std::int64_t(10), &number.mantissa))
            return {std::numeric_limits<std::int64_t>::max(), 0, number.isPercent, {}};
    for (; power < 0 && number.scale < 18; ++power)
        ++number.scale;
    return number;
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

std::string_view RowConverter::cell(RowBlock &block, std::size_t record, int column)
{
    if (m_isMended[std::size_t(column)]) [[unlikely]]
        return mended(block, record, column, plainCell(block, record, column));
    return plainCell(block, record, column);
}

std::string_view RowConverter::plainCell(RowBlock &block, std::size_t record, int column) const
{
    std::string_view text = block.chunk.raw(record, std::size_t(column));
    if (text.empty())
        return text;
    if (text.front() == '"') [[unlikely]] {
        std::string storage;
        const std::string_view content = cellContent(text, storage);
        text = !storage.empty() && content.data() == storage.data() ? block.keep(std::move(storage))
                                                                    : content;
        if (text.empty())
            return text;
    }
    if (mayNeedTrim(text.front()) || mayNeedTrim(text.back())) [[unlikely]]
        text = Text::trimmed(text);
    if (!text.empty() && text.front() == '\'') [[unlikely]]
        text = FormulaGuard::withoutGuard(text);
    if (text == "\\N") [[unlikely]]
        return {}; // how some databases write an empty cell
    return text;
}

void RowConverter::reject(RowBlock &block, std::size_t record, Reject reason, int column)
{
    if (column >= 0 && m_mending[std::size_t(column)].lenient) [[unlikely]] {
        const ColumnPlan &plan = m_plan.columns[column];
        const Field *field =
            plan.target == Target::Field ? findField(m_plan.kind, plan.field) : nullptr;
        const bool unreadable = reason == Reject::DateUnreadable || reason == Reject::HijriYear
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

std::size_t RowConverter::currencyIndex(std::string_view code)
{
    for (std::size_t i = 0; i < m_currencies.size(); ++i)
        if (std::string_view(m_currencies[i].code, 3) == code)
            return i;
    if (m_currencies.size() == 250)
        return 0; // there are fewer currencies than that
    KnownCurrency entry;
    std::memcpy(entry.code, code.data(), 3);
    entry.digits = ::Currency{QString::fromLatin1(code.data(), 3)}.digits();
    m_currencies.push_back(entry);
    return m_currencies.size() - 1;
}

void RowConverter::convertCurrencies(RowBlock &block, const TableColumn &column)
{
    const std::size_t records = block.chunk.index.records();
    m_rowCurrency.assign(records, 0);
    if (column.source < 0)
        return;
    std::string_view last;
    std::uint8_t lastIndex = 0;
    for (std::size_t r = 0; r < records; ++r) {
        if (m_status[r] != Good)
            continue;
        const std::string_view text = cell(block, r, column.source);
        if (text.empty())
            continue;
        if (text != last) {
            const std::optional<CurrencyCode> code = currencyFromText(text);
            if (!code) {
                reject(block, r, Reject::CurrencyUnknown, column.source);
                continue;
            }
            last = text;
            lastIndex = std::uint8_t(currencyIndex({code->data(), 3}));
        }
        m_rowCurrency[r] = lastIndex;
    }
}

bool RowConverter::rejectsDate(RowBlock &block, std::size_t record, const TableColumn &column,
                               std::int64_t seconds)
{
    const DateFault fault =
        dateFault(seconds, column.type, m_plan.columns[column.source].dates.calendar);
    if (fault == DateFault::None) [[likely]]
        return false;
    reject(block, record,
           fault == DateFault::HijriYear ? Reject::HijriYear : Reject::DateOutOfReach, column.source);
    return true;
}

void RowConverter::convertTimes(RowBlock &block, const TableColumn &column, BlockColumn &out)
{
    DateParser &parser = m_dates[std::size_t(column.source)];
    const bool wantsDay = column.type == FieldType::Day;
    const std::size_t records = block.chunk.index.records();
    for (std::size_t r = 0; r < records; ++r) {
        if (m_status[r] != Good)
            continue;
        const std::string_view text = cell(block, r, column.source);
        if (text.empty()) {
            if (column.required)
                reject(block, r, Reject::Missing, column.source);
            continue;
        }
        const std::optional<ParsedTime> time = parser.parse(text);
        if (!time) {
            reject(block, r, Reject::DateUnreadable, column.source);
            continue;
        }
        if (rejectsDate(block, r, column, time->seconds))
            continue;
        const std::int64_t seconds = !m_offsets.empty() && time->hasTime && !time->hasOffset
                                         ? toUtc(time->seconds)
                                         : time->seconds;
        out.integers[r] = wantsDay ? floorDay(time->seconds) : seconds;
    }
}

void RowConverter::convertMoney(RowBlock &block, const TableColumn &column, BlockColumn &out)
{
    const NumberStyle style = m_plan.columns[column.source].numbers;
    const bool isAmount = column.name == "amount" && m_plan.kind == Kind::Transactions;
    const int power = m_mending[std::size_t(column.source)].power;
    const std::size_t records = block.chunk.index.records();
    for (std::size_t r = 0; r < records; ++r) {
        if (m_status[r] != Good)
            continue;
        if (isAmount)
            out.integers[r] = 0; // a purchase without an amount, or with one that a repair empties
        const std::string_view text = cell(block, r, column.source);
        if (text.empty()) {
            if (column.required)
                reject(block, r, Reject::Missing, column.source);
            continue;
        }
        std::optional<ParsedNumber> number = parseNumber(text, style);
        if (!number || number->isPercent) {
            reject(block, r, Reject::NumberUnreadable, column.source);
            continue;
        }
        if (power != 0) [[unlikely]]
            number = scaled(*number, column.source);
        std::size_t currency = m_rowCurrency.empty() ? 0 : m_rowCurrency[r];
        if (isAmount && number->currency[0] && !m_currencyMapped) {
            currency = currencyIndex({number->currency, 3});
            m_rowCurrency[r] = std::uint8_t(currency);
        }
        const std::optional<std::int64_t> minor = number->toMinor(m_currencies[currency].digits);
        if (!minor || *minor == nullInteger) {
            reject(block, r, Reject::OutOfRange, column.source);
            continue;
        }
        out.integers[r] = *minor;
    }
}

void RowConverter::convertReals(RowBlock &block, const TableColumn &column, BlockColumn &out)
{
    const int power = m_mending[std::size_t(column.source)].power;
    const NumberStyle style = m_plan.columns[column.source].numbers;
    const std::size_t records = block.chunk.index.records();
    for (std::size_t r = 0; r < records; ++r) {
        if (m_status[r] != Good)
            continue;
        const std::string_view text = cell(block, r, column.source);
        if (text.empty()) {
            if (column.required)
                reject(block, r, Reject::Missing, column.source);
            continue;
        }
        // What is written as a plain double must come back as the same double.
        std::optional<double> value;
        if (style.decimal == '.' && power == 0)
            value = plainReal(text);
        if (!value) {
            if (const std::optional<ParsedNumber> number = parseNumber(text, style))
                value = scaled(*number, column.source).toDouble();
        }
        if (!value) {
            reject(block, r, Reject::NumberUnreadable, column.source);
            continue;
        }
        if (column.type == FieldType::Fraction && *value > 1 && *value <= 100)
            *value /= 100;
        const bool outside = (column.type == FieldType::Effort && (*value < 1 || *value > 7))
                             || (column.type == FieldType::Fraction && (*value < 0 || *value > 1));
        if (outside) {
            reject(block, r, Reject::OutOfRange, column.source);
            continue;
        }
        out.reals[r] = *value == 0 ? 0 : *value;
    }
}

void RowConverter::convertColumn(RowBlock &block, const TableColumn &column, BlockColumn &out)
{
    switch (column.type) {
    case FieldType::Time:
    case FieldType::Day:
        return convertTimes(block, column, out);
    case FieldType::Money:
        return convertMoney(block, column, out);
    case FieldType::Real:
    case FieldType::Effort:
    case FieldType::Fraction:
        return convertReals(block, column, out);
    default:
        break;
    }
    const std::size_t index = std::size_t(&column - m_layout.columns.data());
    const bool becomesId =
        column.storage == Storage::Integer
        && (column.type == FieldType::Customer || column.type == FieldType::Term);
    if (becomesId)
        m_pending[index].assign(block.chunk.index.records(), {});
    const std::size_t records = block.chunk.index.records();
    const ColumnPlan &plan = m_plan.columns[column.source];
    for (std::size_t r = 0; r < records; ++r) {
        if (m_status[r] != Good)
            continue;
        const std::string_view text = cell(block, r, column.source);
        if (text.empty()) {
            if (column.required)
                reject(block, r, Reject::Missing, column.source);
            else if (column.type == FieldType::PeriodUnit)
                out.texts[r] = unitNames[1];
            continue;
        }
        switch (column.type) {
        case FieldType::Customer:
        case FieldType::Term:
        case FieldType::Text:
            (becomesId ? m_pending[index] : out.texts)[r] = text;
            break;
        case FieldType::Flag: {
            const int value = wordValue(flagWords, text);
            if (value < 0)
                reject(block, r, Reject::ChoiceUnknown, column.source);
            else
                out.integers[r] = value;
            break;
        }
        case FieldType::CostKind: {
            const int value = wordValue(costWords, text);
            if (value < 0)
                reject(block, r, Reject::ChoiceUnknown, column.source);
            else
                out.texts[r] = costNames[value];
            break;
        }
        case FieldType::PeriodUnit: {
            const int value = wordValue(unitWords, text);
            if (value < 0)
                reject(block, r, Reject::ChoiceUnknown, column.source);
            else
                out.texts[r] = unitNames[value];
            break;
        }
        case FieldType::Score: {
            const std::optional<ParsedNumber> number = parseNumber(text, plan.numbers);
            const std::optional<std::int64_t> value =
                number ? number->toMinor(0) : std::optional<std::int64_t>();
            if (!value || double(*value) != number->toDouble())
                reject(block, r, Reject::NumberUnreadable, column.source);
            else if (*value < 0 || *value > 3)
                reject(block, r, Reject::OutOfRange, column.source);
            else
                out.integers[r] = *value;
            break;
        }
        case FieldType::Period: {
            const std::optional<ParsedPeriod> period =
                parsePeriod(text, m_dates[std::size_t(column.source)], plan.dayMeansMonth);
            if (!period)
                reject(block, r, Reject::PeriodUnreadable, column.source);
            else if (!rejectsDate(block, r, column, period->firstDay * 86400))
                out.integers[r] = column.periodEnd ? period->lastDay : period->firstDay;
            break;
        }
        default:
            break;
        }
    }
}

void RowConverter::convertAttribute(RowBlock &block, const AttributeColumn &column,
                                    BlockColumn &out)
{
    const NumberStyle style = m_plan.columns[column.source].numbers;
    const std::size_t records = block.chunk.index.records();
    for (std::size_t r = 0; r < records; ++r) {
        if (m_status[r] != Good)
            continue;
        const std::string_view text = cell(block, r, column.source);
        if (text.empty())
            continue;
        if (column.storage == Storage::Text) {
            out.texts[r] = text;
            continue;
        }
        const std::optional<ParsedNumber> number = parseNumber(text, style);
        if (column.storage == Storage::Integer) {
            const std::optional<std::int64_t> value =
                number ? number->toMinor(0) : std::optional<std::int64_t>();
            if (!value || number->isPercent || double(*value) != number->toDouble())
                reject(block, r, Reject::AttributeType, column.source);
            else
                out.integers[r] = *value;
            continue;
        }
        std::optional<double> value =
            style.decimal == '.' ? plainReal(text) : std::optional<double>();
        if (!value && number)
            value = number->toDouble();
        if (!value)
            reject(block, r, Reject::AttributeType, column.source);
        else
            out.reals[r] = *value == 0 ? 0 : *value;
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

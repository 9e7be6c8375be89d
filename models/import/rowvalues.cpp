// The part of the conversion that makes values of texts, column by column.

#include "models/import/rowconverter.h"
#include "models/import/textutil.h"
#include "models/import/usabledates.h"

#include <charconv>
#include <cmath>
#include <cstring>

namespace Import {

namespace {

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

std::int64_t floorDay(std::int64_t seconds)
{
    return seconds >= 0 ? seconds / 86400 : -((-seconds + 86399) / 86400);
}

std::optional<double> plainReal(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return {};
    return value;
}

} // namespace

std::size_t RowConverter::currencyIndex(std::string_view code)
{
    for (std::size_t i = 0; i < m_currencies.size(); ++i)
        if (std::string_view(m_currencies[i].code, 3) == code)
            return i;
    if (m_currencies.size() == 250)
        return 0; // there are fewer currencies than that
    KnownCurrency entry;
    std::memcpy(entry.code, code.data(), 3);
    const QString name = QString::fromLatin1(code.data(), 3);
    entry.digits = ::Currency{name}.digits();
    if (m_keptCurrency && m_keptCurrency->code != name)
        entry.rate = m_plan.rates.value(name, 0);
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
            reject(block, r,
                   parseWholePeriod(text, parser.style().calendar) ? Reject::WholePeriod
                                                                   : Reject::DateUnreadable,
                   column.source);
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

std::optional<std::int64_t> RowConverter::keptMoney(RowBlock &block, std::size_t record, int source,
                                                    const ParsedNumber &number)
{
    std::size_t index = currencyOf(record);
    if (number.currency[0] && !m_currencyMapped)
        index = currencyIndex({number.currency, 3});
    const KnownCurrency &currency = m_currencies[index];
    std::optional<std::int64_t> minor;
    if (m_keptCurrency->code == QLatin1StringView(currency.code, 3)) {
        minor = number.toMinor(m_keptCurrency->digits());
    } else if (currency.rate <= 0) {
        reject(block, record, Reject::RateMissing, m_currencyMapped ? m_plan.columnOf(QStringLiteral("currency")) : source);
        return {};
    } else {
        const double worth = number.toDouble() * currency.rate * double(m_keptCurrency->minorPerMajor());
        if (std::abs(worth) < 9e18)
            minor = std::llround(worth);
    }
    if (!minor || *minor == nullInteger) {
        reject(block, record, Reject::OutOfRange, source);
        return {};
    }
    return minor;
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
        if (m_keptCurrency) {
            if (const std::optional<std::int64_t> kept = keptMoney(block, r, column.source, *number))
                out.integers[r] = *kept;
            continue;
        }
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
    const auto choice = [&](const auto &words, std::size_t r, std::string_view text) {
        const int value = wordValue(words, text);
        if (value < 0)
            reject(block, r, Reject::ChoiceUnknown, column.source);
        return value;
    };
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
        case FieldType::Flag:
            if (const int value = choice(flagWords, r, text); value >= 0)
                out.integers[r] = value;
            break;
        case FieldType::CostKind:
            if (const int value = choice(costWords, r, text); value >= 0)
                out.texts[r] = costNames[value];
            break;
        case FieldType::PeriodUnit:
            if (const int value = choice(unitWords, r, text); value >= 0)
                out.texts[r] = unitNames[value];
            break;
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

} // namespace Import

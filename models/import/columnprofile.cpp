#include "models/import/columnprofile.h"

#include "models/import/internmap.h"
#include "models/import/textutil.h"
#include "models/import/usabledates.h"

#include <algorithm>
#include <bit>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

constexpr qsizetype mostExamples = 5;
constexpr qsizetype mostSamples = 1000;
constexpr std::size_t sampleSize = 8192;
constexpr std::size_t mostLargest = 64;

QString textOf(std::string_view cell)
{
    return QString::fromUtf8(cell.data(), qsizetype(std::min<std::size_t>(cell.size(), 200)));
}

/// "1,234" or "12,345": one mark with three digits behind it, which could group or divide.
bool couldGroup(std::string_view cell, char mark)
{
    const std::size_t at = cell.find(mark);
    if (at == std::string_view::npos || at == 0 || at > 3 || cell.size() != at + 4)
        return false;
    return Text::allDigits(cell.substr(0, at)) && Text::allDigits(cell.substr(at + 1));
}

double quantile(const std::vector<double> &sorted, double share)
{
    return sorted[std::size_t(share * double(sorted.size() - 1) + 0.5)];
}

/// The numbers of a sorted sample beyond which a value is far from all others: three times the span
/// of the middle half away from it, by the logarithm where all are positive, because amounts and
/// counts are spread that way (Tukey's outer fences).
std::pair<double, double> fences(const std::vector<double> &sorted)
{
    const bool byLogarithm = sorted.front() > 0;
    const auto at = [&](double share) {
        const double value = quantile(sorted, share);
        return byLogarithm ? std::log(value) : value;
    };
    const double span = at(0.75) - at(0.25);
    const double low = at(0.25) - 3 * span;
    const double high = at(0.75) + 3 * span;
    return byLogarithm ? std::pair(std::exp(low), std::exp(high)) : std::pair(low, high);
}

} // namespace

bool DistinctCounter::add(std::uint64_t hash)
{
    if (m_isExact) {
        const bool isNew = m_exact.insert(hash).second;
        if (m_exact.size() <= exactUpTo)
            return !isNew;
        m_isExact = false;
        m_registers.assign(std::size_t(1) << indexBits, 0);
        for (const std::uint64_t known : m_exact)
            add(known);
        m_exact = {};
        return !isNew;
    }
    // HyperLogLog (Flajolet and others, 2007): the longest run of zero bits in each of 16,384 parts.
    const std::size_t index = std::size_t(hash >> (64 - indexBits));
    const std::uint64_t rest = hash << indexBits | (std::uint64_t(1) << (indexBits - 1));
    m_registers[index] =
        std::max<std::uint8_t>(m_registers[index], std::uint8_t(std::countl_zero(rest) + 1));
    return false;
}

qint64 DistinctCounter::count() const
{
    if (m_isExact)
        return qint64(m_exact.size());
    const double registers = double(m_registers.size());
    double sum = 0;
    for (const std::uint8_t run : m_registers)
        sum += std::ldexp(1.0, -int(run));
    return qint64(0.7213 / (1 + 1.079 / registers) * registers * registers / sum + 0.5);
}

void ColumnProfile::Finding::add(std::string_view cell, qint64 line)
{
    if (rows++ == 0)
        firstLine = line;
    if (examples.size() < mostExamples)
        if (const QString text = textOf(cell); !examples.contains(text))
            examples.append(text);
}

ColumnProfile::ColumnProfile(const ImportPlan &plan, int column, QDate today)
    : m_plan(plan), m_column(column), m_today(today)
{
    const ColumnPlan &own = plan.columns[column];
    DateStyle other = own.dates;
    other.order = own.dates.order == DateOrder::MonthDayYear ? DateOrder::DayMonthYear
                                                             : DateOrder::MonthDayYear;
    m_dates = DateParser(own.dates);
    m_otherOrder = DateParser(other);
    DateStyle fullDates = own.dates;
    fullDates.wholePeriods = false;
    m_fullDates = DateParser(fullDates);
    if (own.target == ColumnPlan::Target::Field)
        m_field = findField(plan.kind, own.field);
    m_isKey = plan.kind == Kind::Customers && m_field && m_field->type == FieldType::Customer;
    m_isKey |= plan.kind == Kind::Transactions && m_field && m_field->name == u"order_id"
               && plan.orderRows == OrderRows::EachRow;
    for (const Repair &repair : own.repairs) {
        m_fillsDown |= repair.action == Repair::Action::FillDown;
        m_isLenient |= repair.action == Repair::Action::EmptyIfUnreadable;
    }
    if (m_field) {
        switch (m_field->type) {
        case FieldType::Money:
        case FieldType::Real:
        case FieldType::Score:
        case FieldType::Effort:
        case FieldType::Fraction:
            m_reading = Reading::Number;
            break;
        case FieldType::Time:
        case FieldType::Day:
            m_reading = Reading::Date;
            break;
        default:
            break;
        }
    } else if (own.target == ColumnPlan::Target::Attribute
               && (own.found == FoundType::Integer || own.found == FoundType::Decimal)) {
        m_reading = Reading::Number;
    }
}

void ColumnProfile::add(std::string_view cell, qint64 line)
{
    ++m_report.rows;
    std::string storage;
    if (const QList<Repair> &repairs = m_plan.columns[m_column].repairs; !repairs.isEmpty()) {
        storage = mendedText(textOf(cell), repairs).toStdString();
        cell = storage;
        if (m_fillsDown) {
            if (cell.empty())
                storage = m_last, cell = storage;
            else
                m_last = cell;
        }
    }
    if (cell.empty()) {
        if (m_field && m_field->required)
            m_missing.add(cell, line);
        return;
    }
    ++m_report.filled;
    const bool known = m_distinct.add(InternMap::hash(cell));
    m_report.repeated += known;
    if (known && m_isKey)
        m_duplicates.add(cell, line);
    if (m_samples.size() < mostSamples || m_report.rows < 20'000) {
        const QString text = textOf(cell);
        if (const auto sample = m_samples.find(text); sample != m_samples.end())
            ++*sample;
        else if (m_samples.size() < mostSamples)
            m_samples.insert(text, 1);
    }
    if (m_reading == Reading::Number)
        addNumber(cell, line);
    else if (m_reading == Reading::Date)
        addDate(cell, line);
}

void ColumnProfile::keep(double value, qint64 line)
{
    ++m_numbers;
    m_report.lowest = std::min(m_report.lowest.value_or(value), value);
    m_report.highest = std::max(m_report.highest.value_or(value), value);
    if (m_sample.size() < sampleSize) {
        m_sample.push_back(value);
    } else {
        m_random ^= m_random << 13;
        m_random ^= m_random >> 7;
        m_random ^= m_random << 17;
        if (const auto at = m_random % std::uint64_t(m_numbers); at < sampleSize)
            m_sample[std::size_t(at)] = value;
    }
    const auto further = [](const auto &a, const auto &b) {
        return std::abs(a.first) > std::abs(b.first);
    };
    if (m_largest.size() < mostLargest || std::abs(value) > std::abs(m_largest.front().first)) {
        m_largest.emplace_back(value, line);
        std::push_heap(m_largest.begin(), m_largest.end(), further);
        if (m_largest.size() > mostLargest) {
            std::pop_heap(m_largest.begin(), m_largest.end(), further);
            m_largest.pop_back();
        }
    }
}

void ColumnProfile::addNumber(std::string_view cell, qint64 line)
{
    const NumberStyle style = m_plan.columns[m_column].numbers;
    const NumberStyle other{style.decimal == '.' ? ',' : '.', false};
    const std::optional<ParsedNumber> number = parseNumber(cell, style);
    if (!number) {
        ++m_report.unreadable;
        if (m_isLenient)
            return;
        (parseNumber(cell, other) ? m_otherMark : m_words).add(cell, line);
        return;
    }
    m_fractions += number->scale > 0;
    m_wholeHundreds += number->scale == 0 && number->mantissa % 100 == 0 && number->mantissa != 0;
    if (couldGroup(cell, other.decimal))
        m_grouped.add(cell, line);
    else
        keep(number->toDouble(), line);
}

void ColumnProfile::addDate(std::string_view cell, qint64 line)
{
    const std::optional<ParsedTime> time = m_dates.parse(cell);
    if (!time) {
        ++m_report.unreadable;
        if (m_isLenient)
            return;
        (m_otherOrder.parse(cell)                                     ? m_otherOrders
         : parseWholePeriod(cell, m_plan.columns[m_column].dates.calendar) ? m_periods
                                                                       : m_words)
            .add(cell, line);
        return;
    }
    if (m_dates.style().wholePeriods && !m_fullDates.parse(cell))
        m_periods.add(cell, line);
    const std::int64_t day = time->seconds >= 0 ? time->seconds / 86400
                                                : -((-time->seconds + 86399) / 86400);
    const QDate date = QDate(1970, 1, 1).addDays(day);
    const DateFault fault = dateFault(time->seconds, m_field->type, m_dates.style().calendar);
    if (fault != DateFault::None && m_isLenient) {
        ++m_report.unreadable;
        return;
    }
    if (fault == DateFault::HijriYear)
        m_hijri.add(cell, line);
    else if (fault == DateFault::OutOfReach)
        m_outOfReach.add(cell, line);
    else if (date == QDate(1970, 1, 1) || date == QDate(1900, 1, 1) || date == QDate(1899, 12, 30)
             || date.year() < 1900 || date.year() == 9999)
        m_placeholders.add(cell, line);
    else if (date > m_today.addYears(1))
        m_future.add(cell, line);
    m_report.earliest = m_report.earliest.isValid() ? std::min(m_report.earliest, date) : date;
    m_report.latest = m_report.latest.isValid() ? std::max(m_report.latest, date) : date;
}

ColumnReport ColumnProfile::report() const
{
    ColumnReport report = m_report;
    report.distinct = m_distinct.count();
    report.distinctIsExact = m_distinct.isExact();
    if (!report.distinctIsExact) {
        report.distinct = std::min(report.distinct, report.filled);
        report.repeated = report.filled - report.distinct;
    }
    if (!m_sample.empty()) {
        std::vector<double> sorted = m_sample;
        std::sort(sorted.begin(), sorted.end());
        report.median = quantile(sorted, 0.5);
    }
    for (auto sample = m_samples.begin(); sample != m_samples.end(); ++sample)
        report.samples.append({sample.key(), sample.value()});
    std::sort(report.samples.begin(), report.samples.end(), [](const auto &a, const auto &b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    report.samples.resize(std::min<qsizetype>(report.samples.size(), 8));
    return report;
}

ColumnIssue ColumnProfile::issue(ColumnIssue::Kind kind, const Finding &finding) const
{
    return {kind, m_column, finding.rows, finding.firstLine, finding.examples, {}, false};
}

void ColumnProfile::addWords(QList<ColumnIssue> &issues, ColumnIssue::Kind kind,
                             const Finding &finding) const
{
    if (finding.rows == 0)
        return;
    ColumnIssue found = issue(kind, finding);
    found.rejectsRows = true;
    // One word that always says "nothing" is replaced; a required field cannot be left empty.
    const bool required = m_field && m_field->required;
    if (!required) {
        if (finding.examples.size() == 1)
            found.repairs.append(
                {m_column, Repair{Repair::Action::Replace, finding.examples.first(), {}, 0}, {}, {}});
        found.repairs.append({m_column, Repair{Repair::Action::EmptyIfUnreadable, {}, {}, 0}, {}, {}});
    }
    issues.append(found);
}

void ColumnProfile::addNumberIssues(QList<ColumnIssue> &issues) const
{
    const NumberStyle style = m_plan.columns[m_column].numbers;
    addWords(issues, ColumnIssue::Kind::NotANumber, m_words);
    if (m_otherMark.rows > 0) {
        ColumnIssue found = issue(ColumnIssue::Kind::OtherSeparator, m_otherMark);
        found.rejectsRows = true;
        found.repairs.append({m_column, {}, NumberStyle{style.decimal, true}, {}});
        issues.append(found);
    }
    if (m_numbers == 0)
        return;
    std::vector<double> sorted = m_sample;
    std::sort(sorted.begin(), sorted.end());
    const double median = quantile(sorted, 0.5);
    // A thousand and more among decimals near one is more likely one and a bit.
    if (m_grouped.rows > 0 && m_fractions * 2 > m_numbers && std::abs(median) < 100) {
        ColumnIssue found = issue(ColumnIssue::Kind::Grouped, m_grouped);
        const QString mark = style.decimal == '.' ? u","_s : u"."_s;
        found.repairs.append({m_column,
                              Repair{Repair::Action::Remove, mark,
                                     QString(QLatin1Char(style.decimal)), 0},
                              {},
                              {}});
        issues.append(found);
    }
    const bool isMoney = m_field && m_field->type == FieldType::Money;
    if (isMoney && m_numbers >= 20 && m_fractions == 0 && m_wholeHundreds * 10 >= m_numbers * 9
        && median >= 1000) {
        Finding all{m_numbers, 0, {}};
        for (const auto &[value, line] : m_largest)
            all.firstLine = all.firstLine == 0 ? line : std::min(all.firstLine, line);
        ColumnIssue found = issue(ColumnIssue::Kind::MinorUnits, all);
        found.examples = {QString::number(median, 'f', 0)};
        found.repairs.append({m_column, Repair{Repair::Action::Scale, {}, {}, -2}, {}, {}});
        issues.append(found);
    }
    if (m_numbers < 20 || (m_field && m_field->type != FieldType::Money
                           && m_field->type != FieldType::Real))
        return;
    const auto [low, high] = fences(sorted);
    Finding far;
    std::vector<std::pair<double, qint64>> largest = m_largest;
    std::sort(largest.begin(), largest.end(),
              [](const auto &a, const auto &b) { return a.second < b.second; });
    for (const auto &[value, line] : largest)
        if ((value < low || value > high) && high > low)
            far.add(QByteArray::number(value, 'g', 15).toStdString(), line);
    if (far.rows > 0)
        issues.append(issue(ColumnIssue::Kind::Outliers, far));
}

void ColumnProfile::addDateIssues(QList<ColumnIssue> &issues) const
{
    const DateStyle style = m_plan.columns[m_column].dates;
    addWords(issues, ColumnIssue::Kind::NotADate, m_words);
    if (m_otherOrders.rows > 0) {
        ColumnIssue found = issue(ColumnIssue::Kind::OtherDateOrder, m_otherOrders);
        found.rejectsRows = true;
        DateStyle other = style;
        other.order = style.order == DateOrder::MonthDayYear ? DateOrder::DayMonthYear
                                                             : DateOrder::MonthDayYear;
        found.repairs.append({m_column, {}, {}, other});
        if (!(m_field && m_field->required))
            found.repairs.append(
                {m_column, Repair{Repair::Action::EmptyIfUnreadable, {}, {}, 0}, {}, {}});
        issues.append(found);
    }
    if (m_periods.rows > 0) {
        ColumnIssue found = issue(ColumnIssue::Kind::WholePeriods, m_periods);
        found.rejectsRows = !style.wholePeriods;
        found.repairs.append({m_column, {}, {}, {}, !style.wholePeriods});
        issues.append(found);
    }
    if (m_hijri.rows > 0) {
        ColumnIssue found = issue(ColumnIssue::Kind::HijriYears, m_hijri);
        found.rejectsRows = true;
        DateStyle hijri = style;
        hijri.calendar = DateStyle::Calendar::UmmAlQura;
        found.repairs.append({m_column, {}, {}, hijri});
        if (!m_field->required)
            found.repairs.append({m_column, Repair{Repair::Action::EmptyIfUnreadable, {}, {}, 0}, {}, {}});
        issues.append(found);
    }
    addWords(issues, ColumnIssue::Kind::OutOfReach, m_outOfReach);
    if (m_placeholders.rows > 0) {
        ColumnIssue found = issue(ColumnIssue::Kind::PlaceholderDates, m_placeholders);
        if (m_placeholders.examples.size() == 1 && !(m_field && m_field->required))
            found.repairs.append(
                {m_column,
                 Repair{Repair::Action::Replace, m_placeholders.examples.first(), {}, 0},
                 {},
                 {}});
        issues.append(found);
    }
    if (m_future.rows > 0)
        issues.append(issue(ColumnIssue::Kind::FutureDates, m_future));
}

QList<ColumnIssue> ColumnProfile::issues() const
{
    QList<ColumnIssue> issues;
    if (m_missing.rows > 0) {
        ColumnIssue found = issue(ColumnIssue::Kind::Missing, m_missing);
        found.examples.clear();
        found.rejectsRows = true;
        if (m_missing.rows < m_report.rows)
            found.repairs.append({m_column, Repair{Repair::Action::FillDown, {}, {}, 0}, {}, {}});
        issues.append(found);
    }
    if (m_reading == Reading::Number)
        addNumberIssues(issues);
    else if (m_reading == Reading::Date)
        addDateIssues(issues);
    if (m_duplicates.rows > 0)
        issues.append(issue(ColumnIssue::Kind::Duplicates, m_duplicates));
    return issues;
}

} // namespace Import

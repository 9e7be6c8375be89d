#include "models/customers/columnfilter.h"

#include "models/core/dates.h"
#include "models/core/numberformat.h"

#include <QStringList>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Customers {

namespace {

struct Span
{
    double from = 0;
    double until = 0;
};

QString latinDigits(const QString &text)
{
    QString plain;
    for (const QChar c : text) {
        if (c.isDigit())
            plain += QChar(u'0' + char16_t(c.digitValue()));
        else if (c.category() != QChar::Other_Format)
            plain += c;
    }
    return plain;
}

double daysOf(const QDate &day)
{
    return double(epochDay(epochSeconds(day)));
}

std::optional<Span> spanOf(const QString &text, bool isDate)
{
    if (!isDate) {
        const std::optional<double> number = NumberFormat::parse(text);
        return number ? std::optional(Span{*number, *number}) : std::nullopt;
    }
    QString plain = latinDigits(text).trimmed();
    plain.replace(u'/', u'-').replace(u'.', u'-');
    const QStringList parts = plain.split(u'-');
    bool isNumber = true;
    QList<int> numbers;
    for (const QString &part : parts) {
        bool ok = false;
        numbers.append(part.toInt(&ok));
        isNumber = isNumber && ok;
    }
    if (!isNumber || numbers.first() < 1000)
        return {};
    if (numbers.size() == 1)
        return Span{daysOf({numbers[0], 1, 1}), daysOf({numbers[0], 12, 31})};
    if (numbers.size() == 2 && numbers[1] >= 1 && numbers[1] <= 12)
        return Span{daysOf({numbers[0], numbers[1], 1}),
                    daysOf(QDate(numbers[0], numbers[1], 1).addMonths(1).addDays(-1))};
    if (const QDate day(numbers[0], numbers.value(1), numbers.value(2)); numbers.size() == 3 && day.isValid())
        return Span{daysOf(day), daysOf(day)};
    return {};
}

std::optional<NumberFilter> parse(const QString &text, auto span)
{
    QString plain = text.trimmed();
    if (plain == u"-" || plain == u"–")
        return NumberFilter{.wantsMissing = true};
    if (plain == u"*")
        return NumberFilter{};
    plain.replace(u"≥"_s, u">="_s).replace(u"≤"_s, u"<="_s);
    if (const qsizetype dots = plain.indexOf(u".."_s); dots >= 0) {
        const std::optional<Span> low = span(plain.left(dots));
        const std::optional<Span> high = span(plain.mid(dots + 2));
        if (!low || !high || low->from > high->until)
            return {};
        return NumberFilter{.from = low->from, .until = high->until};
    }
    const qsizetype sign = plain.startsWith(u">="_s) || plain.startsWith(u"<="_s) ? 2
        : plain.startsWith(u'>') || plain.startsWith(u'<') || plain.startsWith(u'=') ? 1
                                                                                    : 0;
    const std::optional<Span> value = span(plain.mid(sign));
    if (!value)
        return {};
    NumberFilter filter;
    if (plain.startsWith(u'>'))
        filter.from = sign == 2 ? value->from : std::nextafter(value->until, INFINITY);
    else if (plain.startsWith(u'<'))
        filter.until = sign == 2 ? value->until : std::nextafter(value->from, -INFINITY);
    else
        filter = NumberFilter{.from = value->from, .until = value->until};
    return filter;
}

} // namespace

bool NumberFilter::matches(double value) const
{
    if (wantsMissing)
        return std::isnan(value);
    return value >= from && value <= until; // false for NaN
}

std::optional<NumberFilter> parseNumberFilter(const QString &text, bool isDate)
{
    return parse(text, [isDate](const QString &part) { return spanOf(part, isDate); });
}

std::optional<NumberFilter> parsePercentFilter(const QString &text)
{
    QString plain = text;
    plain.remove(u'%').remove(u'٪');
    return parse(plain, [](const QString &part) -> std::optional<Span> {
        const std::optional<Span> percent = spanOf(part, false);
        return percent ? std::optional(Span{percent->from / 100, percent->until / 100}) : std::nullopt;
    });
}

} // namespace Customers

#include "models/segments/words.h"

using namespace Qt::StringLiterals;

namespace Segments {
namespace {

// A rule is read in both languages whatever language the window has, so these words cannot go
// through the translator, which knows one language at a time.

class Words
{
public:
    Words(const Titles &titles, const NumberFormat &format)
        : m_titles(titles), m_format(format), m_arabic(format.language() == Language::Arabic)
    {}

    [[nodiscard]] QString of(const Rule &rule, bool inner = false) const;

private:
    [[nodiscard]] QString either(const QString &english, const QString &arabic) const
    {
        return m_arabic ? arabic : english;
    }
    [[nodiscard]] Field field(const QString &id) const;
    [[nodiscard]] QString of(const Condition &condition) const;
    [[nodiscard]] QString period(const Condition &condition) const;
    [[nodiscard]] QString value(const QJsonValue &value, const Field &field) const;
    [[nodiscard]] QString comparison(const Condition &condition, const Field &field) const;

    const Titles &m_titles;
    const NumberFormat &m_format;
    bool m_arabic;
};

Field Words::field(const QString &id) const
{
    const auto known = m_titles.fields.constFind(id);
    if (known != m_titles.fields.constEnd())
        return *known;
    Field field;
    field.id = id;
    field.titleEnglish = id;
    field.titleArabic = id;
    return field;
}

QString Words::value(const QJsonValue &value, const Field &field) const
{
    if (value.isBool())
        return value.toBool() ? either(u"yes"_s, u"نعم"_s) : either(u"no"_s, u"لا"_s);
    if (value.isDouble()) {
        const double number = value.toDouble();
        switch (field.type) {
        case FieldType::Money:
            return m_format.money(number, m_titles.currency);
        case FieldType::Share:
            return m_format.percent(number, 0);
        default:
            return number == double(qint64(number)) ? m_format.integer(qint64(number))
                                                    : m_format.decimal(number, 2);
        }
    }
    const QString text = value.toString();
    if (field.type == FieldType::Date)
        return m_format.date(QDate::fromString(text, Qt::ISODate));
    const qsizetype stage = field.id == u"stage" ? m_titles.stages.ids.indexOf(text) : -1;
    if (stage >= 0) {
        const QString arabic = m_titles.stages.namesArabic.value(stage);
        return m_arabic && !arabic.isEmpty() ? arabic : m_titles.stages.namesEnglish.value(stage);
    }
    return NumberFormat::isolate(text);
}

QString Words::period(const Condition &condition) const
{
    if (condition.withinDays > 0) {
        return either(condition.withinDays == 1
                          ? u" on the last day"_s
                          : u" in the last %1 days"_s.arg(m_format.integer(condition.withinDays)),
                      u" (خلال آخر أيام البيانات، وعددها %1)"_s.arg(
                          m_format.integer(condition.withinDays)));
    }
    if (condition.from.isValid() && condition.until.isValid()) {
        return either(u" from %1 to %2"_s, u" (من %1 إلى %2)"_s)
            .arg(m_format.date(condition.from), m_format.date(condition.until));
    }
    if (condition.from.isValid())
        return either(u" since %1"_s, u" (منذ %1)"_s).arg(m_format.date(condition.from));
    if (condition.until.isValid())
        return either(u" until %1"_s, u" (حتى %1)"_s).arg(m_format.date(condition.until));
    return {};
}

QString Words::comparison(const Condition &condition, const Field &about) const
{
    QStringList parts;
    for (const QJsonValue &part : condition.value.toArray())
        parts.append(value(part, about));
    const QString one = condition.value.isArray() ? QString() : value(condition.value, about);
    const QString joined = parts.join(either(u", "_s, u"، "_s));
    const bool isDate = about.type == FieldType::Date;
    switch (condition.op) {
    case Operator::Equals:
        return either(u"is %1"_s, u"%1"_s).arg(one);
    case Operator::NotEquals:
        return either(u"is not %1"_s, u"ليست %1"_s).arg(one);
    case Operator::Less:
        return (isDate ? either(u"is before %1"_s, u"قبل %1"_s)
                       : either(u"is less than %1"_s, u"أقل من %1"_s))
            .arg(one);
    case Operator::AtMost:
        return (isDate ? either(u"is %1 or earlier"_s, u"%1 أو قبله"_s)
                       : either(u"is at most %1"_s, u"%1 على الأكثر"_s))
            .arg(one);
    case Operator::More:
        return (isDate ? either(u"is after %1"_s, u"بعد %1"_s)
                       : either(u"is more than %1"_s, u"أكثر من %1"_s))
            .arg(one);
    case Operator::AtLeast:
        return (isDate ? either(u"is %1 or later"_s, u"%1 أو بعده"_s)
                       : either(u"is at least %1"_s, u"%1 على الأقل"_s))
            .arg(one);
    case Operator::Between:
        return either(u"is between %1 and %2"_s, u"بين %1 و %2"_s)
            .arg(parts.value(0), parts.value(1));
    case Operator::OneOf:
        return parts.size() == 1 ? either(u"is %1"_s, u"%1"_s).arg(joined)
                                 : either(u"is one of %1"_s, u"إحدى القيم %1"_s).arg(joined);
    case Operator::NoneOf:
        return either(u"is none of %1"_s, u"ليست من القيم %1"_s).arg(joined);
    case Operator::Contains:
        return either(u"contains “%1”"_s, u"تتضمن «%1»"_s).arg(one);
    case Operator::Known:
        return either(u"is known"_s, u"معروفة"_s);
    case Operator::Missing:
        return either(u"is not known"_s, u"غير معروفة"_s);
    }
    Q_UNREACHABLE();
}

QString Words::of(const Condition &condition) const
{
    const Field about = field(condition.field);
    // Arabic sets the value after a colon: a verb would have to agree with every noun.
    return either(u"%1%2 %3"_s, u"%1%2: %3"_s)
        .arg(either(about.titleEnglish, about.titleArabic), period(condition),
             comparison(condition, about));
}

QString Words::of(const Rule &rule, bool inner) const
{
    if (rule.kind == Rule::Kind::Condition)
        return of(rule.condition);
    if (rule.rules.empty()) {
        return rule.kind == Rule::Kind::Any ? either(u"no customers"_s, u"لا أحد من العملاء"_s)
                                            : either(u"all customers"_s, u"جميع العملاء"_s);
    }
    QStringList parts;
    for (const Rule &part : rule.rules)
        parts.append(of(part, rule.rules.size() > 1));
    const QString joined = parts.join(rule.kind == Rule::Kind::All ? either(u" and "_s, u"، و"_s)
                                                                   : either(u" or "_s, u"، أو "_s));
    if (rule.kind == Rule::Kind::None)
        return either(u"not (%1)"_s, u"لا ينطبق (%1)"_s).arg(joined);
    return inner && rule.rules.size() > 1 ? u"(%1)"_s.arg(joined) : joined;
}

} // namespace

Titles titles(const Facts &facts)
{
    Titles result;
    for (const Field &field : fields(facts))
        result.fields.insert(field.id, field);
    if (facts.stages)
        result.stages = *facts.stages;
    result.currency = facts.snapshot->currency.code;
    return result;
}

QString describe(const Rule &rule, const Titles &titles, const NumberFormat &format)
{
    return Words(titles, format).of(rule);
}

QString describe(const Segment &segment, const Titles &titles, const NumberFormat &format)
{
    const bool arabic = format.language() == Language::Arabic;
    if (segment.isStatic()) {
        return (arabic ? u"قائمة ثابتة، عدد عملائها %1."_s : u"A fixed list of customers: %1."_s)
            .arg(format.integer(segment.customers->size()));
    }
    if (segment.rule.isEmpty())
        return describe(segment.rule, titles, format) + u'.';
    return (arabic ? u"العملاء الذين تنطبق عليهم القاعدة: %1."_s : u"Customers whose %1."_s)
        .arg(describe(segment.rule, titles, format));
}

} // namespace Segments

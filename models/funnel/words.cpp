#include "models/funnel/words.h"

#include "models/segments/words.h"

using namespace Qt::StringLiterals;

namespace Funnel {
namespace {

// Both languages must be at hand at once, so these sentences cannot go through the translator, which
// knows one language at a time.

constexpr double secondsPerDay = 86400;

QString quoted(const QString &text, bool arabic)
{
    return arabic ? u"«"_s + NumberFormat::isolate(text) + u"»"_s : u"“"_s + text + u"”"_s;
}

QString valueWords(const QJsonValue &value, bool arabic)
{
    if (value.isNull())
        return arabic ? u"بلا قيمة"_s : u"no value"_s;
    return NumberFormat::isolate(propertyText(value));
}

/// Titles of the measures that every workspace has; other fields go by their ids.
const Segments::Titles &metricTitles()
{
    static const Segments::Titles titles = [] {
        Segments::Facts facts;
        facts.snapshot = std::make_shared<const Customers::Snapshot>();
        return Segments::titles(facts);
    }();
    return titles;
}

class Words
{
public:
    Words(const FunnelQuery &query, const NumberFormat &format)
        : m_query(query), m_format(format), m_arabic(format.language() == Language::Arabic)
    {}

    [[nodiscard]] QString all() const
    {
        QStringList sentences{unit(), order(), window(), entry()};
        for (qsizetype i = 0; i < m_query.steps.size(); ++i) {
            if (m_query.steps[i].firstTime)
                sentences << pick(u"Step %1 must be the first such event in all history."_s,
                                  u"يجب أن تكون الخطوة %1 أول حدث من نوعه في السجل كله."_s)
                                 .arg(m_format.integer(i + 1));
            if (m_query.steps[i].anchored)
                sentences << pick(u"Step %1 keeps its place: it comes after the steps before it and before the "
                                  "steps after it."_s,
                                  u"تحتفظ الخطوة %1 بموضعها: تأتي بعد الخطوات التي قبلها وقبل الخطوات التي بعدها."_s)
                                 .arg(m_format.integer(i + 1));
            if (const auto &window = m_query.steps[i].windowSeconds)
                sentences << pick(u"Step %1 counts within %2 of the step before it, the last moment included."_s,
                                  u"تُحتسب الخطوة %1 ضمن نافذة مدتها %2 من الخطوة السابقة لها، واللحظة الأخيرة محسوبة."_s)
                                 .arg(m_format.integer(i + 1),
                                      m_format.duration(double(*window) / secondsPerDay));
        }
        for (const Exclusion &exclusion : m_query.exclusions)
            sentences << excluded(exclusion);
        if (!m_query.holdConstant.isEmpty())
            sentences << pick(u"All steps must have the same value of %1; who enters with several values "
                              "counts once for each."_s,
                              u"يجب أن تحمل كل الخطوات القيمة نفسها للخاصية %1، ومن يدخل بقيم متعددة يُحتسب مرة لكل "
                              "منها."_s)
                             .arg(quoted(m_query.holdConstant, m_arabic));
        if (m_query.breakdown)
            sentences << breakdown(*m_query.breakdown);
        if (m_query.compare)
            sentences << comparison(*m_query.compare);
        if (!m_query.value.isEmpty())
            sentences << pick(u"Values add up %1, every customer once."_s,
                              u"تجمع القيم %1، وكل عميل مرة واحدة."_s)
                             .arg(quoted(m_query.value, m_arabic));
        sentences << range();
        sentences.removeAll(QString());
        return sentences.join(u' ');
    }

private:
    [[nodiscard]] QString pick(const QString &english, const QString &arabic) const
    {
        return m_arabic ? arabic : english;
    }

    [[nodiscard]] QString unit() const
    {
        QStringList steps;
        for (const Step &step : m_query.steps)
            steps << conditionWords(step.condition, m_format.language());
        // The arrow follows the direction of reading.
        const QString way = steps.join(m_arabic ? u" ← "_s : u" → "_s);
        switch (m_query.counting) {
        case Counting::Actors:
            return pick(u"Counts customers through %1."_s, u"يُحتسب العملاء عبر %1."_s).arg(way);
        case Counting::Totals:
            return pick(u"Counts every pass through %1: a customer enters again after completing it, after "
                        "the window, or after an exclusion."_s,
                        u"يُحتسب كل عبور من خلال %1: يدخل العميل من جديد بعد إتمامه أو بعد انقضاء النافذة أو بعد "
                        "استبعاد."_s)
                .arg(way);
        case Counting::Accounts:
            return pick(u"Counts accounts (%2) through %1; what their contacts do counts together, and "
                        "contacts without an account are left out."_s,
                        u"تُحتسب الحسابات (%2) عبر %1، ويُجمع ما تفعله جهات الاتصال التابعة لها، وتُستثنى جهات الاتصال بلا "
                        "حساب."_s)
                .arg(way, NumberFormat::isolate(m_query.accountProperty));
        case Counting::Sessions:
            return pick(u"Counts sessions through %1; a session ends when a customer does nothing for more than "
                        "%2."_s,
                        u"تُحتسب الجلسات عبر %1، وتنتهي الجلسة إذا لم يفعل العميل شيئًا مدةً تزيد على %2."_s)
                .arg(way, m_format.duration(double(m_query.sessionGapSeconds) / secondsPerDay));
        }
        return {};
    }

    [[nodiscard]] QString order() const
    {
        if (m_query.steps.size() < 2)
            return {};
        switch (m_query.order) {
        case StepOrder::Ordered:
            return pick(u"The steps must come in this order; other events may stand between."_s,
                        u"يجب أن تأتي الخطوات بهذا الترتيب، ويجوز أن تقع بينها أحداث أخرى."_s);
        case StepOrder::Strict:
            return pick(u"Each step must be the very next event."_s,
                        u"يجب أن تكون كل خطوة هي الحدث التالي مباشرة."_s);
        case StepOrder::Any:
            return pick(u"The steps may come in any order: column k counts who did k different ones."_s,
                        u"يجوز أن تأتي الخطوات بأي ترتيب: العمود ذو الرقم k يحتسب من أتمّ k خطوات مختلفة."_s);
        }
        return {};
    }

    [[nodiscard]] QString window() const
    {
        if (m_query.steps.size() < 2)
            return {};
        if (!m_query.windowSeconds)
            return pick(u"There is no time limit."_s, u"لا حدّ زمنيًّا."_s);
        const QString limit = m_format.duration(double(*m_query.windowSeconds) / secondsPerDay);
        return pick(u"A step counts within %1 of the entry, the last moment included."_s,
                    u"تُحتسب الخطوة ضمن نافذة مدتها %1 من لحظة الدخول، واللحظة الأخيرة محسوبة."_s)
            .arg(limit);
    }

    [[nodiscard]] QString entry() const
    {
        return m_query.entryMode == EntryMode::FirstEntry
                   ? pick(u"Only the first entry is followed."_s, u"يُتابَع الدخول الأول فقط."_s)
                   : pick(u"Of several entries the one that leads farthest decides."_s,
                          u"من بين مرات الدخول يُعتمد ما يصل إلى أبعد خطوة."_s);
    }

    [[nodiscard]] QString excluded(const Exclusion &exclusion) const
    {
        return pick(u"Left out: who has %1 between steps %2 and %3."_s,
                    u"يُستبعد من لديه %1 بين الخطوتين %2 و%3."_s)
            .arg(conditionWords(exclusion.condition, m_format.language()),
                 m_format.integer(exclusion.fromStep + 1), m_format.integer(exclusion.toStep + 1));
    }

    [[nodiscard]] QString breakdown(const Breakdown &by) const
    {
        const QString property = quoted(by.property, m_arabic);
        switch (by.attribution) {
        case Attribution::FirstTouch:
            return pick(u"Groups by %1 at the first touch."_s, u"التفصيل حسب %1 عند أول تفاعل."_s)
                .arg(property);
        case Attribution::LastTouch:
            return pick(u"Groups by %1 at the last touch."_s, u"التفصيل حسب %1 عند آخر تفاعل."_s)
                .arg(property);
        case Attribution::Step:
            return pick(u"Groups by %1 at step %2."_s, u"التفصيل حسب %1 عند الخطوة %2."_s)
                .arg(property, m_format.integer(by.step + 1));
        case Attribution::AllEvents:
            return pick(u"One funnel for each value of %1."_s, u"مسار تحويل لكل قيمة من قيم %1."_s)
                .arg(property);
        }
        return {};
    }

    [[nodiscard]] QString comparison(const Comparison &sides) const
    {
        if (!sides.segment.isEmpty() && sides.right != u"*rest*")
            return pick(u"Compares the segment %1 with the segment %2; who is in both counts on both sides."_s,
                        u"تُقارَن الشريحة %1 بالشريحة %2، ومن كان في كلتيهما يُحتسب في الجانبين."_s)
                .arg(quoted(sides.segment, m_arabic), quoted(sides.right, m_arabic));
        if (!sides.segment.isEmpty())
            return pick(u"Compares the segment %1 with all other customers."_s,
                        u"تُقارَن الشريحة %1 ببقية العملاء."_s)
                .arg(quoted(sides.segment, m_arabic));
        const QString property = quoted(sides.property, m_arabic);
        const QString left = valueWords(sides.left.isEmpty() ? QJsonValue() : sides.left, m_arabic);
        if (sides.right == u"*rest*")
            return pick(u"Compares those whose %1 is %2 with all others."_s,
                        u"يُقارَن من تكون لديهم %1 هي %2 بسائر العملاء."_s)
                .arg(property, left);
        return pick(u"Compares those whose %1 is %2 with those for whom it is %3."_s,
                    u"يُقارَن من تكون لديهم %1 هي %2 بمن تكون لديهم %3."_s)
            .arg(property, left,
                 valueWords(sides.right.isEmpty() ? QJsonValue() : sides.right, m_arabic));
    }

    [[nodiscard]] QString range() const
    {
        const QDate from = m_query.range.from ? dayOfEpoch(*m_query.range.from) : QDate();
        const QDate until = m_query.range.until ? dayOfEpoch(*m_query.range.until) : QDate();
        if (from.isValid() && until.isValid())
            return pick(u"Only events in this period count: %1."_s, u"تُحتسب أحداث هذه الفترة فقط: %1."_s)
                .arg(m_format.dateRange({from, until}));
        if (from.isValid())
            return pick(u"Only events from %1 on count."_s, u"تُحتسب الأحداث ابتداءً من %1 فقط."_s)
                .arg(m_format.date(from));
        if (until.isValid())
            return pick(u"Only events up to %1 count."_s, u"تُحتسب الأحداث حتى %1 فقط."_s)
                .arg(m_format.date(until));
        return pick(u"All events count, whenever they were."_s, u"تُحتسب كل الأحداث مهما كان تاريخها."_s);
    }

    const FunnelQuery &m_query;
    const NumberFormat &m_format;
    bool m_arabic;
};

} // namespace

QString conditionWords(const Condition &condition, Language language)
{
    const bool arabic = language == Language::Arabic;
    QStringList names;
    for (const QString &name : condition.names()) {
        // Purchases are no event of the data: their name is ours, in each language.
        names << (name == purchaseEvent && arabic ? u"شراء"_s : NumberFormat::isolate(name));
    }
    QString words = names.isEmpty() ? (arabic ? u"أي حدث"_s : u"any event"_s)
                                    : names.join(arabic ? u" أو "_s : u" or "_s);
    QStringList tests;
    for (const PropertyEquals &test : condition.where)
        tests << NumberFormat::isolate(test.property) + u" = "_s + valueWords(test.value, arabic);
    if (condition.rule)
        tests << Segments::describe(*condition.rule, metricTitles(), NumberFormat(language));
    if (!tests.isEmpty())
        words += u" ("_s + tests.join(arabic ? u"، "_s : u", "_s) + u')';
    return words;
}

QString definitionWords(const FunnelQuery &query, const NumberFormat &format)
{
    return Words(query, format).all();
}

} // namespace Funnel

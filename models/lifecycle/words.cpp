#include "models/lifecycle/words.h"

#include "models/core/numberformat.h"

using namespace Qt::StringLiterals;

namespace Lifecycle {
namespace {

// Both languages stand in the result whatever language is chosen, so these sentences cannot go
// through the translator, which knows one language at a time.

QString englishWords(const LifecycleFunnel &funnel, QDate followedUntil)
{
    const NumberFormat format(Language::English);
    const auto entry = std::find_if(funnel.levels.begin(), funnel.levels.end(),
                                    [](const StageLevel &level) { return level.observed; });
    if (entry == funnel.levels.end())
        return u"No event or purchase in this workspace leads into a stage of this lifecycle."_s;
    const Stage &first = funnel.lifecycle.stages[int(entry - funnel.levels.begin())];
    QStringList sentences;
    sentences << u"Counts customers who entered “%1” for the first time in %2."_s.arg(
        first.nameEnglish, format.dateRange(funnel.period));
    sentences << u"Later stages must follow in the order shown; other events may stand between."_s;
    sentences
        << (funnel.windowDays > 0
                ? (funnel.windowDays == 1
                       ? u"A stage counts when it is reached within one day (24 hours) of the entry."_s
                       : u"A stage counts when it is reached within %1 days of the entry, the last moment included."_s
                             .arg(format.integer(funnel.windowDays)))
                : u"There is no time limit: a stage counts when it is reached by %1, the last day of data."_s
                      .arg(format.date(followedUntil)));
    if (funnel.comparison) {
        sentences << u"The comparison is with %1, followed for the same time after its end."_s.arg(
            format.dateRange(*funnel.comparison));
    }
    return sentences.join(u' ');
}

QString arabicWords(const LifecycleFunnel &funnel, QDate followedUntil)
{
    const NumberFormat format(Language::Arabic);
    const auto entry = std::find_if(funnel.levels.begin(), funnel.levels.end(),
                                    [](const StageLevel &level) { return level.observed; });
    if (entry == funnel.levels.end())
        return u"لا يوجد في مساحة العمل حدث أو شراء يؤدي إلى أي مرحلة من مراحل دورة الحياة هذه."_s;
    const Stage &first = funnel.lifecycle.stages[int(entry - funnel.levels.begin())];
    QStringList sentences;
    sentences << u"يُحتسب العملاء الذين دخلوا مرحلة «%1» لأول مرة خلال الفترة: %2."_s.arg(
        first.nameArabic, format.dateRange(funnel.period));
    sentences << u"يجب أن تأتي المراحل التالية بالترتيب المعروض، ويجوز أن تقع بينها أحداث أخرى."_s;
    sentences
        << (funnel.windowDays > 0
                ? u"تُحتسب المرحلة إذا بُلغت ضمن نافذة التحويل محسوبةً من لحظة الدخول، واللحظة الأخيرة منها محسوبة (عدد الأيام: %1)."_s
                      .arg(format.integer(funnel.windowDays))
                : u"لا حدّ زمنيًّا: تُحتسب المرحلة إذا بُلغت حتى آخر يوم في البيانات، وهو %1."_s.arg(
                    format.date(followedUntil)));
    if (funnel.comparison) {
        sentences << u"المقارنة مع الفترة: %1، مع متابعتها للمدة نفسها بعد نهايتها."_s.arg(
            format.dateRange(*funnel.comparison));
    }
    return sentences.join(u' ');
}

} // namespace

void writeDefinition(LifecycleFunnel &funnel, QDate followedUntil)
{
    funnel.definitionEnglish = englishWords(funnel, followedUntil);
    funnel.definitionArabic = arabicWords(funnel, followedUntil);
}

} // namespace Lifecycle

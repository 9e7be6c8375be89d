#include "ui/charts/contractcharts.h"

#include "ui/style/display.h"

#include <QCoreApplication>

#include <cmath>

namespace ContractCharts {

namespace {

QString say(const char *text) { return QCoreApplication::translate("ContractCharts", text); }

/// Two curves by the number of renewals; \a points of the observed one end where the data do.
Curves curvesOf(const std::vector<Clv::SurvivalPoint> &points, const Display &display,
                double Clv::SurvivalPoint::*observed, double Clv::SurvivalPoint::*fitted)
{
    const NumberFormat &format = display.format();
    Curves curves;
    curves.emptyTitle = say(QT_TRANSLATE_NOOP("ContractCharts", "No subscriptions to show"));
    curves.emptyReason =
        say(QT_TRANSLATE_NOOP("ContractCharts",
                              "Import subscriptions with the day they began and, where they ended, "
                              "that day."));
    curves.caption = say(QT_TRANSLATE_NOOP("ContractCharts", "Renewals"));
    curves.isPercent = true;
    curves.top = 1;
    curves.text = [&format](double share) { return format.percent(share, 1); };
    Curves::Series actual;
    actual.name = say(QT_TRANSLATE_NOOP("ContractCharts", "Actual"));
    actual.category = Theme::Teal;
    Curves::Series model;
    model.name = say(QT_TRANSLATE_NOOP("ContractCharts", "Model"));
    model.category = Theme::Violet;
    model.isDashed = true;
    double lastObserved = 0;
    for (const Clv::SurvivalPoint &point : points) {
        const auto renewals = double(point.renewals);
        if (std::isfinite(point.*observed)) {
            actual.points.append({renewals, point.*observed});
            lastObserved = renewals;
        }
        if (std::isfinite(point.*fitted))
            model.points.append({renewals, point.*fitted});
    }
    curves.series = {model, actual};
    if (!points.empty() && lastObserved < double(points.back().renewals))
        curves.bound = lastObserved; // beyond, only the model goes on
    const int last = points.empty() ? 0 : points.back().renewals;
    const int step = std::max(1, last / 10);
    for (const Clv::SurvivalPoint &point : points) {
        if (point.renewals % step == 0)
            curves.labels.append({double(point.renewals), format.integer(point.renewals)});
        curves.marks.append(
            {double(point.renewals),
             //: %1 is the number of a renewal
             say(QT_TRANSLATE_NOOP("ContractCharts", "Renewal %1"))
                 .arg(format.integer(point.renewals))});
    }
    return curves;
}

} // namespace

Curves survival(const std::vector<Clv::SurvivalPoint> &points, const Display &display)
{
    Curves curves = curvesOf(points, display, &Clv::SurvivalPoint::survival,
                             &Clv::SurvivalPoint::survivalFitted);
    for (Curves::Series &series : curves.series) {
        if (!series.points.isEmpty())
            series.points.prepend({0, 1}); // everybody has begun
    }
    curves.labels.prepend({0, display.format().integer(0)});
    curves.name = say(QT_TRANSLATE_NOOP("ContractCharts", "Subscriptions that are still there"));
    curves.subtitle = say(QT_TRANSLATE_NOOP(
        "ContractCharts", "share of all that began, by renewals; right of the dashed line the model alone"));
    return curves;
}

Curves retention(const std::vector<Clv::SurvivalPoint> &points, const Display &display)
{
    Curves curves = curvesOf(points, display, &Clv::SurvivalPoint::retention,
                             &Clv::SurvivalPoint::retentionFitted);
    curves.name = say(QT_TRANSLATE_NOOP("ContractCharts", "Retention by renewal"));
    curves.subtitle = say(QT_TRANSLATE_NOOP(
        "ContractCharts", "share that renews, of those that came up for it; right of the dashed line the model alone"));
    return curves;
}

} // namespace ContractCharts

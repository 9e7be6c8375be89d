#include "models/report/reportwriter.h"

#include <cmath>

namespace Report {

Part ReportWriter::lifecycle() const
{
    Part part;
    part.section = Section::Lifecycle;
    part.heading = tr("Lifecycle");
    const Lifecycle::LifecycleFunnel &funnel = m_analysis.lifecycle.funnel;
    if (funnel.levels.isEmpty() || funnel.levels.first().count == 0) {
        bool anybody = false;
        for (const Lifecycle::StageLevel &level : funnel.levels)
            anybody |= level.count > 0;
        if (!anybody) {
            part.paragraphs.append(
                tr("Nobody entered the lifecycle in the period. Import events, or choose a longer "
                   "period."));
            return part;
        }
    }
    // Where only purchases are known nobody was seen on the way to the first one.
    const bool seesContacts = !funnel.levels.isEmpty() && funnel.levels.first().observed;
    if (seesContacts) {
        //: %1 is a percentage
        part.paragraphs.append(tr("%1 of the contacts who entered in the period became customers.")
                                   .arg(percent(funnel.contactToCustomer)));
        if (std::isfinite(funnel.previousContactToCustomer)) {
            const double change = funnel.contactToCustomer - funnel.previousContactToCustomer;
            if (change >= 0) {
                //: %1 is a number of percentage points
                part.paragraphs.append(tr("That is %1 points more than in the comparison period.")
                                           .arg(points(change)));
            } else {
                //: %1 is a number of percentage points
                part.paragraphs.append(tr("That is %1 points less than in the comparison period.")
                                           .arg(points(change)));
            }
        }
    }
    if (seesContacts && funnel.turnedShare > 0 && std::isfinite(funnel.medianDaysToTurn)) {
        //: %1 is a percentage, %2 a duration such as "84 days"
        part.paragraphs.append(
            tr("%1 crossed the turning point from value creation to value expansion, half of them "
               "within %2.")
                .arg(percent(funnel.turnedShare), m_format.duration(funnel.medianDaysToTurn)));
    }
    const QString &definition =
        m_options.language == Language::Arabic ? funnel.definitionArabic : funnel.definitionEnglish;
    if (!definition.isEmpty())
        part.paragraphs.append(m_format.shapeDigits(definition));
    part.figures.append(
        {QStringLiteral("lifecycle-funnel"), tr("How far contacts come"), period()});
    part.tables.append(stages());
    if (!m_analysis.lifecycle.breakdown.isEmpty())
        part.tables.append(breakdown());
    return part;
}

Table ReportWriter::stages() const
{
    const Lifecycle::LifecycleFunnel &funnel = m_analysis.lifecycle.funnel;
    Table table;
    table.title = tr("Stages");
    table.headings = {tr("Stage"),  tr("Owner"),       tr("Reached"),    tr("Step rate"),
                      tr("Of all"), tr("Lost before"), tr("Median time")};
    table.isNumber = {false, false, true, true, true, true, true};
    if (funnel.comparison) {
        table.headings.append({tr("Step rate before"), tr("Median time before")});
        table.isNumber.append({true, true});
    }
    const qsizetype count = std::min(funnel.levels.size(), funnel.lifecycle.stages.size());
    for (qsizetype i = 0; i < count; ++i) {
        const Lifecycle::Stage &stage = funnel.lifecycle.stages[i];
        const Lifecycle::StageLevel &level = funnel.levels[i];
        QStringList row{stageName(stage), stage.hasOwner
                                              ? Lifecycle::departmentTitle(stage.accountable)
                                              : tr("nobody")};
        if (level.observed)
            row.append({integer(level.count), percent(level.stepRate), percent(level.shareOfAll),
                        integer(level.dropOff), m_format.duration(level.medianDays)});
        else
            row.append({tr("no data"), QString(), QString(), QString(), QString()});
        if (funnel.comparison)
            row.append(
                {percent(level.previousStepRate), m_format.duration(level.previousMedianDays)});
        table.rows.append(row);
    }
    return table;
}

Table ReportWriter::breakdown() const
{
    const Lifecycle::LifecycleView &view = m_analysis.lifecycle;
    Table table;
    QString field = view.breakdownField;
    if (m_analysis.snapshot) {
        if (const Customers::CodedColumn *column = m_analysis.snapshot->codedColumn(field))
            field = column->title;
    }
    //: %1 is the name of a customer attribute, such as Sector
    table.title = tr("Step rates by %1").arg(NumberFormat::isolate(field));
    table.headings = {field, tr("Entered")};
    table.isNumber = {false, true};
    QList<qsizetype> shown;
    for (qsizetype i = 1; i < view.funnel.lifecycle.stages.size(); ++i) {
        if (i < view.funnel.levels.size() && !view.funnel.levels[i].observed)
            continue;
        shown.append(i);
        table.headings.append(stageName(view.funnel.lifecycle.stages[i]));
        table.isNumber.append(true);
    }
    for (const Lifecycle::BreakdownRow &row : view.breakdown) {
        QStringList cells{row.value.isEmpty() ? tr("not known") : NumberFormat::isolate(row.value),
                          integer(row.counts.isEmpty() ? 0 : row.counts.first())};
        for (const qsizetype i : shown)
            cells.append(percent(row.stepRates.value(i, Lifecycle::notAvailable)));
        table.rows.append(cells);
    }
    return table;
}

} // namespace Report

#include "ui/charts/handoffcharts.h"

#include "ui/charts/plottools.h"
#include "ui/style/display.h"

#include <cmath>

using namespace Qt::StringLiterals;

QualificationChart::QualificationChart(Display &display, QWidget *parent)
    : RankedBarsChart(u"handoff-qualification"_s, display, parent)
{}

void QualificationChart::setData(const Lifecycle::Qualification &counts)
{
    m_counts = counts;
    dataChanged(counts.marketing == 0);
}

void QualificationChart::retranslate()
{
    setEmptyText(tr("No deals began in this period"),
                 tr("Import deals with their changes of stage, or choose a longer period."),
                 u"lifecycle"_s);
    const NumberFormat &format = display().format();
    const QString names[]{tr("MQL, marketing qualified"), tr("SAL, accepted by sales"),
                          tr("SQL, sales qualified"), tr("Won")};
    const qint64 counts[]{m_counts.marketing, m_counts.accepted, m_counts.sales, m_counts.won};
    QList<Bar> bars;
    for (int i = 0; i < 4; ++i) {
        Bar bar;
        bar.label = names[i];
        bar.value = double(counts[i]);
        bar.figure = format.integer(counts[i]);
        bar.category = i == 0 ? Theme::Blue : i == 3 ? Theme::Teal : Theme::Amber;
        bar.rows = {{tr("Deals"), format.integer(counts[i])}};
        if (i > 0) {
            const double step = counts[i - 1] > 0 ? double(counts[i]) / double(counts[i - 1])
                                                  : Lifecycle::notAvailable;
            bar.note = tr("%1 of the step before").arg(format.percent(step));
            bar.rows.append({tr("Of the step before"), format.percent(step, 1)});
            bar.rows.append({tr("Of all"), format.percent(double(counts[i])
                                                              / double(qMax<qint64>(1, counts[0])), 1)});
        }
        bars.append(bar);
    }
    setBars(m_counts.marketing > 0 ? bars : QList<Bar>());
    const double accepted =
        m_counts.marketing > 0 ? double(m_counts.accepted) / double(m_counts.marketing) : 0;
    setTexts(tr("From marketing to sales"),
             tr("Of %1 marketing qualified leads, sales accepted %2; %3 deals were won.")
                 .arg(format.integer(m_counts.marketing), format.percent(accepted),
                      format.integer(m_counts.won)),
             {}, tr("deals that came at least this far"));
}

QList<QStringList> QualificationChart::dataTable() const
{
    return {{tr("Milestone"), tr("Deals")},
            {u"MQL"_s, QString::number(m_counts.marketing)},
            {u"SAL"_s, QString::number(m_counts.accepted)},
            {u"SQL"_s, QString::number(m_counts.sales)},
            {tr("Won"), QString::number(m_counts.won)},
            {tr("Lost"), QString::number(m_counts.lost)},
            {tr("Open"), QString::number(m_counts.open)}};
}

ReasonsChart::ReasonsChart(Display &display, QWidget *parent)
    : RankedBarsChart(u"handoff-reasons"_s, display, parent)
{}

void ReasonsChart::setData(const QList<Lifecycle::ReasonCount> &reasons, Kind kind,
                           const Currency &currency)
{
    m_reasons = reasons;
    m_kind = kind;
    m_currency = currency;
    dataChanged(reasons.isEmpty());
}

QString ReasonsChart::reasonName(const QString &reason) const
{
    return reason.isEmpty() ? tr("No reason given") : NumberFormat::isolate(reason);
}

void ReasonsChart::retranslate()
{
    const bool rejections = m_kind == Kind::Rejections;
    setEmptyText(rejections ? tr("Nothing was rejected in this period")
                            : tr("No deal was lost in this period"),
                 tr("Reasons come with the deals: a rejection or a loss and its reason."), u"check"_s);
    const NumberFormat &format = display().format();
    qint64 all = 0;
    for (const Lifecycle::ReasonCount &reason : m_reasons)
        all += reason.count;
    QList<Bar> bars;
    for (const Lifecycle::ReasonCount &reason : m_reasons) {
        const double share = all > 0 ? double(reason.count) / double(all) : 0;
        Bar bar;
        bar.label = reasonName(reason.reason);
        bar.value = double(reason.count);
        bar.figure = format.integer(reason.count);
        bar.note = format.percent(share);
        bar.category = Theme::Vermilion;
        bar.rows = {{tr("Deals"), format.integer(reason.count)},
                    {tr("Share"), format.percent(share, 1)},
                    {tr("Value of these deals"),
                     format.moneyShort(m_currency.toMajor(reason.amount), m_currency.code)}};
        bars.append(bar);
    }
    setBars(bars);
    const QString name = rejections ? tr("Why sales gives leads back") : tr("Why deals are lost");
    setTexts(name,
             m_reasons.isEmpty()
                 ? QString()
                 : tr("The most frequent reason is %1, in %2 of the cases.")
                       .arg(reasonName(m_reasons.first().reason),
                            format.percent(double(m_reasons.first().count) / double(all))),
             {},
             rejections ? tr("rejected offers by reason") : tr("lost deals by reason"));
}

QList<QStringList> ReasonsChart::dataTable() const
{
    QList<QStringList> table{{tr("Reason"), tr("Deals"), tr("Value of these deals")}};
    for (const Lifecycle::ReasonCount &reason : m_reasons) {
        table.append({reason.reason, QString::number(reason.count),
                      QString::number(m_currency.toMajor(reason.amount), 'f', 2)});
    }
    return table;
}

MeddicScoreChart::MeddicScoreChart(Display &display, QWidget *parent)
    : RankedBarsChart(u"meddic-win-rate"_s, display, parent)
{}

void MeddicScoreChart::setData(const Lifecycle::MeddicView &view)
{
    m_view = view;
    dataChanged(view.scored == 0);
}

void MeddicScoreChart::retranslate()
{
    setEmptyText(tr("No deal has a MEDDIC score"),
                 tr("Import deals with the six scores, each from 0 to 3."), u"check"_s);
    const NumberFormat &format = display().format();
    QList<Bar> bars;
    const Lifecycle::MeddicBand *best = nullptr;
    const Lifecycle::MeddicBand *worst = nullptr;
    for (const Lifecycle::MeddicBand &band : m_view.bands) {
        Bar bar;
        //: MEDDIC scores from %1 to %2 of 18
        bar.label = tr("%1 to %2 points").arg(format.integer(band.from), format.integer(band.until));
        bar.value = band.winRate();
        bar.figure = format.percent(band.winRate());
        //: of the deals in this band: %1 share that reached SAL, %2 share that reached SQL, %3 closed
        bar.note = tr("SAL %1, SQL %2, %3 closed")
                       .arg(format.percent(band.acceptedShare()), format.percent(band.salesShare()),
                            format.integer(band.won + band.lost));
        bar.category = Theme::Teal;
        bar.rows = {{tr("Deals"), format.integer(band.deals)},
                    {tr("Reached SAL"), format.percent(band.acceptedShare())},
                    {tr("Reached SQL"), format.percent(band.salesShare())},
                    {tr("Won"), format.integer(band.won)},
                    {tr("Lost"), format.integer(band.lost)},
                    {tr("Win rate"), format.percent(band.winRate(), 1)}};
        bars.append(bar);
        if (std::isfinite(band.winRate())) {
            best = &band;
            worst = worst ? worst : &band;
        }
    }
    setBars(m_view.scored > 0 ? bars : QList<Bar>(), 1);
    QString finding;
    if (best && best != worst) {
        finding = tr("Deals with %1 points or more are won in %2 of the cases, those up to %3 points in %4.")
                      .arg(format.integer(best->from), format.percent(best->winRate()),
                           format.integer(worst->until), format.percent(worst->winRate()));
    }
    setTexts(tr("Win rate by MEDDIC score"), finding, {},
             tr("won among won and lost deals; 18 points at most"));
}

QList<QStringList> MeddicScoreChart::dataTable() const
{
    QList<QStringList> table{{tr("From points"), tr("To points"), tr("Deals"), tr("Reached SAL"),
                              tr("Reached SQL"), tr("Won"), tr("Lost")}};
    for (const Lifecycle::MeddicBand &band : m_view.bands) {
        table.append({QString::number(band.from), QString::number(band.until),
                      QString::number(band.deals), QString::number(band.accepted),
                      QString::number(band.sales), QString::number(band.won),
                      QString::number(band.lost)});
    }
    return table;
}

MeddicMissingChart::MeddicMissingChart(Display &display, QWidget *parent)
    : RankedBarsChart(u"meddic-missing"_s, display, parent)
{}

void MeddicMissingChart::setData(const Lifecycle::MeddicView &view)
{
    m_view = view;
    dataChanged(view.openDeals.isEmpty());
}

void MeddicMissingChart::retranslate()
{
    setEmptyText(tr("No deal is open"), tr("Elements are asked for while a deal is open."), u"check"_s);
    const NumberFormat &format = display().format();
    QList<Bar> bars;
    const Lifecycle::MeddicElement *most = nullptr;
    for (const Lifecycle::MeddicElement &element : m_view.elements) {
        const qint64 all = element.answered + element.missing;
        const double share = all > 0 ? double(element.missing) / double(all) : Lifecycle::notAvailable;
        Bar bar;
        bar.label = Lifecycle::meddicElementTitle(element.element);
        bar.value = share;
        bar.figure = format.percent(share);
        bar.note = std::isfinite(element.meanScore)
                       ? tr("mean score %1").arg(format.decimal(element.meanScore, 1))
                       : QString();
        bar.category = Theme::Amber;
        bar.rows = {{tr("Never answered"), format.integer(element.missing)},
                    {tr("Answered"), format.integer(element.answered)},
                    {tr("Mean score, 0 to 3"), format.decimal(element.meanScore, 2)}};
        bars.append(bar);
        if (!most || element.missing > most->missing)
            most = &element;
    }
    setBars(m_view.openDeals.isEmpty() ? QList<Bar>() : bars, 1);
    setTexts(tr("What open deals have not answered"),
             most && !m_view.openDeals.isEmpty()
                 ? tr("%1 is missing in %2 of %3 open deals.")
                       .arg(Lifecycle::meddicElementTitle(most->element), format.integer(most->missing),
                            format.integer(m_view.openDeals.size()))
                 : QString(),
             {}, tr("share of open deals without a score"));
}

QList<QStringList> MeddicMissingChart::dataTable() const
{
    QList<QStringList> table{{tr("Element"), tr("Never answered"), tr("Answered"), tr("Mean score, 0 to 3")}};
    for (const Lifecycle::MeddicElement &element : m_view.elements) {
        table.append({Lifecycle::meddicElementTitle(element.element), QString::number(element.missing),
                      QString::number(element.answered),
                      std::isfinite(element.meanScore) ? QString::number(element.meanScore, 'f', 2)
                                                       : QString()});
    }
    return table;
}

StageSpendChart::StageSpendChart(Display &display, QWidget *parent)
    : RankedBarsChart(u"stage-spend"_s, display, parent)
{}

void StageSpendChart::setData(const Lifecycle::SpendView &view, const Currency &currency)
{
    m_view = view;
    m_currency = currency;
    dataChanged(view.stages.isEmpty());
}

void StageSpendChart::retranslate()
{
    setEmptyText(tr("No costs in this period"),
                 tr("Import what was spent, with the stage it was spent on, or choose a longer period."),
                 u"equity"_s);
    const NumberFormat &format = display().format();
    const double total = m_view.acquisition + m_view.retention;
    QList<Bar> bars;
    for (const Lifecycle::StageSpend &stage : m_view.stages) {
        Bar bar;
        const QString name = display().isArabic() ? stage.nameArabic : stage.nameEnglish;
        bar.label = stage.stage.isEmpty() ? tr("Without a stage") : name;
        bar.value = stage.amount;
        bar.figure = format.moneyShort(stage.amount, m_currency.code);
        bar.note = tr("%1, %2 h").arg(format.percent(total > 0 ? stage.amount / total : 0),
                                      format.decimal(stage.hours, 0));
        bar.category = stage.isAcquisition ? Theme::Blue : Theme::Teal;
        bar.rows = {{tr("Spend"), format.money(stage.amount, m_currency.code)},
                    {tr("Share of all spend"), format.percent(total > 0 ? stage.amount / total : 0, 1)},
                    {tr("Hours"), format.decimal(stage.hours, 0)},
                    {tr("Booked as"), stage.isAcquisition ? tr("acquisition") : tr("retention")}};
        bars.append(bar);
    }
    setBars(bars);
    setTexts(tr("Spend and hours by stage"),
             m_view.stages.isEmpty()
                 ? QString()
                 : tr("%1 of the money and %2 of the hours go into acquisition; average firms put over "
                      "two thirds into it, by a survey.")
                       .arg(format.percent(m_view.acquisitionShare()),
                            format.percent(m_view.acquisitionHoursShare())),
             {}, tr("blue: acquisition; teal: retention"));
}

QList<QStringList> StageSpendChart::dataTable() const
{
    QList<QStringList> table{{tr("Stage"), tr("Spend"), tr("Hours"), tr("Booked as")}};
    for (const Lifecycle::StageSpend &stage : m_view.stages) {
        table.append({display().isArabic() ? stage.nameArabic : stage.nameEnglish,
                      QString::number(stage.amount, 'f', 2), QString::number(stage.hours, 'f', 1),
                      stage.isAcquisition ? tr("acquisition") : tr("retention")});
    }
    return table;
}

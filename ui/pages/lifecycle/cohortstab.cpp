#include "ui/pages/lifecycle/cohortstab.h"

#include "ui/charts/chartcard.h"
#include "ui/charts/lifecyclecharts.h"
#include "ui/pages/cardgrid.h"
#include "ui/style/display.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QComboBox>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;
using Lifecycle::CohortMeasure;

namespace {

constexpr CohortMeasure measures[] = {CohortMeasure::Retention, CohortMeasure::Revenue,
                                      CohortMeasure::CumulativeValue, CohortMeasure::Orders,
                                      CohortMeasure::Payback};
struct Unit
{
    PeriodUnit unit;
    int periods;
    Funnel::Interval interval;
};
constexpr Unit units[] = {{PeriodUnit::Week, 16, Funnel::Interval::Week},
                          {PeriodUnit::Month, 13, Funnel::Interval::Month},
                          {PeriodUnit::Quarter, 12, Funnel::Interval::Month}};

} // namespace

CohortsTab::CohortsTab(Display &shownBy, QWidget *parent)
    : LifecycleTab(shownBy, u"lifecycle"_s, parent)
    , m_table(new HeatTableChart(u"cohorts"_s, shownBy))
    , m_curves(new CurvesChart(u"cohort-curves"_s, shownBy))
    , m_growth(new ColumnsChart(u"growth"_s, shownBy))
    , m_measure(new QComboBox)
    , m_unit(new SegmentedControl(shownBy))
{
    m_measure->setObjectName(u"cohortMeasure"_s);
    m_unit->setObjectName(u"cohortUnit"_s);
    m_tableCard = new ChartCard(shownBy, m_table, cards().content());
    m_tableCard->addHeaderWidget(m_measure);
    m_tableCard->addHeaderWidget(m_unit);
    cards().place(m_tableCard, 0, 0, CardGrid::columns, 3);
    m_curves->setMinimumHeight(220);
    m_growth->setMinimumHeight(220);
    cards().place(new ChartCard(shownBy, m_curves, cards().content()), 1, 0, 6, 2);
    cards().place(new ChartCard(shownBy, m_growth, cards().content()), 1, 6, 6, 2);
    for (std::size_t i = 0; i < std::size(measures); ++i)
        m_measure->addItem(QString());
    connect(m_measure, &QComboBox::currentIndexChanged, this, &CohortsTab::showMeasure);
    connect(m_unit, &SegmentedControl::chosen, this, &CohortsTab::recompute);
    connect(m_table, &HeatTableChart::cellActivated, this, &CohortsTab::showCohort);
    connect(m_growth, &ColumnsChart::columnActivated, this, &CohortsTab::showGrowth);
    retranslate();
    m_unit->setCurrent(1);
}

QString CohortsTab::title() const { return tr("Cohorts"); }

std::pair<QString, QString> CohortsTab::emptyTexts() const
{
    return {tr("There are no purchases yet"),
            tr("A cohort is the customers whose first purchase fell into one period. Import "
               "transactions to see how many of them come back and what they bring.")};
}

bool CohortsTab::canShow(const Insights::Analysis &analysis) const
{
    return analysis.snapshot && analysis.snapshot->purchaseExtent.isValid();
}

void CohortsTab::startComputing(const Insights::AnalysisPtr &shown)
{
    const Unit chosen = units[std::size_t(qMax(0, m_unit->current()))];
    compute(
        [shown, chosen](const Progress &progress) -> std::optional<Result> {
            Lifecycle::CohortQuery query;
            query.unit = chosen.unit;
            query.periods = chosen.periods;
            query.until = std::min(shown->query.filter.period.until, shown->snapshot->extent.until);
            query.margin = shown->query.settings.margin;
            const auto matrix = Lifecycle::computeCohorts(*shown->snapshot, query, progress);
            if (!matrix)
                return std::nullopt;
            Funnel::ActivityQuery activity;
            activity.period = chosen.interval;
            activity.activity.event = Funnel::purchaseEvent.toString();
            const QDate from = matrix->cohorts.first().start;
            activity.range.from = epochSeconds(from);
            activity.range.until = epochSeconds(query.until.addDays(1)) - 1;
            const auto growth = Funnel::evaluateGrowth(Funnel::EventLog::fromSnapshot(shown->snapshot),
                                                       activity, progress);
            return Result{*matrix, growth ? *growth : Funnel::GrowthBars(), query, activity};
        },
        [this](std::optional<Result> result) {
            if (result)
                m_result = *std::move(result);
        });
}

void CohortsTab::renewTexts()
{
    const QSignalBlocker blocker(m_measure);
    for (std::size_t i = 0; i < std::size(measures); ++i)
        m_measure->setItemText(int(i), LifecycleCharts::measureName(measures[i]));
    m_measure->setAccessibleName(tr("What the cells show"));
    m_unit->setSegments({tr("Week"), tr("Month"), tr("Quarter")});
    m_unit->setAccessibleName(tr("Length of the periods"));
}

void CohortsTab::showNumbers(const Insights::Analysis &)
{
    m_growth->setMaker([this](const Display &display) {
        return m_result ? LifecycleCharts::growthBars(m_result->growth, display) : Columns();
    });
    showMeasure();
}

void CohortsTab::showMeasure()
{
    if (!m_result || !analysis())
        return;
    const CohortMeasure measure = measures[std::size_t(qMax(0, m_measure->currentIndex()))];
    const Currency currency = analysis()->snapshot->currency;
    m_table->setMaker([this, measure, currency](const Display &display) {
        return m_result ? LifecycleCharts::cohortTable(m_result->matrix, measure, currency, display)
                        : HeatTable();
    });
    m_curves->setMaker([this, measure, currency](const Display &display) {
        return m_result ? LifecycleCharts::cohortCurves(m_result->matrix, measure, currency, display)
                        : Curves();
    });
}

/// The customers behind a cell: of the row's cohort, those who bought in the column's period.
void CohortsTab::showCohort(int row, int column)
{
    if (!m_result || !analysis() || row < 0 || row + 1 >= m_table->table().rows.size())
        return;
    int shown = -1;
    for (int cohort = 0; cohort < m_result->matrix.cohorts.size(); ++cohort) {
        if (m_result->matrix.cohorts[cohort].customers == 0 || ++shown < row)
            continue;
        const QString name = m_table->table().rows[row].name;
        CustomerChoice choice;
        choice.what = column == 0 ? tr("First purchase: %1").arg(name)
                                  //: a cohort %1 and how many periods later they bought
                                  : tr("First purchase: %1, bought again in period %2")
                                        .arg(name, display().format().integer(column));
        choice.find = [snapshot = analysis()->snapshot, query = m_result->query, cohort,
                       column](const Progress &) -> ::Result<CustomerChoice::List> {
            return Lifecycle::cohortMembers(*snapshot, query, cohort, column);
        };
        emit contactsRequested(choice);
        return;
    }
}

void CohortsTab::showGrowth(int period, int state)
{
    if (!m_result || !analysis() || period >= m_result->growth.periods.size())
        return;
    CustomerChoice choice;
    //: a period such as May 2025, and what customers were in it: new, returning, …
    choice.what = tr("%1: %2").arg(m_growth->columns().titles.value(period),
                                   m_growth->columns().series.value(state).name);
    choice.find = [snapshot = analysis()->snapshot, query = m_result->activity, period,
                   state](const Progress &progress) {
        return Funnel::growthActors(Funnel::EventLog::fromSnapshot(snapshot), query, period,
                                    Funnel::Growth(state), progress);
    };
    emit contactsRequested(choice);
}

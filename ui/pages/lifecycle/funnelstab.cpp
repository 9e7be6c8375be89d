#include "ui/pages/lifecycle/funnelstab.h"

#include "models/funnel/counts.h"
#include "models/funnel/words.h"
#include "ui/charts/chartcard.h"
#include "ui/charts/columnschart.h"
#include "ui/charts/curveschart.h"
#include "ui/charts/lifecyclecharts.h"
#include "ui/pages/cardgrid.h"
#include "ui/pages/lifecycle/attributes.h"
#include "ui/pages/lifecycle/contactlist.h"
#include "ui/pages/lifecycle/funneleditor.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHeaderView>
#include <QMenu>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableView>

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr double secondsPerDay = 86400;
enum Kind { BreakdownKind, TrendKind, TimesKind, DriversKind };

/// First to second purchase within 90 days: the funnel that every shop asks for first.
Funnel::FunnelQuery readyMade()
{
    Funnel::FunnelQuery query;
    query.windowSeconds = 90 * 86400;
    for (int step = 0; step < 2; ++step)
        query.steps.append({{Funnel::purchaseEvent.toString(), {}}, false});
    return query;
}

/// Lifetime value of those who did each step; accounts bring that of their members.
QList<double> valuesOf(const Funnel::FunnelReading &reading, const std::vector<double> &clv)
{
    QList<double> values;
    for (const Funnel::StepReading &step : reading.steps) {
        std::vector<std::uint32_t> actors = step.reached;
        std::sort(actors.begin(), actors.end());
        actors.erase(std::unique(actors.begin(), actors.end()), actors.end());
        double sum = 0;
        for (const std::uint32_t actor : actors)
            sum += actor < clv.size() && std::isfinite(clv[actor]) ? clv[actor] : 0;
        values.append(sum);
    }
    return values;
}

} // namespace

FunnelsTab::FunnelsTab(Display &shownBy, QWidget *parent)
    : LifecycleTab(shownBy, u"lifecycle"_s, parent)
    , m_chart(new StepFunnelChart(shownBy))
    , m_picker(new QComboBox)
    , m_new(new Button(shownBy, Button::Kind::Default, u"plus"_s))
    , m_mode(new SegmentedControl(shownBy))
    , m_definition(new TextLabel(shownBy, Theme::TextRole::Table, "text2"))
    , m_tableCard(new Card(shownBy, cards().content()))
    , m_kind(new SegmentedControl(shownBy))
    , m_stack(new QStackedWidget)
    , m_rows(new CellTable(this))
    , m_trend(new CurvesChart(u"funnel-trend"_s, shownBy))
    , m_times(new ColumnsChart(u"time-to-convert"_s, shownBy))
    , m_editor(new FunnelEditor(shownBy, this))
    , m_query(readyMade())
{
    makeCards(shownBy);
    m_editor->hide();
    connect(m_picker, &QComboBox::activated, this, &FunnelsTab::chooseFunnel);
    connect(m_new, &Button::clicked, this, [this] {
        m_query = readyMade();
        fillPicker();
        m_editor->setQuery(m_query, {}, false);
        run(false);
        emit inspectorRequested(true);
    });
    connect(m_mode, &SegmentedControl::chosen, this,
            [this](int mode) { m_chart->setMode(StepFunnelChart::Mode(mode)); });
    connect(m_kind, &SegmentedControl::chosen, this, [this] { showTable(); });
    connect(m_chart, &StepFunnelChart::stepActivated, this, &FunnelsTab::openStepMenu);
    connect(m_editor, &FunnelEditor::edited, this,
            [this](const Funnel::FunnelQuery &query, const QString &, bool moving) {
                takeEdit(query, moving);
            });
    connect(m_editor, &FunnelEditor::saveRequested, this, &FunnelsTab::save);
    connect(m_editor, &FunnelEditor::removeRequested, this, &FunnelsTab::remove);
    connect(m_rowView, &QTableView::activated, this, [this](const QModelIndex &index) {
        const int row = index.data(CellTable::RowRole).toInt();
        const int step = (index.column() - 1) / 2;
        if (m_kind->current() != BreakdownKind || index.column() < 1
            || row >= m_outcome.result.groups.size() || step >= m_query.steps.size())
            return;
        const Funnel::FunnelGroup &group = m_outcome.result.groups[row];
        showActors(tr("%1, step %2").arg(group.value.isEmpty() ? tr("(no value)") : group.value,
                                         display().format().integer(step + 1)),
                   group.reading.steps[step].reached);
    });
    retranslate();
    fillPicker();
    m_editor->setQuery(m_query, {}, false);
}

void FunnelsTab::makeCards(Display &shownBy)
{
    m_chartCard = new ChartCard(shownBy, m_chart, cards().content());
    m_picker->setObjectName(u"funnelPicker"_s);
    m_picker->setMinimumWidth(190);
    m_new->setObjectName(u"newFunnel"_s);
    m_new->setSmall(true);
    m_mode->setObjectName(u"ownFunnelMode"_s);
    for (QWidget *control : QList<QWidget *>{m_picker, m_new, m_mode})
        m_chartCard->addHeaderWidget(control);
    m_definition->setObjectName(u"ownDefinition"_s);
    m_definition->setWordWrap(true);
    m_definition->setContentsMargins(12, 8, 12, 8);
    m_chartCard->setFooter(m_definition);
    m_chart->setMinimumHeight(270);
    cards().place(m_chartCard, 0, 0, CardGrid::columns, 4);
    m_rowView = m_rows->makeView(shownBy, u"funnelRows"_s);
    m_kind->setObjectName(u"funnelTable"_s);
    m_tableCard->addHeaderWidget(m_kind);
    for (QWidget *view : QList<QWidget *>{m_rowView, m_trend, m_times})
        m_stack->addWidget(view);
    m_stack->setMinimumHeight(210);
    m_tableCard->setBody(m_stack);
    cards().place(m_tableCard, 1, 0, CardGrid::columns, 2);
}

QString FunnelsTab::title() const { return tr("Own funnels"); }

QWidget *FunnelsTab::inspector() { return m_editor; }

std::pair<QString, QString> FunnelsTab::emptyTexts() const
{
    return {tr("There is nothing to build a funnel from"),
            tr("A funnel follows events and purchases. Import either of them.")};
}

bool FunnelsTab::canShow(const Insights::Analysis &analysis) const
{
    return analysis.snapshot
           && analysis.snapshot->events.size() + analysis.snapshot->purchases.size() > 0;
}

void FunnelsTab::startComputing(const Insights::AnalysisPtr &shown)
{
    if (m_logSnapshot != shown->snapshot) {
        m_log.reset();
        m_logSnapshot = shown->snapshot;
    }
    run(false);
}

FunnelsTab::Outcome FunnelsTab::evaluateAll(const Insights::AnalysisPtr &shown, LogPtr log,
                                            Funnel::FunnelQuery query, bool countsOnly,
                                            const Progress &progress)
{
    Outcome outcome;
    if (!log)
        log = std::make_shared<Funnel::EventLog>(Funnel::EventLog::fromSnapshot(shown->snapshot));
    outcome.log = log;
    outcome.countsOnly = countsOnly;
    if (query.range.from || query.range.until) {
        query.range.from = epochSeconds(shown->query.filter.period.from);
        query.range.until = epochSeconds(shown->query.filter.period.until.addDays(1)) - 1;
    }
    // The same rules as on the command line: what it would refuse is refused here.
    Funnel::FunnelQuery asked = query;
    asked.kind = query.compare ? u"funnel_compare"_s : u"funnel"_s;
    const auto checked = Funnel::funnelQueryFromJson(Funnel::toJson(asked));
    if (!checked) {
        outcome.problem = checked.error();
        return outcome;
    }
    std::vector<double> clv = clvByCustomer(*shown);
    Funnel::EventLog counted = *log;
    if (query.counting == Funnel::Counting::Accounts) {
        const auto grouped = Funnel::groupedBy(*log, query.accountProperty, u"account_property"_s);
        const auto accounts = log->property(query.accountProperty);
        if (!grouped || !accounts) {
            outcome.problem = grouped ? accounts.error() : grouped.error();
            return outcome;
        }
        counted = *grouped;
        outcome.accountOf = (*accounts)->ofActor;
        std::vector<double> ofAccount(std::size_t((*accounts)->values.size()), 0);
        for (std::size_t customer = 0; customer < clv.size(); ++customer) {
            if (std::isfinite(clv[customer]))
                ofAccount[outcome.accountOf[customer]] += clv[customer];
        }
        clv = std::move(ofAccount);
    }
    if (countsOnly) {
        Funnel::FunnelQuery plain = query;
        plain.breakdown.reset();
        const auto counts = Funnel::countActors(counted, plain, progress);
        if (!counts) {
            outcome.problem = counts.error();
            return outcome;
        }
        for (const qint64 count : counts->total) {
            Funnel::StepReading step;
            step.count = count;
            outcome.result.total.steps.append(step);
        }
        return outcome;
    }
    query.listActors = true;
    const auto result = Funnel::evaluate(counted, query, progress);
    if (!result) {
        outcome.problem = result.error();
        return outcome;
    }
    outcome.result = *result;
    if (query.compare) {
        const auto sides = Funnel::compareGroups(counted, query, progress);
        if (!sides) {
            outcome.problem = sides.error();
            return outcome;
        }
        outcome.sides = *sides;
        outcome.values = {valuesOf(sides->first, clv), valuesOf(sides->second, clv)};
    } else {
        outcome.values = {valuesOf(result->total, clv)};
    }
    if (const auto explained = Funnel::explain(counted, query, result->total, progress))
        outcome.explanation = *explained;
    if (query.steps.size() > 1) {
        query.interval = Funnel::Interval::Month;
        if (const auto trend = Funnel::evaluateTrend(counted, query, progress))
            outcome.trend = *trend;
        if (const auto times = Funnel::evaluateConvertTimes(counted, query, progress))
            outcome.times = *times;
        if (const auto drivers = Funnel::evaluateDrivers(counted, query, progress))
            outcome.drivers = *drivers;
    }
    return outcome;
}

void FunnelsTab::run(bool countsOnly)
{
    if (!analysis() || !canShow(*analysis()))
        return;
    compute(
        [shown = analysis(), log = m_log, query = m_query, countsOnly](const Progress &progress) {
            return evaluateAll(shown, log, query, countsOnly, progress);
        },
        [this](Outcome outcome) {
            m_log = outcome.log;
            m_outcome = std::move(outcome);
        });
}

void FunnelsTab::takeEdit(const Funnel::FunnelQuery &query, bool moving)
{
    m_query = query;
    if (analysis() && m_query.range.from) {
        m_query.range.from = epochSeconds(analysis()->query.filter.period.from);
        m_query.range.until = epochSeconds(analysis()->query.filter.period.until.addDays(1)) - 1;
        // As a definition would say it.
        m_query.range.fromText = analysis()->query.filter.period.from.toString(Qt::ISODate);
        m_query.range.untilText = analysis()->query.filter.period.until.toString(Qt::ISODate);
    }
    run(moving);
}

void FunnelsTab::setFunnels(const QList<Funnel::FunnelQuery> &funnels)
{
    const bool wasStored = std::any_of(m_funnels.cbegin(), m_funnels.cend(), [this](const auto &funnel) {
        return funnel.name == m_query.name;
    });
    m_funnels = funnels;
    for (const Funnel::FunnelQuery &funnel : std::as_const(m_funnels)) {
        // Undone or redone: what is stored under the shown name is shown.
        if (wasStored && funnel.name == m_query.name && funnel != m_query) {
            m_query = funnel;
            run(false);
        }
    }
    fillPicker();
    m_editor->setQuery(m_query, {}, m_picker->currentIndex() > 0);
}

void FunnelsTab::fillPicker()
{
    const QSignalBlocker blocker(m_picker);
    m_picker->clear();
    m_picker->addItem(tr("First to second purchase"));
    for (const Funnel::FunnelQuery &funnel : std::as_const(m_funnels))
        m_picker->addItem(funnel.name);
    m_picker->setCurrentIndex(0);
    for (int i = 0; i < m_funnels.size(); ++i) {
        if (m_funnels[i].name == m_query.name)
            m_picker->setCurrentIndex(i + 1);
    }
}

void FunnelsTab::chooseFunnel(int index)
{
    m_query = index > 0 ? m_funnels[index - 1] : readyMade();
    m_editor->setQuery(m_query, {}, index > 0);
    run(false);
}

void FunnelsTab::save()
{
    if (m_query.name.isEmpty()) {
        m_editor->setProblem(tr("A funnel needs a name. Write one at the top."));
        return;
    }
    QList<Funnel::FunnelQuery> funnels = m_funnels;
    funnels.removeIf([this](const Funnel::FunnelQuery &funnel) { return funnel.name == m_query.name; });
    funnels.append(m_query);
    std::sort(funnels.begin(), funnels.end(), [](const auto &a, const auto &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    emit funnelsEdited(funnels, tr("Save the funnel %1").arg(NumberFormat::isolate(m_query.name)));
}

void FunnelsTab::remove()
{
    QList<Funnel::FunnelQuery> funnels = m_funnels;
    funnels.removeIf([this](const Funnel::FunnelQuery &funnel) { return funnel.name == m_query.name; });
    const QString name = m_query.name;
    m_query = readyMade();
    emit funnelsEdited(funnels, tr("Remove the funnel %1").arg(NumberFormat::isolate(name)));
    m_editor->setQuery(m_query, {}, false);
    run(false);
}

void FunnelsTab::renewTexts()
{
    m_picker->setAccessibleName(tr("Funnel"));
    m_picker->setItemText(0, tr("First to second purchase"));
    m_new->setText(tr("New funnel"));
    m_mode->setSegments({tr("Count"), tr("Percent"), tr("Value")});
    m_mode->setAccessibleName(tr("What the columns show"));
    m_kind->setSegments({tr("Breakdown"), tr("Trend"), tr("Time to convert"), tr("Drivers")});
    m_kind->setAccessibleName(tr("What the table shows"));
    m_rowView->setAccessibleName(tr("Readings of the funnel"));
    m_editor->renewTexts();
}

void FunnelsTab::fillChoices(const Insights::Analysis &analysis)
{
    FunnelChoices choices;
    choices.events = m_log->names();
    std::sort(choices.events.begin(), choices.events.end());
    for (const Customers::CodedColumn &column : analysis.snapshot->coded) {
        if (column.values.size() > 1 && column.values.size() <= 500)
            choices.properties.append({column.field, Attributes::title(analysis, column.field), column.values});
    }
    if (analysis.snapshot->purchases.categories.size() > 1)
        choices.properties.append({u"category"_s, tr("Category of the purchase"),
                                   analysis.snapshot->purchases.categories});
    m_editor->setChoices(choices);
}

void FunnelsTab::showNumbers(const Insights::Analysis &analysis)
{
    if (!m_outcome.countsOnly)
        fillChoices(analysis);
    showFunnel();
    if (!m_outcome.countsOnly)
        showTable();
}

const Funnel::FunnelReading &FunnelsTab::reading(int series) const
{
    if (!m_outcome.sides)
        return m_outcome.result.total;
    return series == 0 ? m_outcome.sides->first : m_outcome.sides->second;
}

QString FunnelsTab::stepName(int step) const
{
    return step < m_query.steps.size()
               ? Funnel::conditionWords(m_query.steps[step].condition, display().language())
               : QString();
}

void FunnelsTab::showFunnel()
{
    const NumberFormat &format = display().format();
    m_editor->setProblem(m_outcome.problem ? m_outcome.problem->message : QString());
    QString words = Funnel::definitionWords(m_query, format);
    if (!m_outcome.explanation.isEmpty())
        words = m_outcome.explanation + u' ' + words;
    m_definition->setText(words);
    if (m_outcome.problem)
        return; // the last good picture stays
    StepFunnel funnel;
    for (int step = 0; step < m_outcome.result.total.steps.size(); ++step)
        funnel.steps.append(stepName(step));
    funnel.currency = analysis()->snapshot->currency.code;
    const int series = m_outcome.sides ? 2 : 1;
    for (int s = 0; s < series; ++s) {
        StepFunnel::Series entry;
        if (m_query.compare) {
            const QString &value = s == 0 ? m_query.compare->left : m_query.compare->right;
            entry.name = value == u"*rest*"_s ? tr("all others")
                         : value.isEmpty()    ? tr("(no value)")
                                              : value;
        } else {
            entry.name = tr("All");
        }
        for (const Funnel::StepReading &step : reading(s).steps) {
            entry.counts.append(step.count);
            entry.stillOpen.append(step.stillOpen);
            entry.medianDays.append(step.medianSeconds / secondsPerDay);
        }
        entry.values = m_outcome.values.value(s);
        funnel.series.append(entry);
    }
    const StepFunnel::Series &all = funnel.series.first();
    if (all.counts.size() > 1 && all.counts.first() > 0) {
        const double share = double(all.counts.last()) / double(all.counts.first());
        funnel.finding = tr("%1 of those who enter complete all steps").arg(format.percent(share, 1));
    }
    m_chart->setData(funnel);
}

void FunnelsTab::showTable()
{
    if (!analysis())
        return;
    const NumberFormat &format = display().format();
    const int kind = m_kind->current();
    m_stack->setCurrentIndex(kind == TrendKind ? 1 : kind == TimesKind ? 2 : 0);
    m_tableCard->setTitle(kind == TrendKind    ? tr("Conversion by month of entry")
                          : kind == TimesKind  ? tr("Time to convert")
                          : kind == DriversKind ? tr("What goes with conversion")
                                                : tr("Breakdown"));
    m_tableCard->setSubtitle(
        kind == DriversKind
            ? tr("odds ratio with one added to every cell; above 1 goes with conversion, which need not be its cause")
        : kind == BreakdownKind && m_query.breakdown ? Attributes::title(*analysis(), m_query.breakdown->property)
                                                     : QString());
    if (kind == TrendKind) {
        m_trend->setMaker([rows = m_outcome.trend](const Display &shown) {
            Curves curves;
            curves.name = tr("Conversion by month of entry");
            curves.title = curves.name;
            curves.emptyTitle = tr("There is no second month to compare");
            curves.emptyReason = tr("The trend follows those who enter in each month.");
            curves.isPercent = true;
            curves.text = [&shown](double value) { return shown.format().percent(value, 1); };
            Curves::Series series;
            series.name = tr("Conversion");
            series.category = Theme::Blue;
            const qsizetype step = std::max<qsizetype>(1, rows.size() / 8);
            for (qsizetype i = 0; i < rows.size(); ++i) {
                const QDate day = QDate::fromString(rows[i].period.left(10), Qt::ISODate);
                const QString label = day.isValid() ? shown.format().monthYear(day) : rows[i].period;
                if (rows[i].entered > 0)
                    series.points.append({double(i), rows[i].percent() / 100});
                if (i % step == 0)
                    curves.labels.append({double(i), label});
                curves.marks.append(
                    {double(i), tr("%1: %2 entered").arg(label, shown.format().integer(rows[i].entered))});
            }
            curves.series.append(series);
            return curves;
        });
        return;
    }
    if (kind == TimesKind) {
        m_times->setMaker([times = m_outcome.times](const Display &shown) {
            const NumberFormat &numbers = shown.format();
            Columns columns;
            columns.name = tr("Time to convert");
            columns.title = columns.name;
            columns.emptyTitle = tr("Nobody has converted yet");
            columns.emptyReason = tr("The histogram counts who did all steps, by the time it took.");
            columns.isHistogram = true;
            columns.text = [&numbers](double value) { return numbers.integer(std::llround(value)); };
            Columns::Series series{tr("Conversions"), Theme::Blue, {}};
            for (qsizetype i = 0; i < times.bins.size(); ++i) {
                const Funnel::ConvertTimes::Bin &bin = times.bins[i];
                series.values.append(double(bin.count));
                const QString from = numbers.duration(double(bin.from) / secondsPerDay);
                columns.labels.append(from);
                columns.titles.append(i + 1 < times.bins.size()
                                          ? tr("%1 to %2").arg(from, numbers.duration(double(times.bins[i + 1].from)
                                                                                      / secondsPerDay))
                                          : tr("from %1").arg(from));
            }
            columns.series.append(series);
            if (times.bins.size() > 1 && times.conversions > 0) {
                const double width = double(times.bins[1].from - times.bins[0].from);
                const auto place = [&](double seconds) { return (seconds - double(times.bins[0].from)) / width; };
                columns.guides = {{place(times.medianSeconds),
                                   tr("median %1").arg(numbers.duration(times.medianSeconds / secondsPerDay))},
                                  {place(times.averageSeconds),
                                   tr("mean %1").arg(numbers.duration(times.averageSeconds / secondsPerDay))}};
                columns.finding = tr("Half convert within %1")
                                      .arg(numbers.duration(times.medianSeconds / secondsPerDay));
            }
            return columns;
        });
        return;
    }
    QList<CellTable::Head> heads;
    QList<CellTable::Row> rows;
    if (kind == DriversKind) {
        heads = {{tr("Event")},
                 {tr("Converted with it"), true},
                 {tr("Not converted with it"), true},
                 {tr("Odds ratio"), true}};
        for (const Funnel::Driver &driver : std::as_const(m_outcome.drivers.events)) {
            rows.append({{driver.event},
                         {format.integer(driver.success), driver.success},
                         {format.integer(driver.failure), driver.failure},
                         {format.decimal(driver.oddsRatio, 2), driver.oddsRatio, true}});
        }
    } else {
        heads.append({tr("Value")});
        for (int step = 0; step < m_query.steps.size(); ++step) {
            heads.append({tr("Step %1").arg(format.integer(step + 1)), true, stepName(step)});
            heads.append({step == 0 ? tr("Share") : tr("Rate"), true});
        }
        const qint64 entered =
            m_outcome.result.total.steps.isEmpty() ? 0 : m_outcome.result.total.steps.first().count;
        const auto rowOf = [&](const QString &name, const Funnel::FunnelReading &read, bool strong) {
            CellTable::Row row{{name, {}, strong}};
            for (int step = 0; step < read.steps.size(); ++step) {
                const qint64 count = read.steps[step].count;
                const qint64 before = step > 0 ? read.steps[step - 1].count : entered;
                const double share = before > 0 ? double(count) / double(before) : 0;
                row.append({format.integer(count), count, strong});
                row.append({format.percent(share, 1), share, strong});
            }
            return row;
        };
        for (const Funnel::FunnelGroup &group : std::as_const(m_outcome.result.groups))
            rows.append(rowOf(group.value.isEmpty() ? tr("(no value)") : group.value, group.reading, false));
        if (!m_outcome.result.total.steps.isEmpty())
            rows.append(rowOf(tr("All"), m_outcome.result.total, true));
    }
    m_rows->setTable(heads, rows);
    m_rows->dressColumns(*m_rowView, display());
}

void FunnelsTab::openStepMenu(int step, int series, bool lost)
{
    if (m_outcome.countsOnly || m_outcome.problem)
        return;
    const Funnel::FunnelReading &read = reading(series);
    const std::vector<std::uint32_t> actors =
        lost ? Funnel::lostBefore(read, step) : read.steps[step].reached;
    const QString what = lost ? tr("Lost before %1").arg(stepName(step)) : stepName(step);
    auto *menu = new QMenu(this);
    menu->setObjectName(u"stepMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *show = menu->addAction(tr("Show the customers"));
    show->setObjectName(u"showStepCustomers"_s);
    connect(show, &QAction::triggered, this, [this, what, actors] { showActors(what, actors); });
    if (lost) {
        QAction *instead = menu->addAction(tr("What they did instead"));
        instead->setObjectName(u"showInstead"_s);
        connect(instead, &QAction::triggered, this, [this, step] { showInstead(step); });
    }
    menu->popup(QCursor::pos());
}

void FunnelsTab::showInstead(int step)
{
    compute(
        [log = m_log, query = m_query, step](const Progress &progress) {
            if (query.counting == Funnel::Counting::Accounts) {
                const auto grouped =
                    Funnel::groupedBy(*log, query.accountProperty, u"account_property"_s);
                if (!grouped)
                    return QList<Funnel::Instead>();
                const auto rows = Funnel::evaluateInstead(*grouped, query, step, progress);
                return rows ? *rows : QList<Funnel::Instead>();
            }
            const auto rows = Funnel::evaluateInstead(*log, query, step, progress);
            return rows ? *rows : QList<Funnel::Instead>();
        },
        [this, step](const QList<Funnel::Instead> &instead) {
            // After the tab has shown its numbers again: the answer takes the table's place until
            // another kind is chosen.
            QMetaObject::invokeMethod(
                this,
                [this, step, instead] {
                    const NumberFormat &format = display().format();
                    qint64 all = 0;
                    for (const Funnel::Instead &row : instead)
                        all += row.actors;
                    QList<CellTable::Row> rows;
                    for (const Funnel::Instead &row : instead) {
                        rows.append({{row.event.isEmpty() ? tr("nothing more") : row.event},
                                     {format.integer(row.actors), row.actors},
                                     {format.percent(all > 0 ? double(row.actors) / double(all) : 0, 1),
                                      row.actors}});
                    }
                    m_stack->setCurrentIndex(0);
                    m_tableCard->setTitle(
                        tr("What %1 did instead of %2").arg(format.integer(all), stepName(step)));
                    m_tableCard->setSubtitle(tr("the first event after their last step"));
                    m_rows->setTable({{tr("Event")}, {tr("Customers"), true}, {tr("Share"), true}}, rows);
                    m_rows->dressColumns(*m_rowView, display());
                },
                Qt::QueuedConnection);
        });
}

void FunnelsTab::showActors(const QString &what, const std::vector<std::uint32_t> &actors)
{
    std::vector<Customers::CustomerIndex> customers = actors;
    if (!m_outcome.accountOf.empty()) {
        // The members of the accounts.
        std::vector<char> wanted;
        for (const std::uint32_t account : actors) {
            if (account >= wanted.size())
                wanted.resize(account + 1, 0);
            wanted[account] = 1;
        }
        customers.clear();
        for (std::size_t customer = 0; customer < m_outcome.accountOf.size(); ++customer) {
            if (m_outcome.accountOf[customer] < wanted.size() && wanted[m_outcome.accountOf[customer]])
                customers.push_back(Customers::CustomerIndex(customer));
        }
    }
    std::sort(customers.begin(), customers.end());
    customers.erase(std::unique(customers.begin(), customers.end()), customers.end());
    emit contactsRequested(what, customers);
}

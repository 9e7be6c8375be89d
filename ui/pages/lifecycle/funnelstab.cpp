#include "ui/pages/lifecycle/funnelstab.h"

#include "models/funnel/words.h"
#include "ui/charts/chartcard.h"
#include "ui/pages/cardgrid.h"
#include "ui/pages/lifecycle/attributes.h"
#include "ui/pages/lifecycle/funneleditor.h"
#include "ui/pages/lifecycle/funnelreadings.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr double secondsPerDay = 86400;

/// First to second purchase within 90 days: the funnel that every shop asks for first.
Funnel::FunnelQuery readyMade()
{
    Funnel::FunnelQuery query;
    query.windowSeconds = 90 * 86400;
    for (int step = 0; step < 2; ++step)
        query.steps.append({{Funnel::purchaseEvent.toString(), {}}, false});
    return query;
}

} // namespace

FunnelsTab::FunnelsTab(Display &shownBy, QWidget *parent)
    : LifecycleTab(shownBy, u"lifecycle"_s, parent)
    , m_chart(new StepFunnelChart(shownBy))
    , m_picker(new QComboBox)
    , m_new(new Button(shownBy, Button::Kind::Default, u"plus"_s))
    , m_mode(new SegmentedControl(shownBy))
    , m_definition(new TextLabel(shownBy, Theme::TextRole::Table, "text2"))
    , m_readings(new FunnelReadings(shownBy, cards().content()))
    , m_editor(new FunnelEditor(shownBy, this))
    , m_query(readyMade())
    , m_settled(m_query)
{
    makeCards(shownBy);
    m_editor->hide();
    connect(m_picker, &QComboBox::activated, this, &FunnelsTab::chooseFunnel);
    connect(m_new, &Button::clicked, this, [this] {
        show(readyMade());
        emit inspectorRequested(true);
    });
    connect(m_mode, &SegmentedControl::chosen, this,
            [this](int mode) { m_chart->setMode(StepFunnelChart::Mode(mode)); });
    connect(m_chart, &StepFunnelChart::stepActivated, this, &FunnelsTab::showStep);
    connect(m_editor, &FunnelEditor::edited, this, &FunnelsTab::takeEdit);
    connect(m_editor, &FunnelEditor::undoRequested, this, &FunnelsTab::undoRequested);
    connect(m_editor, &FunnelEditor::redoRequested, this, &FunnelsTab::redoRequested);
    connect(m_editor, &FunnelEditor::saveRequested, this, &FunnelsTab::save);
    connect(m_editor, &FunnelEditor::removeRequested, this, &FunnelsTab::remove);
    connect(m_readings, &FunnelReadings::contactsRequested, this, &LifecycleTab::contactsRequested);
    retranslate();
    fillPicker();
    m_editor->setQuery(m_query, false);
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
    cards().place(m_readings, 1, 0, CardGrid::columns, 2);
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

FunnelData FunnelsTab::data() const
{
    return {analysis(), m_log, m_segments, m_source, {}, display().format()};
}

void FunnelsTab::run(bool countsOnly)
{
    if (!analysis() || !canShow(*analysis()))
        return;
    followPeriod();
    FunnelData asked = data();
    // A slider does not move anybody to the other side.
    const bool isSameComparison = m_log && m_studied.compare == m_query.compare
                                  && m_studied.counting == m_query.counting
                                  && m_studied.accountProperty == m_query.accountProperty;
    if (countsOnly && isSameComparison)
        asked.sideOf = m_study.sideOf;
    compute(
        [asked, query = m_query, countsOnly](const Progress &progress) {
            return studyFunnel(asked, query, countsOnly, progress);
        },
        [this, query = m_query](FunnelStudy study) {
            m_log = study.log;
            m_study = std::move(study);
            m_studied = query;
        });
}

void FunnelsTab::takeEdit(const Funnel::FunnelQuery &query, bool moving)
{
    m_query = query;
    run(moving);
    if (moving || query == m_settled)
        return; // a slider on its way is one edit, once it is let go
    const Funnel::FunnelQuery before = std::exchange(m_settled, query);
    Funnel::FunnelQuery renamed = before;
    renamed.name = query.name;
    const bool isName = renamed == query;
    emit draftEdited(before, query,
                     query.name.isEmpty()
                         ? tr("Edit the new funnel")
                         : tr("Edit the funnel %1").arg(NumberFormat::isolate(query.name)),
                     isName ? m_series : -1);
    if (!isName)
        ++m_series;
}

void FunnelsTab::setDraft(const Funnel::FunnelQuery &query)
{
    if (query != m_settled)
        show(query);
}

void FunnelsTab::show(const Funnel::FunnelQuery &query)
{
    m_query = query;
    m_settled = query;
    ++m_series;
    fillPicker();
    m_editor->setQuery(m_query, isStored());
    run(false);
}

bool FunnelsTab::isStored() const
{
    return std::ranges::find(m_funnels, m_query.name, &Funnel::FunnelQuery::name) != m_funnels.end();
}

void FunnelsTab::setUndo(const QString &undo, const QString &redo) { m_editor->setUndo(undo, redo); }

/// A funnel that looks at a period looks at the one that is chosen for the screen; the sentence, the
/// numbers and what is saved say the same.
void FunnelsTab::followPeriod()
{
    const DateRange &period = analysis()->query.filter.period;
    if (!(m_query.range.from || m_query.range.until) || !period.isValid())
        return;
    m_query.range.from = epochSeconds(period.from);
    m_query.range.until = epochSeconds(period.until.addDays(1)) - 1;
    // As a definition would say it.
    m_query.range.fromText = period.from.toString(Qt::ISODate);
    m_query.range.untilText = period.until.toString(Qt::ISODate);
}

void FunnelsTab::setFunnels(const QList<Funnel::FunnelQuery> &funnels)
{
    // What is being edited stays, also where saving it was undone: the edits before can be undone next.
    m_funnels = funnels;
    fillPicker();
    m_editor->setQuery(m_settled, isStored());
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
    show(index > 0 ? m_funnels[index - 1] : readyMade());
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
    emit funnelsEdited(funnels, tr("Remove the funnel %1").arg(NumberFormat::isolate(name)));
    show(readyMade());
}

void FunnelsTab::renewTexts()
{
    m_picker->setAccessibleName(tr("Funnel"));
    m_picker->setItemText(0, tr("First to second purchase"));
    m_new->setText(tr("New funnel"));
    m_mode->setSegments({tr("Count"), tr("Percent"), tr("Value")});
    m_mode->setAccessibleName(tr("What the columns show"));
    m_readings->renewTexts();
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
    for (const Segments::Segment &segment : std::as_const(m_segments))
        choices.segments.append({segment.name, segmentTitle(segment.name)});
    m_editor->setChoices(choices);
}

void FunnelsTab::setSegments(const QList<Segments::Segment> &segments)
{
    m_segments = segments;
    const bool isAsked = (m_query.breakdown && m_query.breakdown->property == savedSegments)
                         || (m_query.compare && !m_query.compare->segment.isEmpty());
    if (isAsked)
        recompute();
    else
        renew(); // the editor offers them
}

void FunnelsTab::setSegmentSource(const SegmentSource &source) { m_source = source; }

QString FunnelsTab::segmentTitle(const QString &name) const
{
    for (const Segments::Segment &segment : m_segments) {
        if (segment.name == name && display().isArabic() && !segment.nameArabic.isEmpty())
            return segment.nameArabic;
    }
    return name;
}

/// Whom a column is about.
QString FunnelsTab::sideName(int series) const
{
    if (!m_query.compare)
        return tr("All");
    const QString &segment = m_query.compare->segment;
    if (series == 0 && !segment.isEmpty())
        return segmentTitle(segment);
    const QString &value = series == 0 ? m_query.compare->left : m_query.compare->right;
    if (value == u"*rest*"_s)
        return tr("all others");
    if (!segment.isEmpty())
        return segmentTitle(value);
    return value.isEmpty() ? tr("(no value)") : value;
}

void FunnelsTab::showNumbers(const Insights::Analysis &analysis)
{
    if (!m_study.countsOnly)
        fillChoices(analysis);
    showFunnel();
    if (!m_study.countsOnly)
        m_readings->setStudy(data(), m_query, m_study);
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
    m_editor->setProblem(m_study.problem ? m_study.problem->message : QString());
    Funnel::FunnelQuery told = m_query;
    const bool bySegments = told.breakdown && told.breakdown->property == savedSegments;
    if (bySegments)
        told.breakdown.reset();
    QString words = Funnel::definitionWords(told, format);
    if (bySegments)
        words += u' ' + tr("One funnel for each saved segment; segments may overlap.");
    if (!m_study.explanation.isEmpty())
        words = m_study.explanation + u' ' + words;
    m_definition->setText(words);
    if (m_study.problem)
        return; // the last good picture stays
    StepFunnel funnel;
    for (int step = 0; step < m_study.result.total.steps.size(); ++step)
        funnel.steps.append(stepName(step));
    funnel.currency = analysis()->snapshot->currency.code;
    const int series = m_study.sides ? 2 : 1;
    for (int s = 0; s < series; ++s) {
        StepFunnel::Series entry;
        entry.name = sideName(s);
        for (const Funnel::StepReading &step : m_study.reading(s).steps) {
            entry.counts.append(step.count);
            entry.stillOpen.append(step.stillOpen);
            entry.medianDays.append(step.medianSeconds / secondsPerDay);
            entry.values.append(step.value);
        }
        funnel.series.append(entry);
    }
    const auto completed = [&format](const StepFunnel::Series &entry) {
        return entry.counts.value(0) > 0
                   ? format.percent(double(entry.counts.last()) / double(entry.counts.first()), 1)
                   : u"–"_s;
    };
    if (funnel.steps.size() > 1 && (series > 1 || funnel.series[0].counts.value(0) > 0)) {
        funnel.finding =
            series == 1
                ? tr("%1 of those who enter complete all steps").arg(completed(funnel.series[0]))
                //: complete the funnel: %1 and %3 are groups of customers, %2 and %4 shares
                : tr("%1: %2 complete all steps; %3: %4")
                      .arg(funnel.series[0].name, completed(funnel.series[0]),
                           funnel.series[1].name, completed(funnel.series[1]));
    }
    m_chart->setData(funnel);
}

void FunnelsTab::showStep(int step, int series, bool lost)
{
    if (m_study.countsOnly || m_study.problem)
        return;
    const Funnel::FunnelReading &read = m_study.reading(series);
    QString what = lost ? tr("Lost before %1").arg(stepName(step)) : stepName(step);
    if (m_study.sides) {
        //: %1 is one side of a comparison, such as a segment; %2 a step of a funnel
        what = tr("%1: %2").arg(sideName(series), what);
    }
    CustomerChoice choice = CustomerChoice::of(
        what,
        m_study.customersOf(lost ? Funnel::lostBefore(read, step) : read.steps[step].reached));
    if (lost) {
        std::vector<std::uint8_t> among;
        if (m_study.sideOf)
            among = Funnel::maskOf(*m_study.sideOf, series == 0 ? Funnel::LeftSide : Funnel::RightSide);
        choice.instead = [asked = data(), query = m_query, step, among](
                             const Progress &progress) -> Result<QList<Funnel::Instead>> {
            const Result<Funnel::EventLog> counted = asked.counted(query, progress);
            return counted ? Funnel::evaluateInstead(*counted, query, step, progress, among)
                           : counted.error();
        };
    }
    emit contactsRequested(choice);
}

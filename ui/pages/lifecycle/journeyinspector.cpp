#include "ui/pages/lifecycle/journeyinspector.h"

#include "ui/charts/plottools.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QGridLayout>
#include <QSlider>
#include <QVBoxLayout>

#include <cmath>

namespace {

QFrame *rule()
{
    auto *line = new QFrame;
    line->setProperty("look", QStringLiteral("rule"));
    return line;
}

/// The slider's steps are finer among small flows.
constexpr int sliderSteps = 100;

} // namespace

JourneyInspector::JourneyInspector(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_title(new TextLabel(display, Theme::TextRole::CardTitle))
    , m_hint(new TextLabel(display, Theme::TextRole::Table, "text2"))
    , m_figures(new QGridLayout)
    , m_ownersLabel(new TextLabel(display, Theme::TextRole::Table, "text2"))
    , m_owners(new QGridLayout)
    , m_segment(new Button(display, Button::Kind::Default, QStringLiteral("segments")))
    , m_show(new Button(display, Button::Kind::Default, QStringLiteral("user")))
    , m_showLabel(new TextLabel(display, Theme::TextRole::Table, "text2"))
    , m_still(new QCheckBox)
    , m_left(new QCheckBox)
    , m_returns(new QCheckBox)
    , m_leastLabel(new TextLabel(display, Theme::TextRole::Table, "text2"))
    , m_least(new QSlider(Qt::Horizontal))
    , m_leastNote(new TextLabel(display, Theme::TextRole::Axis, "text3"))
    , m_depthLabel(new TextLabel(display, Theme::TextRole::Table, "text2"))
    , m_depth(new QSlider(Qt::Horizontal))
    , m_depthNote(new TextLabel(display, Theme::TextRole::Axis, "text3"))
    , m_colourLabel(new TextLabel(display, Theme::TextRole::Table, "text2"))
    , m_colour(new SegmentedControl(display))
    , m_sourceLabel(new TextLabel(display, Theme::TextRole::Table, "text2"))
    , m_source(new QComboBox)
    , m_quietLabel(new TextLabel(display, Theme::TextRole::Table, "text2"))
    , m_quiet(new NumberField(display))
{
    m_title->setWordWrap(true);
    m_hint->setWordWrap(true);
    m_segment->setObjectName(QStringLiteral("createSegment"));
    m_show->setObjectName(QStringLiteral("showContacts"));
    m_still->setObjectName(QStringLiteral("showStill"));
    m_left->setObjectName(QStringLiteral("showLeft"));
    m_returns->setObjectName(QStringLiteral("showReturns"));
    m_least->setObjectName(QStringLiteral("leastContacts"));
    m_depth->setObjectName(QStringLiteral("flowDepth"));
    m_colour->setObjectName(QStringLiteral("flowColour"));
    m_source->setObjectName(QStringLiteral("flowSource"));
    m_quiet->setObjectName(QStringLiteral("quietDays"));
    m_least->setRange(0, sliderSteps);
    m_quiet->setRange(1, 3650);
    m_quiet->setDecimals(0);
    m_figures->setColumnStretch(0, 1);
    m_owners->setColumnStretch(0, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_hint);
    layout->addLayout(m_figures);
    layout->addWidget(m_ownersLabel);
    layout->addLayout(m_owners);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_segment);
    buttons->addWidget(m_show);
    buttons->addStretch();
    layout->addLayout(buttons);
    layout->addWidget(rule());
    layout->addWidget(m_showLabel);
    for (QCheckBox *box : {m_still, m_left, m_returns}) {
        layout->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &JourneyInspector::edit);
    }
    layout->addWidget(rule());
    layout->addWidget(m_leastLabel);
    layout->addWidget(m_least);
    layout->addWidget(m_leastNote);
    layout->addWidget(m_depthLabel);
    layout->addWidget(m_depth);
    layout->addWidget(m_depthNote);
    layout->addWidget(rule());
    layout->addWidget(m_colourLabel);
    layout->addWidget(m_colour);
    layout->addWidget(m_sourceLabel);
    layout->addWidget(m_source);
    layout->addWidget(m_quietLabel);
    layout->addWidget(m_quiet);
    layout->addStretch();
    for (QSlider *slider : {m_least, m_depth})
        connect(slider, &QSlider::valueChanged, this, &JourneyInspector::edit);
    connect(m_colour, &SegmentedControl::chosen, this, &JourneyInspector::edit);
    connect(m_source, &QComboBox::currentIndexChanged, this, &JourneyInspector::edit);
    m_quiet->setKeyboardTracking(false);
    connect(m_quiet, &NumberField::valueChanged, this, &JourneyInspector::edit);
    connect(m_segment, &Button::clicked, this, &JourneyInspector::segmentWanted);
    connect(m_show, &Button::clicked, this, &JourneyInspector::contactsWanted);
    connect(&display, &Display::changed, this, &JourneyInspector::renewNotes);
    renewTexts();
    setChoice({}, {}, {});
}

void JourneyInspector::fill(QGridLayout *grid, const QList<Figure> &figures)
{
    while (QLayoutItem *item = grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int row = 0; row < figures.size(); ++row) {
        auto *label = new TextLabel(m_display, Theme::TextRole::Table, "text2", this);
        label->setText(figures[row].label);
        auto *value = new TextLabel(m_display, Theme::TextRole::Table, "text", this);
        value->setWeight(QFont::DemiBold);
        value->setText(figures[row].value);
        grid->addWidget(label, row, 0);
        grid->addWidget(value, row, 1, Qt::AlignTrailing);
    }
}

void JourneyInspector::setChoice(const QString &title, const QList<Figure> &figures,
                                 const QList<Figure> &owners)
{
    const bool isChosen = !title.isEmpty();
    m_title->setText(isChosen ? title : tr("Nothing is chosen"));
    setWindowTitle(m_title->text());
    m_hint->setVisible(!isChosen);
    fill(m_figures, figures);
    fill(m_owners, owners);
    m_ownersLabel->setVisible(!owners.isEmpty());
    m_segment->setVisible(isChosen);
    m_show->setVisible(isChosen);
}

void JourneyInspector::setOptions(const JourneyFlowChart::Options &options,
                                  const Journeys::JourneyQuery &query, int stages,
                                  qint64 mostContacts)
{
    m_filling = true;
    m_options = options;
    m_query = query;
    m_stages = stages;
    m_still->setChecked(options.still);
    m_left->setChecked(options.left);
    m_returns->setChecked(query.withReturns);
    m_depth->setRange(2, std::max(2, stages));
    m_depth->setValue(options.depth > 0 ? options.depth : stages);
    m_least->setProperty("most", double(std::max<qint64>(mostContacts, 1)));
    m_least->setValue(int(std::lround(std::sqrt(double(options.leastContacts)
                                                / m_least->property("most").toDouble())
                                      * sliderSteps)));
    m_colour->setCurrent(int(options.colour));
    m_source->setCurrentIndex(m_source->findData(query.sourceField));
    m_quiet->setValue(query.quietDays);
    m_filling = false;
    renewNotes();
}

void JourneyInspector::setSources(const QList<std::pair<QString, QString>> &sources)
{
    m_filling = true;
    m_source->clear();
    for (const auto &[field, title] : sources)
        m_source->addItem(title, field);
    m_source->setCurrentIndex(m_source->findData(m_query.sourceField));
    m_filling = false;
}

void JourneyInspector::edit()
{
    if (m_filling)
        return;
    JourneyFlowChart::Options options = m_options;
    options.still = m_still->isChecked();
    options.left = m_left->isChecked();
    options.depth = m_depth->value() == m_stages ? 0 : m_depth->value();
    const double share = double(m_least->value()) / sliderSteps;
    options.leastContacts = qint64(std::llround(share * share * m_least->property("most").toDouble()));
    options.colour = JourneyFlowChart::Colour(m_colour->current());
    Journeys::JourneyQuery query = m_query;
    query.withReturns = m_returns->isChecked();
    query.sourceField = m_source->currentData().toString();
    query.quietDays = int(m_quiet->value());
    if (options != m_options) {
        m_options = options;
        renewNotes();
        emit optionsEdited(options);
    }
    if (query != m_query) {
        m_query = query;
        emit queryEdited(query);
    }
}

void JourneyInspector::renewNotes()
{
    const NumberFormat &format = m_display.format();
    m_leastNote->setText(PlotTools::counted(
        m_display, tr("%n contact(s)", nullptr, int(m_options.leastContacts)), m_options.leastContacts));
    const int depth = m_options.depth > 0 ? m_options.depth : m_stages;
    m_depthNote->setText(tr("%1 of %2").arg(format.integer(depth), format.integer(m_stages)));
    m_least->setAccessibleDescription(m_leastNote->text());
    m_depth->setAccessibleDescription(m_depthNote->text());
}

void JourneyInspector::renewTexts()
{
    m_hint->setText(tr("Click a ribbon or a path to see who went that way."));
    m_ownersLabel->setText(tr("Owners along the path"));
    m_segment->setText(tr("Create segment"));
    m_show->setText(tr("Show contacts"));
    m_showLabel->setText(tr("Show"));
    m_still->setText(tr("Still in stage"));
    m_left->setText(tr("Left"));
    m_returns->setText(tr("Returns to an earlier stage"));
    m_leastLabel->setText(tr("Hide flows smaller than"));
    m_least->setAccessibleName(m_leastLabel->text());
    m_depthLabel->setText(tr("Stages shown"));
    m_depth->setAccessibleName(m_depthLabel->text());
    m_colourLabel->setText(tr("Colour by"));
    m_colour->setSegments({tr("Phase"), tr("Owner")});
    m_colour->setAccessibleName(m_colourLabel->text());
    m_sourceLabel->setText(tr("Begin with"));
    m_source->setAccessibleName(m_sourceLabel->text());
    m_quietLabel->setText(tr("Left after days of silence"));
    m_quiet->setAccessibleName(m_quietLabel->text());
    renewNotes();
}

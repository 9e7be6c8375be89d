#include "ui/pages/lifecycle/funneleditor.h"

#include "ui/pages/lifecycle/funnelexclusioneditor.h"
#include "ui/pages/lifecycle/funnelstepeditor.h"
#include "ui/pages/lifecycle/spanfield.h"
#include "ui/style/display.h"
#include "ui/style/ownwords.h"
#include "ui/widgets/button.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t usualWindow = 30 * 86400;
/// The slider runs from an hour to two years, evenly on a logarithmic scale.
constexpr int sliderSteps = 240;
const double shortest = 3600;
const double longest = 730.0 * 86400;
constexpr QStringView rest = u"*rest*";
/// Before the name of a segment among the properties to compare by.
const QString segmentPrefix = u"segment:"_s;

std::int64_t fromSlider(int step)
{
    const double seconds = shortest * std::pow(longest / shortest, double(step) / sliderSteps);
    // Whole days where it is more than two of them, else whole hours.
    const double unit = seconds > 2 * 86400 ? 86400 : 3600;
    return std::int64_t(std::llround(seconds / unit) * std::int64_t(unit));
}

int toSlider(std::int64_t seconds)
{
    const double share = std::log(std::max(double(seconds), shortest) / shortest) / std::log(longest / shortest);
    return std::clamp(int(std::lround(share * sliderSteps)), 0, sliderSteps);
}

} // namespace

FunnelEditor::FunnelEditor(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_title(new TextLabel(display, Theme::TextRole::CardTitle))
    , m_undo(new Button(display, Button::Kind::Icon, u"undo"_s))
    , m_redo(new Button(display, Button::Kind::Icon, u"redo"_s))
    , m_name(new QLineEdit)
    , m_stepsLayout(new QVBoxLayout)
    , m_addStep(new Button(display, Button::Kind::Link, u"plus"_s))
    , m_order(new SegmentedControl(display))
    , m_hasWindow(new QCheckBox)
    , m_window(new SpanField(display))
    , m_windowSlider(new QSlider(Qt::Horizontal))
    , m_entry(new SegmentedControl(display))
    , m_exclusionsLayout(new QVBoxLayout)
    , m_addExclusion(new Button(display, Button::Kind::Link, u"plus"_s))
    , m_count(new QComboBox)
    , m_account(new QComboBox)
    , m_gapLabel(new TextLabel(display, Theme::TextRole::Table, "text2"))
    , m_gap(new SpanField(display))
    , m_hold(new QComboBox)
    , m_breakdown(new QComboBox)
    , m_attribution(new QComboBox)
    , m_attributionStep(new NumberField(display))
    , m_compare(new QComboBox)
    , m_left(new QComboBox)
    , m_right(new QComboBox)
    , m_range(new QCheckBox)
    , m_problem(new TextLabel(display, Theme::TextRole::Table, "bad"))
    , m_save(new Button(display, Button::Kind::Primary))
    , m_remove(new Button(display))
    , m_copy(new Button(display, Button::Kind::Link, u"copy"_s))
    , m_paste(new Button(display, Button::Kind::Link))
{
    const std::pair<QWidget *, const char *> names[] = {
        {m_undo, "undoFunnelEdit"},   {m_redo, "redoFunnelEdit"},
        {m_name, "funnelName"},       {m_addStep, "addStep"},        {m_order, "funnelOrder"},
        {m_hasWindow, "hasWindow"},   {m_windowSlider, "windowSlider"}, {m_entry, "funnelEntry"},  {m_addExclusion, "addExclusion"},
        {m_count, "funnelCount"},     {m_account, "accountProperty"}, {m_hold, "holdConstant"},
        {m_breakdown, "funnelBreakdown"}, {m_attribution, "attribution"}, {m_attributionStep, "attributionStep"},
        {m_compare, "funnelCompare"}, {m_left, "compareLeft"},       {m_right, "compareRight"},
        {m_range, "funnelRange"},     {m_problem, "funnelProblem"},  {m_save, "saveFunnel"},
        {m_remove, "removeFunnel"},   {m_copy, "copyFunnel"},        {m_paste, "pasteFunnel"}};
    for (const auto &[widget, name] : names)
        widget->setObjectName(QLatin1String(name));
    for (QComboBox *box : {m_count, m_account, m_hold, m_breakdown, m_attribution, m_compare,
                           m_left, m_right}) {
        box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        connect(box, &QComboBox::currentIndexChanged, this, [this] { edit(); });
    }
    m_window->setObjectNames(u"funnelWindow"_s, u"windowUnit"_s);
    m_gap->setObjectNames(u"sessionGap"_s, u"sessionGapUnit"_s);
    m_windowSlider->setRange(0, sliderSteps);
    m_attributionStep->setRange(1, Funnel::largestStepCount);
    m_attributionStep->setDecimals(0);
    m_problem->setWordWrap(true);
    m_title->setWordWrap(true);
    m_stepsLayout->setSpacing(6);
    m_exclusionsLayout->setSpacing(6);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(5);
    auto *head = new QHBoxLayout;
    head->setSpacing(2);
    head->addWidget(m_title, 1);
    head->addWidget(m_undo, 0, Qt::AlignTop);
    head->addWidget(m_redo, 0, Qt::AlignTop);
    layout->addLayout(head);
    m_nameLabel = addLabel(layout);
    layout->addWidget(m_name);
    m_stepsLabel = addLabel(layout);
    layout->addLayout(m_stepsLayout);
    layout->addWidget(m_addStep, 0, Qt::AlignLeading);
    m_orderLabel = addLabel(layout);
    layout->addWidget(m_order);
    m_windowLabel = addLabel(layout);
    layout->addWidget(m_hasWindow);
    layout->addWidget(m_window);
    layout->addWidget(m_windowSlider);
    m_entryLabel = addLabel(layout);
    layout->addWidget(m_entry);
    m_exclusionsLabel = addLabel(layout);
    layout->addLayout(m_exclusionsLayout);
    layout->addWidget(m_addExclusion, 0, Qt::AlignLeading);
    m_countLabel = addLabel(layout);
    layout->addWidget(m_count);
    layout->addWidget(m_account);
    layout->addWidget(m_gapLabel);
    layout->addWidget(m_gap);
    m_holdLabel = addLabel(layout);
    layout->addWidget(m_hold);
    m_breakdownLabel = addLabel(layout);
    layout->addWidget(m_breakdown);
    auto *attribution = new QHBoxLayout;
    attribution->addWidget(m_attribution, 3);
    attribution->addWidget(m_attributionStep, 1);
    layout->addLayout(attribution);
    m_compareLabel = addLabel(layout);
    layout->addWidget(m_compare);
    layout->addWidget(m_left);
    layout->addWidget(m_right);
    layout->addWidget(m_range);
    layout->addWidget(m_problem);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    layout->addLayout(buttons);
    auto *exchange = new QHBoxLayout;
    exchange->addWidget(m_copy);
    exchange->addWidget(m_paste);
    exchange->addStretch();
    layout->addLayout(exchange);
    layout->addStretch();

    connect(m_undo, &Button::clicked, this, &FunnelEditor::undoRequested);
    connect(m_redo, &Button::clicked, this, &FunnelEditor::redoRequested);
    connect(m_name, &QLineEdit::textEdited, this, [this] { edit(); });
    connect(m_addStep, &Button::clicked, this, [this] {
        m_query.steps.append(Funnel::Step{{m_choices.events.value(0), {}}, false});
        fill();
        edit();
    });
    connect(m_addExclusion, &Button::clicked, this, [this] {
        m_query.exclusions.append(Funnel::Exclusion{{m_choices.events.value(0), {}}, 0,
                                                    std::max(1, int(m_query.steps.size()) - 1)});
        fill();
        edit();
    });
    connect(m_order, &SegmentedControl::chosen, this, [this] {
        edit();
        fill(); // steps in any order have no windows of their own
    });
    connect(m_entry, &SegmentedControl::chosen, this, [this] { edit(); });
    connect(m_hasWindow, &QCheckBox::toggled, this, [this] { edit(); });
    connect(m_range, &QCheckBox::toggled, this, [this] { edit(); });
    connect(m_window, &SpanField::edited, this, [this] { edit(); });
    connect(m_gap, &SpanField::edited, this, [this] { edit(); });
    connect(m_attributionStep, &NumberField::valueChanged, this, [this] { edit(); });
    connect(m_windowSlider, &QSlider::valueChanged, this, [this](int step) {
        if (m_filling)
            return;
        m_filling = true;
        m_window->setSeconds(fromSlider(step));
        m_hasWindow->setChecked(true);
        m_filling = false;
        edit(m_windowSlider->isSliderDown());
    });
    connect(m_windowSlider, &QSlider::sliderReleased, this, [this] {
        emit edited(m_query, false);
    });
    connect(m_save, &Button::clicked, this, &FunnelEditor::saveRequested);
    connect(m_remove, &Button::clicked, this, &FunnelEditor::removeRequested);
    connect(m_copy, &Button::clicked, this, &FunnelEditor::copy);
    connect(m_paste, &Button::clicked, this, &FunnelEditor::paste);
    renewTexts();
}

TextLabel *FunnelEditor::addLabel(QVBoxLayout *layout)
{
    auto *label = new TextLabel(m_display, Theme::TextRole::Table, "text2", this);
    layout->addSpacing(3);
    layout->addWidget(label);
    return label;
}

void FunnelEditor::addStepEditor()
{
    const auto index = int(m_steps.size());
    auto *editor = new FunnelStepEditor(m_display, index, this);
    editor->renewTexts();
    m_steps.append(editor);
    m_stepsLayout->addWidget(editor);
    connect(editor, &FunnelStepEditor::edited, this, [this] { edit(); });
    connect(editor, &FunnelStepEditor::removeRequested, this, [this, index] {
        m_query.steps.removeAt(index);
        const int last = int(m_query.steps.size()) - 1;
        m_query.exclusions.removeIf(
            [last](const Funnel::Exclusion &exclusion) { return exclusion.toStep > last; });
        fill();
        edit();
    });
}

void FunnelEditor::addExclusionEditor()
{
    const auto index = int(m_exclusions.size());
    auto *editor = new FunnelExclusionEditor(m_display, index, this);
    editor->renewTexts();
    m_exclusions.append(editor);
    m_exclusionsLayout->addWidget(editor);
    connect(editor, &FunnelExclusionEditor::edited, this, [this] { edit(); });
    connect(editor, &FunnelExclusionEditor::removeRequested, this, [this, index] {
        m_query.exclusions.removeAt(index);
        fill();
        edit();
    });
}

void FunnelEditor::setChoices(const FunnelChoices &choices)
{
    m_choices = choices;
    fill();
}

void FunnelEditor::setQuery(const Funnel::FunnelQuery &query, bool isStored)
{
    m_query = query;
    m_isStored = isStored;
    fill();
}

void FunnelEditor::setProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void FunnelEditor::fillProperties(QComboBox *box, const QString &none) const
{
    box->clear();
    if (!none.isEmpty())
        box->addItem(none, QString());
    for (const FunnelChoices::Property &property : m_choices.properties)
        box->addItem(property.title, property.field);
}

void FunnelEditor::fillValues(QComboBox *box, const QString &field, bool withAny) const
{
    box->clear();
    if (withAny)
        box->addItem(tr("all others"), rest.toString());
    for (const FunnelChoices::Property &property : m_choices.properties) {
        if (property.field != field)
            continue;
        for (const QString &value : property.values)
            box->addItem(value.isEmpty() ? tr("(no value)") : value, value);
    }
}

/// What \a compared, a property or a segment, can be set against.
void FunnelEditor::fillSides(const QString &compared)
{
    fillValues(m_left, compared, false);
    fillValues(m_right, compared, true);
    if (!compared.startsWith(segmentPrefix))
        return;
    for (const auto &[name, title] : std::as_const(m_choices.segments)) {
        if (segmentPrefix + name != compared)
            m_right->addItem(tr("Segment: %1").arg(NumberFormat::isolate(title)), name);
    }
}

void FunnelEditor::fill()
{
    m_filling = true;
    if (m_name->text() != m_query.name)
        m_name->setText(m_query.name);
    m_title->setText(m_query.name.isEmpty() ? tr("New funnel") : m_query.name);
    setWindowTitle(m_title->text());
    while (m_steps.size() < m_query.steps.size())
        addStepEditor();
    for (int i = 0; i < m_steps.size(); ++i) {
        m_steps[i]->setVisible(i < m_query.steps.size());
        if (i < m_query.steps.size())
            m_steps[i]->setStep(m_query.steps[i], m_choices, m_query.steps.size() > 1,
                                m_query.order);
    }
    m_addStep->setEnabled(m_query.steps.size() < Funnel::largestStepCount && !m_choices.events.isEmpty());
    m_order->setCurrent(m_query.order == Funnel::StepOrder::Strict ? 0
                        : m_query.order == Funnel::StepOrder::Ordered ? 1
                                                                       : 2);
    m_hasWindow->setChecked(m_query.windowSeconds.has_value());
    const std::int64_t seconds = m_query.windowSeconds.value_or(usualWindow);
    m_window->setSeconds(seconds);
    m_windowSlider->setValue(toSlider(seconds));
    m_entry->setCurrent(m_query.entryMode == Funnel::EntryMode::BestAttempt ? 0 : 1);
    while (m_exclusions.size() < m_query.exclusions.size())
        addExclusionEditor();
    for (int i = 0; i < m_exclusions.size(); ++i) {
        m_exclusions[i]->setVisible(i < m_query.exclusions.size());
        if (i < m_query.exclusions.size())
            m_exclusions[i]->setExclusion(m_query.exclusions[i], m_choices);
    }
    m_count->setCurrentIndex(int(m_query.counting));
    m_gap->setSeconds(m_query.sessionGapSeconds);
    fillProperties(m_account, {});
    m_account->setCurrentIndex(
        std::max(0, m_account->findData(m_query.accountProperty.isEmpty() ? u"company"_s
                                                                          : m_query.accountProperty)));
    fillProperties(m_hold, tr("Nothing"));
    m_hold->setCurrentIndex(std::max(0, m_hold->findData(m_query.holdConstant)));
    fillProperties(m_breakdown, tr("Nothing"));
    const bool bySegments = m_query.breakdown && m_query.breakdown->property == savedSegments;
    if (!m_choices.segments.isEmpty() || bySegments)
        m_breakdown->addItem(tr("Saved segments"), savedSegments.toString());
    m_breakdown->setCurrentIndex(
        std::max(0, m_breakdown->findData(m_query.breakdown ? m_query.breakdown->property : QString())));
    m_attribution->setCurrentIndex(m_query.breakdown ? int(m_query.breakdown->attribution) : 0);
    m_attributionStep->setValue(m_query.breakdown ? m_query.breakdown->step + 1 : 1);
    fillProperties(m_compare, tr("Nothing"));
    for (const auto &[name, title] : std::as_const(m_choices.segments))
        m_compare->addItem(tr("Segment: %1").arg(NumberFormat::isolate(title)), segmentPrefix + name);
    const QString compared = !m_query.compare                     ? QString()
                             : m_query.compare->segment.isEmpty() ? m_query.compare->property
                                                                  : segmentPrefix + m_query.compare->segment;
    if (m_compare->findData(compared) < 0)
        m_compare->addItem(compared, compared); // removed meanwhile
    m_compare->setCurrentIndex(std::max(0, m_compare->findData(compared)));
    fillSides(compared);
    if (m_query.compare) {
        m_left->setCurrentIndex(m_left->findData(m_query.compare->left));
        if (m_right->findData(m_query.compare->right) < 0)
            m_right->addItem(m_query.compare->right, m_query.compare->right); // removed meanwhile
        m_right->setCurrentIndex(m_right->findData(m_query.compare->right));
    }
    m_range->setChecked(m_query.range.from || m_query.range.until);
    m_remove->setEnabled(m_isStored);
    m_filling = false;
    renewVisibility();
    watchFields();
}

/// Fields take Ctrl+Z for themselves; where one has nothing of its own to take back, the last edit of
/// the funnel is meant.
void FunnelEditor::watchFields()
{
    for (QWidget *field : findChildren<QWidget *>()) {
        if (qobject_cast<QLineEdit *>(field) || qobject_cast<QAbstractSpinBox *>(field))
            field->installEventFilter(this); // a second time changes nothing
    }
}

bool FunnelEditor::eventFilter(QObject *watched, QEvent *event)
{
    const auto *field = qobject_cast<QLineEdit *>(watched);
    const auto *number = qobject_cast<QAbstractSpinBox *>(watched);
    if ((!field && !number) || event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool undoes = key->matches(QKeySequence::Undo);
    const bool redoes = key->matches(QKeySequence::Redo)
                        || key->keyCombination() == (Qt::ControlModifier | Qt::Key_Y);
    // A number that was stepped or confirmed is an edit of the funnel, not of the field's text.
    const bool isNumber =
        number || qobject_cast<const QAbstractSpinBox *>(field->parentWidget()) != nullptr;
    const bool hasOwn = !isNumber
                        && (undoes ? field->isUndoAvailable() : field->isRedoAvailable());
    if ((!undoes && !redoes) || hasOwn)
        return QWidget::eventFilter(watched, event);
    event->ignore();
    return true; // the window's shortcut takes it
}

void FunnelEditor::setUndo(const QString &undo, const QString &redo)
{
    m_undoText = undo;
    m_redoText = redo;
    m_undo->setEnabled(!undo.isEmpty());
    m_redo->setEnabled(!redo.isEmpty());
    //: %1 is what was done, such as "Edit the funnel Summer"
    m_undo->setToolTip(undo.isEmpty() ? tr("Nothing to undo (Ctrl+Z)") : tr("Undo: %1 (Ctrl+Z)").arg(inOwnWords(undo)));
    //: %1 is what was undone
    m_redo->setToolTip(redo.isEmpty() ? tr("Nothing to redo (Ctrl+Y)") : tr("Redo: %1 (Ctrl+Y)").arg(inOwnWords(redo)));
}

void FunnelEditor::renewVisibility()
{
    m_window->setEnabled(m_query.windowSeconds.has_value());
    m_account->setVisible(m_query.counting == Funnel::Counting::Accounts);
    m_gapLabel->setVisible(m_query.counting == Funnel::Counting::Sessions);
    m_gap->setVisible(m_query.counting == Funnel::Counting::Sessions);
    const bool byProperty = m_query.breakdown && m_query.breakdown->property != savedSegments;
    m_attribution->setVisible(byProperty);
    m_attributionStep->setVisible(byProperty
                                  && m_query.breakdown->attribution == Funnel::Attribution::Step);
    const bool comparesValues = m_query.compare && m_query.compare->segment.isEmpty();
    m_left->setVisible(comparesValues);
    m_right->setVisible(m_query.compare.has_value());
}

Funnel::FunnelQuery FunnelEditor::read() const
{
    Funnel::FunnelQuery query = m_query;
    query.name = m_name->text().trimmed();
    for (int i = 0; i < query.steps.size(); ++i)
        query.steps[i] = m_steps[i]->step();
    static constexpr Funnel::StepOrder orders[] = {Funnel::StepOrder::Strict, Funnel::StepOrder::Ordered,
                                                   Funnel::StepOrder::Any};
    query.order = orders[std::clamp(m_order->current(), 0, 2)];
    // The first step has none before it, and steps in any order have no before.
    for (int i = 0; i < query.steps.size(); ++i) {
        if (i == 0 || query.order == Funnel::StepOrder::Any)
            query.steps[i].windowSeconds.reset();
        if (query.order != Funnel::StepOrder::Any)
            query.steps[i].anchored = false;
    }
    if (m_hasWindow->isChecked())
        query.windowSeconds = m_window->seconds();
    else
        query.windowSeconds.reset();
    query.entryMode = m_entry->current() == 1 ? Funnel::EntryMode::FirstEntry
                                              : Funnel::EntryMode::BestAttempt;
    for (int i = 0; i < query.exclusions.size(); ++i)
        query.exclusions[i] = m_exclusions[i]->exclusion();
    query.counting = Funnel::Counting(std::max(0, m_count->currentIndex()));
    query.accountProperty = query.counting == Funnel::Counting::Accounts
                                ? m_account->currentData().toString()
                                : QString();
    query.sessionGapSeconds = m_gap->seconds();
    query.holdConstant = m_hold->currentData().toString();
    const QString by = m_breakdown->currentData().toString();
    query.breakdown.reset();
    if (!by.isEmpty())
        query.breakdown = Funnel::Breakdown{by, Funnel::Attribution(std::max(0, m_attribution->currentIndex())),
                                            int(m_attributionStep->value()) - 1};
    const QString compared = m_compare->currentData().toString();
    query.compare.reset();
    if (compared.startsWith(segmentPrefix))
        query.compare = Funnel::Comparison{{}, {}, m_right->currentData().toString(),
                                           compared.mid(segmentPrefix.size())};
    else if (!compared.isEmpty())
        query.compare = Funnel::Comparison{compared, m_left->currentData().toString(),
                                           m_right->currentData().toString()};
    return query;
}

void FunnelEditor::edit(bool moving)
{
    if (m_filling)
        return;
    Funnel::FunnelQuery query = read();
    const QString compared = m_compare->currentData().toString();
    const bool otherComparison =
        query.compare
        && (!m_query.compare || m_query.compare->property != query.compare->property
            || m_query.compare->segment != query.compare->segment);
    if (otherComparison) {
        m_filling = true;
        fillSides(compared);
        m_left->setCurrentIndex(m_left->count() > 1 ? 1 : 0); // the first is "(no value)"
        m_right->setCurrentIndex(0);
        m_filling = false;
        query = read();
    }
    // What "only the period" means is the screen's to say; here only whether.
    if (m_range->isChecked() != (query.range.from || query.range.until)) {
        query.range = {};
        if (m_range->isChecked())
            query.range.from = 0;
    }
    m_query = query;
    m_title->setText(m_query.name.isEmpty() ? tr("New funnel") : m_query.name);
    setWindowTitle(m_title->text());
    if (m_query.windowSeconds && !m_windowSlider->isSliderDown()) {
        m_filling = true;
        m_windowSlider->setValue(toSlider(*m_query.windowSeconds));
        m_filling = false;
    }
    renewVisibility();
    emit edited(m_query, moving);
}

void FunnelEditor::copy() const
{
    Funnel::FunnelQuery query = m_query;
    query.kind = query.compare ? u"funnel_compare"_s : u"funnel"_s;
    QGuiApplication::clipboard()->setText(
        QString::fromUtf8(QJsonDocument(Funnel::toJson(query)).toJson(QJsonDocument::Indented)));
}

void FunnelEditor::paste()
{
    const QJsonDocument document =
        QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8());
    if (!document.isObject()) {
        setProblem(tr("The clipboard holds no definition of a funnel. Copy one here, or from a file "
                      "that the command line reads."));
        return;
    }
    Result<Funnel::FunnelQuery> query = Funnel::funnelQueryFromJson(document.object());
    if (!query) {
        setProblem(query.error().message);
        return;
    }
    query->kind = u"funnel"_s;
    setQuery(*query, false);
    emit edited(m_query, false);
}

#include "ui/dialogs/importmappage.h"

#include "models/import/columnmatcher.h"
#include "ui/dialogs/counted.h"
#include "ui/dialogs/importformatcard.h"
#include "ui/dialogs/importheadcard.h"
#include "ui/dialogs/importtexts.h"
#include "ui/style/display.h"
#include "ui/style/icons.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/textlabel.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using Target = Import::ColumnPlan::Target;

namespace {

enum Column { HeadingColumn, ExampleColumn, TypeColumn, TargetColumn, NoteColumn, StateColumn, ColumnCount };

bool isPersonal(const QString &field)
{
    return field == u"phone" || field == u"email";
}

} // namespace

ImportMapPage::ImportMapPage(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_mapCard(new Card(display, this))
    , m_sampleCard(new Card(display, this))
    , m_presetCard(new Card(display, this))
    , m_formatCard(new ImportFormatCard(display, this))
    , m_headCard(new ImportHeadCard(display, this))
    , m_clear(new Button(display, Button::Kind::Quiet, {}, m_mapCard))
    , m_table(new QTableWidget(m_mapCard))
    , m_sample(new QTableWidget(m_sampleCard))
    , m_required(new TextLabel(display, Theme::TextRole::Table, "text2", this))
{
    m_table->setObjectName(u"mapTable"_s);
    ImportTexts::prepareTable(*m_table);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->verticalHeader()->setDefaultSectionSize(36);
    m_table->setTabKeyNavigation(false);
    m_sample->setObjectName(u"mapSample"_s);
    ImportTexts::prepareTable(*m_sample);
    m_clear->setObjectName(u"clearMapping"_s);
    m_mapCard->addHeaderWidget(m_clear);
    m_mapCard->setBody(m_table);
    m_sampleCard->setBody(m_sample);
    m_sampleCard->setMinimumHeight(96);
    m_sampleCard->setMaximumHeight(190);
    auto *start = new QVBoxLayout;
    start->setSpacing(12);
    start->addWidget(m_mapCard, 5);
    start->addWidget(m_sampleCard, 2); // in a low window the columns matter more
    auto *side = new QWidget(this);
    auto *end = new QVBoxLayout(side);
    end->setContentsMargins(0, 0, 0, 0);
    end->setSpacing(12);
    for (Card *card : QList<Card *>{m_formatCard, m_presetCard, m_headCard}) {
        card->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        end->addWidget(card);
    }
    m_required->setWordWrap(true);
    end->addWidget(m_required);
    end->addStretch(1);
    QScrollArea *area = ImportTexts::scrolling(side, this);
    area->setFixedWidth(318);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(start, 1);
    layout->addWidget(area);
    connect(m_formatCard, &ImportFormatCard::changeWanted, this, &ImportMapPage::formatWanted);
    connect(m_clear, &Button::clicked, this, &ImportMapPage::cleared);
    retranslate();
}

void ImportMapPage::setPlan(const Import::ImportPlan &plan)
{
    // A change of one target keeps the table, and with it the focus.
    const bool sameTable = m_plan && m_plan->file == plan.file && m_plan->kind == plan.kind
        && m_plan->preset == plan.preset && m_plan->columns.size() == plan.columns.size()
        && m_plan->format == plan.format;
    m_plan = plan;
    if (sameTable) {
        renewStates();
    } else {
        renewTable();
        renewPresets();
    }
    m_formatCard->setPlan(plan);
    ImportTexts::fillSample(*m_sample, plan, m_display, 4);
}

void ImportMapPage::setHeadCheck(const std::optional<Result<Import::HeadCheck>> &check)
{
    if (check && !*check)
        m_headCard->setProblem(check->error());
    else
        m_headCard->setCheck(check ? std::optional(**check) : std::nullopt);
}

void ImportMapPage::setMappings(const QList<Import::SavedMapping> &mappings, bool isRemembered, const QString &chosen)
{
    m_mappings = mappings;
    m_isRemembered = isRemembered;
    m_chosenMapping = chosen;
    if (m_plan)
        renewPresets();
}

void ImportMapPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ImportMapPage::retranslate()
{
    m_mapCard->setTitle(tr("Map columns"));
    m_sampleCard->setTitle(tr("Preview"));
    m_sampleCard->setSubtitle(tr("first rows as they will be read"));
    m_presetCard->setTitle(tr("Preset"));
    m_clear->setText(tr("Clear all"));
    m_table->setAccessibleName(tr("Columns of the file and where they go"));
    m_sample->setAccessibleName(tr("Preview of the first rows"));
    if (m_plan) {
        renewTable();
        renewPresets();
        ImportTexts::fillSample(*m_sample, *m_plan, m_display, 4);
    }
}

QComboBox *ImportMapPage::makeChoice(int column)
{
    const Import::ColumnPlan &plan = m_plan->columns[column];
    auto *choice = new QComboBox(m_table);
    choice->setObjectName(u"target%1"_s.arg(column));
    choice->setAccessibleName(tr("Where the column %1 goes").arg(NumberFormat::isolate(plan.heading)));
    choice->addItem(tr("Do not import"), QVariantList{int(Target::Ignore), QString()});
    for (const Import::Field &field : Import::fieldsOf(m_plan->kind)) {
        const QString title = Import::fieldTitle(field.name);
        //: a field that a row cannot do without: %1 its name
        choice->addItem(field.required ? tr("%1 (required)").arg(title) : title,
                        QVariantList{int(Target::Field), field.name});
    }
    if (m_plan->kind != Import::Kind::Costs) // whose rows have no customer
        choice->addItem(tr("Attribute: %1").arg(NumberFormat::isolate(plan.heading)),
                        QVariantList{int(Target::Attribute), plan.heading});
    if (m_plan->kind == Import::Kind::Events)
        choice->addItem(tr("Property: %1").arg(NumberFormat::isolate(plan.heading)),
                        QVariantList{int(Target::Property), plan.heading});
    choice->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(choice, &QComboBox::activated, this, [this, choice, column](int at) {
        const QVariantList chosen = choice->itemData(at).toList();
        emit targetChosen(column, Target(chosen[0].toInt()), chosen[1].toString());
    });
    return choice;
}

QString ImportMapPage::noteOf(const Import::ColumnPlan &column) const
{
    const NumberFormat &format = m_display.format();
    if (isPersonal(column.field))
        return tr("personal data");
    if (column.field == u"amount")
        return tr("minus = refund");
    if (column.emptyShare >= 0.05)
        return tr("%1 empty").arg(format.percent(column.emptyShare));
    if (column.found == Import::FoundType::Category)
        return counted(tr("%n value(s)", nullptr, int(column.distinct)), column.distinct, format);
    if (column.found == Import::FoundType::Date)
        return ImportTexts::dateOrderTitle(ImportTexts::shownDateOrder(column));
    return {};
}

void ImportMapPage::renewTable()
{
    m_table->clear();
    m_table->setColumnCount(ColumnCount);
    m_table->setRowCount(int(m_plan->columns.size()));
    m_table->setHorizontalHeaderLabels(
        {tr("Column in file"), tr("Example"), tr("Type found"), tr("Goes to"), tr("Note"), tr("State")});
    QWidget *before = m_clear;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const Import::ColumnPlan &column = m_plan->columns[row];
        m_table->setItem(row, HeadingColumn, new QTableWidgetItem(NumberFormat::isolate(column.heading)));
        m_table->setItem(row, ExampleColumn, new QTableWidgetItem(NumberFormat::isolate(column.example)));
        m_table->item(row, HeadingColumn)->setToolTip(column.heading);
        m_table->item(row, ExampleColumn)->setToolTip(column.example);
        m_table->setItem(row, TypeColumn, new QTableWidgetItem(Import::foundTypeTitle(column.found)));
        m_table->setItem(row, NoteColumn, new QTableWidgetItem(noteOf(column)));
        m_table->item(row, NoteColumn)->setForeground(m_display.color("text2"));
        m_table->setItem(row, StateColumn, new QTableWidgetItem);
        QComboBox *choice = makeChoice(row);
        m_table->setCellWidget(row, TargetColumn, choice);
        setTabOrder(before, choice);
        before = choice;
    }
    for (int row = 0; row < m_table->rowCount(); ++row)
        m_table->setRowHeight(row, 36);
    const int widths[] = {108, 100, 112, 200, 74, 106};
    for (int column = 0; column < ColumnCount; ++column)
        m_table->setColumnWidth(column, widths[column]);
    m_table->horizontalHeader()->setSectionResizeMode(NoteColumn, QHeaderView::Stretch);
    setFocusProxy(m_table->rowCount() > 0 ? m_table->cellWidget(0, TargetColumn) : m_clear);
    renewStates();
}

void ImportMapPage::renewStates()
{
    int mapped = 0;
    int left = 0;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const Import::ColumnPlan &column = m_plan->columns[row];
        auto *choice = qobject_cast<QComboBox *>(m_table->cellWidget(row, TargetColumn));
        const QString name = column.target == Target::Field ? column.field : column.attribute;
        int at = 0;
        for (int i = 0; i < choice->count(); ++i) {
            const QVariantList chosen = choice->itemData(i).toList();
            if (Target(chosen[0].toInt()) == column.target && (column.target == Target::Ignore || chosen[1].toString() == name))
                at = i;
        }
        choice->setCurrentIndex(at);
        QTableWidgetItem *state = m_table->item(row, StateColumn);
        const bool isMapped = column.target != Target::Ignore;
        ++(isMapped ? mapped : left);
        state->setText(isMapped ? tr("mapped") : tr("left out"));
        state->setIcon(Icons::icon(isMapped ? u"check"_s : u"minus"_s, m_display, isMapped ? "good" : "text3"));
        state->setForeground(m_display.color(isMapped ? "good" : "text3"));
        m_table->item(row, NoteColumn)->setText(noteOf(column));
        m_table->item(row, NoteColumn)->setToolTip(noteOf(column));
    }
    const NumberFormat &format = m_display.format();
    //: %1 "9 mapped", %2 "1 left out"
    m_mapCard->setSubtitle(tr("%1, %2").arg(counted(tr("%n mapped", nullptr, mapped), mapped, format),
                                            counted(tr("%n left out", nullptr, left), left, format)));
    QStringList required;
    for (const Import::Field &field : Import::fieldsOf(m_plan->kind)) {
        if (field.required)
            required.append(field.name);
    }
    m_required->setText(tr("Required: %1.").arg(ImportTexts::fieldList(required)));
}

void ImportMapPage::addPreset(const QString &id, const QString &title, const QString &count, QVBoxLayout *layout)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    auto *choice = new QRadioButton(title, m_presetBody);
    choice->setObjectName(u"preset."_s + id);
    const bool isMapping = id == u"last" || id.startsWith(u"saved:"_s);
    choice->setChecked(isMapping ? id == m_chosenMapping : m_chosenMapping.isEmpty() && m_plan->preset == id);
    m_presets->addButton(choice);
    row->addWidget(choice, 1);
    auto *known = new TextLabel(m_display, Theme::TextRole::Axis, "text3", m_presetBody);
    known->setText(count);
    row->addWidget(known);
    if (id.startsWith(u"saved:"_s)) {
        const QString name = id.mid(6);
        auto *remove = new Button(m_display, Button::Kind::Icon, u"trash"_s, m_presetBody);
        remove->setToolTip(tr("Forget the preset %1").arg(NumberFormat::isolate(name)));
        remove->setAccessibleName(remove->toolTip());
        row->addWidget(remove);
        connect(remove, &Button::clicked, this, [this, name] { emit mappingRemoved(name); });
    }
    layout->addLayout(row);
    connect(choice, &QRadioButton::clicked, this, [this, id, isMapping] {
        if (isMapping)
            emit mappingChosen(id);
        else
            emit presetChosen(id);
    });
}

void ImportMapPage::renewPresets()
{
    QStringList headings;
    for (const Import::ColumnPlan &column : m_plan->columns)
        headings.append(column.heading);
    const QList<Import::PresetMatch> matches = Import::matchPresets(m_plan->kind, headings);
    QWidget *focus = focusWidget();
    const QString focused = m_presetBody && focus && m_presetBody->isAncestorOf(focus) ? focus->objectName() : QString();
    m_presetBody = new QWidget(m_presetCard);
    auto *layout = new QVBoxLayout(m_presetBody);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_presets = new QButtonGroup(m_presetBody);
    const NumberFormat &format = m_display.format();
    if (m_isRemembered)
        addPreset(u"last"_s, tr("As in the last import"), {}, layout);
    for (const Import::SavedMapping &mapping : std::as_const(m_mappings))
        addPreset(u"saved:"_s + mapping.name, NumberFormat::isolate(mapping.name), {}, layout);
    addPreset({}, tr("By column names"), {}, layout);
    const qsizetype shown = m_showsAllPresets ? matches.size() : std::min<qsizetype>(6, matches.size());
    for (const Import::PresetMatch &match : matches.mid(0, shown))
        addPreset(match.preset->id, NumberFormat::isolate(match.preset->system),
                  //: how many columns of a file a preset knows: %1 of %2
                  tr("%1 of %2").arg(format.integer(match.matched), format.integer(headings.size())), layout);
    auto *foot = new QHBoxLayout;
    auto *save = new Button(m_display, Button::Kind::Default, u"save"_s, m_presetBody);
    save->setObjectName(u"savePreset"_s);
    save->setText(tr("Save as preset"));
    save->setSmall(true);
    foot->addWidget(save);
    connect(save, &Button::clicked, this, &ImportMapPage::saveRequested);
    if (matches.size() > 6 && !m_showsAllPresets) {
        auto *more = new Button(m_display, Button::Kind::Quiet, {}, m_presetBody);
        more->setText(tr("More presets"));
        more->setSmall(true);
        foot->addWidget(more);
        // Not from within its own click: the button goes with the list.
        connect(more, &Button::clicked, this, [this] {
            m_showsAllPresets = true;
            QMetaObject::invokeMethod(this, &ImportMapPage::renewPresets, Qt::QueuedConnection);
        });
    }
    foot->addStretch();
    layout->addLayout(foot);
    const auto chosen = std::ranges::find_if(matches, [this](const Import::PresetMatch &match) { return match.preset->id == m_plan->preset; });
    if (chosen != matches.end() && m_chosenMapping.isEmpty())
        //: how well a preset fits: %1 a system such as Salla, %2 of %3 columns of the file
        m_presetCard->setSubtitle(tr("%1 knows %2 of %3 columns")
                                      .arg(NumberFormat::isolate(chosen->preset->system), format.integer(chosen->matched),
                                           format.integer(headings.size())));
    else
        m_presetCard->setSubtitle(matches.isEmpty() && !m_isRemembered ? tr("no known system") : QString());
    m_presetCard->setBody(m_presetBody);
    if (!focused.isEmpty()) {
        if (auto *same = m_presetBody->findChild<QWidget *>(focused))
            same->setFocus(Qt::OtherFocusReason);
    }
}

#include "ui/pages/lifecycle/entryeditor.h"

#include "ui/pages/lifecycle/ruleeditor.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QMenu>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

constexpr int mostPurchases = 10;

} // namespace

EntryEditor::EntryEditor(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_eventButton(new Button(display, Button::Kind::Field))
    , m_eventNames(new TextLabel(display, Theme::TextRole::Table, "text2"))
    , m_purchase(new QComboBox)
    , m_rule(new RuleEditor(display))
{
    m_eventButton->setObjectName(u"stageEvents"_s);
    m_purchase->setObjectName(u"stagePurchase"_s);
    m_eventNames->setWordWrap(true);
    for (int number = 0; number <= mostPurchases; ++number)
        m_purchase->addItem(QString(), number);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_eventButton);
    layout->addWidget(m_eventNames);
    layout->addWidget(m_purchase);
    layout->addWidget(m_rule);
    connect(m_eventButton, &Button::clicked, this, &EntryEditor::openEvents);
    connect(m_purchase, &QComboBox::activated, this, &EntryEditor::changed);
    connect(m_rule, &RuleEditor::changed, this, &EntryEditor::changed);
    renewTexts();
}

void EntryEditor::setFacts(const Segments::Facts &facts)
{
    m_known = facts.snapshot ? QStringList(facts.snapshot->events.names) : QStringList();
    m_known.removeAll(QString());
    m_known.sort();
    m_rule->setFacts(facts);
}

void EntryEditor::setEntry(const Lifecycle::EntryRule &entry)
{
    m_events = entry.events;
    const QSignalBlocker blocked(m_purchase);
    if (m_purchase->findData(entry.purchaseNumber) < 0) {
        m_purchase->addItem(QString(), entry.purchaseNumber);
        renewTexts();
    }
    m_purchase->setCurrentIndex(m_purchase->findData(entry.purchaseNumber));
    m_rule->setRule(entry.rule);
    renewEvents();
}

Lifecycle::EntryRule EntryEditor::entry() const
{
    return {m_events, m_purchase->currentData().toInt(), m_rule->rule()};
}

QString EntryEditor::problem() const { return m_rule->problem(); }

void EntryEditor::openEvents()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"stageEventMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QStringList names = m_known;
    for (const QString &event : m_events) {
        if (!names.contains(event))
            names.append(event); // not in these data: can be taken out
    }
    for (const QString &event : names) {
        QAction *action = menu->addAction(NumberFormat::isolate(event));
        action->setCheckable(true);
        action->setChecked(m_events.contains(event));
        connect(action, &QAction::toggled, this, [this, event](bool checked) {
            if (checked)
                m_events.append(event);
            else
                m_events.removeAll(event);
            renewEvents();
            emit changed();
        });
    }
    if (names.isEmpty())
        menu->addAction(tr("No events were imported"))->setEnabled(false);
    menu->popup(m_eventButton->mapToGlobal(QPoint(0, m_eventButton->height() + 2)));
}

void EntryEditor::renewEvents()
{
    m_eventButton->setText(
        m_events.isEmpty()
            ? tr("No event")
            : m_display.format().counted(tr("%n event(s)", nullptr, int(m_events.size())),
                                         m_events.size()));
    QStringList shown;
    for (const QString &event : m_events)
        shown.append(NumberFormat::isolate(event));
    m_eventNames->setText(shown.join(m_display.isArabic() ? u"، "_s : u", "_s));
    m_eventNames->setVisible(!shown.isEmpty());
}

void EntryEditor::renewTexts()
{
    m_eventButton->setAccessibleName(tr("Events that lead into the stage"));
    m_purchase->setAccessibleName(tr("Purchase that leads into the stage"));
    for (int index = 0; index < m_purchase->count(); ++index) {
        const int number = m_purchase->itemData(index).toInt();
        m_purchase->setItemText(index,
                                number == 0   ? tr("No purchase")
                                : number == 1 ? tr("or the first purchase")
                                              : tr("or purchase number %1")
                                                    .arg(m_display.format().integer(number)));
    }
    m_rule->renewTexts();
    renewEvents();
}

#include "ui/pages/lifetimevalue/chosenbar.h"

#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

ChosenBar::ChosenBar(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_count(new TextLabel(display, Theme::TextRole::CardTitle, "text", this))
    , m_copied(new TextLabel(display, Theme::TextRole::Table, "text3", this))
    , m_add(new Button(display, Button::Kind::Quiet, u"plus"_s, this))
    , m_save(new Button(display, Button::Kind::Quiet, u"segments"_s, this))
    , m_copy(new Button(display, Button::Kind::Quiet, u"copy"_s, this))
    , m_clear(new Button(display, Button::Kind::Link, {}, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_count);
    layout->addWidget(m_copied);
    layout->addStretch(1);
    const std::pair<Button *, QString> buttons[] = {{m_add, u"addChosen"_s},
                                                    {m_save, u"saveChosen"_s},
                                                    {m_copy, u"copyChosen"_s},
                                                    {m_clear, u"clearChosen"_s}};
    for (const auto &[button, name] : buttons) {
        button->setObjectName(name);
        button->setSmall(true);
        layout->addWidget(button);
    }
    m_count->setObjectName(u"chosenCount"_s);
    m_copied->setObjectName(u"chosenCopied"_s);
    connect(m_add, &Button::clicked, this, &ChosenBar::addWanted);
    connect(m_save, &Button::clicked, this, &ChosenBar::saveWanted);
    connect(m_copy, &Button::clicked, this, &ChosenBar::copyWanted);
    connect(m_clear, &Button::clicked, this, &ChosenBar::cleared);
    renewTexts();
}

QWidget *ChosenBar::addButton() const { return m_add; }

void ChosenBar::showCount(qint64 customers)
{
    m_customers = customers;
    m_copiedCustomers = 0;
    renewTexts();
}

void ChosenBar::showCopied(qint64 copied)
{
    m_copiedCustomers = copied;
    renewTexts();
}

void ChosenBar::renewTexts()
{
    const NumberFormat &format = m_display.format();
    m_count->setText(
        format.counted(tr("%n selected", nullptr, int(m_customers)), m_customers));
    m_copied->setText(m_copiedCustomers == 0 ? QString()
                      : m_copiedCustomers == m_customers
                          ? tr("Copied with headings.")
                          : tr("The first %1 were copied with headings.")
                                .arg(format.integer(m_copiedCustomers)));
    m_copied->setVisible(m_copiedCustomers > 0);
    m_add->setText(tr("Add to segment"));
    m_save->setText(tr("Save as segment"));
    m_save->setToolTip(tr("Keeps these customers as a segment (Ctrl+G)"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copies these rows with their headings, for a spreadsheet"));
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Takes all ticks away"));
}

#include "ui/pages/lifetimevalue/selectionbar.h"

#include "ui/pages/analysispage.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

SelectionBar::SelectionBar(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_chip(new Chip(display, QStringLiteral("range"), this))
    , m_count(new TextLabel(display, Theme::TextRole::CardTitle, "text", this))
    , m_sum(new TextLabel(display, Theme::TextRole::CardTitle, "text", this))
    , m_share(new TextLabel(display, Theme::TextRole::Table, "text2", this))
    , m_hint(new TextLabel(display, Theme::TextRole::Table, "text3", this))
    , m_how(new Button(display, Button::Kind::Icon, QStringLiteral("info"), this))
    , m_segment(new Button(display, Button::Kind::Link, {}, this))
    , m_clear(new Button(display, Button::Kind::Link, {}, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 3, 8, 3);
    layout->setSpacing(10);
    layout->addWidget(m_chip);
    layout->addWidget(m_count);
    layout->addWidget(m_sum);
    layout->addWidget(m_share);
    layout->addWidget(m_hint);
    layout->addStretch(1);
    layout->addWidget(m_segment);
    layout->addWidget(m_clear);
    layout->addWidget(m_how);
    setMinimumHeight(34);
    m_chip->setObjectName(QStringLiteral("rangeChip"));
    m_clear->setObjectName(QStringLiteral("clearRange"));
    m_clear->setSmall(true);
    m_segment->setObjectName(QStringLiteral("segmentOfRange"));
    m_segment->setSmall(true);
    connect(m_segment, &Button::clicked, this, &SelectionBar::segmentRequested);
    m_how->setObjectName(QStringLiteral("totalDerivation"));
    connect(m_how, &Button::clicked, this, &SelectionBar::derivationRequested);
    connect(m_chip, &Chip::removed, this, &SelectionBar::cleared);
    connect(m_clear, &Button::clicked, this, &SelectionBar::cleared);
    renewTexts();
}

void SelectionBar::renewTexts()
{
    m_hint->setText(tr("Drag in the chart to choose customers by lifetime value."));
    m_clear->setText(tr("Clear"));
    m_segment->setText(tr("Create segment"));
    m_how->setToolTip(tr("How was the total computed"));
    showSelection(m_selection, m_currency);
}

void SelectionBar::showSelection(const std::optional<ClvHistogramChart::Selection> &selection,
                                 const Currency &currency)
{
    m_selection = selection;
    m_currency = currency;
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_chip, m_count, m_sum, m_share, m_segment, m_clear})
        widget->setVisible(selection.has_value());
    m_hint->setVisible(!selection);
    if (!selection)
        return;
    const NumberFormat &format = m_display.format();
    //: a range of amounts: %1 the lower, %2 the upper
    m_chip->setText(
        tr("%1 – %2").arg(format.decimal(selection->low, 0), format.decimal(selection->high, 0)));
    m_count->setText(withCount(tr("%n customer(s)", nullptr, int(selection->customers)),
                               selection->customers, format));
    m_sum->setText(format.moneyShort(selection->total, currency.code));
    //: %1 is a percentage
    m_share->setText(tr("%1 of equity").arg(format.percent(selection->share)));
}

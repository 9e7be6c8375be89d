#include "ui/pages/lifetimevalue/assumptionspopover.h"

#include "models/clv/clvresult.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int longestHorizonMonths = 120;
constexpr double highestDiscount = 100; ///< percent a year
constexpr int popoverWidth = 260;

} // namespace

AssumptionsPopover::AssumptionsPopover(Display &display, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_display(display)
    , m_horizonLabel(new TextLabel(display, Theme::TextRole::Table, "text2", this))
    , m_horizon(new NumberField(display, this))
    , m_horizonNote(new TextLabel(display, Theme::TextRole::Axis, "text3", this))
    , m_discountLabel(new TextLabel(display, Theme::TextRole::Table, "text2", this))
    , m_discount(new NumberField(display, this))
    , m_discountingLabel(new TextLabel(display, Theme::TextRole::Table, "text2", this))
    , m_discounting(new QComboBox(this))
    , m_marginLabel(new TextLabel(display, Theme::TextRole::Table, "text2", this))
    , m_margin(new NumberField(display, this))
    , m_costLabel(new TextLabel(display, Theme::TextRole::Table, "text2", this))
    , m_cost(new NumberField(display, this))
    , m_intervalLabel(new TextLabel(display, Theme::TextRole::Table, "text2", this))
    , m_interval(new NumberField(display, this))
    , m_apply(new Button(display, Button::Kind::Primary, {}, this))
{
    setObjectName(QStringLiteral("assumptionsPopover"));
    setProperty("look", QStringLiteral("popover"));
    setFixedWidth(popoverWidth);
    m_horizon->setObjectName(QStringLiteral("horizonMonths"));
    m_discount->setObjectName(QStringLiteral("discountPercent"));
    m_margin->setObjectName(QStringLiteral("marginPercent"));
    m_discounting->setObjectName(QStringLiteral("discounting"));
    m_cost->setObjectName(QStringLiteral("retentionCost"));
    m_interval->setObjectName(QStringLiteral("intervalPercent"));
    m_apply->setObjectName(QStringLiteral("applyAssumptions"));
    m_horizon->setDecimals(0);
    m_horizon->setRange(0, longestHorizonMonths);
    m_horizon->setSingleStep(12);
    m_discount->setDecimals(1);
    m_discount->setRange(0, highestDiscount);
    m_margin->setDecimals(1);
    m_margin->setRange(0.1, 100);
    m_cost->setDecimals(2);
    m_cost->setRange(0, 1e9);
    m_interval->setDecimals(1);
    m_interval->setRange(50, 99.9);
    for (const Clv::Discounting discounting :
         {Clv::Discounting::Continuous, Clv::Discounting::Monthly, Clv::Discounting::Yearly})
        m_discounting->addItem(QString(), Clv::discountingName(discounting));
    m_horizonNote->setWordWrap(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(4);
    addRow(layout, m_horizonLabel, m_horizon);
    layout->addWidget(m_horizonNote);
    addRow(layout, m_discountLabel, m_discount);
    addRow(layout, m_discountingLabel, m_discounting);
    addRow(layout, m_marginLabel, m_margin);
    addRow(layout, m_costLabel, m_cost);
    addRow(layout, m_intervalLabel, m_interval);
    layout->addSpacing(10);
    layout->addWidget(m_apply, 0, Qt::AlignLeading);
    connect(m_apply, &Button::clicked, this, &AssumptionsPopover::apply);
    retranslate();
}

void AssumptionsPopover::addRow(QVBoxLayout *layout, TextLabel *label, QWidget *field)
{
    if (layout->count() > 0)
        layout->addSpacing(6);
    layout->addWidget(label);
    layout->addWidget(field);
    label->setBuddy(field);
}

void AssumptionsPopover::retranslate()
{
    m_horizonLabel->setText(tr("Horizon, months"));
    m_horizonNote->setText(tr("0 means the whole lifetime."));
    m_discountLabel->setText(tr("Discount rate, % a year"));
    m_marginLabel->setText(tr("Contribution margin, % of revenue"));
    m_discountingLabel->setText(tr("Money counts as received"));
    const QString when[] = {tr("as it comes"), tr("at the end of its month"),
                            tr("at the end of its year")};
    for (int i = 0; i < m_discounting->count(); ++i)
        m_discounting->setItemText(i, when[i]);
    //: of keeping a customer, in the workspace's currency
    m_costLabel->setText(tr("Retention cost, %1 a customer and year")
                             .arg(m_display.format().currencyName(m_settings.currency.code)));
    m_intervalLabel->setText(tr("Intervals hold, % of the time"));
    m_apply->setText(tr("Apply"));
    m_discounting->setAccessibleName(m_discountingLabel->text());
    m_cost->setAccessibleName(m_costLabel->text());
    m_interval->setAccessibleName(m_intervalLabel->text());
    m_horizon->setAccessibleName(m_horizonLabel->text());
    m_discount->setAccessibleName(m_discountLabel->text());
    m_margin->setAccessibleName(m_marginLabel->text());
}

void AssumptionsPopover::open(const WorkspaceSettings &settings, QWidget *anchor)
{
    m_settings = settings;
    m_horizon->setValue(settings.horizonMonths);
    m_discount->setValue(settings.annualDiscountRate * 100);
    m_margin->setValue(settings.margin * 100);
    m_discounting->setCurrentIndex(std::max(0, m_discounting->findData(settings.discounting)));
    m_cost->setValue(settings.retentionCost);
    m_interval->setValue(settings.intervalLevel * 100);
    retranslate(); // the currency may be another one
    adjustSize();
    const bool rightToLeft = anchor->layoutDirection() == Qt::RightToLeft;
    QPoint corner = anchor->mapToGlobal(
        QPoint(rightToLeft ? 0 : anchor->width() - width(), anchor->height() + 4));
    if (const QScreen *screen = anchor->screen()) {
        const QRect area = screen->availableGeometry();
        corner.setX(qBound(area.left(), corner.x(), qMax(area.left(), area.right() - width())));
        corner.setY(qBound(area.top(), corner.y(), qMax(area.top(), area.bottom() - height())));
    }
    move(corner);
    show();
    m_horizon->setFocus();
    m_horizon->selectAll();
}

void AssumptionsPopover::apply()
{
    for (NumberField *field : {m_horizon, m_discount, m_margin, m_cost, m_interval})
        field->interpretText();
    WorkspaceSettings edited = m_settings;
    edited.horizonMonths = int(m_horizon->value());
    edited.annualDiscountRate = m_discount->value() / 100;
    edited.margin = m_margin->value() / 100;
    edited.discounting = m_discounting->currentData().toString();
    edited.retentionCost = m_cost->value();
    edited.intervalLevel = m_interval->value() / 100;
    hide();
    if (!(edited == m_settings))
        emit applied(edited);
}

void AssumptionsPopover::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        apply();
    else if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

void AssumptionsPopover::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

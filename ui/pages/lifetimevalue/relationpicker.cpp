#include "ui/pages/lifetimevalue/relationpicker.h"

#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/infobutton.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace {

constexpr PeriodUnit periods[] = {PeriodUnit::Year, PeriodUnit::Quarter, PeriodUnit::Month,
                                  PeriodUnit::Week};

} // namespace

RelationPicker::RelationPicker(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_button(new Button(display, Button::Kind::Field, {}, this))
    , m_info(new InfoButton(display, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_button);
    layout->addWidget(m_info);
    layout->addStretch(1);
    m_button->setObjectName(u"relation"_s);
    m_button->setSmall(true);
    m_info->setObjectName(u"relationInfo"_s);
    connect(m_button, &Button::clicked, this, &RelationPicker::openMenu);
    renewTexts();
}

void RelationPicker::showRelation(const WorkspaceSettings &settings, Clv::Model inUse,
                                  bool hasSubscriptions)
{
    m_settings = settings;
    m_inUse = inUse;
    m_hasSubscriptions = hasSubscriptions;
    renewTexts();
}

RelationPicker::Relation RelationPicker::relation() const
{
    if (Clv::isContractual(m_inUse))
        return Relation::Subscriptions;
    return m_inUse == Clv::Model::BgBb ? Relation::Opportunities : Relation::AnyTime;
}

PeriodUnit RelationPicker::period() const
{
    return relation() == Relation::Subscriptions ? m_settings.billingPeriod
                                                 : m_settings.opportunityPeriod;
}

QString RelationPicker::words(Relation relation, PeriodUnit period) const
{
    if (relation == Relation::AnyTime)
        return tr("Purchases at any time");
    const bool isContract = relation == Relation::Subscriptions;
    switch (period) {
    case PeriodUnit::Year:
        return isContract ? tr("Subscriptions by year") : tr("One opportunity a year");
    case PeriodUnit::Quarter:
        return isContract ? tr("Subscriptions by quarter") : tr("One opportunity a quarter");
    case PeriodUnit::Month:
        return isContract ? tr("Subscriptions by month") : tr("One opportunity a month");
    case PeriodUnit::Week:
        return isContract ? tr("Subscriptions by week") : tr("One opportunity a week");
    case PeriodUnit::Day:
        break;
    }
    return isContract ? tr("Subscriptions by day") : tr("One opportunity a day");
}

void RelationPicker::renewTexts()
{
    m_button->setText(words(relation(), period()));
    //: %1 is what is chosen now, such as "Purchases at any time"
    m_button->setAccessibleName(tr("How customers buy: %1").arg(m_button->text()));
    m_button->setToolTip(tr("How customers buy decides which models there are"));
    m_info->setExplanation(
        tr("How do customers buy?"),
        tr("At any time: customers buy when they like, as in a shop. Who has left is not known and "
           "has to be guessed from their silence.\nAt fixed opportunities: once in each period there "
           "is an occasion to buy or not, such as a yearly donation, a fair or a season. BG/BB "
           "counts in how many of these periods each customer bought, however often within "
           "one.\nSubscriptions: a contract goes on until it is ended, so who has left is known. "
           "sBG and BdW follow the share that renews at the end of each billing period. They look "
           "at the imported subscriptions, not at purchases."));
}

void RelationPicker::openMenu()
{
    auto *menu = new QMenu(m_button);
    menu->setObjectName(u"relationMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *anyTime = menu->addAction(words(Relation::AnyTime, PeriodUnit::Week));
    anyTime->setCheckable(true);
    anyTime->setChecked(relation() == Relation::AnyTime);
    connect(anyTime, &QAction::triggered, this,
            [this] { choose(Relation::AnyTime, PeriodUnit::Week); });
    menu->addSeparator();
    addPeriods(*menu, Relation::Opportunities);
    menu->addSeparator();
    if (m_hasSubscriptions || relation() == Relation::Subscriptions)
        addPeriods(*menu, Relation::Subscriptions);
    else
        menu->addAction(tr("Subscriptions: none are imported"))->setEnabled(false);
    menu->popup(m_button->mapToGlobal(QPoint(0, m_button->height())));
}

void RelationPicker::addPeriods(QMenu &menu, Relation offered)
{
    for (const PeriodUnit unit : periods) {
        QAction *action = menu.addAction(words(offered, unit));
        action->setCheckable(true);
        action->setChecked(relation() == offered && period() == unit);
        connect(action, &QAction::triggered, this, [this, offered, unit] { choose(offered, unit); });
    }
}

void RelationPicker::choose(Relation chosen, PeriodUnit unit)
{
    WorkspaceSettings edited = m_settings;
    switch (chosen) {
    case Relation::AnyTime:
        if (relation() != chosen)
            edited.clvModel = Clv::modelName(Clv::Model::BgNbd);
        break;
    case Relation::Opportunities:
        edited.clvModel = Clv::modelName(Clv::Model::BgBb);
        edited.opportunityPeriod = unit;
        break;
    case Relation::Subscriptions:
        if (relation() != chosen)
            edited.clvModel = Clv::modelName(Clv::Model::Sbg);
        edited.billingPeriod = unit;
        break;
    }
    if (!(edited == m_settings))
        emit settingsEdited(edited);
}

#include "ui/shell/periodpopup.h"

#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

DateRange PeriodPopup::rangeOf(Preset preset, const DateRange &extent)
{
    const QDate until = extent.until;
    switch (preset) {
    case Preset::LastTwelveMonths: return {until.addDays(1).addYears(-1), until};
    case Preset::ThisYear: return {QDate(until.year(), 1, 1), until};
    case Preset::LastYear: return {QDate(until.year() - 1, 1, 1), QDate(until.year() - 1, 12, 31)};
    case Preset::All: break;
    }
    return extent;
}

PeriodPopup::PeriodPopup(Display &display, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_display(display)
    , m_customTitle(new TextLabel(display, Theme::TextRole::CardTitle, "text", this))
    , m_fromTitle(new TextLabel(display, Theme::TextRole::Body, "text2", this))
    , m_untilTitle(new TextLabel(display, Theme::TextRole::Body, "text2", this))
    , m_problem(new TextLabel(display, Theme::TextRole::Axis, "bad", this))
    , m_from(new DateField(display, this))
    , m_until(new DateField(display, this))
    , m_apply(new Button(display, Button::Kind::Primary, {}, this))
{
    setObjectName(u"periodPopup"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 12);
    layout->setSpacing(2);
    for (const Preset preset : {Preset::LastTwelveMonths, Preset::ThisYear, Preset::LastYear, Preset::All}) {
        auto *button = new Button(display, Button::Kind::Quiet, {}, this);
        button->setObjectName(u"preset%1"_s.arg(m_presets.size()));
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        layout->addWidget(button);
        m_presets.append(button);
        connect(button, &Button::clicked, this, [this, preset] {
            close();
            emit chosen(rangeOf(preset, m_extent));
        });
    }
    m_customTitle->setContentsMargins(4, 8, 4, 4);
    layout->addWidget(m_customTitle);
    auto *dates = new QGridLayout;
    dates->setContentsMargins(4, 0, 4, 4);
    dates->setSpacing(6);
    m_fromTitle->setBuddy(m_from);
    m_untilTitle->setBuddy(m_until);
    m_from->setObjectName(u"periodFrom"_s);
    m_until->setObjectName(u"periodUntil"_s);
    dates->addWidget(m_fromTitle, 0, 0);
    dates->addWidget(m_from, 0, 1);
    dates->addWidget(m_untilTitle, 1, 0);
    dates->addWidget(m_until, 1, 1);
    dates->setColumnStretch(1, 1);
    layout->addLayout(dates);
    m_problem->setContentsMargins(4, 0, 4, 4);
    m_problem->setWordWrap(true);
    layout->addWidget(m_problem);
    m_apply->setObjectName(u"applyPeriod"_s);
    layout->addWidget(m_apply, 0, Qt::AlignTrailing);
    setMinimumWidth(250);

    connect(m_from, &DateField::dateChanged, this, &PeriodPopup::renewState);
    connect(m_until, &DateField::dateChanged, this, &PeriodPopup::renewState);
    connect(m_apply, &Button::clicked, this, [this] {
        close();
        emit chosen({m_from->date(), m_until->date()});
    });
    connect(&display, &Display::changed, this, [this] { renewState(); });
    retranslate();
}

void PeriodPopup::setExtent(const DateRange &extent)
{
    m_extent = extent;
    renewState();
}

void PeriodPopup::setPeriod(const DateRange &period)
{
    m_period = period;
    m_from->setDate(period.from);
    m_until->setDate(period.until);
    renewState();
}

void PeriodPopup::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PeriodPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_display.color("surface"));
    painter.setPen(m_display.color("borderStrong"));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void PeriodPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)
        focusNextPrevChild(event->key() == Qt::Key_Down);
    else
        QFrame::keyPressEvent(event);
}

void PeriodPopup::renewState()
{
    const DateRange chosenRange{m_from->date(), m_until->date()};
    const bool overlaps = chosenRange.isValid() && m_extent.isValid() && chosenRange.until >= m_extent.from
        && chosenRange.from <= m_extent.until;
    m_apply->setEnabled(overlaps);
    if (!chosenRange.isValid())
        m_problem->setText(tr("The first day is after the last day."));
    else if (!overlaps && m_extent.isValid())
        m_problem->setText(tr("The data reach from %1.").arg(m_display.format().dateRange(m_extent)));
    m_problem->setVisible(!overlaps);
    for (qsizetype i = 0; i < m_presets.size(); ++i) {
        const DateRange range = rangeOf(Preset(i), m_extent);
        m_presets[i]->setToolTip(m_extent.isValid() ? m_display.format().dateRange(range) : QString());
        m_presets[i]->setEnabled(m_extent.isValid() && range.until >= m_extent.from);
    }
}

void PeriodPopup::retranslate()
{
    setAccessibleName(tr("Period"));
    const QStringList names{tr("Last 12 months"), tr("This year"), tr("Last year"), tr("All data")};
    for (qsizetype i = 0; i < m_presets.size(); ++i)
        m_presets[i]->setText(names[i]);
    m_customTitle->setText(tr("From day to day"));
    m_fromTitle->setText(tr("First day"));
    m_untilTitle->setText(tr("Last day"));
    m_from->setAccessibleName(tr("First day"));
    m_until->setAccessibleName(tr("Last day"));
    m_apply->setText(tr("Apply"));
    renewState();
}

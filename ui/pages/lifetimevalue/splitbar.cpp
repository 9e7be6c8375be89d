#include "ui/pages/lifetimevalue/splitbar.h"

#include "ui/pages/analysispage.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int restMs = 250;
constexpr int weekDays = 7;
} // namespace

SplitBar::SplitBar(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_until(new TextLabel(display, Theme::TextRole::Table, "text", this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_length(new TextLabel(display, Theme::TextRole::Table, "text2", this))
    , m_reset(new Button(display, Button::Kind::Link, {}, this))
    , m_rest(new QTimer(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 3, 8, 3);
    layout->setSpacing(10);
    layout->addWidget(m_until);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_length);
    layout->addWidget(m_reset);
    setMinimumHeight(34);
    m_slider->setObjectName(u"calibrationEnd"_s);
    m_slider->setSingleStep(weekDays);
    m_slider->setPageStep(4 * weekDays);
    m_slider->setMinimumWidth(80);
    m_slider->setMinimumHeight(24);
    m_slider->setLayoutDirection(Qt::LeftToRight); // time runs to the right, as in the chart above
    m_reset->setObjectName(u"usualSplit"_s);
    m_reset->setSmall(true);
    m_rest->setSingleShot(true);
    m_rest->setInterval(restMs);
    connect(m_slider, &QSlider::valueChanged, this, [this] {
        showDay();
        m_rest->start();
    });
    connect(m_rest, &QTimer::timeout, this, [this] { emit settled(day()); });
    connect(m_reset, &Button::clicked, this, [this] {
        setDay(m_usual);
        m_rest->stop();
        emit settled(day());
    });
    renewTexts();
}

void SplitBar::setRange(const DateRange &ends, const QDate &usual, const QDate &dataEnd)
{
    m_ends = ends;
    m_usual = usual;
    m_dataEnd = dataEnd;
    const QSignalBlocker blocker(m_slider);
    m_slider->setEnabled(ends.isValid());
    m_slider->setRange(0, ends.isValid() ? int(ends.from.daysTo(ends.until)) : 0);
    showDay();
}

void SplitBar::setDay(const QDate &day)
{
    const QSignalBlocker blocker(m_slider);
    m_rest->stop();
    if (m_ends.isValid() && day.isValid())
        m_slider->setValue(int(m_ends.from.daysTo(day)));
    showDay();
}

QDate SplitBar::day() const
{
    return m_ends.isValid() ? m_ends.from.addDays(m_slider->value()) : QDate();
}

void SplitBar::renewTexts()
{
    m_reset->setText(tr("Usual split"));
    m_reset->setToolTip(tr("Back to a holdout of half a year, or a third of shorter data"));
    showDay();
}

void SplitBar::showDay()
{
    const NumberFormat &format = m_display.format();
    if (!m_ends.isValid()) {
        m_until->setText(tr("The data are too short for a holdout: it takes 16 weeks."));
        m_slider->setAccessibleName(m_until->text());
        m_length->setText({});
        m_slider->hide();
        m_reset->hide();
        return;
    }
    m_slider->show();
    m_reset->setVisible(m_usual.isValid() && day() != m_usual);
    //: %1 is a date: the model is fitted to the data up to it
    m_until->setText(tr("Calibration until %1").arg(format.date(day())));
    const int weeks = int(day().daysTo(m_dataEnd) / weekDays);
    m_length->setText(withCount(tr("holdout of %n week(s)", nullptr, weeks), weeks, format));
    //: spoken for the slider: a date and a length
    m_slider->setAccessibleName(tr("%1, %2").arg(m_until->text(), m_length->text()));
}

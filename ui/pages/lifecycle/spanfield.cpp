#include "ui/pages/lifecycle/spanfield.h"

#include "ui/widgets/numberfield.h"

#include <QComboBox>
#include <QHBoxLayout>

#include <algorithm>

namespace {

/// A month is thirty days here, as the unit says: a calendar month would give some people more time
/// than others, and the definition counts seconds.
constexpr std::int64_t unitSeconds[] = {1, 60, 3600, 86400, 7 * 86400, 30 * 86400};
constexpr int units = int(std::size(unitSeconds));
/// Units that a length from elsewhere is told in: 90 days stay 90 days.
constexpr int toldUnits = units - 1;

int unitOf(std::int64_t seconds)
{
    for (int unit = toldUnits - 1; unit > 0; --unit) {
        if (seconds % unitSeconds[unit] == 0)
            return unit;
    }
    return 0;
}

} // namespace

SpanField::SpanField(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_number(new NumberField(display))
    , m_unit(new QComboBox)
{
    m_number->setRange(0, 1e8);
    m_number->setDecimals(0);
    m_number->setKeyboardTracking(false);
    m_unit->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_number, 1);
    layout->addWidget(m_unit, 2);
    const auto tell = [this] {
        if (!m_filling)
            emit edited();
    };
    connect(m_number, &NumberField::valueChanged, this, tell);
    connect(m_unit, &QComboBox::currentIndexChanged, this, tell);
    setFocusProxy(m_number);
}

void SpanField::setObjectNames(const QString &number, const QString &unit)
{
    m_number->setObjectName(number);
    m_unit->setObjectName(unit);
}

void SpanField::setSeconds(std::int64_t seconds)
{
    m_filling = true;
    // What the person reads stays as it is where it says the same.
    const bool isSame = m_unit->currentIndex() >= 0 && this->seconds() == seconds;
    if (!isSame) {
        m_unit->setCurrentIndex(unitOf(seconds));
        m_number->setValue(double(seconds / unitSeconds[unitOf(seconds)]));
    }
    m_filling = false;
}

std::int64_t SpanField::seconds() const
{
    return std::int64_t(m_number->value()) * unitSeconds[std::clamp(m_unit->currentIndex(), 0, units - 1)];
}

void SpanField::renewTexts(const QString &name)
{
    m_filling = true;
    const int unit = m_unit->currentIndex();
    m_unit->clear();
    m_unit->addItems({tr("seconds"), tr("minutes"), tr("hours"), tr("days"), tr("weeks"),
                      tr("months of 30 days")});
    m_unit->setCurrentIndex(unit);
    m_number->setAccessibleName(name);
    //: %1 is what the span of time is, such as "Length of the window"
    m_unit->setAccessibleName(tr("%1: unit").arg(name));
    m_unit->setToolTip(tr("A day is 24 hours and a month 30 days, so that everybody has the same time. "
                          "Calendar months differ in length and are not offered."));
    m_filling = false;
}

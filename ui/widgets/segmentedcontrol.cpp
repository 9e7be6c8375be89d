#include "ui/widgets/segmentedcontrol.h"

#include "ui/style/display.h"
#include "ui/style/looks.h"
#include "ui/style/painttext.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>

#include <cmath>

using namespace Qt::StringLiterals;

SegmentedControl::SegmentedControl(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_layout(new QHBoxLayout(this))
    , m_group(new QButtonGroup(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentedControl::chosen);
    connect(&display, &Display::changed, this, &SegmentedControl::applyDisplay);
}

void SegmentedControl::setSegments(const QStringList &texts)
{
    const int chosenBefore = current();
    const bool isResized = count() != texts.size();
    // Buttons that change their place would keep the border of the old one; those made anew do not.
    while (isResized && count() > 0) {
        QAbstractButton *last = m_group->button(count() - 1);
        m_group->removeButton(last);
        delete last;
    }
    while (count() < texts.size()) {
        auto *button = new QToolButton(this);
        button->setCheckable(true);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_group->addButton(button, count());
        m_layout->addWidget(button);
    }
    for (int i = 0; i < count(); ++i) {
        auto *button = static_cast<QToolButton *>(m_group->button(i));
        button->setText(texts[i]);
        button->setProperty("place", i == 0             ? u"start"_s
                                     : i == count() - 1 ? u"end"_s
                                                        : u"middle"_s);
    }
    applyDisplay();
    setCurrent(chosenBefore >= 0 && chosenBefore < count() ? chosenBefore : 0);
}

int SegmentedControl::count() const { return int(m_group->buttons().size()); }

int SegmentedControl::current() const { return m_group->checkedId(); }

void SegmentedControl::setCurrent(int index)
{
    if (QAbstractButton *button = m_group->button(index))
        button->setChecked(true);
}

void SegmentedControl::setSegmentEnabled(int index, bool enabled, const QString &reason)
{
    if (QAbstractButton *button = m_group->button(index)) {
        button->setEnabled(enabled);
        button->setToolTip(reason);
    }
}

void SegmentedControl::keyPressEvent(QKeyEvent *event)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    int step = 0;
    if (event->key() == Qt::Key_Left)
        step = mirrored ? 1 : -1;
    else if (event->key() == Qt::Key_Right)
        step = mirrored ? -1 : 1;
    const int wanted = current() + step;
    if (step == 0 || wanted < 0 || wanted >= count() || !m_group->button(wanted)->isEnabled()) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_group->button(wanted)->setFocus(Qt::TabFocusReason);
    m_group->button(wanted)->click();
}

void SegmentedControl::applyDisplay()
{
    const QFont font = m_display.font(Theme::TextRole::Table);
    for (QAbstractButton *button : m_group->buttons()) {
        QFont strong = font;
        strong.setWeight(
            QFont::DemiBold); // room for the chosen one, so that choosing moves nothing
        button->setFont(font);
        button->setMinimumWidth(int(std::ceil(PaintText::width(strong, button->text()))) + 24);
        button->setFixedHeight(int(std::lround(26 * std::max(1.0, m_display.textScale()))));
        Looks::set(button, "segment");
    }
    updateGeometry();
}

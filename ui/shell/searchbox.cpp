#include "ui/shell/searchbox.h"

#include "ui/shell/actions.h"
#include "ui/style/display.h"
#include "ui/style/icons.h"
#include "ui/widgets/textlabel.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
enum Role { ActionRole = Qt::UserRole, CustomerRole };
constexpr int boxWidth = 520;
}

SearchBox::SearchBox(Display &display, const Actions &actions, QWidget *parent)
    : QFrame(parent)
    , m_display(display)
    , m_actions(actions)
    , m_field(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_note(new TextLabel(display, Theme::TextRole::Axis, "text3", this))
    , m_timer(new QTimer(this))
{
    setObjectName(u"searchBox"_s);
    (void)m_arabic.load(u":/i18n/qeema_ar.qm"_s);
    m_field->setObjectName(u"searchField"_s);
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_list->setObjectName(u"searchHits"_s);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 10);
    layout->setSpacing(8);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    layout->addWidget(m_note);
    m_timer->setSingleShot(true);
    m_timer->setInterval(150);
    hide();

    connect(m_field, &QLineEdit::textChanged, this, [this] {
        m_customers.clear();
        renewHits();
        m_timer->start();
    });
    connect(m_timer, &QTimer::timeout, this, [this] {
        if (!m_field->text().trimmed().isEmpty())
            emit customersWanted(m_field->text());
    });
    connect(m_list, &QListWidget::itemClicked, this, &SearchBox::choose);
    retranslate();
}

void SearchBox::open()
{
    m_field->clear();
    m_customers.clear();
    renewHits();
    setGeometry((parentWidget()->width() - boxWidth) / 2, 64, boxWidth,
                std::min(420, parentWidget()->height() - 100));
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void SearchBox::setCustomers(const QString &words, const QList<CustomerHit> &hits)
{
    if (words != m_field->text())
        return;
    m_customers = hits;
    renewHits();
}

bool SearchBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int row = m_list->currentRow();
        switch (key) {
        case Qt::Key_Down: m_list->setCurrentRow(std::min(row + 1, m_list->count() - 1)); return true;
        case Qt::Key_Up: m_list->setCurrentRow(std::max(row - 1, 0)); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: choose(); return true;
        case Qt::Key_Escape: hide(); parentWidget()->setFocus(); return true;
        default: break;
        }
    }
    if (watched == m_field && event->type() == QEvent::FocusOut)
        hide();
    return QFrame::eventFilter(watched, event);
}

void SearchBox::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SearchBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_display.color("borderStrong"));
    painter.setBrush(m_display.color("surface"));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void SearchBox::retranslate()
{
    setAccessibleName(tr("Search"));
    m_field->setAccessibleName(tr("Search screens, actions and customers"));
    m_field->setPlaceholderText(tr("Screen, action, customer name or ID"));
    m_list->setAccessibleName(tr("Search results"));
    renewHits();
}

bool SearchBox::matches(const QString &english, const QString &shown) const
{
    const QString words = m_field->text().trimmed();
    const QString arabic = m_arabic.translate("Actions", english.toUtf8().constData());
    return words.isEmpty() || english.contains(words, Qt::CaseInsensitive)
        || shown.contains(words, Qt::CaseInsensitive) || arabic.contains(words, Qt::CaseInsensitive);
}

void SearchBox::renewHits()
{
    m_list->clear();
    for (QAction *action : m_actions.all()) {
        if (!action->isEnabled() || !matches(Actions::englishText(action), action->text()))
            continue;
        const bool isScreen = Actions::idOf(action).startsWith("view."_L1) && action->data().isValid();
        auto *item = new QListWidgetItem(m_list);
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        item->setText(keys.isEmpty() ? action->text()
                                     //: a search result: %1 is an action, %2 its shortcut
                                     : tr("%1 (%2)").arg(action->text(), NumberFormat::isolate(keys)));
        if (isScreen)
            item->setIcon(Icons::icon(action->data().toString(), m_display));
        item->setData(ActionRole, QVariant::fromValue(action));
    }
    for (const CustomerHit &hit : std::as_const(m_customers)) {
        auto *item = new QListWidgetItem(m_list);
        item->setIcon(Icons::icon(u"user"_s, m_display));
        //: a search result: %1 is a customer's name, %2 its ID
        item->setText(hit.name.isEmpty() ? NumberFormat::isolate(hit.ref)
                                         : tr("%1 · %2").arg(NumberFormat::isolate(hit.name),
                                                             NumberFormat::isolate(hit.ref)));
        item->setData(CustomerRole, hit.id.value);
    }
    m_list->setCurrentRow(0);
    m_note->setText(m_list->count() == 0 ? tr("Nothing found.")
                                         : tr("Arrow keys choose, Enter opens, Esc closes."));
}

void SearchBox::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    auto *action = item->data(ActionRole).value<QAction *>();
    const CustomerId customer{item->data(CustomerRole).toLongLong()};
    hide();
    parentWidget()->setFocus();
    if (action)
        action->trigger();
    else if (customer.isValid())
        emit customerChosen(customer);
}

#include "ui/pages/data/filterheader.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace {
constexpr int fieldHeight = 30; // what the style gives a field at least
constexpr int gap = 3;
}

FilterHeader::FilterHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    connect(this, &QHeaderView::sectionResized, this, &FilterHeader::placeFields);
    connect(this, &QHeaderView::sectionMoved, this, &FilterHeader::placeFields);
    connect(this, &QHeaderView::sectionCountChanged, this, &FilterHeader::placeFields);
}

void FilterHeader::setFiltersVisible(bool visible)
{
    if (visible == m_isVisible)
        return;
    m_isVisible = visible;
    updateGeometries();
    // The table asks for the new height only when its own geometry is renewed.
    if (auto *table = qobject_cast<QTableView *>(parentWidget()))
        QMetaObject::invokeMethod(table, "updateGeometries");
    placeFields();
}

QHash<int, QString> FilterHeader::filters() const
{
    QHash<int, QString> filters;
    for (int column = 0; column < m_fields.size() && m_isVisible; ++column) {
        const QString text = m_fields[column]->text().trimmed();
        if (!text.isEmpty() && !isSectionHidden(column))
            filters.insert(column, text);
    }
    return filters;
}

void FilterHeader::clearFilters()
{
    for (QLineEdit *field : std::as_const(m_fields)) {
        const QSignalBlocker quiet(field);
        field->clear();
    }
    emit filtersEdited();
}

void FilterHeader::renewFields(const std::function<QString(int)> &hint)
{
    while (m_fields.size() > count())
        m_fields.takeLast()->deleteLater();
    while (m_fields.size() < count()) {
        auto *field = new QLineEdit(this);
        field->setObjectName(u"filter%1"_s.arg(m_fields.size()));
        field->setClearButtonEnabled(true);
        field->installEventFilter(this);
        field->hide();
        connect(field, &QLineEdit::textChanged, this, &FilterHeader::filtersEdited);
        m_fields.append(field);
    }
    for (int column = 0; column < m_fields.size(); ++column) {
        const QString name = model()->headerData(column, Qt::Horizontal).toString();
        m_fields[column]->setPlaceholderText(hint(column));
        m_fields[column]->setToolTip(hint(column));
        //: a field that filters a table by one column: %1 the column
        m_fields[column]->setAccessibleName(tr("Filter %1").arg(name));
    }
    placeFields();
}

void FilterHeader::setTabAfter(QWidget *widget)
{
    m_tabAfter = widget;
    placeFields();
}

QSize FilterHeader::sizeHint() const
{
    QSize size = QHeaderView::sizeHint();
    if (m_isVisible)
        size.setHeight(size.height() + fieldHeight + 2 * gap);
    return size;
}

void FilterHeader::updateGeometries()
{
    setViewportMargins(0, 0, 0, m_isVisible ? fieldHeight + 2 * gap : 0);
    QHeaderView::updateGeometries();
    placeFields();
}

void FilterHeader::placeFields()
{
    const int top = QHeaderView::sizeHint().height() + gap;
    QWidget *before = m_tabAfter;
    for (int visual = 0; visual < count(); ++visual) {
        const int column = logicalIndex(visual);
        if (column >= m_fields.size())
            continue;
        QLineEdit *field = m_fields[column];
        const bool shown = m_isVisible && !isSectionHidden(column);
        field->setVisible(shown);
        if (!shown)
            continue;
        field->setGeometry(sectionViewportPosition(column) + gap, top, std::max(0, sectionSize(column) - 2 * gap), fieldHeight);
        if (before)
            setTabOrder(before, field);
        before = field;
    }
    if (before && before != m_tabAfter)
        setTabOrder(before, parentWidget());
}

bool FilterHeader::eventFilter(QObject *watched, QEvent *event)
{
    auto *field = qobject_cast<QLineEdit *>(watched);
    if (field && event->type() == QEvent::FocusIn) {
        // A field behind the edge comes into view with its column.
        const int column = int(m_fields.indexOf(field));
        if (auto *table = qobject_cast<QTableView *>(parentWidget()); table && column >= 0) {
            const int position = sectionViewportPosition(column);
            QScrollBar *bar = table->horizontalScrollBar();
            const int direction = isRightToLeft() ? -1 : 1;
            if (position < 0)
                bar->setValue(bar->value() + direction * position);
            else if (position + sectionSize(column) > viewport()->width())
                bar->setValue(bar->value() + direction * (position + sectionSize(column) - viewport()->width()));
            placeFields();
        }
    } else if (field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            parentWidget()->setFocus(Qt::TabFocusReason);
            return true;
        }
        if (key == Qt::Key_Escape && !field->text().isEmpty()) {
            field->clear();
            return true;
        }
    }
    return QHeaderView::eventFilter(watched, event);
}

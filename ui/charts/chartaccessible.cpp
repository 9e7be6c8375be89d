#include "ui/charts/chartaccessible.h"

#include "ui/charts/chart.h"

#include <QAccessibleWidget>
#include <QPointer>

#include <qcustomplot.h>

namespace {

/// One mark: "Q2 2025; Equity: SAR 48.67 M". Addressed by position, because marks are built anew
/// with the data.
class MarkAccessible final : public QAccessibleInterface
{
public:
    MarkAccessible(Chart *chart, int index) : m_chart(chart), m_index(index) {}

    [[nodiscard]] bool isValid() const override
    {
        return m_chart && m_index < m_chart->marks().size();
    }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_chart);
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::Graphic; }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name ? Chart::spoken(m_chart->marks().at(m_index))
                                                      : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}

    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect area = m_chart->marks().at(m_index).area.toRect();
        return {m_chart->plot()->mapToGlobal(area.topLeft()), area.size()};
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.focusable = true;
        state.focused = m_chart->hasFocus() && m_chart->focusedMark() == m_index;
        state.readOnly = true;
        return state;
    }

private:
    QPointer<Chart> m_chart;
    int m_index;
};

class ChartAccessible final : public QAccessibleWidget
{
public:
    explicit ChartAccessible(Chart *chart)
        : QAccessibleWidget(chart, QAccessible::Chart), m_chart(chart)
    {}

    ~ChartAccessible() override
    {
        for (const QAccessible::Id id : m_children)
            QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] int childCount() const override { return int(m_chart->marks().size()); }

    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        while (m_children.size() <= index) {
            m_children.append(QAccessible::registerAccessibleInterface(
                new MarkAccessible(m_chart, int(m_children.size()))));
        }
        return QAccessible::accessibleInterface(m_children.at(index));
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (qsizetype i = 0; i < m_children.size(); ++i) {
            if (QAccessible::accessibleInterface(m_children.at(i)) == child)
                return int(i);
        }
        return -1;
    }

    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPointF place = m_chart->plot()->mapFromGlobal(QPoint(x, y));
        for (int i = 0; i < childCount(); ++i) {
            if (m_chart->marks().at(i).area.contains(place))
                return child(i);
        }
        return nullptr;
    }

    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return m_chart->hasFocus() && m_chart->focusedMark() >= 0 ? child(m_chart->focusedMark())
                                                                  : nullptr;
    }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Value && m_chart->focusedMark() >= 0
            && m_chart->focusedMark() < m_chart->marks().size())
            return Chart::spoken(m_chart->marks().at(m_chart->focusedMark()));
        return QAccessibleWidget::text(kind);
    }

private:
    Chart *m_chart;
    mutable QList<QAccessible::Id> m_children;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *chart = qobject_cast<Chart *>(object);
    return chart ? new ChartAccessible(chart) : nullptr;
}

} // namespace

void installChartAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

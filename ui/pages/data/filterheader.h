#pragma once

#include <QHash>
#include <QHeaderView>

#include <functional>

class QLineEdit;

/// A table's header with a field under each heading that filters by the column.
class FilterHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit FilterHeader(QWidget *parent = nullptr);

    void setFiltersVisible(bool visible);
    [[nodiscard]] bool hasFilters() const { return m_isVisible; }
    /// What stands in the fields, by column; empty ones are left out.
    [[nodiscard]] QHash<int, QString> filters() const;
    void clearFilters();
    /// Tab goes from \a widget to the first field, and from the last one to the table.
    void setTabAfter(QWidget *widget);
    /// Fields for the columns of the model, with a hint and an accessible name each.
    void renewFields(const std::function<QString(int)> &hint);
    [[nodiscard]] QLineEdit *field(int column) const { return m_fields.value(column); }

    [[nodiscard]] QSize sizeHint() const override;

signals:
    void filtersEdited();

protected:
    void updateGeometries() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void placeFields();

    QList<QLineEdit *> m_fields;
    QWidget *m_tabAfter = nullptr;
    bool m_isVisible = false;
};

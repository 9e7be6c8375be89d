#pragma once

#include <QList>
#include <QObject>

class QTableView;

/// Gives the first column of a table what the others leave, and never less than its own words need:
/// where the sum does not fit, the table scrolls sideways instead of cutting names.
class ColumnFitter final : public QObject
{
    Q_OBJECT

public:
    /// Follows the width of \a view, which owns it.
    explicit ColumnFitter(QTableView &view);

    /// The widths that the words of the columns need.
    void setWidths(const QList<int> &widths);
    [[nodiscard]] static ColumnFitter *of(const QTableView &view);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    QTableView &m_view;
    QList<int> m_widths;
};

#pragma once

#include "models/core/currency.h"
#include "models/core/numberformat.h"
#include "models/core/result.h"
#include "models/core/strongid.h"
#include "models/workspace/database.h"
#include "models/workspace/workspace.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace Health {

/// Rows of one table by their ids, as they stand in the workspace: customer first, then every
/// column with its terms as words. Rows are read in windows as they are shown; all the memory it
/// takes beside the ids is a few windows.
class FactRowsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        SortRole = Qt::UserRole,
        CustomerRole, ///< CustomerId::value, qint64; 0: the row names none
        MarkedRole    ///< true in the column the finding is about
    };

    explicit FactRowsModel(QObject *parent = nullptr);
    ~FactRowsModel() override;

    /// \a marked: the column to mark; empty: none.
    Result<void> load(const Workspace &workspace, const QString &table,
                      std::vector<std::int64_t> rows, const QString &marked = {});
    void clear();
    void setNumberFormat(const NumberFormat &format);
    void retranslate();

    [[nodiscard]] CustomerId customerAt(int row) const; ///< invalid: none
    [[nodiscard]] static bool isNumeric(const QString &column);
    [[nodiscard]] const QStringList &columns() const { return m_columns; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    enum class Shape { Text, Integer, Real, Time, Day, Money };
    struct Row
    {
        qint64 customer = 0;
        QString currency;
        QVariantList cells; ///< invalid: no value
    };
    [[nodiscard]] static Shape shapeOf(const QString &column);
    [[nodiscard]] const Row *row(int index) const;
    [[nodiscard]] QString text(const Row &row, int column) const;

    std::unique_ptr<Database> m_database;
    QString m_table;
    QString m_marked;
    QStringList m_columns;
    std::string m_select;
    Currency m_currency;
    std::vector<std::int64_t> m_rows;
    mutable QHash<int, QList<Row>> m_windows;
    mutable QList<int> m_recent; ///< windows, the last used behind
    NumberFormat m_format;
};

} // namespace Health

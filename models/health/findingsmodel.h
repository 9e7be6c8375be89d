#pragma once

#include "models/health/health.h"

#include <QAbstractTableModel>
#include <QHash>

#include <optional>

namespace Health {

/// The findings of a report, those of one aspect or all.
class FindingsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { SeverityColumn, AspectColumn, TableColumn, FindingColumn, RowsColumn, ShareColumn, RepairColumn, ColumnCount };
    enum Role { SortRole = Qt::UserRole, SeverityRole };

    explicit FindingsModel(QObject *parent = nullptr);

    void setReport(const Report &report);
    void setAspect(std::optional<Aspect> aspect);
    void setNumberFormat(const NumberFormat &format);
    void retranslate();
    [[nodiscard]] const Finding &finding(int row) const { return m_shown.at(row); }
    [[nodiscard]] int rowOf(const QString &id) const; ///< −1: not shown

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    void renew();
    [[nodiscard]] QVariant cell(const Finding &finding, int column, int role) const;

    QList<Finding> m_findings;
    QList<Finding> m_shown;
    std::optional<Aspect> m_aspect;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    NumberFormat m_format;
};

/// How well each column is filled, until when, and how many findings are about it.
class FieldsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TableColumn, FieldColumn, FilledColumn, MissingColumn, NewestColumn, FindingsColumn, ColumnCount };
    enum Role { SortRole = Qt::UserRole, ShareRole };

    explicit FieldsModel(QObject *parent = nullptr);

    void setReport(const Report &report);
    void setNumberFormat(const NumberFormat &format);
    void retranslate();
    [[nodiscard]] const FieldQuality &field(int row) const { return m_fields.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    [[nodiscard]] QVariant sortKey(const FieldQuality &field, int column) const;
    [[nodiscard]] int findingsOf(const FieldQuality &field) const;

    QList<FieldQuality> m_fields;
    QHash<QString, int> m_findings; ///< by table and column
    NumberFormat m_format;
};

} // namespace Health

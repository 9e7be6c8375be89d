#pragma once

#include "models/insights/analysis.h"
#include "models/report/report.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>
#include <QWidget>

#include <functional>

class Display;
class QLineEdit;
class QTableView;
class TextLabel;

/// Where names come from and customers are found. Both may be missing: then customers show as
/// numbers, and there is no search.
struct CustomerDirectory
{
    using Found = std::function<void(const QList<CustomerId> &)>;
    Report::NameLookup names;
    std::function<void(const QString &text, Found found)> search;
    /// The customer's changes of stage with their receipts, oldest first, a line each; on a worker.
    using Receipts = std::function<Result<QStringList>(
        const Customers::SnapshotPtr &snapshot, CustomerId customer, const NumberFormat &format,
        const Progress &progress)>;
    Receipts receipts;
};

/// Lifetime value per customer of the analysis' snapshot in major units; NaN: no value.
[[nodiscard]] std::vector<double> clvByCustomer(const Insights::Analysis &analysis);

/// Some of the customers, with how long they have waited and their lifetime value, over any number
/// of rows; names are read for the rows on screen only.
class ContactsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Reference, Days, Value, ColumnCount };
    struct Contact
    {
        Customers::CustomerIndex customer = 0;
        double days = 0;
    };

    explicit ContactsModel(Display &display, QObject *parent = nullptr);

    void setDirectory(const CustomerDirectory &directory);
    void setContacts(const Insights::AnalysisPtr &analysis, std::vector<Contact> contacts);
    /// Only these customers; none: all.
    void setFound(const std::optional<QSet<qint64>> &customers);
    void renewTexts();
    [[nodiscard]] CustomerId customer(int row) const;
    [[nodiscard]] std::vector<Customers::CustomerIndex> shown() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void filter();
    void readNames(int row) const;
    [[nodiscard]] const Contact &contact(int row) const { return m_contacts[m_rows[std::size_t(row)]]; }

    Display &m_display;
    CustomerDirectory m_directory;
    Insights::AnalysisPtr m_analysis;
    std::vector<double> m_clv;
    std::vector<Contact> m_contacts;
    std::vector<std::uint32_t> m_rows;
    std::optional<QSet<qint64>> m_found;
    mutable QHash<qint64, Report::NamedCustomer> m_names;
};

/// The list with its search field. A double click or Enter opens the customer.
class ContactList final : public QWidget
{
    Q_OBJECT

public:
    explicit ContactList(Display &display, QWidget *parent = nullptr);

    void setDirectory(const CustomerDirectory &directory);
    void setContacts(const Insights::AnalysisPtr &analysis,
                     std::vector<ContactsModel::Contact> contacts, bool withDays);
    void retranslate();
    [[nodiscard]] ContactsModel *model() const { return m_model; }
    /// To stand elsewhere, such as in a card's header.
    [[nodiscard]] QLineEdit *searchField() const { return m_search; }

signals:
    void customerActivated(CustomerId customer);
    void customerChosen(CustomerId customer); ///< the current row; an invalid id: none

private:
    void search();

    Display &m_display;
    ContactsModel *m_model;
    QLineEdit *m_search;
    QTableView *m_table;
    TextLabel *m_none;
    CustomerDirectory m_directory;
    QTimer m_delay;
    int m_searchNumber = 0;
};

#include "ui/pages/lifecycle/contactlist.h"

#include "ui/pages/data/tables.h"
#include "ui/style/display.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/textlabel.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPointer>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace {

/// Names are read for this many rows at a time.
constexpr int nameBlock = 64;
constexpr int searchDelayMs = 200;

} // namespace

std::vector<double> clvByCustomer(const Insights::Analysis &analysis)
{
    std::vector<double> clv(analysis.snapshot ? analysis.snapshot->customers() : 0, std::nan(""));
    if (!analysis.clv.values)
        return clv;
    const Clv::CustomerValues &values = *analysis.clv.values;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values.customer[i] < clv.size())
            clv[values.customer[i]] = values.clv[i];
    }
    return clv;
}

ContactsModel::ContactsModel(Display &display, QObject *parent)
    : QAbstractTableModel(parent), m_display(display)
{}

void ContactsModel::setDirectory(const CustomerDirectory &directory)
{
    m_directory = directory;
    m_names.clear();
    renewTexts();
}

void ContactsModel::setContacts(const Insights::AnalysisPtr &analysis, std::vector<Contact> contacts)
{
    beginResetModel();
    if (m_analysis != analysis) {
        m_analysis = analysis;
        m_names.clear();
        m_clv = analysis ? clvByCustomer(*analysis) : std::vector<double>();
    }
    m_contacts = std::move(contacts);
    filter();
    endResetModel();
}

void ContactsModel::setFound(const std::optional<QSet<qint64>> &customers)
{
    beginResetModel();
    m_found = customers;
    filter();
    endResetModel();
}

void ContactsModel::filter()
{
    m_rows.clear();
    for (std::uint32_t i = 0; i < m_contacts.size(); ++i) {
        if (!m_found || m_found->contains(m_analysis->snapshot->id(m_contacts[i].customer).value))
            m_rows.push_back(i);
    }
}

void ContactsModel::renewTexts()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

CustomerId ContactsModel::customer(int row) const
{
    return m_analysis->snapshot->id(contact(row).customer);
}

std::vector<Customers::CustomerIndex> ContactsModel::shown() const
{
    std::vector<Customers::CustomerIndex> customers;
    for (const std::uint32_t row : m_rows)
        customers.push_back(m_contacts[row].customer);
    return customers;
}

int ContactsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ContactsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

void ContactsModel::readNames(int row) const
{
    QList<CustomerId> ids;
    for (int i = row / nameBlock * nameBlock; i < rowCount() && i < (row / nameBlock + 1) * nameBlock; ++i) {
        if (!m_names.contains(customer(i).value))
            ids.append(customer(i));
    }
    const QHash<qint64, Report::NamedCustomer> read =
        m_directory.names ? m_directory.names(ids) : QHash<qint64, Report::NamedCustomer>();
    for (const CustomerId id : std::as_const(ids))
        m_names.insert(id.value, read.value(id.value));
}

QVariant ContactsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isNumber = index.column() == Days || index.column() == Value;
    if (role == Qt::TextAlignmentRole)
        return isNumber ? QVariant(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter)
                        : QVariant(Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const NumberFormat &format = m_display.format();
    const Contact &entry = contact(index.row());
    switch (Column(index.column())) {
    case Name:
    case Reference: {
        const qint64 id = customer(index.row()).value;
        if (!m_names.contains(id))
            readNames(index.row());
        const Report::NamedCustomer named = m_names.value(id);
        if (index.column() == Reference)
            return NumberFormat::isolate(named.ref);
        if (!named.name.isEmpty())
            return NumberFormat::isolate(named.name);
        return named.ref.isEmpty() ? tr("Customer %1").arg(format.integer(id))
                                   : NumberFormat::isolate(named.ref);
    }
    case Days:
        return format.duration(entry.days);
    case Value: {
        const double value = m_clv[entry.customer];
        return std::isfinite(value) ? format.money(value, m_analysis->snapshot->currency.code)
                                    : QStringLiteral("–");
    }
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ContactsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return section == Days || section == Value
                   ? QVariant(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter)
                   : QVariant(Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name:
        return tr("Customer");
    case Reference:
        return tr("ID");
    case Days:
        return tr("In the stage for");
    case Value:
        return tr("Lifetime value");
    case ColumnCount:
        break;
    }
    return {};
}

void ContactsModel::sort(int column, Qt::SortOrder order)
{
    const auto key = [this, column](const Contact &entry) {
        if (column == Days)
            return entry.days;
        if (column == Value)
            return std::isfinite(m_clv[entry.customer]) ? m_clv[entry.customer] : -1.0;
        return double(entry.customer);
    };
    beginResetModel();
    std::stable_sort(m_contacts.begin(), m_contacts.end(), [&](const Contact &a, const Contact &b) {
        return order == Qt::AscendingOrder ? key(a) < key(b) : key(b) < key(a);
    });
    filter();
    endResetModel();
}

ContactList::ContactList(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_model(new ContactsModel(display, this))
    , m_search(new QLineEdit(this))
    , m_table(new QTableView)
    , m_none(new TextLabel(display, Theme::TextRole::Table, "text2"))
{
    m_search->setObjectName(QStringLiteral("contactSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(190);
    m_table->setObjectName(QStringLiteral("contacts"));
    Tables::prepare(*m_table, *m_model);
    Tables::enableCopy(*m_table);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->horizontalHeader()->setSectionsMovable(false);
    auto *numbers = new NumberDelegate(display, m_table);
    m_table->setItemDelegateForColumn(ContactsModel::Days, numbers);
    m_table->setItemDelegateForColumn(ContactsModel::Value, numbers);
    for (int column = 0; column < ContactsModel::ColumnCount; ++column)
        m_table->horizontalHeader()->setSectionResizeMode(
            column, column == 0 ? QHeaderView::Stretch : QHeaderView::Interactive);
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setWordWrap(true);
    m_none->hide();
    m_delay.setSingleShot(true);
    m_delay.setInterval(searchDelayMs);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_search, 0, Qt::AlignLeading);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_none, 1);
    connect(m_search, &QLineEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(&m_delay, &QTimer::timeout, this, &ContactList::search);
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex &index) { emit customerActivated(m_model->customer(index.row())); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) {
                emit customerChosen(now.isValid() ? m_model->customer(now.row()) : CustomerId());
            });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        emit customerChosen(CustomerId());
        m_none->setVisible(m_model->rowCount() == 0);
        m_table->setVisible(m_model->rowCount() > 0);
    });
    connect(&display, &Display::changed, m_model, &ContactsModel::renewTexts);
    retranslate();
}

void ContactList::setDirectory(const CustomerDirectory &directory)
{
    m_directory = directory;
    m_model->setDirectory(directory);
    m_search->setVisible(bool(directory.search));
}

void ContactList::setContacts(const Insights::AnalysisPtr &analysis,
                              std::vector<ContactsModel::Contact> contacts, bool withDays)
{
    m_table->setColumnHidden(ContactsModel::Days, !withDays);
    m_model->setContacts(analysis, std::move(contacts));
}

void ContactList::retranslate()
{
    m_search->setPlaceholderText(tr("Name or ID"));
    m_search->setAccessibleName(tr("Find customers by name or ID"));
    m_table->setAccessibleName(tr("Customers"));
    // As wide as the heading in the language shown, and as amounts need.
    constexpr int leastWidth = 120;
    constexpr int padding = 32;
    QFont font = m_display.font(Theme::TextRole::Table);
    font.setWeight(QFont::DemiBold);
    for (const int column : {int(ContactsModel::Days), int(ContactsModel::Value)}) {
        const QString heading =
            m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        m_table->setColumnWidth(
            column, std::max(leastWidth, QFontMetrics(font).horizontalAdvance(heading) + padding));
    }
    m_none->setText(tr("No customer here. Clear the search, or choose another part."));
    m_model->renewTexts();
}

void ContactList::search()
{
    const QString text = m_search->text().trimmed();
    const int number = ++m_searchNumber;
    if (text.isEmpty() || !m_directory.search) {
        m_model->setFound(std::nullopt);
        return;
    }
    const QPointer<ContactList> self(this);
    m_directory.search(text, [self, number](const QList<CustomerId> &found) {
        if (!self || number != self->m_searchNumber)
            return;
        QSet<qint64> rows;
        for (const CustomerId id : found)
            rows.insert(id.value);
        self->m_model->setFound(rows);
    });
}

#include "ui/pages/lifecycle/contactsdialog.h"

#include "ui/style/display.h"

#include <QVBoxLayout>

ContactsDialog::ContactsDialog(Display &shownBy, const QString &what,
                               const Insights::AnalysisPtr &analysis,
                               const std::vector<Customers::CustomerIndex> &customers,
                               const CustomerDirectory &directory, QWidget *parent)
    : Dialog(shownBy, parent)
    , m_what(what)
    , m_count(qint64(customers.size()))
    , m_list(new ContactList(shownBy, this))
{
    setObjectName(QStringLiteral("contactsDialog"));
    m_list->setDirectory(directory);
    std::vector<ContactsModel::Contact> contacts;
    contacts.reserve(customers.size());
    for (const Customers::CustomerIndex customer : customers)
        contacts.push_back({customer, 0});
    m_list->setContacts(analysis, std::move(contacts), false);
    body()->addWidget(m_list, 1);
    resize(620, 520);
    connect(m_list, &ContactList::customerActivated, this, [this](CustomerId customer) {
        emit customerActivated(customer);
        accept();
    });
    ContactsDialog::retranslate();
}

void ContactsDialog::retranslate()
{
    const QString count = display().format().counted(tr("%n customer(s)", nullptr, int(m_count)), m_count);
    setHeading(tr("%1: %2").arg(m_what, count));
    setButtons({}, tr("Close"));
    m_list->retranslate();
}

#pragma once

#include "ui/dialogs/dialog.h"
#include "ui/pages/lifecycle/contactlist.h"

/// The customers behind a mark: searched, sorted, opened one by one, written to a file.
class ContactsDialog final : public Dialog
{
    Q_OBJECT

public:
    ContactsDialog(Display &display, const QString &what, const Insights::AnalysisPtr &analysis,
                   const std::vector<Customers::CustomerIndex> &customers,
                   const CustomerDirectory &directory, QWidget *parent);

signals:
    void customerActivated(CustomerId customer);

protected:
    void retranslate() override;

private:
    QString m_what;
    qint64 m_count;
    ContactList *m_list;
};

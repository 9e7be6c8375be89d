#include "ui/pages/lifecycle/contactsdialog.h"

#include "ui/pages/lifecycle/celltable.h"
#include "ui/style/display.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace {

enum Part { CustomersPart, InsteadPart };

} // namespace

ContactsDialog::ContactsDialog(Display &shownBy, const CustomerChoice &choice,
                               const Insights::AnalysisPtr &analysis,
                               const CustomerDirectory &directory, QWidget *parent)
    : Dialog(shownBy, parent)
    , m_choice(choice)
    , m_directory(directory)
    , m_analysis(analysis)
    , m_job(new LatestJob(this))
    , m_receiptJob(new LatestJob(this))
    , m_part(new SegmentedControl(shownBy, this))
    , m_save(new Button(shownBy, Button::Kind::Default, u"segments"_s, this))
    , m_stack(new QStackedWidget(this))
    , m_list(new ContactList(shownBy))
    , m_insteadRows(new CellTable(this))
    , m_note(new TextLabel(shownBy, Theme::TextRole::Table, "text2", this))
    , m_receipts(new TextLabel(shownBy, Theme::TextRole::Table, "text2", this))
{
    setObjectName(u"contactsDialog"_s);
    m_part->setObjectName(u"contactsPart"_s);
    m_save->setObjectName(u"saveSegment"_s);
    m_note->setObjectName(u"contactsNote"_s);
    m_note->setWordWrap(true);
    m_insteadView = m_insteadRows->makeView(shownBy, u"instead"_s);
    m_list->setDirectory(directory);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_insteadView);
    m_part->setVisible(bool(choice.instead));
    m_save->setEnabled(false);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_list->searchField());
    head->addWidget(m_part);
    head->addStretch();
    head->addWidget(m_save);
    body()->addLayout(head);
    body()->addWidget(m_stack, 1);
    body()->addWidget(m_note);
    body()->addWidget(m_receipts);
    m_receipts->setObjectName(u"receipts"_s);
    m_receipts->setWordWrap(true);
    m_receipts->hide();
    resize(700, 540);
    connect(m_part, &SegmentedControl::chosen, this, &ContactsDialog::showPart);
    connect(m_save, &Button::clicked, this, &ContactsDialog::saveSegment);
    connect(m_list, &ContactList::customerActivated, this, [this](CustomerId customer) {
        emit customerActivated(customer);
        accept();
    });
    connect(m_list, &ContactList::customerChosen, this, &ContactsDialog::showReceipts);
    ContactsDialog::retranslate();
    find();
}

void ContactsDialog::retranslate()
{
    setButtons({}, tr("Close"));
    m_part->setSegments({tr("Customers"), tr("What they did instead")});
    m_part->setAccessibleName(tr("What is shown of these customers"));
    m_save->setText(tr("Save as segment"));
    m_list->retranslate();
    m_insteadView->setAccessibleName(tr("What they did instead"));
    if (m_instead)
        fillInstead();
    renewHeading();
}

void ContactsDialog::renewHeading()
{
    if (!m_customers) {
        setHeading(m_choice.what);
        m_note->setText(tr("Looking for the customers"));
    } else {
        const auto count = qint64(m_customers->size());
        setHeading(tr("%1: %2").arg(m_choice.what,
                                    display().format().counted(
                                        tr("%n customer(s)", nullptr, int(count)), count)));
        const bool isInstead = m_part->current() == InsteadPart;
        m_note->setText(isInstead ? tr("The first event after the last one that brought them there.")
                                  : QString());
    }
    m_note->setVisible(!m_note->text().isEmpty());
}

void ContactsDialog::find()
{
    m_job->start(m_choice.find, [this](const Result<CustomerChoice::List> &found) {
        m_customers = found ? *found : CustomerChoice::List();
        std::vector<ContactsModel::Contact> contacts;
        contacts.reserve(m_customers->size());
        for (const Customers::CustomerIndex customer : *m_customers)
            contacts.push_back({customer, 0});
        m_list->setContacts(m_analysis, std::move(contacts), false);
        m_save->setEnabled(!m_customers->empty());
        renewHeading();
        if (!found) {
            m_note->setText(found.error().message);
            m_note->show();
        }
    });
}

void ContactsDialog::showPart(int part)
{
    m_stack->setCurrentIndex(part);
    m_list->searchField()->setEnabled(part == CustomersPart);
    m_receipts->setVisible(part == CustomersPart && !m_receipts->text().isEmpty());
    renewHeading();
    if (part != InsteadPart || m_instead || m_job->isRunning())
        return;
    m_job->start(m_choice.instead, [this](const Result<QList<Funnel::Instead>> &found) {
        if (!found) {
            m_note->setText(found.error().message);
            m_note->show();
            return;
        }
        m_instead = *found;
        fillInstead();
    });
}

/// What put the chosen customer into their stages: the event, purchase or rule, and the import.
void ContactsDialog::showReceipts(CustomerId customer)
{
    m_receiptJob->cancel();
    m_receipts->hide();
    if (!customer.isValid() || !m_directory.receipts)
        return;
    m_receiptJob->start(
        [read = m_directory.receipts, snapshot = m_analysis->snapshot, customer,
         format = display().format()](const Progress &progress) {
            return read(snapshot, customer, format, progress);
        },
        [this](const Result<QStringList> &lines) {
            const QString text = !lines             ? lines.error().message
                                 : lines->isEmpty() ? tr("No change of stage is kept for this customer yet.")
                                                    : lines->join(u'\n');
            m_receipts->setText(text);
            m_receipts->setVisible(m_stack->currentIndex() == CustomersPart);
        });
}

void ContactsDialog::fillInstead()
{
    const NumberFormat &format = display().format();
    qint64 all = 0;
    for (const Funnel::Instead &row : std::as_const(*m_instead))
        all += row.actors;
    QList<CellTable::Row> rows;
    for (const Funnel::Instead &row : std::as_const(*m_instead)) {
        const double share = all > 0 ? double(row.actors) / double(all) : 0;
        rows.append({{row.event.isEmpty() ? tr("nothing more") : NumberFormat::isolate(row.event)},
                     {format.integer(row.actors), row.actors},
                     {format.percent(share, 1), share}});
    }
    m_insteadRows->setTable({{tr("Event")}, {tr("Customers"), true}, {tr("Share"), true}}, rows);
    m_insteadRows->dressColumns(*m_insteadView, display());
}

void ContactsDialog::saveSegment()
{
    emit segmentWanted(m_choice.draft(*m_analysis->snapshot, *m_customers));
}

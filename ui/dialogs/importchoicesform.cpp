#include "ui/dialogs/importchoicesform.h"

#include "models/import/identity.h"
#include "models/import/rowkeys.h"
#include "ui/dialogs/phonecountries.h"
#include "ui/style/display.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using Import::Identity;
using Import::OnDuplicate;
using Import::OrderRows;
using Action = Import::StatusRule::Action;

ImportChoicesForm::ImportChoicesForm(Display &display, QWidget *parent)
    : QWidget(parent)
    , m_display(display)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
}

void ImportChoicesForm::setPlan(const Import::ImportPlan &plan)
{
    // What only this form changed keeps its widgets, and with them the focus.
    const bool same = m_plan && m_plan->file == plan.file && m_plan->kind == plan.kind && m_plan->columns == plan.columns
        && m_plan->currency == plan.currency && m_plan->statusRules.size() == plan.statusRules.size();
    m_plan = plan;
    if (!same)
        renew();
}

void ImportChoicesForm::setReport(const std::optional<Import::TableReport> &report)
{
    m_report = report;
    renew();
}

void ImportChoicesForm::setWorkspaceCurrency(const QString &code)
{
    m_workspaceCurrency = code;
    renew();
}

void ImportChoicesForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        renew();
}

void ImportChoicesForm::renew()
{
    const QWidget *focus = focusWidget();
    const QString focused = m_body && focus && m_body->isAncestorOf(focus) && focus->hasFocus() ? focus->objectName() : QString();
    if (m_body) {
        m_layout->removeWidget(m_body);
        m_body->hide();
        m_body->deleteLater(); // perhaps from within a signal of one of its fields
    }
    m_body = new QWidget(this);
    m_rows = new QVBoxLayout(m_body);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(4);
    m_layout->addWidget(m_body);
    if (!m_plan)
        return;
    addMode();
    addIdentity();
    addOrderRows();
    addStatuses();
    addRates();
    chainFields();
    if (focused.isEmpty())
        return;
    if (auto *same = m_body->findChild<QWidget *>(focused))
        same->setFocus(Qt::OtherFocusReason);
}

void ImportChoicesForm::setTabPredecessor(QWidget *before)
{
    m_before = before;
    chainFields();
}

/// New fields stand at the end of the window's chain; they belong behind what stands above them.
void ImportChoicesForm::chainFields()
{
    QWidget *before = m_before;
    for (QWidget *field : m_body && before ? m_body->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly) : QList<QWidget *>()) {
        if (field->focusPolicy() == Qt::NoFocus)
            continue;
        setTabOrder(before, field);
        before = field;
    }
}

void ImportChoicesForm::addTitle(const QString &text)
{
    auto *title = new TextLabel(m_display, Theme::TextRole::Body, "text2", m_body);
    title->setText(text);
    title->setWordWrap(true);
    if (m_rows->count() > 0)
        m_rows->addSpacing(6);
    m_rows->addWidget(title);
}

void ImportChoicesForm::addMode()
{
    const bool isCustomers = m_plan->kind == Import::Kind::Customers;
    const bool hasKeys = !Import::keyColumns(*m_plan).empty();
    const bool hasTime = !Import::timeField(m_plan->kind).isEmpty();
    const auto fits = [&](OnDuplicate each) {
        if (isCustomers)
            return each != OnDuplicate::Add && each != OnDuplicate::ReplacePeriod;
        return each == OnDuplicate::ReplacePeriod ? hasTime : each == OnDuplicate::Add || hasKeys;
    };
    const std::pair<OnDuplicate, QString> modes[] = {
        {OnDuplicate::Add, tr("Add every row")},
        {OnDuplicate::Update, tr("Add new ones, update known ones")},
        {OnDuplicate::Skip, tr("Add new ones, leave known ones")},
        {OnDuplicate::UpdateOnly, tr("Update known ones only")},
        {OnDuplicate::Reject, tr("Reject rows that are known")},
        {OnDuplicate::ReplacePeriod, tr("Replace the period of the file")}};
    addTitle(isCustomers ? tr("Customers that the workspace already has") : tr("Rows that the workspace already has"));
    auto *mode = new QComboBox(m_body);
    mode->setObjectName(u"duplicates"_s);
    mode->setAccessibleName(tr("What happens with known rows"));
    for (const auto &[value, words] : modes) {
        if (fits(value))
            mode->addItem(words, int(value));
    }
    if (mode->findData(int(m_plan->onDuplicate)) < 0)
        mode->addItem(modes[1].second, int(m_plan->onDuplicate));
    mode->setCurrentIndex(mode->findData(int(m_plan->onDuplicate)));
    m_rows->addWidget(mode);
    connect(mode, &QComboBox::activated, this, [this, mode](int at) {
        m_plan->onDuplicate = OnDuplicate(mode->itemData(at).toInt());
        emit edited(*m_plan);
    });
}

void ImportChoicesForm::addIdentity()
{
    const bool hasEmail = m_plan->columnOf(u"email"_s) >= 0;
    const bool hasPhone = m_plan->columnOf(u"phone"_s) >= 0;
    if (!hasEmail && !hasPhone && m_plan->identity == Identity::CustomerId)
        return;
    addTitle(tr("A customer is known by"));
    auto *identity = new QComboBox(m_body);
    identity->setObjectName(u"identity"_s);
    identity->setAccessibleName(tr("By what a customer is known"));
    identity->addItem(tr("Customer ID"), int(Identity::CustomerId));
    if (hasEmail || m_plan->identity == Identity::Email)
        identity->addItem(tr("E-mail"), int(Identity::Email));
    if (hasPhone || m_plan->identity == Identity::Phone)
        identity->addItem(tr("Phone number in one form"), int(Identity::Phone));
    identity->setCurrentIndex(identity->findData(int(m_plan->identity)));
    m_rows->addWidget(identity);
    connect(identity, &QComboBox::activated, this, [this, identity](int at) {
        m_plan->identity = Identity(identity->itemData(at).toInt());
        emit edited(*m_plan);
        // The country belongs to numbers alone; not from within the field's own signal.
        QMetaObject::invokeMethod(this, &ImportChoicesForm::renew, Qt::QueuedConnection);
    });
    if (m_plan->identity == Identity::Phone)
        addPhoneCountry();
}

void ImportChoicesForm::addPhoneCountry()
{
    addTitle(tr("Numbers without a country are from"));
    auto *country = new QComboBox(m_body);
    country->setObjectName(u"phoneCountry"_s);
    country->setAccessibleName(tr("Country of telephone numbers that name none"));
    const QString currency = m_plan->currency.isEmpty() ? m_workspaceCurrency : m_plan->currency;
    const std::string_view usual = Import::countryCodeOfCurrency(currency.toStdString());
    const QString usualCode = QString::fromLatin1(usual.data(), qsizetype(usual.size()));
    const QList<PhoneCountries::Country> countries = PhoneCountries::all();
    const auto own = std::ranges::find(countries, usualCode, &PhoneCountries::Country::code);
    //: the country of the workspace's currency: %1 "Saudi Arabia (+966)"
    country->addItem(own == countries.end() ? tr("No country: as they are written")
                                            : tr("As the currency says: %1").arg(own->title),
                     QString());
    for (const PhoneCountries::Country &each : countries)
        country->addItem(each.title, each.code);
    int chosen = country->findData(m_plan->phoneCountry);
    if (chosen < 0) {
        country->addItem(NumberFormat::isolate(u'+' + m_plan->phoneCountry), m_plan->phoneCountry);
        chosen = country->count() - 1;
    }
    country->setCurrentIndex(chosen);
    country->setMaxVisibleItems(16);
    country->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_rows->addWidget(country);
    connect(country, &QComboBox::activated, this, [this, country](int at) {
        m_plan->phoneCountry = country->itemData(at).toString();
        emit edited(*m_plan);
    });
}

void ImportChoicesForm::addOrderRows()
{
    if (m_plan->kind != Import::Kind::Transactions || m_plan->columnOf(u"order_id"_s) < 0)
        return;
    addTitle(tr("Several rows of one order"));
    auto *rows = new QComboBox(m_body);
    rows->setObjectName(u"orderRows"_s);
    rows->setAccessibleName(tr("Several rows of one order"));
    rows->addItem(tr("Every row is a purchase"), int(OrderRows::EachRow));
    rows->addItem(tr("One row an item, each with the order's total"), int(OrderRows::TotalOnce));
    rows->addItem(tr("One row an item, added up to one purchase"), int(OrderRows::SumOfRows));
    rows->setCurrentIndex(rows->findData(int(m_plan->orderRows)));
    m_rows->addWidget(rows);
    connect(rows, &QComboBox::activated, this, [this, rows](int at) {
        m_plan->orderRows = OrderRows(rows->itemData(at).toInt());
        emit edited(*m_plan);
    });
}

void ImportChoicesForm::addStatuses()
{
    if (m_plan->statusRules.isEmpty())
        return;
    addTitle(tr("Orders by their status"));
    for (qsizetype i = 0; i < m_plan->statusRules.size(); ++i) {
        const Import::StatusRule &rule = m_plan->statusRules[i];
        auto *row = new QHBoxLayout;
        auto *name = new TextLabel(m_display, Theme::TextRole::Table, "text", m_body);
        name->setText(NumberFormat::isolate(rule.status));
        name->setElided(true);
        auto *action = new QComboBox(m_body);
        action->setObjectName(u"status%1"_s.arg(i));
        //: what is done with orders of a status: %1 the status, such as "cancelled"
        action->setAccessibleName(tr("Orders with the status %1").arg(NumberFormat::isolate(rule.status)));
        action->addItem(tr("import"), int(Action::Keep));
        action->addItem(tr("leave out"), int(Action::LeaveOut));
        action->addItem(tr("count as refund"), int(Action::Refund));
        action->setCurrentIndex(action->findData(int(rule.action)));
        row->addWidget(name, 1);
        row->addWidget(action, 1);
        m_rows->addLayout(row);
        connect(action, &QComboBox::activated, this, [this, action, i](int at) {
            m_plan->statusRules[i].action = Action(action->itemData(at).toInt());
            emit edited(*m_plan);
        });
    }
}

QStringList ImportChoicesForm::otherCurrencies() const
{
    QStringList codes = m_plan->rates.keys();
    const int column = m_plan->columnOf(u"currency"_s);
    if (m_report && column >= 0 && column < m_report->columns.size()) {
        for (const auto &[code, rows] : m_report->columns[column].samples) {
            const QString upper = code.trimmed().toUpper();
            if (upper.size() == 3 && upper != m_workspaceCurrency && !codes.contains(upper))
                codes.append(upper);
        }
    }
    if (!m_plan->currency.isEmpty() && m_plan->currency != m_workspaceCurrency && !codes.contains(m_plan->currency))
        codes.append(m_plan->currency);
    codes.removeAll(m_workspaceCurrency);
    return codes;
}

void ImportChoicesForm::addRates()
{
    const QStringList codes = otherCurrencies();
    if (codes.isEmpty())
        return;
    const QString own = NumberFormat::isolate(m_workspaceCurrency);
    //: %1 the workspace's currency
    addTitle(m_plan->kind == Import::Kind::Transactions ? tr("Rates in %1 (empty: one to one)").arg(own)
                                                        //: %1 the workspace's currency
                                                        : tr("Rates in %1, by which these amounts are converted").arg(own));
    for (const QString &code : codes) {
        auto *row = new QHBoxLayout;
        auto *name = new TextLabel(m_display, Theme::TextRole::Table, "text", m_body);
        //: a rate of exchange: %1 a currency
        name->setText(tr("1 %1 =").arg(NumberFormat::isolate(code)));
        auto *rate = new QLineEdit(m_body);
        rate->setObjectName(u"rate"_s + code);
        rate->setAccessibleName(tr("Rate of %1").arg(NumberFormat::isolate(code)));
        if (m_plan->rates.contains(code))
            rate->setText(m_display.format().decimal(m_plan->rates.value(code), 4));
        row->addWidget(name);
        row->addWidget(rate, 1);
        m_rows->addLayout(row);
        connect(rate, &QLineEdit::editingFinished, this, [this, rate, code] {
            const std::optional<double> number = NumberFormat::parse(rate->text());
            if (number && *number > 0)
                m_plan->rates.insert(code, *number);
            else
                m_plan->rates.remove(code);
            emit edited(*m_plan);
        });
    }
}

#include "models/demo/demoworkspace.h"

#include "models/demo/demodeals.h"
#include "models/demo/demogenerator.h"
#include "models/demo/demoledger.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace Demo {
namespace {

constexpr qsizetype bufferBytes = 1 << 20;

/// A CSV file written through a buffer of one mebibyte.
class CsvFile
{
public:
    CsvFile(const QDir &folder, const QString &name, const char *headings)
        : m_file(folder.filePath(name))
    {
        m_buffer.reserve(bufferBytes + 4096);
        m_ok = m_file.open(QIODevice::WriteOnly | QIODevice::Truncate);
        m_buffer += headings;
        m_buffer += '\n';
    }

    void text(const QByteArray &value)
    {
        next();
        if (value.contains(',') || value.contains('"')) {
            m_buffer += '"';
            m_buffer += QByteArray(value).replace('"', "\"\"");
            m_buffer += '"';
        } else {
            m_buffer += value;
        }
    }
    void empty() { next(); }
    void integer(qint64 value)
    {
        next();
        m_buffer += QByteArray::number(value);
    }
    void money(qint64 minor)
    {
        next();
        if (minor < 0)
            m_buffer += '-';
        const qint64 size = std::abs(minor);
        m_buffer += QByteArray::number(size / 100);
        m_buffer += '.';
        twoDigits(int(size % 100));
    }
    void real(double value)
    {
        next();
        m_buffer += QByteArray::number(value, 'g', 12);
    }
    void time(qint64 seconds)
    {
        next();
        date(dayOfEpoch(seconds));
        const int left = int(seconds - epochDay(seconds) * 86400);
        m_buffer += ' ';
        twoDigits(left / 3600);
        m_buffer += ':';
        twoDigits(left / 60 % 60);
        m_buffer += ':';
        twoDigits(left % 60);
    }
    void day(QDate value)
    {
        next();
        date(value);
    }
    void month(QDate value)
    {
        next();
        m_buffer += QByteArray::number(value.year());
        m_buffer += '-';
        twoDigits(value.month());
    }
    void endRow()
    {
        m_buffer += '\n';
        m_atStart = true;
        if (m_buffer.size() >= bufferBytes)
            flush();
    }

    /// Writes what is left; false when any part failed.
    [[nodiscard]] bool close()
    {
        flush();
        m_ok = m_ok && m_file.flush();
        m_file.close();
        return m_ok;
    }
    void remove() { m_file.remove(); }
    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] QString fileName() const { return m_file.fileName(); }
    [[nodiscard]] QString errorText() const { return m_file.errorString(); }

private:
    void next()
    {
        if (!m_atStart)
            m_buffer += ',';
        m_atStart = false;
    }
    void twoDigits(int value)
    {
        m_buffer += char('0' + value / 10);
        m_buffer += char('0' + value % 10);
    }
    void date(QDate value)
    {
        m_buffer += QByteArray::number(value.year());
        m_buffer += '-';
        twoDigits(value.month());
        m_buffer += '-';
        twoDigits(value.day());
    }
    void flush()
    {
        m_ok = m_ok && m_file.write(m_buffer) == m_buffer.size();
        m_buffer.resize(0);
    }

    QFile m_file;
    QByteArray m_buffer;
    bool m_ok = false;
    bool m_atStart = true;
};

class CsvWriter
{
public:
    CsvWriter(const QDir &folder, const DemoOptions &options, const Progress &progress)
        : m_options(options)
        , m_progress(progress)
        , m_generator(options)
        , m_ledger(options, m_generator.firstPurchaseDay())
        , m_customers(folder, QStringLiteral("customers.csv"),
                      "customer_id,name,email,phone,country,city,acquired_on,channel,acquisition_"
                      "cost,stage,sector,"
                      "name_ar,loyalty,employees")
        , m_transactions(
              folder, QStringLiteral("transactions.csv"),
              "customer_id,time,amount,order_id,currency,quantity,product,category,channel,margin")
        , m_events(folder, QStringLiteral("events.csv"), "customer_id,time,event,channel,value")
        , m_costs(folder, QStringLiteral("costs.csv"), "period,kind,amount,stage,channel,hours")
        , m_surveys(folder, QStringLiteral("surveys.csv"),
                    "customer_id,time,instrument,score,brand,comment")
        , m_deals(folder, QStringLiteral("deals.csv"),
                  "deal_id,customer_id,stage,changed_at,amount,probability,owner,accepted,"
                  "rejection_reason,metrics,economic_buyer,decision_criteria,decision_process,"
                  "identified_pain,champion")
    {}

    Result<void> write();

private:
    [[nodiscard]] bool writeRows();
    void writeCustomer(const Buyer &buyer, const Contact &contact);
    void writePurchases(const Buyer &buyer);
    void writeEvents(const QByteArray &ref, const std::vector<Event> &events);
    void writeSurveys(const Buyer &buyer);
    void writeDeal(const QByteArray &ref, qint64 contactNumber, const Contact &contact);
    void writeCosts();
    [[nodiscard]] bool goesOn(qint64 done, double from, double until, qint64 total);
    [[nodiscard]] std::array<CsvFile *, 6> files()
    {
        return {&m_customers, &m_transactions, &m_events, &m_costs, &m_surveys, &m_deals};
    }

    DemoOptions m_options;
    Progress m_progress;
    Generator m_generator;
    Ledger m_ledger;
    CsvFile m_customers;
    CsvFile m_transactions;
    CsvFile m_events;
    CsvFile m_costs;
    CsvFile m_surveys;
    CsvFile m_deals;
    std::vector<DealRow> m_dealRows;
    qint64 m_dealCount = 0;
};

bool CsvWriter::goesOn(qint64 done, double from, double until, qint64 total)
{
    if (done % 1024 != 0)
        return true;
    m_progress.report(from + (until - from) * double(done) / double(std::max<qint64>(1, total)),
                      QCoreApplication::translate("Demo", "Writing CSV files"));
    if (m_progress.isCancelled())
        return false;
    for (const CsvFile *file : files()) {
        if (!file->ok())
            return false;
    }
    return true;
}

Result<void> CsvWriter::write()
{
    const bool finished = writeRows();
    QString failed;
    QString reason;
    for (CsvFile *file : files()) {
        if (!file->close() && failed.isEmpty()) {
            failed = file->fileName();
            reason = file->errorText();
        }
    }
    if (finished && failed.isEmpty())
        return {};
    for (CsvFile *file : files())
        file->remove();
    if (failed.isEmpty())
        return Error::cancelled();
    return Error{Error::Kind::File,
                 QCoreApplication::translate(
                     "Demo", "%1 cannot be written: %2. Choose another folder or free some space.")
                     .arg(QFileInfo(failed).fileName(), reason),
                 failed};
}

bool CsvWriter::writeRows()
{
    Buyer buyer;
    qint64 contacts = 0;
    for (qint64 number = 0; number < m_options.customers; ++contacts) {
        const Contact contact = m_generator.contact(contacts);
        if (contact.outcome != Contact::Outcome::Buyer)
            continue;
        if (!goesOn(number, 0, 0.6, m_options.customers))
            return false;
        m_generator.fillBuyer(contacts, contact, number, buyer);
        ++number;
        writeCustomer(buyer, contact);
        writePurchases(buyer);
        writeEvents(buyer.ref, buyer.events);
        writeSurveys(buyer);
        writeDeal(buyer.ref, contacts, contact);
        m_ledger.add(buyer);
    }
    std::vector<Event> events;
    qint64 lead = 0;
    for (qint64 k = 0; k < contacts; ++k) {
        if (!goesOn(k, 0.6, 1, contacts))
            return false;
        const Contact contact = m_generator.contact(k);
        if (contact.outcome != Contact::Outcome::Lead)
            continue;
        m_generator.fillContactEvents(k, contact, events);
        const QByteArray ref = leadRef(++lead);
        writeEvents(ref, events);
        writeDeal(ref, k, contact);
    }
    writeCosts();
    return true;
}

void CsvWriter::writeCustomer(const Buyer &buyer, const Contact &contact)
{
    m_customers.text(buyer.ref);
    m_customers.text(buyer.name.english);
    m_customers.text(buyer.email);
    m_customers.text(buyer.phone);
    m_customers.text(countryName);
    m_customers.text(cities()[std::size_t(buyer.city)].name);
    m_customers.day(buyer.acquiredOn);
    m_customers.text(contactChannels()[std::size_t(contact.channel)]);
    m_customers.money(buyer.acquisitionCost);
    m_customers.text(buyer.stage);
    m_customers.text(sectorNames()[contact.sector]);
    m_customers.text(buyer.name.arabic);
    m_customers.text(loyaltyName(buyer));
    m_customers.integer(buyer.employees);
    m_customers.endRow();
}

void CsvWriter::writePurchases(const Buyer &buyer)
{
    for (const Purchase &purchase : buyer.purchases) {
        const Product &product = products()[std::size_t(purchase.product)];
        m_transactions.text(buyer.ref);
        m_transactions.time(purchase.time);
        m_transactions.money(purchase.amount);
        m_transactions.text(purchase.orderRef);
        m_transactions.text("SAR");
        m_transactions.integer(purchase.quantity);
        m_transactions.text(product.name);
        m_transactions.text(product.category);
        m_transactions.text(orderChannels()[std::size_t(purchase.channel)]);
        m_transactions.money(purchase.margin);
        m_transactions.endRow();
    }
}

void CsvWriter::writeEvents(const QByteArray &ref, const std::vector<Event> &events)
{
    for (const Event &event : events) {
        m_events.text(ref);
        m_events.time(event.time);
        m_events.text(eventNames[event.name]);
        m_events.text(contactChannels()[std::size_t(event.channel)]);
        if (event.value < 0)
            m_events.empty();
        else
            m_events.real(event.value);
        m_events.endRow();
    }
}

void CsvWriter::writeSurveys(const Buyer &buyer)
{
    for (const Survey &survey : buyer.surveys) {
        m_surveys.text(buyer.ref);
        m_surveys.time(survey.time);
        m_surveys.text(instrumentNames[survey.instrument]);
        m_surveys.real(survey.score);
        m_surveys.empty();
        if (survey.comment < 0)
            m_surveys.empty();
        else
            m_surveys.text(surveyComments()[std::size_t(survey.comment)]);
        m_surveys.endRow();
    }
}

void CsvWriter::writeDeal(const QByteArray &ref, qint64 contactNumber, const Contact &contact)
{
    m_generator.fillDeal(contactNumber, contact, m_dealRows);
    if (m_dealRows.empty())
        return;
    const QByteArray deal = dealRef(++m_dealCount);
    const auto integerOrEmpty = [&](int value) {
        if (value < 0)
            m_deals.empty();
        else
            m_deals.integer(value);
    };
    for (const DealRow &row : m_dealRows) {
        m_deals.text(deal);
        m_deals.text(ref);
        m_deals.text(row.stage);
        m_deals.time(row.time);
        m_deals.money(row.amount);
        m_deals.real(row.probability);
        m_deals.text(dealOwners()[std::size_t(row.owner)]);
        integerOrEmpty(row.accepted);
        m_deals.text(row.reason);
        for (const int score : row.meddic)
            integerOrEmpty(score);
        m_deals.endRow();
    }
}

void CsvWriter::writeCosts()
{
    for (const Cost &cost : m_ledger.costs()) {
        m_costs.month(cost.month);
        m_costs.text(costKindName(cost));
        m_costs.money(cost.amount);
        m_costs.text(cost.stage);
        if (cost.channel < 0)
            m_costs.empty();
        else
            m_costs.text(contactChannels()[std::size_t(cost.channel)]);
        m_costs.real(cost.hours);
        m_costs.endRow();
    }
}

} // namespace
} // namespace Demo

Result<void> writeDemoCsv(const QString &folder, const DemoOptions &options,
                          const Progress &progress)
{
    if (const Result<void> valid = Demo::validate(options); !valid)
        return valid;
    const QDir target(folder);
    if (!target.mkpath(QStringLiteral(".")))
        return Error{
            Error::Kind::File,
            QCoreApplication::translate("Demo", "The folder %1 cannot be made. Choose another one.")
                .arg(folder),
            folder};
    return Demo::CsvWriter(target, options, progress).write();
}

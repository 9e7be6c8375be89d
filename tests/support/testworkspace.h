#pragma once

#include "models/customers/snapshot.h"
#include "models/workspace/database.h"
#include "models/workspace/settings.h"
#include "models/workspace/workspace.h"

#include <QDateTime>
#include <QHash>
#include <QTemporaryDir>

#include <optional>

/// A workspace in a folder of its own that disappears with the test, and quick ways to fill it.
/// Rows collect in one transaction; commit() and snapshot() write them. Links: qeema_customers.
class TestWorkspace
{
public:
    struct Customer
    {
        QString ref = {}; ///< empty: "C<number>"
        QString name = {};
        QString email = {};
        QString phone = {};
        QString company = {};
        QString country = {};
        QString city = {};
        QString channel = {};
        QDate acquiredOn = {};
        std::optional<qint64> acquisitionCost = {}; ///< minor units
        QString stage = {};
        qint64 id = 0; ///< 0: the next
    };

    TestWorkspace() { require(m_folder.isValid(), m_folder.errorString()); }
    ~TestWorkspace()
    {
        if (m_database)
            commit();
    }

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString file() const { return path(QStringLiteral("test.qeema")); }

    [[nodiscard]] Workspace &workspace()
    {
        if (!m_workspace) {
            Result<Workspace> created = Workspace::create(file());
            require(created.ok(), created ? QString() : created.error().message);
            m_workspace.emplace(*std::move(created));
        }
        return *m_workspace;
    }
    /// A writing connection, inside a transaction that commit() ends.
    [[nodiscard]] Database &database()
    {
        if (!m_database) {
            Result<Database> opened = workspace().connect(Database::Mode::ReadWrite);
            require(opened.ok(), opened ? QString() : opened.error().message);
            m_database.emplace(*std::move(opened));
        }
        if (!m_inTransaction) {
            m_database->connection().exec("BEGIN IMMEDIATE");
            m_inTransaction = true;
        }
        return *m_database;
    }
    void commit()
    {
        if (m_inTransaction)
            m_database->connection().exec("COMMIT");
        m_inTransaction = false;
    }
    /// Commits and closes everything: the file is at rest.
    void close()
    {
        commit();
        m_database.reset();
        m_workspace.reset();
        m_terms.clear();
    }
    void exec(const QString &sql) { database().connection().exec(sql.toStdString()); }
    [[nodiscard]] qint64 integer(const QString &sql)
    {
        return database().connection().execAndGet(sql.toStdString()).getInt64();
    }

    qint64 customer() { return customer(Customer()); }
    qint64 customer(const Customer &customer)
    {
        ++m_customers;
        SQLite::Statement insert(
            database().connection(),
            "INSERT INTO customer(id, ref, name, email, phone, company, country, city, "
            "acquired_on, channel, "
            "acquisition_cost, stage, batch) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)");
        if (customer.id > 0)
            bindInteger(insert, 1, customer.id);
        const QString ref =
            customer.ref.isEmpty() ? QStringLiteral("C%1").arg(m_customers) : customer.ref;
        insert.bind(2, ref.toStdString());
        const QString texts[] = {customer.name,    customer.email,   customer.phone,
                                 customer.company, customer.country, customer.city};
        for (int i = 0; i < 6; ++i)
            bindText(insert, 3 + i, texts[i]);
        if (customer.acquiredOn.isValid())
            bindInteger(insert, 9, qint64(epochDay(epochSeconds(customer.acquiredOn))));
        bindText(insert, 10, customer.channel);
        if (customer.acquisitionCost)
            bindInteger(insert, 11, *customer.acquisitionCost);
        bindText(insert, 12, customer.stage);
        insert.exec();
        return m_database->connection().getLastInsertRowid();
    }
    /// \a amount minor units of \a currency.
    qint64 purchase(qint64 customer, qint64 seconds, qint64 amount, const QString &category = {},
                    const QString &currency = QStringLiteral("SAR"))
    {
        SQLite::Statement insert(database().connection(),
                                 "INSERT INTO purchase(customer, time, amount, currency, category) "
                                 "VALUES(?, ?, ?, ?, ?)");
        bindInteger(insert, 1, customer);
        bindInteger(insert, 2, seconds);
        bindInteger(insert, 3, amount);
        bindInteger(insert, 4, term(QStringLiteral("currency"), currency));
        if (!category.isEmpty())
            bindInteger(insert, 5, term(QStringLiteral("category"), category));
        insert.exec();
        return m_database->connection().getLastInsertRowid();
    }
    qint64 purchase(qint64 customer, QDate day, qint64 amount, const QString &category = {},
                    const QString &currency = QStringLiteral("SAR"))
    {
        return purchase(customer, epochSeconds(day), amount, category, currency);
    }
    qint64 event(qint64 customer, qint64 seconds, const QString &name,
                 const QString &properties = {})
    {
        SQLite::Statement insert(
            database().connection(),
            "INSERT INTO event(customer, time, event, properties) VALUES(?, ?, ?, ?)");
        bindInteger(insert, 1, customer);
        bindInteger(insert, 2, seconds);
        bindInteger(insert, 3, term(QStringLiteral("event"), name));
        bindText(insert, 4, properties);
        insert.exec();
        return m_database->connection().getLastInsertRowid();
    }
    qint64 event(qint64 customer, QDate day, const QString &name, const QString &properties = {})
    {
        return event(customer, epochSeconds(day), name, properties);
    }
    void cost(const DateRange &period, bool isAcquisition, qint64 amount, const QString &stage = {},
              const QString &channel = {}, double hours = 0)
    {
        SQLite::Statement insert(database().connection(),
                                 "INSERT INTO cost(period_from, period_until, kind, amount, stage, "
                                 "channel, hours) VALUES(?, ?, ?, ?, ?, ?, ?)");
        bindInteger(insert, 1, qint64(epochDay(epochSeconds(period.from))));
        bindInteger(insert, 2, qint64(epochDay(epochSeconds(period.until))));
        insert.bind(3, isAcquisition ? "acquisition" : "retention");
        bindInteger(insert, 4, amount);
        bindText(insert, 5, stage);
        if (!channel.isEmpty())
            bindInteger(insert, 6, term(QStringLiteral("channel"), channel));
        insert.bind(7, hours);
        insert.exec();
    }
    void survey(qint64 customer, QDate day, const QString &instrument, double score)
    {
        SQLite::Statement insert(database().connection(),
                                 "INSERT INTO survey(customer, time, instrument, score) "
                                 "VALUES(?, ?, ?, ?)");
        bindInteger(insert, 1, customer);
        bindInteger(insert, 2, epochSeconds(day));
        bindInteger(insert, 3, term(QStringLiteral("instrument"), instrument));
        insert.bind(4, score);
        insert.exec();
    }
    /// Adds the attribute's column when it is new and sets the customer's value.
    void attribute(qint64 customer, const QString &field, const QString &text)
    {
        setAttribute(customer, field, QStringLiteral("TEXT"), &text, 0);
    }
    void attribute(qint64 customer, const QString &field, double number)
    {
        setAttribute(customer, field, QStringLiteral("REAL"), nullptr, number);
    }

    [[nodiscard]] qint64 term(const QString &field, const QString &text)
    {
        const QString key = field + u'\n' + text;
        if (const auto known = m_terms.constFind(key); known != m_terms.constEnd())
            return *known;
        SQLite::Statement insert(database().connection(),
                                 "INSERT OR IGNORE INTO term(field, text) VALUES(?, ?)");
        insert.bind(1, field.toStdString());
        insert.bind(2, text.toStdString());
        insert.exec();
        SQLite::Statement query(m_database->connection(),
                                "SELECT id FROM term WHERE field = ? AND text = ?");
        query.bind(1, field.toStdString());
        query.bind(2, text.toStdString());
        query.executeStep();
        return *m_terms.insert(key, query.getColumn(0).getInt64());
    }
    void settings(const WorkspaceSettings &settings)
    {
        const Result<void> saved = Settings::save(database(), settings);
        require(saved.ok(), saved ? QString() : saved.error().message);
    }

    [[nodiscard]] Customers::SnapshotPtr snapshot()
    {
        static_cast<void>(workspace());
        commit();
        Result<Customers::SnapshotPtr> loaded = Customers::loadSnapshot(workspace());
        require(loaded.ok(), loaded ? QString() : loaded.error().message);
        return *loaded;
    }

private:
    /// A test cannot go on without its workspace.
    static void require(bool condition, const QString &message)
    {
        if (!condition)
            qFatal("%s", qPrintable(message));
    }
    static void bindInteger(SQLite::Statement &statement, int index, qint64 value)
    {
        statement.bind(index, std::int64_t(value)); // SQLiteCpp takes its own integer types only
    }
    static void bindText(SQLite::Statement &statement, int index, const QString &text)
    {
        if (!text.isEmpty())
            statement.bind(index, text.toStdString());
    }
    void setAttribute(qint64 customer, const QString &field, const QString &type,
                      const QString *text, double number)
    {
        SQLite::Database &connection = database().connection();
        SQLite::Statement add(
            connection,
            "INSERT OR IGNORE INTO attribute(column_name, title, type) VALUES(?1, ?1, ?2)");
        add.bind(1, field.toStdString());
        add.bind(2, text ? "text" : "number");
        if (add.exec() > 0)
            connection.exec(QStringLiteral("ALTER TABLE customer_attribute ADD COLUMN \"%1\" %2")
                                .arg(field, type)
                                .toStdString());
        SQLite::Statement row(connection,
                              "INSERT OR IGNORE INTO customer_attribute(customer) VALUES(?)");
        bindInteger(row, 1, customer);
        row.exec();
        SQLite::Statement set(
            connection,
            QStringLiteral("UPDATE customer_attribute SET \"%1\" = ? WHERE customer = ?")
                .arg(field)
                .toStdString());
        if (text)
            set.bind(1, text->toStdString());
        else
            set.bind(1, number);
        bindInteger(set, 2, customer);
        set.exec();
    }

    QTemporaryDir m_folder;
    std::optional<Workspace> m_workspace;
    std::optional<Database> m_database;
    QHash<QString, qint64> m_terms;
    bool m_inTransaction = false;
    int m_customers = 0;
};

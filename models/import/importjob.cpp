#include "models/import/importjob.h"

#include "models/import/attributes.h"
#include "models/import/blockwriter.h"
#include "models/import/currencyadoption.h"
#include "models/import/customerwriter.h"
#include "models/import/earlywriteback.h"
#include "models/import/importrefusal.h"
#include "models/import/orderwriter.h"
#include "models/import/periodreplacer.h"
#include "models/import/rejectlog.h"
#include "models/import/rowconverter.h"
#include "models/import/rowkeys.h"
#include "models/import/rowpipeline.h"
#include "models/import/tablelayout.h"
#include "models/workspace/cancelguard.h"
#include "models/workspace/rowcursor.h"
#include "models/workspace/settings.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryFile>

#include <sqlite3.h>

#include <chrono>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Import::Job)
};

/// Shares of the progress bar.
constexpr double rowsFrom = 0.02;
constexpr double rowsUntil = 0.92;
constexpr double savingFrom = 0.97;

/// One import: the state that its steps share.
class Job final
{
public:
    Job(const Workspace &workspace, const ImportPlan &plan, const Progress &progress)
        : m_workspace(workspace), m_plan(plan), m_progress(progress)
    {
        m_timer.start();
        // Enough to import the file again, and to notice that it was imported already.
        m_options = toJson(plan);
        if (plan.source().isPasted()) {
            m_options.insert(u"pasted"_s, true);
        } else {
            const QFileInfo file(plan.file);
            m_options.insert(u"source_bytes"_s, file.size());
            m_options.insert(u"source_modified"_s,
                             file.lastModified().toUTC().toString(Qt::ISODateWithMs));
        }
    }

    Result<ImportOutcome> run();

private:
    Result<void> backUp(Database &database);
    Result<void> begin(Database &database);
    Result<void> prepare(Database &database);
    Result<void> transfer(Database &database);
    Result<bool> read(RowBlock &block);
    Result<void> convert(RowBlock &block);
    void write(SQLite::Database &connection, RowBlock &block);
    void writeAttributes(SQLite::Database &connection, const RowBlock &block);
    void addTerms(SQLite::Database &connection, const RowBlock &block);
    void finish(SQLite::Database &connection);
    void replacePeriod(SQLite::Database &connection);
    void reportRows(const RowBlock &block);
    [[nodiscard]] ImportOutcome outcome() const;

    const Workspace &m_workspace;
    const ImportPlan &m_plan;
    const Progress &m_progress;
    QElapsedTimer m_timer;
    QJsonObject m_options; ///< of the plan, as kept with the import
    std::unique_ptr<Database> m_database; ///< goes after the statements of the writers below

    bool m_wasEmpty = false;
    std::string m_refIndex; ///< the SQL of customer_ref while it is dropped
    qint64 m_batch = 0;
    KnownRows m_known;
    TableLayout m_layout;
    std::vector<AttributeColumn> m_attributes;
    std::unique_ptr<SourceFile> m_witness; ///< knows how the source was before the first row
    std::unique_ptr<TableReader> m_reader;
    std::unique_ptr<RejectLog> m_rejects;
    std::unique_ptr<RowConverter> m_converter;
    std::unique_ptr<BlockWriter> m_rows;      ///< of all kinds but customers
    std::unique_ptr<BlockWriter> m_customers; ///< customers that rows name first
    std::unique_ptr<CustomerWriter> m_customerWriter;
    std::unique_ptr<OrderWriter> m_orderWriter; ///< of orders that are there already
    std::unique_ptr<AttributeWriter> m_attributeWriter; ///< of columns that are attributes, of facts
    std::optional<RangeLedger> m_attributeLedger;
    qint64 m_rowsReplaced = 0;
    qint64 m_lastReport = -1000;
    QString m_backup;
    std::shared_ptr<QTemporaryFile> m_rejectedRows;
};

Result<void> Job::backUp(Database &database)
{
    const Result<bool> empty = database.attempt([](SQLite::Database &connection) -> bool {
        return connection
                   .execAndGet("SELECT NOT EXISTS(SELECT 1 FROM customer) AND NOT EXISTS(SELECT 1 "
                               "FROM import_batch) "
                               "AND NOT EXISTS(SELECT 1 FROM cost)")
                   .getInt()
               != 0;
    });
    if (!empty)
        return empty.error();
    m_wasEmpty = *empty;
    if (m_wasEmpty || m_plan.dryRun)
        return {};
    const Result<QString> copy = m_workspace.backup(u"import"_s, m_progress.part(0, rowsFrom));
    if (!copy)
        return copy.error();
    m_backup = *copy;
    return {};
}

Result<void> Job::begin(Database &database)
{
    return database.attempt([&](SQLite::Database &connection) {
        // Where readers and the writer exclude each other, now rather than when it is written.
        connection.exec(m_workspace.readsDuringWrites() ? "BEGIN IMMEDIATE" : "BEGIN EXCLUSIVE");
        SQLite::Statement insert(
            connection,
            "INSERT INTO import_batch(kind, source, started, options) VALUES(?, ?, ?, ?)");
        insert.bind(1, kindName(m_plan.kind).toStdString());
        insert.bind(2, (m_plan.source().isPasted()
                           ? m_plan.file
                           : QFileInfo(m_plan.file).absoluteFilePath())
                          .toStdString());
        insert.bind(3, std::int64_t(std::chrono::duration_cast<std::chrono::seconds>(
                                        std::chrono::system_clock::now().time_since_epoch())
                                        .count()));
        insert.bind(4, QJsonDocument(m_options).toJson(QJsonDocument::Compact).toStdString());
        insert.exec();
        m_batch = connection.getLastInsertRowid();
    });
}

Result<void> Job::prepare(Database &database)
{
    const Result<AmountCurrencies> currencies = amountCurrencies(database, m_plan);
    if (!currencies)
        return currencies.error();
    Result<KnownRows> known = loadKnownRows(database, m_plan, currencies->given);
    if (!known)
        return known.error();
    m_known = *std::move(known);
    Result<TableLayout> layout = tableLayout(database, m_plan, m_batch);
    if (!layout)
        return layout.error();
    m_layout = std::move(*layout);
    Result<std::vector<AttributeColumn>> attributes =
        prepareAttributes(database, m_plan, m_progress.part(0, rowsFrom));
    if (!attributes)
        return attributes.error();
    m_attributes = std::move(*attributes);
    m_rejects = std::make_unique<RejectLog>(m_plan);
    m_converter = std::make_unique<RowConverter>(m_plan, m_layout, m_attributes, *currencies,
                                                 m_known, *m_rejects);

    Result<std::unique_ptr<SourceFile>> witness = SourceFile::open(m_plan.source());
    if (!witness)
        return witness.error();
    m_witness = std::move(*witness);
    Result<std::unique_ptr<TableReader>> reader = openTable(m_plan.source(), m_plan.format);
    if (!reader)
        return reader.error();
    m_reader = std::move(*reader);

    return database.attempt([&](SQLite::Database &connection) {
        // Into an empty table the index is built once after the rows, which is faster than row by
        // row.
        if (m_plan.kind != Kind::Costs && m_known.lastCustomer == 0) {
            SQLite::Statement index(
                connection,
                "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = 'customer_ref'");
            if (index.executeStep())
                m_refIndex = index.getColumn(0).getText();
        }
        if (!m_refIndex.empty())
            connection.exec("DROP INDEX customer_ref");
        if (m_plan.kind == Kind::Customers) {
            m_customerWriter = std::make_unique<CustomerWriter>(connection, m_layout, m_attributes,
                                                                m_batch, m_known.lastCustomer);
            return;
        }
        std::vector<BlockWriter::Column> columns;
        for (std::size_t i = 0; i < m_layout.columns.size(); ++i) {
            const TableColumn &column = m_layout.columns[i];
            columns.push_back({column.name, column.position, column.storage, i,
                               column.constant.has_value(), column.constant.value_or(0),
                               column.constantText});
        }
        const qint64 last =
            connection.execAndGet("SELECT coalesce(max(id), 0) FROM " + quotedName(m_layout.table))
                .getInt64();
        m_rows = std::make_unique<BlockWriter>(connection, m_layout.table, columns, last + 1);
        if (followsKeys(m_plan))
            m_orderWriter = std::make_unique<OrderWriter>(connection, m_layout, keyColumns(m_plan),
                                                          m_batch, last);
        if (m_plan.kind == Kind::Costs)
            return;
        if (!m_attributes.empty())
            m_attributeWriter = std::make_unique<AttributeWriter>(connection, m_attributes, m_batch,
                                                                  m_known.lastCustomer);
        const std::vector<BlockWriter::Column> customerColumns{{.name = "ref", .position = 1},
                                                               {.name = "batch",
                                                                .position = 12,
                                                                .storage = Storage::Integer,
                                                                .isConstant = true,
                                                                .integer = m_batch}};
        m_customers = std::make_unique<BlockWriter>(connection, "customer", customerColumns,
                                                    qint64(m_known.lastCustomer) + 1);
    });
}

Result<bool> Job::read(RowBlock &block)
{
    Result<bool> more = m_reader->next(block.chunk);
    block.bytesRead = m_reader->bytesRead();
    block.bytesInAll = m_reader->bytesInAll();
    return more;
}

Result<void> Job::convert(RowBlock &block)
{
    m_converter->convert(block);
    if (m_rejects->failed())
        return Error{Error::Kind::File,
                     Tr::tr("The rejected rows cannot be written to the folder for "
                            "temporary files. Free some space there and try again.")};
    if (m_rows)
        block.formedRows = m_rows->form(block);
    if (m_customers)
        block.formedCustomers = m_customers->form(block.newCustomers);
    return {};
}

Result<void> Job::transfer(Database &database)
{
    // The log belongs to SQLite, which locks other files: opening it once more disturbs nothing.
    std::optional<EarlyWriteback> log;
    if (m_workspace.readsDuringWrites())
        log.emplace(m_workspace.file() + u"-wal"_s);
    return Import::run({.read = [this](RowBlock &block) { return read(block); },
                        .convert = [this](RowBlock &block) { return convert(block); },
                        .write = [&](RowBlock &block) -> Result<void> {
                            if (m_progress.isCancelled())
                                return Error::cancelled();
                            Result<void> written = database.attempt(
                                [&](SQLite::Database &connection) { write(connection, block); });
                            if (log)
                                log->advance();
                            reportRows(block);
                            return written;
                        }});
}

void Job::write(SQLite::Database &connection, RowBlock &block)
{
    addTerms(connection, block);
    if (m_customerWriter) {
        m_customerWriter->write(block);
        return;
    }
    if (m_customers)
        m_customers->append(std::move(block.formedCustomers));
    m_rows->append(std::move(block.formedRows));
    if (m_orderWriter)
        m_orderWriter->write(block, *m_rows);
    if (m_attributeWriter)
        writeAttributes(connection, block);
}

void Job::writeAttributes(SQLite::Database &connection, const RowBlock &block)
{
    const int index = m_layout.columnOf("customer");
    const std::vector<std::int64_t> &customers = block.columns[std::size_t(index)].integers;
    const auto update = [&](std::uint32_t record) {
        const std::int64_t customer = customers[record];
        if (customer <= m_known.lastCustomer && !m_attributeLedger)
            m_attributeLedger.emplace(connection);
        (void)m_attributeWriter->update(block, record, customer,
                                        m_attributeLedger ? &*m_attributeLedger : nullptr);
    };
    for (const std::uint32_t record : block.rows)
        update(record);
    for (const RowChange &change : block.updates)
        update(change.record);
}

void Job::addTerms(SQLite::Database &connection, const RowBlock &block)
{
    if (block.newTerms.empty())
        return;
    SQLite::Statement insert(connection, "INSERT INTO term(id, field, text) VALUES(?, ?, ?)");
    for (const NewTerm &term : block.newTerms) {
        insert.bind(1, std::int64_t(term.id));
        insert.bind(2, std::string(term.field));
        insert.bind(3, term.text);
        insert.exec();
        insert.reset();
    }
}

void Job::reportRows(const RowBlock &block)
{
    const qint64 now = m_timer.elapsed();
    if (now - m_lastReport < 50)
        return;
    m_lastReport = now;
    ProgressReport report;
    const double share = block.bytesInAll > 0
                             ? std::min(1.0, double(block.bytesRead) / double(block.bytesInAll))
                             : 1;
    report.fraction = rowsFrom + (rowsUntil - rowsFrom) * share;
    report.step = Tr::tr("Writing rows to the workspace");
    report.rows = block.rowsRead;
    const double seconds = double(now) / 1000;
    if (seconds > 0.2) {
        report.rowsPerSecond = double(block.rowsRead) / seconds;
        report.secondsLeft = share > 0 ? seconds * (1 - share) / share : -1;
    }
    m_progress.report(report);
}

void Job::replacePeriod(SQLite::Database &connection)
{
    const auto span = m_converter->timeSpan();
    if (!span)
        return;
    // Whole days: a file from 1 to 31 March replaces what happened on the 31st, too.
    const bool isDays = m_plan.kind == Kind::Costs;
    const auto day = [](std::int64_t seconds) {
        return seconds >= 0 ? seconds / 86400 : -((-seconds + 86399) / 86400);
    };
    const std::int64_t first = isDays ? span->first : day(span->first) * 86400;
    const std::int64_t last = isDays ? span->second : day(span->second) * 86400 + 86399;
    const char *column = isDays                       ? "period_from"
                         : m_plan.kind == Kind::Deals ? "changed_at"
                                                      : "time";
    m_rowsReplaced = removePeriod(connection, m_layout.table, column, first, last,
                                  m_known.lastRow, m_batch);
}

void Job::finish(SQLite::Database &connection)
{
    m_progress.report(rowsUntil, Tr::tr("Finishing the tables"));
    m_known.forgetTexts(); // what the index takes next
    const auto note = [&](const char *table, const BlockWriter &writer) {
        if (writer.rows() > 0)
            insertRange(connection, m_batch, table, writer.firstId(), writer.nextId() - 1,
                        writer.rows(), writer.fingerprint());
    };
    if (m_customerWriter)
        m_customerWriter->finish();
    if (m_orderWriter)
        m_orderWriter->finish();
    if (m_attributeWriter)
        m_attributeWriter->finish();
    if (m_attributeLedger)
        m_attributeLedger->store();
    if (m_plan.onDuplicate == OnDuplicate::ReplacePeriod)
        replacePeriod(connection);
    if (m_customers)
        note("customer", *m_customers);
    if (m_rows)
        note(m_layout.table.c_str(), *m_rows);
    if (!m_refIndex.empty())
        connection.exec(m_refIndex);
    m_rejects->store(connection, m_batch);

    // Undoing takes away the attributes that came with this import, and no others.
    QJsonArray made;
    for (const AttributeColumn &attribute : m_attributes)
        if (attribute.isNew)
            made.append(QString::fromStdString(attribute.name));
    QJsonObject options = m_options;
    options.insert(u"new_attributes"_s, made);

    const ImportOutcome numbers = outcome();
    SQLite::Statement update(connection,
                             "UPDATE import_batch SET rows_read = ?, rows_imported = ?, "
                             "rows_updated = ?, rows_rejected = ?, options = ? WHERE id = ?");
    update.bind(1, std::int64_t(numbers.rowsRead));
    update.bind(2, std::int64_t(numbers.rowsImported));
    update.bind(3, std::int64_t(numbers.rowsUpdated));
    update.bind(4, std::int64_t(numbers.rowsRejected));
    update.bind(5, QJsonDocument(options).toJson(QJsonDocument::Compact).toStdString());
    update.bind(6, std::int64_t(m_batch));
    update.exec();
}

ImportOutcome Job::outcome() const
{
    ImportOutcome result;
    result.batch = m_plan.dryRun ? BatchId{} : BatchId{m_batch};
    result.kind = m_plan.kind;
    result.file = m_plan.file;
    result.encoding = m_plan.format.encoding;
    result.format = m_plan.format.type;
    result.sheet = m_plan.format.sheet;
    if (m_plan.format.type == SourceType::Text)
        result.delimiter = QString(QLatin1Char(m_plan.format.delimiter));
    result.rowsRead = m_converter->rowsRead();
    result.rowsRejected = m_rejects->count();
    result.rowsImported = m_customerWriter ? m_customerWriter->inserted() : m_rows->rows();
    result.rowsUpdated = m_customerWriter ? m_customerWriter->updated()
                         : m_orderWriter  ? m_orderWriter->updated()
                                          : 0;
    result.rowsUnchanged = m_converter->skipped()
                           + (m_customerWriter ? m_customerWriter->unchanged()
                              : m_orderWriter  ? m_orderWriter->unchanged()
                                               : 0);
    result.rowsLeftOut = m_converter->leftOut();
    result.rowsMerged = m_converter->merged();
    result.rowsReplaced = m_rowsReplaced;
    result.customersCreated = m_converter->customersCreated();
    result.refunds = m_converter->refunds();
    result.rejects = m_rejects->groups();
    result.backup = m_backup;
    result.dryRun = m_plan.dryRun;
    result.rejectedRows = m_rejectedRows;
    result.seconds = double(m_timer.nsecsElapsed()) / 1e9;
    result.rowsPerSecond = result.seconds > 0 ? double(result.rowsRead) / result.seconds : 0;
    return result;
}

Result<ImportOutcome> Job::run()
{
    if (const std::optional<Error> error = refusal(m_workspace, m_plan))
        return *error;
    m_progress.report(0, Tr::tr("Preparing the import"));
    Result<Database> database = m_workspace.connect(Database::Mode::ReadWrite);
    if (!database)
        return database.error();
    m_database = std::make_unique<Database>(std::move(*database));
    if (const Result<void> copied = backUp(*m_database); !copied)
        return copied.error();
    if (const Result<void> begun = begin(*m_database); !begun)
        return begun.error();

    Result<void> done;
    {
        const CancelGuard guard(m_database->handle(), m_progress);
        done = prepare(*m_database);
        if (done)
            done = transfer(*m_database);
        if (done)
            done = m_database->attempt([&](SQLite::Database &connection) { finish(connection); });
        if (done)
            done = adoptCurrency(*m_database, m_batch, m_plan);
        // Readers run ahead of the writer: a source that changes after its last block was read
        // is still a source of which nobody knows whether it was whole.
        if (done && m_witness->hasChanged())
            done = m_witness->changed();
    }
    if (done && m_progress.isCancelled())
        done = Error::cancelled();
    if (!done || m_plan.dryRun) {
        const Result<void> rolledBack = m_database->attempt([](SQLite::Database &connection) {
            if (!sqlite3_get_autocommit(connection.getHandle()))
                connection.exec("ROLLBACK");
        });
        if (!done)
            return m_progress.isCancelled() ? Error::cancelled() : done.error();
        if (!rolledBack)
            return rolledBack.error();
    } else {
        m_progress.report(savingFrom, Tr::tr("Saving"));
        if (const Result<void> committed = m_database->attempt(
                [](SQLite::Database &connection) { connection.exec("COMMIT"); });
            !committed)
            return committed.error();
        // The import is kept from here on; a checkpoint that a reader holds up is made later.
        (void)m_database->attempt([](SQLite::Database &connection) {
            connection.exec("PRAGMA wal_checkpoint(TRUNCATE)");
        });
    }
    m_rejectedRows = m_rejects->takeFile();
    m_progress.report(1, Tr::tr("Import finished"));
    return outcome();
}

} // namespace

Result<ImportOutcome> runImport(const Workspace &workspace, const ImportPlan &plan,
                                const Progress &progress)
{
    return Job(workspace, plan, progress).run();
}

ImportStage stageOf(const ProgressReport &report)
{
    if (report.fraction >= savingFrom)
        return ImportStage::Saving;
    if (report.fraction >= rowsUntil && report.rows == 0)
        return ImportStage::Finishing;
    return report.rows > 0 || report.fraction > rowsFrom ? ImportStage::Rows : ImportStage::Preparing;
}

} // namespace Import

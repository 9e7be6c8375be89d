// Values that cannot be, or are written in several ways.

#include "models/health/checks.h"
#include "models/health/examination.h"
#include "models/health/textforms.h"

#include <QHash>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Health {

/// All rules of a table in one pass over it.
void Examination::applyChecks()
{
    QList<std::string> done;
    for (const Check &first : tableChecks()) {
        const std::string table = first.table;
        if (rowsOf(QString::fromStdString(table)) == 0 || done.contains(table))
            continue;
        done.append(table);
        std::vector<const Check *> rules;
        std::string sums;
        for (const Check &check : tableChecks()) {
            if (table != check.table)
                continue;
            rules.push_back(&check);
            sums += (sums.empty() ? "SELECT " : ", ") + std::string("total(") + settled(check.condition) + ')';
        }
        SQLite::Statement query(m_connection, sums + " FROM " + table + " t");
        if (!query.executeStep())
            continue;
        for (std::size_t i = 0; i < rules.size(); ++i) {
            const auto rows = qint64(query.getColumn(int(i)).getDouble());
            if (rows == 0)
                continue;
            const Check &check = *rules[i];
            Finding &finding = add(QString::fromLatin1(check.name), check.aspect, check.severity,
                                   QString::fromStdString(table), QString::fromLatin1(check.column));
            finding.rows = rows;
            finding.repair = check.repair;
            finding.condition = settled(check.condition);
            if (finding.check == u"address" || finding.check == u"phone")
                finding.examples = examples(table, check.column, finding.condition);
        }
        if (m_progress.isCancelled())
            return;
    }
}

/// Amounts far above all others are usually a unit or a decimal mark misread.
void Examination::judgeAmounts()
{
    std::vector<std::int64_t> amounts;
    const std::size_t all = m_snapshot.purchases.size();
    const std::size_t step = std::max<std::size_t>(1, all / 500'000);
    for (std::size_t i = 0; i < all; i += step) {
        if (m_snapshot.purchases.amount[i] > 0)
            amounts.push_back(m_snapshot.purchases.amount[i]);
    }
    if (amounts.size() < 200)
        return;
    const auto place = amounts.begin() + std::ptrdiff_t(double(amounts.size() - 1) * 0.99);
    std::ranges::nth_element(amounts, place);
    const std::int64_t limit = *place * 50;
    auto ids = std::make_shared<std::vector<std::int64_t>>();
    for (std::size_t i = 0; i < all; ++i) {
        if (m_snapshot.purchases.amount[i] > limit)
            ids->push_back(m_snapshot.purchases.row[i]);
    }
    if (ids->empty())
        return;
    std::ranges::sort(*ids);
    Finding &finding =
        add(u"huge"_s, Aspect::Impossible, Severity::Warning, u"purchase"_s, u"amount"_s);
    finding.rows = qint64(ids->size());
    finding.limit = m_snapshot.currency.toMajor(*place);
    finding.ids = std::move(ids);
}

/// Ages outside a human life; single negative values in a column that has none otherwise.
void Examination::judgeNumbers()
{
    for (const Customers::NumberColumn &column : m_snapshot.numbers) {
        const QString words = u' ' + plainText(column.title + u' ' + column.field) + u' ';
        const bool isAge = words.contains(u" age "_s) || words.contains(u" "_s + plainText(u"العمر"_s) + u' ')
                           || words.contains(u" "_s + plainText(u"عمر"_s) + u' ');
        const auto values = qint64(std::ranges::count_if(column.value, [](double v) { return v == v; }));
        const auto negative = qint64(std::ranges::count_if(column.value, [](double v) { return v < 0; }));
        const auto outside =
            isAge ? qint64(std::ranges::count_if(column.value, [](double v) { return v < 0 || v > 120; })) : 0;
        const bool isRare = negative > 0 && double(negative) < 0.02 * double(values);
        if (outside == 0 && (isAge || !isRare))
            continue;
        Finding &finding = add(isAge ? u"age"_s : u"negative"_s, Aspect::Impossible,
                               isAge ? Severity::Problem : Severity::Warning,
                               u"customer_attribute"_s, column.field);
        finding.title = column.title;
        finding.of = values;
        finding.rows = isAge ? outside : negative;
        finding.repair = Repair::ClearField;
        const std::string name = "t." + quoted(column.field);
        finding.condition = isAge ? name + " < 0 OR " + name + " > 120" : name + " < 0";
        finding.examples = examples("customer_attribute", quoted(column.field), finding.condition);
    }
}

/// Values that differ in case, spaces or accents only: "Riyadh", "riyadh", "الرياض" and "الريَاض".
void Examination::judgeSpellings()
{
    static const QStringList own{u"country"_s, u"city"_s, u"channel"_s, u"company"_s, u"stage"_s};
    for (const Customers::CodedColumn &column : m_snapshot.coded) {
        std::vector<qint64> uses(std::size_t(column.values.size()), 0);
        for (const std::uint16_t code : column.code)
            ++uses[code];
        QHash<QString, QList<qsizetype>> byForm;
        for (qsizetype i = 1; i < column.values.size(); ++i) {
            if (uses[std::size_t(i)] > 0)
                byForm[plainText(column.values[i])].append(i);
        }
        QList<std::pair<QString, QString>> spellings;
        qint64 rows = 0;
        for (auto form = byForm.begin(); form != byForm.end(); ++form) {
            if (form.key().isEmpty() || form->size() < 2)
                continue;
            const qsizetype best = *std::ranges::max_element(
                *form, {}, [&](qsizetype i) { return uses[std::size_t(i)]; });
            for (const qsizetype i : std::as_const(*form)) {
                if (i == best)
                    continue;
                spellings.append({column.values[i], column.values[best]});
                rows += uses[std::size_t(i)];
            }
        }
        if (spellings.isEmpty())
            continue;
        std::ranges::sort(spellings);
        const bool isOwn = own.contains(column.field);
        Finding &finding = add(u"spelling"_s, Aspect::Duplicates, Severity::Warning,
                               isOwn ? u"customer"_s : u"customer_attribute"_s, column.field);
        finding.title = isOwn ? QString() : column.title;
        finding.rows = rows;
        finding.of = qint64(m_snapshot.customers());
        finding.repair = Repair::OneSpelling;
        std::string list;
        for (const auto &[written, wanted] : std::as_const(spellings)) {
            list += (list.empty() ? "'" : ", '") + QString(written).replace(u'\'', u"''"_s).toStdString() + '\'';
            if (finding.examples.size() < 3)
                finding.examples.append(written);
        }
        finding.condition = "t." + quoted(column.field) + " IN (" + list + ')';
        finding.spellings = spellings;
    }
}

} // namespace Health

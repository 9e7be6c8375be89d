#pragma once

#include "models/import/tablecheck.h"

#include <QHash>

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace Import {

/// How many different texts came: exactly up to 50,000, then by an estimate in 16 kB.
class DistinctCounter final
{
public:
    /// True: the text came before, as far as that is known.
    bool add(std::uint64_t hash);
    [[nodiscard]] qint64 count() const;
    [[nodiscard]] bool isExact() const { return m_isExact; }

private:
    static constexpr std::size_t exactUpTo = 50'000;
    static constexpr int indexBits = 14;

    std::unordered_set<std::uint64_t> m_exact;
    std::vector<std::uint8_t> m_registers;
    bool m_isExact = true;
};

/// Follows one column over all rows of a file, at constant memory.
class ColumnProfile final
{
public:
    ColumnProfile(const ImportPlan &plan, int column, QDate today);

    void add(std::string_view cell, qint64 line);
    [[nodiscard]] ColumnReport report() const;
    [[nodiscard]] QList<ColumnIssue> issues() const;

private:
    struct Finding
    {
        qint64 rows = 0;
        qint64 firstLine = 0;
        QStringList examples;

        void add(std::string_view cell, qint64 line);
    };
    enum class Reading { Text, Number, Date };

    void addNumber(std::string_view cell, qint64 line);
    void addDate(std::string_view cell, qint64 line);
    void keep(double value, qint64 line);
    [[nodiscard]] ColumnIssue issue(ColumnIssue::Kind kind, const Finding &finding) const;
    void addWords(QList<ColumnIssue> &issues, ColumnIssue::Kind kind, const Finding &finding) const;
    void addNumberIssues(QList<ColumnIssue> &issues) const;
    void addDateIssues(QList<ColumnIssue> &issues) const;

    const ImportPlan &m_plan;
    int m_column;
    QDate m_today;
    const Field *m_field = nullptr;
    Reading m_reading = Reading::Text;
    bool m_isKey = false; ///< each row should have another value
    DateParser m_dates;
    DateParser m_otherOrder;
    DateParser m_fullDates; ///< without whole months and quarters
    std::string m_last; ///< for filling down
    bool m_fillsDown = false;
    bool m_isLenient = false; ///< what cannot be read is left empty

    ColumnReport m_report;
    DistinctCounter m_distinct;
    QHash<QString, qint64> m_samples;
    Finding m_missing;
    Finding m_words;
    Finding m_otherMark;
    Finding m_grouped;
    Finding m_otherOrders;
    Finding m_periods; ///< whole months and quarters
    Finding m_hijri;
    Finding m_outOfReach;
    Finding m_placeholders;
    Finding m_future;
    Finding m_duplicates;
    std::vector<double> m_sample; ///< a random sample of the numbers
    std::vector<std::pair<double, qint64>> m_largest; ///< numbers furthest from 0 with their lines
    std::uint64_t m_random = 88172645463325252ULL;
    qint64 m_numbers = 0;
    qint64 m_fractions = 0;   ///< numbers with decimals
    qint64 m_wholeHundreds = 0; ///< whole numbers that end in 00
};

} // namespace Import

#include "models/health/duplicates.h"

#include "models/health/textforms.h"
#include "models/workspace/cancelguard.h"
#include "models/workspace/rowcursor.h"
#include "models/workspace/settings.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Health {

namespace {

const QString distinctSetting = u"health.distinct"_s;

/// Sorted neighbours that are compared by name; like names differ late, or, read backwards, early.
constexpr std::size_t neighbours = 8;
/// An address or number that more customers share is a placeholder or a switchboard.
constexpr qsizetype mostSharing = 20;

struct Person
{
    std::int64_t id = 0;
    PhoneForm phone;
    QString email;
    QString city;
    QString name;
};

/// Sets that grow together (union-find with path halving).
class Groups
{
public:
    explicit Groups(std::size_t size) : m_parent(size), m_likeness(size, 0), m_similarity(size, 0)
    {
        std::iota(m_parent.begin(), m_parent.end(), 0U);
    }
    std::uint32_t find(std::uint32_t i)
    {
        while (m_parent[i] != i)
            i = m_parent[i] = m_parent[m_parent[i]];
        return i;
    }
    void join(std::uint32_t a, std::uint32_t b, Likeness likeness, double similarity = 0)
    {
        a = find(a);
        b = find(b);
        if (b < a)
            std::swap(a, b);
        m_parent[b] = a;
        m_likeness[a] |= m_likeness[b] | int(likeness);
        m_similarity[a] = std::max({m_similarity[a], m_similarity[b], similarity});
    }
    [[nodiscard]] int likeness(std::uint32_t root) const { return m_likeness[root]; }
    [[nodiscard]] double nameSimilarity(std::uint32_t root) const { return m_similarity[root]; }

private:
    std::vector<std::uint32_t> m_parent;
    std::vector<int> m_likeness;
    std::vector<double> m_similarity;
};

QString tr(const char *text)
{
    return QCoreApplication::translate("Health", text);
}

QString textAt(const RowCursor &row, int column)
{
    const std::string_view text = row.text(column);
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

std::vector<Person> readPersons(SQLite::Database &connection, const Progress &progress,
                                std::size_t expected)
{
    std::vector<Person> persons;
    persons.reserve(expected);
    RowCursor row(connection, "SELECT id, email, phone, city, coalesce(name, company) FROM customer");
    while (row.next()) {
        persons.push_back({row.integer(0), phoneForm(textAt(row, 2)), emailForm(textAt(row, 1)),
                           plainText(textAt(row, 3)), nameForm(textAt(row, 4))});
        if (persons.size() % 20'000 == 0)
            progress.report(0.5 * double(persons.size()) / double(expected + 1),
                            tr(QT_TRANSLATE_NOOP("Health", "Reading customers")));
    }
    return persons;
}

void joinByEmail(const std::vector<Person> &persons, Groups &groups)
{
    QHash<QString, QList<std::uint32_t>> byEmail;
    for (std::uint32_t i = 0; i < persons.size(); ++i) {
        if (!persons[i].email.isEmpty())
            byEmail[persons[i].email].append(i);
    }
    for (const QList<std::uint32_t> &same : std::as_const(byEmail)) {
        for (qsizetype i = 1; i < same.size() && same.size() <= mostSharing; ++i)
            groups.join(same[0], same[i], Likeness::Email);
    }
}

void joinByPhone(const std::vector<Person> &persons, Groups &groups)
{
    QHash<QString, QList<std::uint32_t>> byKey;
    for (std::uint32_t i = 0; i < persons.size(); ++i) {
        if (!persons[i].phone.digits.isEmpty())
            byKey[phoneKey(persons[i].phone)].append(i);
    }
    for (const QList<std::uint32_t> &near : std::as_const(byKey)) {
        if (near.size() > mostSharing)
            continue;
        for (qsizetype i = 0; i < near.size(); ++i) {
            for (qsizetype j = i + 1; j < near.size(); ++j) {
                if (isSamePhone(persons[near[i]].phone, persons[near[j]].phone))
                    groups.join(near[i], near[j], Likeness::Phone);
            }
        }
    }
}

/// Sorted neighbourhood (Hernández and Stolfo 1995): like names of a city lie beside each other when
/// sorted, forwards or backwards.
void joinByName(const std::vector<Person> &persons, Groups &groups, double atLeast,
                const Progress &progress)
{
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < persons.size(); ++i) {
        if (persons[i].name.size() >= 5 && !persons[i].city.isEmpty())
            order.push_back(i);
    }
    for (const bool backwards : {false, true}) {
        std::vector<QString> key(persons.size());
        for (const std::uint32_t i : order) {
            QString name = persons[i].name;
            if (backwards)
                std::ranges::reverse(name);
            key[i] = persons[i].city + u'\n' + name;
        }
        std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
            return key[a] == key[b] ? a < b : key[a] < key[b];
        });
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (i % 10'000 == 0) {
                if (progress.isCancelled())
                    return;
                progress.report(0.55 + (backwards ? 0.2 : 0) + 0.2 * double(i) / double(order.size()),
                                tr(QT_TRANSLATE_NOOP("Health", "Comparing names")));
            }
            const Person &person = persons[order[i]];
            for (std::size_t j = i + 1; j < order.size() && j <= i + neighbours; ++j) {
                const Person &other = persons[order[j]];
                if (other.city != person.city)
                    break;
                // Names that differ in a number ("Branch 2", "Branch 3") are different ones.
                const auto digits = [](const QString &name) {
                    QString found;
                    for (const QChar c : name) {
                        if (c.isDigit())
                            found += c;
                    }
                    return found;
                };
                if (digits(person.name) != digits(other.name))
                    continue;
                if (const double alike = nameLikeness(person.name, other.name); alike >= atLeast)
                    groups.join(order[i], order[j], Likeness::Name, alike);
            }
        }
    }
}

} // namespace

QString distinctKey(const DuplicateGroup &group)
{
    QStringList references;
    for (const DuplicateGroup::Member &member : group.members)
        references.append(member.reference);
    references.sort();
    return references.join(u'+');
}

Result<QStringList> loadDistinct(Database &database)
{
    const Result<QString> text = Settings::value(database, distinctSetting);
    if (!text)
        return text.error();
    QStringList keys;
    for (const QJsonValue &key : QJsonDocument::fromJson(text->toUtf8()).array())
        keys.append(key.toString());
    return keys;
}

Result<void> saveDistinct(Database &database, const QStringList &keys)
{
    const QJsonDocument json(QJsonArray::fromStringList(keys));
    return Settings::setValue(database, distinctSetting,
                              QString::fromUtf8(json.toJson(QJsonDocument::Compact)));
}

Result<QList<DuplicateGroup>> findDuplicates(const Workspace &workspace,
                                             const Customers::Snapshot &snapshot,
                                             const DuplicateOptions &options,
                                             const Progress &progress)
{
    Result<Database> database = workspace.connect(Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    const CancelGuard guard(database->handle(), progress);
    const Result<QStringList> distinct = loadDistinct(*database);
    if (!distinct)
        return distinct.error();
    return database->attempt([&](SQLite::Database &connection) -> Result<QList<DuplicateGroup>> {
        const std::vector<Person> persons =
            readPersons(connection, progress, snapshot.customers());
        Groups groups(persons.size());
        joinByEmail(persons, groups);
        joinByPhone(persons, groups);
        joinByName(persons, groups, options.nameSimilarity, progress);
        if (progress.isCancelled())
            return Error::cancelled();

        QHash<std::uint32_t, QList<std::uint32_t>> members;
        for (std::uint32_t i = 0; i < persons.size(); ++i) {
            if (const std::uint32_t root = groups.find(i); root != i)
                members[root].append(i);
        }
        SQLite::Statement query(connection,
                                "SELECT ref, name, email, phone, city FROM customer WHERE id = ?");
        QList<DuplicateGroup> found;
        for (auto group = members.cbegin(); group != members.cend(); ++group) {
            DuplicateGroup result;
            result.likeness = groups.likeness(group.key());
            result.nameSimilarity = groups.nameSimilarity(group.key());
            for (const std::uint32_t i : QList<std::uint32_t>{group.key()} + group.value()) {
                DuplicateGroup::Member member;
                member.id = CustomerId{persons[i].id};
                query.bind(1, persons[i].id);
                if (query.executeStep()) {
                    QString *texts[] = {&member.reference, &member.name, &member.email,
                                        &member.phone, &member.city};
                    for (int column = 0; column < 5; ++column)
                        *texts[column] = QString::fromUtf8(query.getColumn(column).getText());
                }
                query.reset();
                if (const Customers::CustomerIndex at = snapshot.indexOf(member.id);
                    at < snapshot.customers())
                    member.facts = snapshot.purchases.first[at + 1] - snapshot.purchases.first[at]
                                   + snapshot.events.first[at + 1] - snapshot.events.first[at];
                result.members.append(member);
            }
            std::ranges::stable_sort(result.members, [](const auto &a, const auto &b) {
                return a.facts != b.facts ? a.facts > b.facts : a.id < b.id;
            });
            if (!distinct->contains(distinctKey(result)))
                found.append(result);
        }
        std::ranges::sort(found, [](const DuplicateGroup &a, const DuplicateGroup &b) {
            if (a.isCertain() != b.isCertain())
                return a.isCertain();
            if (a.nameSimilarity != b.nameSimilarity)
                return a.nameSimilarity > b.nameSimilarity;
            return a.members.first().id < b.members.first().id;
        });
        progress.report(1, {});
        return found;
    });
}

} // namespace Health

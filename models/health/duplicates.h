#pragma once

#include "models/core/progress.h"
#include "models/core/result.h"
#include "models/customers/snapshot.h"
#include "models/workspace/workspace.h"

#include <QList>
#include <QString>

/// Customers that are entered more than once.
namespace Health {

enum class Likeness {
    Email = 1, ///< the same address
    Phone = 2, ///< the same number
    Name = 4   ///< a like name in the same city
};

/// Customers that are probably one.
struct DuplicateGroup
{
    struct Member
    {
        CustomerId id;
        QString reference;
        QString name;
        QString email;
        QString phone;
        QString city;
        qint64 facts = 0; ///< purchases and events

        bool operator==(const Member &) const = default;
    };

    QList<Member> members; ///< first the one to keep: most facts, then the oldest
    int likeness = 0;      ///< Likeness, or-ed
    double nameSimilarity = 0;

    /// Found by e-mail or phone rather than by name alone.
    [[nodiscard]] bool isCertain() const { return (likeness & ~int(Likeness::Name)) != 0; }
    bool operator==(const DuplicateGroup &) const = default;
};

struct DuplicateOptions
{
    double nameSimilarity = 0.85; ///< at least, see nameLikeness(), within a city
};

/// Certain groups first, then those whose names are most alike. Pairs that somebody said are
/// different people (setDistinct()) are left alone.
Result<QList<DuplicateGroup>> findDuplicates(const Workspace &workspace,
                                             const Customers::Snapshot &snapshot,
                                             const DuplicateOptions &options = {},
                                             const Progress &progress = {});

/// "KEEP+OTHER+…" by reference, the text that stands for a group somebody judged.
[[nodiscard]] QString distinctKey(const DuplicateGroup &group);
/// The groups whose members were said to be different customers.
Result<QStringList> loadDistinct(Database &database);
Result<void> saveDistinct(Database &database, const QStringList &keys);

} // namespace Health

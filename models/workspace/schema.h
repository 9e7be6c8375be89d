#pragma once

#include "models/core/result.h"

#include <QString>
#include <QStringList>

class Database;

/// The file format: what the pragmas say and how versions follow each other.
namespace Schema {

inline constexpr qint32 applicationId = 0x51454D41; ///< "QEMA"
inline constexpr int currentVersion = 1;
inline constexpr int pageSize = 16384;

/// The SQL that brings a file from version - 1 to \a version; the first creates everything. A new
/// version is a new file schema-N.sql among the resources and currentVersion raised by one.
[[nodiscard]] QString migration(int version);

/// The steps from an empty file to the newest version.
struct Versions
{
    QStringList migrations; ///< [0] makes version 1

    [[nodiscard]] int newest() const { return int(migrations.size()); }
};
/// The versions this program knows.
[[nodiscard]] Versions ourVersions();

/// Compares the tables, indexes and views of a file with those the migrations up to \a version
/// make. Empty: the same; else a translated sentence about the first difference. Anything that we
/// did not make counts, triggers above all; columns added to customer_attribute do not.
Result<QString> difference(Database &database, const Versions &versions, int version);

} // namespace Schema

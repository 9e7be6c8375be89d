#pragma once

#include <QString>

/// The file format: what the pragmas say and how versions follow each other.
namespace Schema {

inline constexpr qint32 applicationId = 0x51454D41; ///< "QEMA"
inline constexpr int currentVersion = 1;
inline constexpr int pageSize = 16384;

/// The SQL that brings a file from version - 1 to \a version; the first creates everything.
[[nodiscard]] QString migration(int version);

} // namespace Schema

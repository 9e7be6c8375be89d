#pragma once

#include "models/import/kinds.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace Import {

/// A heading without case, spaces, punctuation, diacritics and tatweel, with one form of hamza,
/// alif maqsura and taa marbuta: "رقم_العميلة" and "رقم العميله" are the same.
[[nodiscard]] QString normalisedHeading(const QString &heading);

/// Assigns columns to the fields of \a kind by synonym, English and Arabic; the best synonym wins,
/// then the leftmost column. Returns per heading the field, empty: none.
[[nodiscard]] QStringList matchColumns(Kind kind, const QStringList &headings);

/// How many of the headings are fields of \a kind, counting required ones three times; 0 when a
/// required one is missing.
[[nodiscard]] int kindScore(Kind kind, const QStringList &headings);

/// The exports of a well-known system: its headings and what they mean.
struct Preset
{
    QString id;     ///< "shopify_orders"
    QString system; ///< "Shopify"
    Kind kind = Kind::Transactions;
    QStringList columns;             ///< headings the export has
    QHash<QString, QString> mapping; ///< field → heading
};

/// The presets that come with the program.
[[nodiscard]] const QList<Preset> &presets();
[[nodiscard]] const Preset *findPreset(const QString &id);

struct PresetMatch
{
    const Preset *preset = nullptr;
    int matched = 0;       ///< headings of the file the preset knows
    double confidence = 0; ///< share of the preset's headings that the file has, 0 to 1
};
/// Presets of \a kind that know at least one heading, best first.
[[nodiscard]] QList<PresetMatch> matchPresets(Kind kind, const QStringList &headings);
/// The preset that the headings show without doubt: most of its columns are there and every
/// required field is among them. Null: none.
[[nodiscard]] const Preset *recognisedPreset(Kind kind, const QStringList &headings);

/// Per heading the field that \a preset maps it to, the rest by synonym.
[[nodiscard]] QStringList matchColumns(const Preset &preset, const QStringList &headings);

} // namespace Import

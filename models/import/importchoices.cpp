#include "models/import/importchoices.h"

#include "models/import/columnmatcher.h"

#include <array>
#include <cstddef>
#include <span>
#include <utility>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

QString wordAt(std::span<const char *const> words, std::size_t at)
{
    return QString::fromLatin1(words[at]);
}

/// The words of an enum's values, in their order.
template <typename Enum, std::size_t N>
struct Names
{
    std::array<const char *, N> words;

    [[nodiscard]] QString of(Enum value) const { return wordAt(words, std::size_t(value)); }
    [[nodiscard]] std::optional<Enum> from(const QString &name) const
    {
        for (std::size_t i = 0; i < N; ++i)
            if (name.compare(QLatin1StringView(words[i]), Qt::CaseInsensitive) == 0)
                return Enum(i);
        return {};
    }
};

constexpr Names<OnDuplicate, 6> modes{
    {"update", "skip", "reject", "add", "update-only", "replace-period"}};
constexpr Names<Identity, 3> identities{{"id", "email", "phone"}};
constexpr Names<OrderRows, 3> orderRowKinds{{"each", "total-once", "sum"}};
constexpr Names<StatusRule::Action, 3> statusActions{{"keep", "leave-out", "refund"}};
constexpr Names<Repair::Action, 7> repairActions{
    {"replace", "remove", "fill", "fill-down", "empty-if-unreadable", "scale", "append"}};

} // namespace

QString onDuplicateName(OnDuplicate mode) { return modes.of(mode); }
std::optional<OnDuplicate> onDuplicateFromName(const QString &name) { return modes.from(name); }
QList<OnDuplicate> allModes()
{
    return {OnDuplicate::Update, OnDuplicate::Skip,       OnDuplicate::Reject,
            OnDuplicate::Add,    OnDuplicate::UpdateOnly, OnDuplicate::ReplacePeriod};
}
QString identityName(Identity identity) { return identities.of(identity); }
std::optional<Identity> identityFromName(const QString &name) { return identities.from(name); }
QString orderRowsName(OrderRows rows) { return orderRowKinds.of(rows); }
std::optional<OrderRows> orderRowsFromName(const QString &name) { return orderRowKinds.from(name); }
QString statusActionName(StatusRule::Action action) { return statusActions.of(action); }
std::optional<StatusRule::Action> statusActionFromName(const QString &name)
{
    return statusActions.from(name);
}

StatusRule::Action usualAction(const QString &status)
{
    static constexpr std::array leftOut{
        u"cancelled",  u"canceled", u"voided",    u"void",     u"failed",     u"declined",
        u"expired",    u"draft",    u"test",      u"deleted",  u"abandoned",  u"trash",
        u"incomplete", u"blocked",  u"refunded",  u"ملغي",     u"ملغى",       u"ملغاة",
        u"ملغية",      u"محذوف",    u"محذوفة",    u"فشل",      u"فاشلة",      u"مرفوض",
        u"مرفوضة",     u"تجريبي",   u"تجريبية",   u"مسودة",    u"منتهية",     u"مسترجع",
        u"مسترجعة",    u"مسترد",    u"مستردة",    u"مسترجع بالكامل"};
    static constexpr std::array refunds{u"refund", u"return",       u"returned", u"credit note",
                                        u"credit", u"chargeback",   u"مرتجع",    u"مرتجعة",
                                        u"إرجاع",  u"إشعار دائن", u"استرداد"};
    const QString word = normalisedHeading(status);
    for (const char16_t *entry : leftOut)
        if (word == normalisedHeading(QString::fromUtf16(entry)))
            return StatusRule::Action::LeaveOut;
    for (const char16_t *entry : refunds)
        if (word == normalisedHeading(QString::fromUtf16(entry)))
            return StatusRule::Action::Refund;
    return StatusRule::Action::Keep;
}

QString mendedText(QString cell, const QList<Repair> &repairs)
{
    for (const Repair &repair : repairs) {
        if (repair.action == Repair::Action::Remove && !repair.from.isEmpty())
            cell.replace(repair.from, repair.to);
        else if (repair.action == Repair::Action::Replace && cell == repair.from)
            cell = repair.to;
        else if (repair.action == Repair::Action::Fill && cell.isEmpty())
            cell = repair.to;
    }
    return cell.trimmed();
}

QJsonObject toJson(const Repair &repair)
{
    QJsonObject json{{u"action"_s, repairActions.of(repair.action)}};
    if (!repair.from.isEmpty())
        json.insert(u"from"_s, repair.from);
    if (!repair.to.isEmpty())
        json.insert(u"to"_s, repair.to);
    if (repair.power != 0)
        json.insert(u"power"_s, repair.power);
    return json;
}

std::optional<Repair> repairFromJson(const QJsonObject &json)
{
    const auto action = repairActions.from(json.value(u"action").toString());
    if (!action)
        return {};
    return Repair{*action, json.value(u"from").toString(), json.value(u"to").toString(),
                  json.value(u"power").toInt()};
}

} // namespace Import

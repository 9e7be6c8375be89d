#pragma once

#include <string>
#include <string_view>

namespace Import {

/// One form of an e-mail address: trimmed, lower case, without "mailto:" and angle brackets. Empty
/// where \a text is none.
[[nodiscard]] std::string normalisedEmail(std::string_view text);

/// One form of a telephone number: + and its digits, whatever spaces, brackets, digit set or 00 it
/// was written with. A number without a country gets \a countryCode ("966"); where that is empty it
/// stays without. Empty where \a text is no telephone number.
[[nodiscard]] std::string normalisedPhone(std::string_view text, std::string_view countryCode);

/// The telephone country code of the country that \a currency belongs to: "966" of SAR. Empty where
/// the currency is shared by several or not known.
[[nodiscard]] std::string_view countryCodeOfCurrency(std::string_view currency);

} // namespace Import

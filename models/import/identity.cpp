#include "models/import/identity.h"

#include "models/import/textutil.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Import {

std::string normalisedEmail(std::string_view text)
{
    text = Text::trimmed(text);
    if (const std::size_t open = text.rfind('<');
        open != std::string_view::npos && !text.empty() && text.back() == '>')
        text = text.substr(open + 1, text.size() - open - 2); // Nasim <n@x.example>
    if (text.size() > 7 && Text::equalsIgnoringCase(text.substr(0, 7), "mailto:"))
        text.remove_prefix(7);
    text = Text::trimmed(text);
    const std::size_t at = text.find('@');
    if (at == 0 || at == std::string_view::npos || at + 1 >= text.size() || text.size() > 254
        || text.find('@', at + 1) != std::string_view::npos
        || text.find_first_of(" ,;\t\n") != std::string_view::npos)
        return {};
    std::string result;
    for (const char c : text)
        result += Text::lower(c);
    return result;
}

std::string normalisedPhone(std::string_view text, std::string_view countryCode)
{
    if (text.empty() || text.size() > 96)
        return {};
    std::array<char, 128> buffer;
    const std::string_view plain(buffer.data(),
                                 Text::normalise(Text::trimmed(text), buffer.data(), buffer.size()));
    std::string digits;
    bool international = false;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const char c = plain[i];
        if (Text::isDigit(c))
            digits += c;
        else if (c == '+' && digits.empty())
            international = true;
        else if (c == '(' && plain.substr(i, 3) == "(0)" && !digits.empty())
            i += 2; // +44 (0) 20: the nought is for callers at home
        else if (c != ' ' && c != '-' && c != '(' && c != ')' && c != '.' && c != '/' && c != '\''
                 && c != Text::arabicGroup)
            return {};
    }
    if (!international && digits.starts_with("00")) {
        international = true;
        digits.erase(0, 2);
    }
    if (!international && !countryCode.empty()) {
        if (digits.starts_with(countryCode) && digits.size() >= countryCode.size() + 8)
            international = true;
        else if (digits.size() >= 6) {
            const std::size_t nought = digits.front() == '0' ? 1 : 0;
            digits = std::string(countryCode) + digits.substr(nought);
            international = true;
        }
    }
    if (digits.size() < 6 || digits.size() > 15)
        return {};
    return international ? '+' + digits : digits;
}

std::string_view countryCodeOfCurrency(std::string_view currency)
{
    static constexpr std::pair<std::string_view, std::string_view> codes[] = {
        {"SAR", "966"}, {"AED", "971"}, {"KWD", "965"}, {"QAR", "974"}, {"BHD", "973"},
        {"OMR", "968"}, {"EGP", "20"},  {"JOD", "962"}, {"LBP", "961"}, {"SYP", "963"},
        {"IQD", "964"}, {"YER", "967"}, {"MAD", "212"}, {"TND", "216"}, {"DZD", "213"},
        {"LYD", "218"}, {"SDG", "249"}, {"TRY", "90"},  {"GBP", "44"},  {"INR", "91"},
        {"JPY", "81"},  {"CNY", "86"},  {"PKR", "92"},
    };
    for (const auto &[code, prefix] : codes)
        if (code == currency)
            return prefix;
    return {};
}

} // namespace Import

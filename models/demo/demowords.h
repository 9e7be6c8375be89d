#pragma once

#include <QByteArray>

#include <span>

/// The word lists behind the demo's customers. Text is UTF-8, as files take it.
namespace Demo {

struct Bilingual
{
    const char *english;
    const char *arabic;
};

enum Sector { Hospitality, FoodService, Healthcare, Education, Retail, SectorCount };

struct City
{
    const char *name;
    int weight;
};

struct Product
{
    const char *name;
    const char *category;
};

std::span<const char *const> sectorNames();
std::span<const City> cities();
/// How a contact first heard of the company.
std::span<const char *const> contactChannels();
/// How an order came in.
std::span<const char *const> orderChannels();
std::span<const Product> products();
std::span<const char *const> categories();
std::span<const char *const> surveyComments();

struct CompanyName
{
    QByteArray english;
    QByteArray arabic;
    QByteArray slug; ///< for the e-mail address: lower case, Latin letters and hyphens
};
/// The name of the \a number-th customer (from 0) of a sector; different numbers, different names.
[[nodiscard]] CompanyName companyName(qint64 number, Sector sector);

} // namespace Demo

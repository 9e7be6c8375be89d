#include "models/demo/demowords.h"

#include <array>

namespace Demo {
namespace {

constexpr std::array<Bilingual, 96> roots{{
    {"Rimal", "الرمال"},    {"Nakheel", "النخيل"},   {"Wadi", "الوادي"},     {"Najm", "النجم"},
    {"Safa", "الصفا"},      {"Marwa", "المروة"},     {"Yasmin", "الياسمين"}, {"Rayhan", "الريحان"},
    {"Waha", "الواحة"},     {"Sahab", "السحاب"},     {"Bustan", "البستان"},  {"Rawda", "الروضة"},
    {"Andalus", "الأندلس"}, {"Lulu", "اللؤلؤ"},      {"Marjan", "المرجان"},  {"Fairuz", "الفيروز"},
    {"Yaqut", "الياقوت"},   {"Zumurrud", "الزمرد"},  {"Anbar", "العنبر"},    {"Misk", "المسك"},
    {"Oud", "العود"},       {"Qamar", "القمر"},      {"Hilal", "الهلال"},    {"Badr", "البدر"},
    {"Shams", "الشمس"},     {"Fajr", "الفجر"},       {"Duha", "الضحى"},      {"Nasim", "النسيم"},
    {"Sabah", "الصباح"},    {"Ufuq", "الأفق"},       {"Jabal", "الجبل"},     {"Sahl", "السهل"},
    {"Bahr", "البحر"},      {"Khalij", "الخليج"},    {"Shati", "الشاطئ"},    {"Mina", "الميناء"},
    {"Safina", "السفينة"},  {"Shira", "الشراع"},     {"Manara", "المنارة"},  {"Qalaa", "القلعة"},
    {"Qasr", "القصر"},      {"Diwan", "الديوان"},    {"Majlis", "المجلس"},   {"Bayt", "البيت"},
    {"Dar", "الدار"},       {"Hayat", "الحياة"},     {"Amal", "الأمل"},      {"Salam", "السلام"},
    {"Aman", "الأمان"},     {"Wafa", "الوفاء"},      {"Karam", "الكرم"},     {"Jood", "الجود"},
    {"Baraka", "البركة"},   {"Khair", "الخير"},      {"Izz", "العز"},        {"Majd", "المجد"},
    {"Fakhr", "الفخر"},     {"Tamim", "التميم"},     {"Raed", "الرائد"},     {"Qimma", "القمة"},
    {"Ruya", "الرؤية"},     {"Afaq", "الآفاق"},      {"Itqan", "الإتقان"},   {"Jawda", "الجودة"},
    {"Tamayuz", "التميز"},  {"Ibtikar", "الابتكار"}, {"Rukn", "الركن"},      {"Midan", "الميدان"},
    {"Souq", "السوق"},      {"Qafila", "القافلة"},   {"Tareeq", "الطريق"},   {"Jisr", "الجسر"},
    {"Nahr", "النهر"},      {"Yanbu", "الينبوع"},    {"Zulal", "الزلال"},    {"Ghaith", "الغيث"},
    {"Nada", "الندى"},      {"Wurud", "الورود"},     {"Zahra", "الزهرة"},    {"Sanabil", "السنابل"},
    {"Zaytun", "الزيتون"},  {"Rumman", "الرمان"},    {"Teen", "التين"},      {"Tamr", "التمر"},
    {"Asala", "الأصالة"},   {"Turath", "التراث"},    {"Diyafa", "الضيافة"},  {"Saqr", "الصقر"},
    {"Shaheen", "الشاهين"}, {"Ghazal", "الغزال"},    {"Khayl", "الخيل"},     {"Faris", "الفارس"},
    {"Dana", "الدانة"},     {"Hasba", "الحصباء"},    {"Sidra", "السدرة"},    {"Ghaf", "الغاف"},
}};

constexpr int typeCount = 10;
constexpr std::array<std::array<Bilingual, typeCount>, SectorCount> types{{
    {{{"Hotels", "فنادق"},
      {"Suites", "أجنحة"},
      {"Resorts", "منتجعات"},
      {"Residences", "مساكن"},
      {"Serviced Apartments", "شقق"},
      {"Villas", "فلل"},
      {"Guest Houses", "دور ضيافة"},
      {"Halls", "قاعات"},
      {"Camps", "مخيمات"},
      {"Lodges", "نزل"}}},
    {{{"Restaurants", "مطاعم"},
      {"Bakeries", "مخابز"},
      {"Cafes", "مقاهي"},
      {"Kitchens", "مطابخ"},
      {"Catering", "إعاشة"},
      {"Sweets", "حلويات"},
      {"Grills", "مشاوي"},
      {"Juices", "عصائر"},
      {"Roasters", "محامص"},
      {"Banquets", "ولائم"}}},
    {{{"Hospitals", "مستشفيات"},
      {"Clinics", "عيادات"},
      {"Medical Centres", "مراكز طب"},
      {"Pharmacies", "صيدليات"},
      {"Dental Clinics", "عيادات أسنان"},
      {"Laboratories", "مختبرات"},
      {"Care Homes", "دور رعاية"},
      {"Rehabilitation", "مراكز تأهيل"},
      {"Eye Clinics", "عيادات عيون"},
      {"Polyclinics", "مجمعات طب"}}},
    {{{"Schools", "مدارس"},
      {"Academies", "أكاديميات"},
      {"Colleges", "كليات"},
      {"Nurseries", "حضانات"},
      {"Institutes", "معاهد"},
      {"Kindergartens", "رياض أطفال"},
      {"Training Centres", "مراكز تدريب"},
      {"Libraries", "مكتبات"},
      {"Universities", "جامعات"},
      {"Learning Centres", "مراكز تعليم"}}},
    {{{"Markets", "أسواق"},
      {"Stores", "متاجر"},
      {"Malls", "مجمعات"},
      {"Furniture", "مفروشات"},
      {"Groceries", "بقالات"},
      {"Boutiques", "محلات"},
      {"Showrooms", "معارض"},
      {"Home Centres", "مراكز منزل"},
      {"Perfumes", "عطور"},
      {"Outlets", "منافذ"}}},
}};

/// English words stand in front where they are adjectives and behind where they name a region.
struct Qualifier
{
    const char *before;
    const char *behind;
    const char *arabic;
};
constexpr std::array<Qualifier, 20> qualifiers{{
    {"", "", ""},
    {"United ", "", "المتحدة"},
    {"Arabian ", "", "العربية"},
    {"National ", "", "الوطنية"},
    {"International ", "", "الدولية"},
    {"Gulf ", "", "الخليجية"},
    {"Modern ", "", "الحديثة"},
    {"First ", "", "الأولى"},
    {"Grand ", "", "الكبرى"},
    {"Golden ", "", "الذهبية"},
    {"Green ", "", "الخضراء"},
    {"Eastern ", "", "الشرقية"},
    {"Western ", "", "الغربية"},
    {"Northern ", "", "الشمالية"},
    {"Southern ", "", "الجنوبية"},
    {"", " of Najd", "نجد"},
    {"", " of Hijaz", "الحجاز"},
    {"", " of Asir", "عسير"},
    {"", " of Tabuk", "تبوك"},
    {"", " of Qassim", "القصيم"},
}};

constexpr std::array sectors{"Hospitality", "Food service", "Healthcare", "Education", "Retail"};
static_assert(sectors.size() == SectorCount);
constexpr std::array<City, 10> cityList{{{"Riyadh", 30},
                                         {"Jeddah", 22},
                                         {"Dammam", 11},
                                         {"Makkah", 9},
                                         {"Madinah", 8},
                                         {"Khobar", 7},
                                         {"Abha", 4},
                                         {"Tabuk", 3},
                                         {"Buraydah", 3},
                                         {"Hail", 3}}};
constexpr std::array channelList{"Search ads", "Trade fair",   "Referral",
                                 "Partner",    "Social media", "Outbound"};
constexpr std::array orderChannelList{"Web shop", "Field sales", "Phone", "Partner"};
constexpr std::array categoryList{"Linen",     "Kitchen supplies", "Cleaning",
                                  "Furniture", "Equipment",        "Packaging"};
constexpr std::array<Product, 18> productList{{{"Bed linen set", "Linen"},
                                               {"Bath towels", "Linen"},
                                               {"Table linen", "Linen"},
                                               {"Chinaware", "Kitchen supplies"},
                                               {"Cutlery", "Kitchen supplies"},
                                               {"Cookware", "Kitchen supplies"},
                                               {"Floor cleaner", "Cleaning"},
                                               {"Hand soap", "Cleaning"},
                                               {"Laundry detergent", "Cleaning"},
                                               {"Dining chairs", "Furniture"},
                                               {"Work tables", "Furniture"},
                                               {"Shelving", "Furniture"},
                                               {"Coffee machine", "Equipment"},
                                               {"Refrigerator", "Equipment"},
                                               {"Dishwasher", "Equipment"},
                                               {"Food boxes", "Packaging"},
                                               {"Paper cups", "Packaging"},
                                               {"Carrier bags", "Packaging"}}};
constexpr std::array commentList{"Delivery is always on time",
                                 "Prices rose, please explain why",
                                 "The sales team answers within the hour",
                                 "Ordering online takes too many steps",
                                 "Good quality, fair price",
                                 "We had to repeat our request twice",
                                 "سرعة التوصيل ممتازة",
                                 "نود عرضًا أفضل للكميات الكبيرة",
                                 "خدمة ما بعد البيع رائعة",
                                 "استغرق حل المشكلة وقتًا طويلًا"};

} // namespace

std::span<const char *const> sectorNames() { return sectors; }
std::span<const City> cities() { return cityList; }
std::span<const char *const> contactChannels() { return channelList; }
std::span<const char *const> orderChannels() { return orderChannelList; }
std::span<const Product> products() { return productList; }
std::span<const char *const> categories() { return categoryList; }
std::span<const char *const> surveyComments() { return commentList; }

CompanyName companyName(qint64 number, Sector sector)
{
    constexpr qint64 names = qint64(roots.size()) * typeCount * qint64(qualifiers.size());
    // A step without a common factor visits every name once before the first comes again.
    const qint64 place = (number % names) * 7919 % names;
    const Bilingual &root = roots[std::size_t(place % qint64(roots.size()))];
    const Bilingual &type = types[sector][std::size_t(place / qint64(roots.size()) % typeCount)];
    const Qualifier &qualifier = qualifiers[std::size_t(place / qint64(roots.size()) / typeCount)];

    CompanyName name;
    name.english =
        QByteArray(qualifier.before) + root.english + ' ' + type.english + qualifier.behind;
    name.arabic = QByteArray(type.arabic) + ' ' + root.arabic;
    if (qualifier.arabic[0])
        name.arabic += QByteArray(" ") + qualifier.arabic;
    if (const qint64 round = number / names; round > 0) {
        const QByteArray suffix = ' ' + QByteArray::number(round + 1);
        name.english += suffix;
        name.arabic += suffix;
    }
    name.slug = name.english.toLower().replace(' ', '-');
    return name;
}

} // namespace Demo

#include "models/import/columnmatcher.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Import {

namespace {

struct Synonyms
{
    const char *field;
    const char *names; ///< parted by bars, best first
};

// The field's own name comes first without being listed.
constexpr Synonyms commonSynonyms[] = {
    {"customer_id", "customer id|customer|customer key|customer no|customer number|customer "
                    "code|customer ref|cust id|"
                    "client id|client|client no|user id|userid|user|account id|account no|account "
                    "number|member id|contact id|buyer id|"
                    "subscriber id|visitor id|customer email|customer name|"
                    "رقم العميل|معرف العميل|معرّف العميل|كود العميل|رمز العميل|العميل|رقم "
                    "الزبون|معرف الزبون|الزبون|رقم الحساب|رقم المستخدم|"
                    "معرف المستخدم|رقم العضوية|رقم المشترك"},
    {"channel", "source|medium|utm source|sales channel|acquisition channel|lead source|original "
                "source|origin|"
                "القناة|قناة|قناة البيع|المصدر|مصدر العميل|قناة الاكتساب|قناة التسويق"},
    {"stage", "lifecycle stage|deal stage|sales stage|stage name|pipeline stage|status stage|phase|"
              "المرحلة|مرحلة|مرحلة دورة الحياة|مرحلة الصفقة|مرحلة العميل"},
    {"amount", "total|price|order total|total amount|order amount|grand total|net sales|net "
               "amount|revenue|sales|"
               "spend|value|gross|paid|total price|subtotal|invoice total|"
               "المبلغ|مبلغ|إجمالي الطلب|الإجمالي|إجمالي|المجموع|مجموع|صافي "
               "المبيعات|القيمة|السعر|الثمن|قيمة الطلب|"
               "الاجمالي بعد الخصم|المبلغ الإجمالي|مجموع السلة"},
    {"product", "product name|item|item name|sku|article|lineitem name|المنتج|اسم المنتج|الصنف|اسم "
                "الصنف|السلعة"},
    {"category",
     "product category|department|group|type|الفئة|التصنيف|فئة المنتج|القسم|الصنف الرئيسي"},
    {"currency", "currency code|ccy|العملة|عملة|رمز العملة"},
    {"quantity", "qty|units|items|items sold|count|الكمية|كمية|العدد|عدد القطع"},
    {"order_id",
     "order id|order|order no|order number|order ref|invoice|invoice id|invoice no|invoice number|"
     "transaction id|transaction|receipt|receipt no|document no|basket id|"
     "رقم الطلب|معرف الطلب|رقم طلب|الطلب|رقم الفاتورة|الفاتورة|رقم العملية|رقم المعاملة|رقم الإيصال"},
    {"margin",
     "profit|gross margin|gross profit|contribution|الهامش|هامش|الربح|هامش الربح|هامش المساهمة"},
    {"status", "financial status|order status|payment status|transaction status|state|"
               "الحالة|حالة الطلب|حالة الدفع|حالة الفاتورة"},
    {"refund", "refunded amount|amount refunded|refund amount|refunds|refunded|"
               "المبلغ المسترد|المبلغ المسترجع|قيمة الاسترداد"},
    {"comment",
     "comments|feedback|verbatim|remark|note|answer|التعليق|تعليق|الملاحظات|ملاحظة|آراء العملاء"},
    {"brand", "brand name|العلامة التجارية|العلامة|الماركة"},
    {"score", "rating|answer value|points|nps score|الدرجة|التقييم|النتيجة|النقاط"},
    {"instrument", "survey|survey type|question|metric|driver|questionnaire|الاستبيان|نوع "
                   "الاستبيان|المؤشر|السؤال|المقياس"},
    {"event", "event name|action|activity|event type|الحدث|اسم الحدث|نوع الحدث|الإجراء|النشاط"},
    {"value", "event value|amount|القيمة|المبلغ"},
    {"effort", "effort score|ces|customer effort|الجهد|درجة الجهد|مؤشر جهد العميل"},
    {"cost", "handling cost|ticket cost|التكلفة|الكلفة"},
    {"minutes", "duration|handling time|duration minutes|handle time|الدقائق|المدة|مدة المعالجة"},
    {"resolved", "solved|is resolved|first contact resolution|closed|محلول|تم الحل|الحل"},
    {"period", "month|date|quarter|year|الفترة|الشهر|الفصل|الربع|السنة|التاريخ"},
    {"kind", "cost kind|type|cost type|category|نوع التكلفة|النوع"},
    {"hours", "time spent|working hours|الساعات|ساعات العمل"},
    {"started_on",
     "start date|start|started|subscription start|begin|activation date|signup date|from|"
     "تاريخ البدء|بداية الاشتراك|تاريخ البداية|تاريخ الاشتراك"},
    {"ended_on", "end date|end|ended|cancelled on|canceled at|cancelled at|churn date|until|to|"
                 "تاريخ الانتهاء|نهاية الاشتراك|تاريخ النهاية|تاريخ الإلغاء"},
    {"price", "plan price|monthly price|amount|fee|mrr|السعر|قيمة الاشتراك|الرسوم"},
    {"deal_id", "deal|deal ref|opportunity id|opportunityid|opportunity|opportunity name|deal "
                "name|رقم الصفقة|معرف الصفقة|الصفقة|رقم الفرصة"},
    {"probability", "probability %|win probability|likelihood|الاحتمال|احتمال الكسب|نسبة الاحتمال"},
    {"owner", "deal owner|opportunity owner|assigned user|sales rep|account manager|owner "
              "name|المالك|المسؤول|مسؤول الصفقة|مندوب المبيعات"},
    {"accepted", "is accepted|sales accepted|lead accepted|مقبول|القبول|تم القبول"},
    {"rejection_reason",
     "reject reason|reason|lost reason|disqualification reason|سبب الرفض|سبب الخسارة"},
    {"metrics", "meddic metrics|المقاييس"},
    {"economic_buyer", "economic buyer|صاحب القرار المالي|المشتري الاقتصادي"},
    {"decision_criteria", "decision criteria|معايير القرار"},
    {"decision_process", "decision process|إجراءات اتخاذ القرار|عملية القرار"},
    {"identified_pain", "identify pain|identified pain|pain|تحديد المشكلة|نقطة الألم"},
    {"champion", "الداعم الداخلي|البطل"},
    {"x", "frequency|repeat purchases|repeat transactions|p x|تكرار الشراء|التكرار"},
    {"t_x", "recency|tx|t.x|الحداثة|حداثة الشراء"},
    {"T", "t cal|age|observation period|customer age|العمر"},
    {"mean_spend", "monetary value|monetary|m x|zbar|average spend|mean value|avg spend|avg order "
                   "value|average order value|"
                   "متوسط الإنفاق|القيمة النقدية|متوسط قيمة الطلب"},
    {"name", "full name|customer name|client name|contact name|display name|الاسم|اسم العميل|الاسم "
             "الكامل|اسم الزبون"},
    {"email", "e-mail|email address|mail|customer email|البريد الإلكتروني|البريد|الايميل|بريد "
              "العميل|البريد الالكتروني"},
    {"phone", "phone number|mobile|mobile number|telephone|tel|cell|whatsapp|الهاتف|الجوال|جوال العميل|رقم "
              "الجوال|رقم الهاتف|الموبايل|المحمول"},
    {"company", "company name|organisation|organization|account name|account|employer|الشركة|اسم "
                "الشركة|المنشأة|المؤسسة|الجهة"},
    {"country", "country code|country region|nation|الدولة|البلد|دولة"},
    {"city", "town|location|المدينة|مدينة"},
    {"acquired_on",
     "acquired|acquisition date|signup date|sign up|signed up|registered|registration "
     "date|created|created at|created on|"
     "create date|first seen|first purchase|first purchase date|join date|joined|customer since|"
     "تاريخ الاكتساب|تاريخ التسجيل|تاريخ الانضمام|تاريخ الإنشاء|عميل منذ"},
    {"acquisition_cost",
     "cac|cost of acquisition|acquisition spend|تكلفة الاكتساب|تكلفة اكتساب العميل"},
};

/// Fields whose best words depend on the kind.
struct KindSynonyms
{
    Kind kind;
    const char *field;
    const char *names;
};
constexpr KindSynonyms kindSynonyms[] = {
    {Kind::Transactions, "time",
     "ordered at|order date|order time|date|datetime|timestamp|created at|created|purchase date|"
     "purchased at|transaction date|invoice date|paid at|sale date|day|year|"
     "تاريخ الطلب|التاريخ|الوقت|تاريخ الشراء|تاريخ الإضافة|تم إضافة التاريخ|تاريخ الفاتورة|تاريخ العملية|وقت الطلب|تاريخ الإنشاء"},
    {Kind::Events, "time",
     "timestamp|event time|occurred at|date|datetime|created at|event date|when|at|"
     "الوقت|التاريخ|وقت الحدث|تاريخ الحدث"},
    {Kind::Surveys, "time",
     "answered at|date|timestamp|response date|submitted at|created at|datetime|"
     "التاريخ|الوقت|تاريخ الإجابة|تاريخ الاستبيان"},
    {Kind::Interactions, "time",
     "date|timestamp|created at|opened at|datetime|contact date|"
     "التاريخ|الوقت|تاريخ التفاعل|تاريخ التذكرة"},
    {Kind::Deals, "changed_at",
     "changed|date|time|timestamp|created date|createddate|changed on|stage date|entered at|"
     "تاريخ التغيير|التاريخ|الوقت|تاريخ المرحلة"},
    {Kind::Deals, "customer_id", "account name|company|الشركة|اسم الشركة"},
    {Kind::Customers, "customer_id", "id|code|key|ref|number|رقم|المعرف|الرقم|الكود"},
    {Kind::Costs, "amount", "cost|spend|التكلفة|المصروف|الإنفاق"},
};

/// What a heading may be the name of.
struct Meaning
{
    int field = 0; ///< index into fieldsOf()
    int rank = 0;  ///< the lower the better
};
using Meanings = QHash<QString, QList<Meaning>>; ///< by normalised heading

void addMeaning(Meanings &meanings, const QString &name, Meaning meaning)
{
    QList<Meaning> &known = meanings[normalisedHeading(name)];
    const auto same = std::find_if(known.begin(), known.end(), [&](const Meaning &other) {
        return other.field == meaning.field;
    });
    if (same == known.end())
        known.append(meaning);
    else
        same->rank = std::min(same->rank, meaning.rank);
}

Meanings readMeanings(Kind kind)
{
    Meanings meanings;
    const QList<Field> &fields = fieldsOf(kind);
    for (int f = 0; f < fields.size(); ++f) {
        addMeaning(meanings, fields[f].name, {f, 0});
        const auto addAll = [&](const char *names) {
            int rank = 0;
            for (const QString &name : QString::fromUtf8(names).split(u'|'))
                addMeaning(meanings, name, {f, ++rank});
        };
        for (const KindSynonyms &entry : kindSynonyms)
            if (entry.kind == kind && fields[f].name == QLatin1StringView(entry.field))
                addAll(entry.names);
        for (const Synonyms &entry : commonSynonyms)
            if (fields[f].name == QLatin1StringView(entry.field))
                addAll(entry.names);
    }
    return meanings;
}

/// Made once: every heading of every file is looked up in it.
const Meanings &meaningsOf(Kind kind)
{
    static const QList<Meanings> all = [] {
        QList<Meanings> made;
        for (const Kind each : allKinds())
            made.append(readMeanings(each));
        return made;
    }();
    return all[allKinds().indexOf(kind)];
}

QStringList normalised(const QStringList &headings)
{
    QStringList result;
    result.reserve(headings.size());
    for (const QString &heading : headings)
        result.append(normalisedHeading(heading));
    return result;
}

QList<Preset> readPresets()
{
    QFile file(u":/presets/import_presets.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Preset> result;
    const QJsonArray entries =
        QJsonDocument::fromJson(file.readAll()).object().value(u"presets").toArray();
    for (const QJsonValue &value : entries) {
        const QJsonObject entry = value.toObject();
        Preset preset;
        preset.id = entry.value(u"id").toString();
        preset.system = entry.value(u"system").toString();
        preset.kind = kindFromName(entry.value(u"kind").toString()).value_or(Kind::Transactions);
        for (const QJsonValue &column : entry.value(u"columns").toArray())
            preset.columns.append(column.toString());
        const QJsonObject mapping = entry.value(u"mapping").toObject();
        for (auto field = mapping.begin(); field != mapping.end(); ++field)
            preset.mapping.insert(field.key(), field.value().toString());
        result.append(preset);
    }
    return result;
}

/// The headings of each preset, normalised, in order of presets().
const QList<QSet<QString>> &presetHeadings()
{
    static const QList<QSet<QString>> all = [] {
        QList<QSet<QString>> made;
        for (const Preset &preset : presets()) {
            const QStringList columns = normalised(preset.columns);
            made.append(QSet<QString>(columns.begin(), columns.end()));
        }
        return made;
    }();
    return all;
}

} // namespace

QString normalisedHeading(const QString &heading)
{
    QString result;
    result.reserve(heading.size());
    for (const QChar c : heading.normalized(QString::NormalizationForm_KC)) {
        switch (c.unicode()) {
        case 0x0622: // آ
        case 0x0623: // أ
        case 0x0625: // إ
        case 0x0671:
            result.append(QChar(0x0627));
            continue;
        case 0x0649:
            result.append(QChar(0x064A));
            continue; // ى
        case 0x0629:
            result.append(QChar(0x0647));
            continue; // ة
        case 0x0624:
            result.append(QChar(0x0648));
            continue; // ؤ
        case 0x0626:
            result.append(QChar(0x064A));
            continue; // ئ
        case 0x0640:
            continue; // tatweel
        default:
            break;
        }
        if (c.isLetterOrNumber())
            result.append(c.toLower());
        else if (c == u'%' || c == u'#')
            result.append(c);
    }
    return result;
}

QStringList matchColumns(Kind kind, const QStringList &headings)
{
    struct Candidate
    {
        int rank;
        qsizetype column;
        int field;
    };
    QList<Candidate> candidates;
    const QList<Field> &fields = fieldsOf(kind);
    const Meanings &meanings = meaningsOf(kind);
    for (qsizetype c = 0; c < headings.size(); ++c) {
        const QString word = normalisedHeading(headings[c]);
        const auto known = word.isEmpty() ? meanings.constEnd() : meanings.constFind(word);
        if (known == meanings.constEnd())
            continue;
        for (const Meaning &meaning : *known)
            candidates.append({meaning.rank, c, meaning.field});
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate &a, const Candidate &b) {
                         return a.rank != b.rank     ? a.rank < b.rank
                                : a.field != b.field ? a.field < b.field
                                                     : a.column < b.column;
                     });
    QStringList result(headings.size());
    QList<bool> taken(fields.size(), false);
    for (const Candidate &candidate : candidates) {
        if (taken[candidate.field] || !result[candidate.column].isEmpty())
            continue;
        taken[candidate.field] = true;
        result[candidate.column] = fields[candidate.field].name;
    }
    return result;
}

int kindScore(Kind kind, const QStringList &headings)
{
    const QStringList matched = matchColumns(kind, headings);
    int score = 0;
    for (const Field &field : fieldsOf(kind)) {
        if (matched.contains(field.name))
            score += field.required ? 3 : 1;
        else if (field.required)
            return 0;
    }
    return score;
}

const QList<Preset> &presets()
{
    static const QList<Preset> all = readPresets();
    return all;
}

const Preset *findPreset(const QString &id)
{
    const QList<Preset> &all = presets();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Preset &preset) {
        return preset.id.compare(id, Qt::CaseInsensitive) == 0;
    });
    return found == all.end() ? nullptr : &*found;
}

QList<PresetMatch> matchPresets(Kind kind, const QStringList &headings)
{
    QList<PresetMatch> matches;
    const QStringList words = normalised(headings);
    for (qsizetype i = 0; i < presets().size(); ++i) {
        const Preset &preset = presets()[i];
        if (preset.kind != kind)
            continue;
        const QSet<QString> &known = presetHeadings()[i];
        const int matched = int(std::count_if(words.begin(), words.end(), [&](const QString &word) {
            return known.contains(word);
        }));
        if (matched > 0)
            matches.append({&preset, matched,
                            std::min(1.0, double(matched)
                                              / double(std::max<qsizetype>(
                                                  preset.columns.size(), 1)))});
    }
    std::stable_sort(
        matches.begin(), matches.end(),
        [](const PresetMatch &a, const PresetMatch &b) { return a.matched > b.matched; });
    return matches;
}

const Preset *recognisedPreset(Kind kind, const QStringList &headings)
{
    for (const PresetMatch &match : matchPresets(kind, headings)) {
        // Half of a long export, two thirds of a short one: users leave columns out.
        const qsizetype size = match.preset->columns.size();
        if (match.confidence < (size > 30 ? 0.5 : 2.0 / 3.0))
            continue;
        const QStringList fields = matchColumns(*match.preset, headings);
        bool complete = true;
        for (const Field &field : fieldsOf(kind))
            complete &= !field.required || fields.contains(field.name);
        if (complete)
            return match.preset;
    }
    return nullptr;
}

QStringList matchColumns(const Preset &preset, const QStringList &headings)
{
    const QStringList words = normalised(headings);
    QStringList result(headings.size());
    QStringList placed;
    for (const Field &field : fieldsOf(preset.kind)) {
        const QString wanted = preset.mapping.value(field.name);
        const qsizetype column =
            wanted.isEmpty() ? -1 : words.indexOf(normalisedHeading(wanted));
        if (column >= 0 && result[column].isEmpty()) {
            result[column] = field.name;
            placed.append(field.name);
        }
    }
    const QStringList bySynonym = matchColumns(preset.kind, headings);
    for (qsizetype c = 0; c < headings.size(); ++c) {
        if (result[c].isEmpty() && !bySynonym[c].isEmpty() && !placed.contains(bySynonym[c])
            && !preset.mapping.contains(bySynonym[c])) {
            result[c] = bySynonym[c];
            placed.append(bySynonym[c]);
        }
    }
    return result;
}

} // namespace Import

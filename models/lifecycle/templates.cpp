#include "models/lifecycle/lifecycle.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Lifecycle {
namespace {

Stage attract()
{
    return {
        u"attract"_s,
        u"Attract"_s,
        u"الجذب"_s,
        Side::ValueCreation,
        Department::Marketing,
        true,
        {},
        {{u"ad_click"_s, u"site_visit"_s, u"page_view"_s, u"campaign_response"_s,
          u"content_download"_s, u"event_attended"_s},
         0},
        0,
        u"Agree with sales on the companies worth reaching, and measure channels by the customers "
        "they bring, not by clicks."_s,
        u"اتفقوا مع المبيعات على الشركات التي تستحق الوصول إليها، وقيسوا القنوات بعدد العملاء "
        "الذين تجلبهم لا بعدد النقرات."_s};
}

Stage capture()
{
    return {
        u"capture"_s,
        u"Capture"_s,
        u"الاستقطاب"_s,
        Side::ValueCreation,
        Department::Marketing,
        true,
        {},
        {{u"form_submitted"_s, u"lead_created"_s, u"signup"_s, u"newsletter_signup"_s,
          u"trial_started"_s, u"contact_requested"_s},
         0},
        0.4,
        u"Ask only for what the next conversation needs, and answer every new lead within one "
        "working day."_s,
        u"لا تطلبوا إلا ما يلزم للمحادثة التالية، وردّوا على كل عميل محتمل جديد خلال يوم عمل واحد."_s};
}

Stage nurture()
{
    return {
        u"nurture"_s,
        u"Nurture"_s,
        u"الرعاية"_s,
        Side::ValueCreation,
        Department::Marketing,
        true,
        {Department::Sales},
        {{u"demo_attended"_s, u"quote_requested"_s, u"newsletter_open"_s, u"webinar_attended"_s,
          u"meeting_held"_s, u"proposal_sent"_s},
         0},
        0.5,
        u"Define together with sales when a lead is ready, and give back what sales rejects "
        "together with the reason."_s,
        u"حدّدوا مع المبيعات متى يصبح العميل المحتمل جاهزًا، وأعيدوا ما ترفضه المبيعات مع ذكر السبب."_s};
}

Stage convert()
{
    return {u"convert"_s,
            u"Convert"_s,
            u"التحويل"_s,
            Side::ValueCreation,
            Department::Sales,
            true,
            {Department::Marketing},
            {{u"order_paid"_s, u"contract_signed"_s, u"deal_won"_s}, 1},
            0.4,
            u"Record what the customer expects on the day of the first order, and hand it over to "
            "customer success within a week."_s,
            u"سجّلوا ما يتوقعه العميل يوم الطلب الأول، وسلّموه إلى قسم نجاح العملاء خلال أسبوع."_s};
}

Stage expand(QStringList events, int purchaseNumber, Department owner,
             QList<Department> contributing)
{
    return {
        u"expand"_s,
        u"Expand"_s,
        u"التوسيع"_s,
        Side::ValueExpansion,
        owner,
        true,
        std::move(contributing),
        {std::move(events), purchaseNumber},
        0.3,
        u"Offer the next product when the first one has shown its value, and begin with the "
        u"accounts "
        "of the highest expected lifetime value."_s,
        u"اعرضوا المنتج التالي بعد أن يثبت الأول قيمته، وابدأوا بالحسابات الأعلى قيمةً متوقعة مدى الحياة."_s};
}

QStringList expansionEvents()
{
    return {u"upsell_accepted"_s, u"cross_sell_accepted"_s, u"contract_renewed"_s,
            u"plan_upgraded"_s};
}

} // namespace

const QList<Department> &departments()
{
    static const QList<Department> all{Department::Marketing, Department::Sales,
                                       Department::CustomerSuccess, Department::Service,
                                       Department::Other};
    return all;
}

QString departmentTitle(Department department)
{
    switch (department) {
    case Department::Marketing:
        return QCoreApplication::translate("Lifecycle", "Marketing");
    case Department::Sales:
        return QCoreApplication::translate("Lifecycle", "Sales");
    case Department::CustomerSuccess:
        return QCoreApplication::translate("Lifecycle", "Customer success");
    case Department::Service:
        return QCoreApplication::translate("Lifecycle", "Service");
    case Department::Other:
        return QCoreApplication::translate("Lifecycle", "Other department");
    }
    Q_UNREACHABLE();
}

int LifecycleModel::turningPoint() const
{
    for (int i = 0; i < stages.size(); ++i) {
        if (stages[i].side == Side::ValueExpansion)
            return i;
    }
    return -1;
}

LifecycleModel businessTemplate()
{
    return {u"B2B lifecycle"_s,
            {attract(), capture(), nurture(), convert(),
             expand(expansionEvents(), 2, Department::CustomerSuccess, {Department::Sales})}};
}

LifecycleModel businessTemplateWithAdvocacy()
{
    const Stage retain{
        u"retain"_s,
        u"Retain"_s,
        u"الاحتفاظ"_s,
        Side::ValueExpansion,
        Department::CustomerSuccess,
        true,
        {Department::Sales, Department::Service},
        {{}, 2},
        0.6,
        u"Look at every account that has not ordered again within its usual interval, and "
        "call before the customer has decided."_s,
        u"راجعوا كل حساب لم يُعد الطلب خلال المدة المعتادة له، واتصلوا قبل أن يتخذ العميل قراره."_s};
    const Stage advocate{
        u"advocate"_s,
        u"Advocate"_s,
        u"المناصرة"_s,
        Side::ValueExpansion,
        Department::Marketing,
        true,
        {Department::CustomerSuccess},
        {{u"referral_made"_s, u"review_posted"_s, u"case_study_published"_s,
          u"testimonial_given"_s},
         0},
        0.2,
        u"Ask satisfied customers for a referral soon after a success, and thank them for "
        "each one by name."_s,
        u"اطلبوا من العملاء الراضين إحالةً بعد نجاح قريب، واشكروهم على كل إحالة بالاسم."_s};
    QStringList events = expansionEvents();
    return {u"B2B lifecycle with advocacy"_s,
            {attract(), capture(), nurture(), convert(), retain,
             expand(std::move(events), 0, Department::Sales, {Department::CustomerSuccess}),
             advocate}};
}

LifecycleModel consumerTemplate()
{
    const Stage awareness{
        u"awareness"_s,
        u"Awareness"_s,
        u"الوعي"_s,
        Side::ValueCreation,
        Department::Marketing,
        true,
        {},
        {{u"ad_click"_s, u"site_visit"_s, u"page_view"_s, u"app_installed"_s, u"social_follow"_s},
         0},
        0,
        u"Say in one sentence what the product is for, and show it where the people who "
        "need it already are."_s,
        u"قولوا في جملة واحدة لماذا يصلح المنتج، واعرضوه حيث يوجد من يحتاجون إليه."_s};
    const Stage consideration{
        u"consideration"_s,
        u"Consideration"_s,
        u"الدراسة والمفاضلة"_s,
        Side::ValueCreation,
        Department::Marketing,
        true,
        {Department::Sales},
        {{u"product_view"_s, u"signup"_s, u"lead_created"_s, u"form_submitted"_s,
          u"newsletter_signup"_s, u"newsletter_open"_s, u"cart_added"_s, u"quote_requested"_s,
          u"demo_attended"_s},
         0},
        0.3,
        u"Answer price, delivery and returns before the question is asked, and remind of a full "
        u"cart "
        "once."_s,
        u"أجيبوا عن السعر والتوصيل والإرجاع قبل السؤال عنها، وذكّروا بسلة الشراء الممتلئة مرة واحدة."_s};
    const Stage purchase{
        u"purchase"_s,
        u"Purchase"_s,
        u"الشراء"_s,
        Side::ValueCreation,
        Department::Sales,
        true,
        {Department::Marketing},
        {{u"order_paid"_s, u"checkout_completed"_s}, 1},
        0.3,
        u"Keep the checkout short, and confirm the order with the date on which it arrives."_s,
        u"اجعلوا إتمام الشراء قصيرًا، وأكّدوا الطلب مع تاريخ وصوله."_s};
    const Stage retention{
        u"retention"_s,
        u"Retention"_s,
        u"الاحتفاظ"_s,
        Side::ValueExpansion,
        Department::CustomerSuccess,
        true,
        {Department::Marketing, Department::Service},
        {{u"subscription_renewed"_s, u"loyalty_joined"_s}, 2},
        0.4,
        u"Make the second order easy within the usual interval, and settle complaints at the first contact."_s,
        u"سهّلوا الطلب الثاني خلال المدة المعتادة، وعالجوا الشكاوى من أول تواصل."_s};
    const Stage advocacy{
        u"advocacy"_s,
        u"Advocacy"_s,
        u"المناصرة"_s,
        Side::ValueExpansion,
        Department::Marketing,
        true,
        {Department::CustomerSuccess},
        {{u"referral_made"_s, u"review_posted"_s, u"social_share"_s}, 0},
        0.15,
        u"Invite customers who came back to recommend you, and reward both sides of a "
        "referral."_s,
        u"ادعوا العملاء العائدين إلى التوصية بكم، وكافئوا طرفي الإحالة."_s};
    return {u"Consumer lifecycle"_s, {awareness, consideration, purchase, retention, advocacy}};
}

} // namespace Lifecycle

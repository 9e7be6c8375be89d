<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Qeema</source>
        <translation>عن قيمة</translation>
    </message>
    <message>
        <source>Qeema says what customers are worth, where in the lifecycle value is won and lost, and which customers carry it. Your data stays in the workspace file on this computer.</source>
        <translation>تبيّن قيمة كم يساوي العملاء، وأين تُكسب القيمة وأين تُفقد في دورة حياة العميل، ومن هم العملاء الذين يحملونها. تبقى بياناتك في ملف مساحة العمل على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Version %1, with Qt %2, QCustomPlot and SQLite. Free software under the GNU General Public License, version 3 or later. Fonts: IBM Plex and Noto, SIL Open Font License.</source>
        <extracomment>%1 is the program&apos;s version, %2 the version of Qt</extracomment>
        <translation>الإصدار %1، مع Qt %2 وQCustomPlot وSQLite. برنامج حر برخصة جنو العمومية العامة، الإصدار الثالث أو ما يليه. الخطوط: IBM Plex وNoto، برخصة SIL Open Font License.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>New workspace…</source>
        <translation>مساحة عمل جديدة…</translation>
    </message>
    <message>
        <source>Open workspace…</source>
        <translation>فتح مساحة عمل…</translation>
    </message>
    <message>
        <source>Explore the demo workspace</source>
        <translation>استكشاف مساحة العمل التجريبية</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>حفظ نسخة…</translation>
    </message>
    <message>
        <source>Close workspace</source>
        <translation>إغلاق مساحة العمل</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Search screens, actions and customers</source>
        <translation>البحث في الشاشات والأوامر والعملاء</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>الإعدادات…</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>البيانات</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>دورة حياة العميل</translation>
    </message>
    <message>
        <source>Lifetime value</source>
        <translation>قيمة العميل مدى الحياة</translation>
    </message>
    <message>
        <source>Customer equity</source>
        <translation>مجموع قيمة العملاء</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Side bar with names</source>
        <translation>شريط جانبي بالأسماء</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>لوحة التفاصيل</translation>
    </message>
    <message>
        <source>Switch between English and Arabic</source>
        <translation>التبديل بين الإنجليزية والعربية</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>مظهر فاتح</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>مظهر داكن</translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation>مظهر النظام</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>ملء الشاشة</translation>
    </message>
    <message>
        <source>Import data…</source>
        <translation>استيراد البيانات…</translation>
    </message>
    <message>
        <source>Show imports</source>
        <translation>عرض عمليات الاستيراد</translation>
    </message>
    <message>
        <source>Show rejected rows</source>
        <translation>عرض الصفوف المرفوضة</translation>
    </message>
    <message>
        <source>Show customers</source>
        <translation>عرض العملاء</translation>
    </message>
    <message>
        <source>Fit again and recompute</source>
        <translation>إعادة الملاءمة والحساب</translation>
    </message>
    <message>
        <source>Choose the period…</source>
        <translation>اختيار الفترة…</translation>
    </message>
    <message>
        <source>Choose the comparison…</source>
        <translation>اختيار المقارنة…</translation>
    </message>
    <message>
        <source>Report as PDF in English…</source>
        <translation>تقرير PDF بالإنجليزية…</translation>
    </message>
    <message>
        <source>Report as PDF in Arabic…</source>
        <translation>تقرير PDF بالعربية…</translation>
    </message>
    <message>
        <source>Export the chart…</source>
        <translation>تصدير المخطط…</translation>
    </message>
    <message>
        <source>Help for this screen</source>
        <translation>مساعدة هذه الشاشة</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>About Qeema</source>
        <translation>عن قيمة</translation>
    </message>
    <message>
        <source>Check the data&apos;s health</source>
        <translation>فحص سلامة البيانات</translation>
    </message>
    <message>
        <source>Find duplicate customers</source>
        <translation>البحث عن العملاء المكررين</translation>
    </message>
    <message>
        <source>Paste a table…</source>
        <translation>لصق جدول…</translation>
    </message>
    <message>
        <source>Export the customer table…</source>
        <translation>تصدير جدول العملاء…</translation>
    </message>
    <message>
        <source>Save the selection as a segment…</source>
        <translation>حفظ التحديد كشريحة…</translation>
    </message>
    <message>
        <source>Export data…</source>
        <translation>تصدير البيانات…</translation>
    </message>
</context>
<context>
    <name>AlertList</name>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <extracomment>%1 is the title of a finding</extracomment>
        <translation>عرض: %1</translation>
    </message>
    <message>
        <source>Nothing needs attention in this period.</source>
        <translation>لا شيء يحتاج إلى انتباه في هذه الفترة.</translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message>
        <source>Customer equity fell by %1</source>
        <extracomment>%1 is an amount of money</extracomment>
        <translation>انخفض مجموع قيمة العملاء بمقدار %1</translation>
    </message>
    <message>
        <source>It was %1 on %2 and is %3 now.</source>
        <extracomment>%1 and %3 are amounts of money, %2 is a date</extracomment>
        <translation>كان %1 في %2 وأصبح الآن %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) slipping</source>
        <translation>
            <numerusform>لا عملاء في تراجع</numerusform>
            <numerusform>عميل واحد في تراجع</numerusform>
            <numerusform>عميلان في تراجع</numerusform>
            <numerusform>%n عملاء في تراجع</numerusform>
            <numerusform>%n عميلًا في تراجع</numerusform>
            <numerusform>%n عميل في تراجع</numerusform>
        </translation>
    </message>
    <message>
        <source>Their probability to be active fell below one half since %1. Equity lost with them: %2.</source>
        <extracomment>%1 is a date, %2 an amount of money</extracomment>
        <translation>هبط احتمال نشاطهم دون النصف منذ %1. القيمة المفقودة معهم: %2.</translation>
    </message>
    <message>
        <source>A customer is worth less than acquiring one costs</source>
        <translation>قيمة العميل أقل من تكلفة اكتسابه</translation>
    </message>
    <message>
        <source>Mean lifetime value %1, acquisition cost %2.</source>
        <extracomment>%1 and %2 are amounts of money</extracomment>
        <translation>متوسط قيمة العميل مدى الحياة %1، وتكلفة الاكتساب %2.</translation>
    </message>
    <message>
        <source>A customer is worth %1 its acquisition cost</source>
        <extracomment>%1 is a multiple such as 2.4×</extracomment>
        <translation>قيمة العميل %1 من تكلفة اكتسابه</translation>
    </message>
    <message>
        <source>The target is %1. Mean lifetime value %2, acquisition cost %3.</source>
        <extracomment>%1 is a multiple, %2 and %3 are amounts of money</extracomment>
        <translation>الهدف %1. متوسط قيمة العميل مدى الحياة %2، وتكلفة الاكتساب %3.</translation>
    </message>
    <message>
        <source>Retention fell by %1 points</source>
        <extracomment>%1 is a number of percentage points</extracomment>
        <translation>انخفض معدل الاحتفاظ بالعملاء بمقدار %1 نقطة مئوية</translation>
    </message>
    <message>
        <source>%1 of last year&apos;s customers bought again, %2 in the comparison period.</source>
        <extracomment>%1 and %2 are percentages</extracomment>
        <translation>اشترى %1 من عملاء العام الماضي مرة أخرى، مقابل %2 في فترة المقارنة.</translation>
    </message>
    <message>
        <source>Only %1 of revenue comes from existing customers</source>
        <extracomment>%1 is a percentage</extracomment>
        <translation>لا يأتي من العملاء الحاليين سوى %1 من الإيرادات</translation>
    </message>
    <message>
        <source>A survey of 750 companies found %1 on average and %2 among top performers.</source>
        <extracomment>%1 and %2 are percentages</extracomment>
        <translation>وجد استبيان شمل سبعمئة وخمسين شركة أن المتوسط %1 وأن الأفضل أداءً %2.</translation>
    </message>
    <message>
        <source>Fewer go from %1 to %2</source>
        <extracomment>%1 and %2 are names of lifecycle stages</extracomment>
        <translation>عدد أقل ينتقل من %1 إلى %2</translation>
    </message>
    <message>
        <source>%1 take this step, %2 did in the comparison period.</source>
        <extracomment>%1 and %2 are percentages</extracomment>
        <translation>يقطع هذه الخطوة %1، مقابل %2 في فترة المقارنة.</translation>
    </message>
    <message>
        <source>%1 to %2 is slowing</source>
        <extracomment>%1 and %2 are names of lifecycle stages</extracomment>
        <translation>الانتقال من %1 إلى %2 يتباطأ</translation>
    </message>
    <message>
        <source>The median is %1; it was %2 in the comparison period.</source>
        <extracomment>%1 and %2 are durations such as &quot;34 days&quot;</extracomment>
        <translation>الوسيط %1، وكان %2 في فترة المقارنة.</translation>
    </message>
    <message>
        <source>One customer in ten holds %1 of equity</source>
        <extracomment>%1 is a percentage</extracomment>
        <translation>عُشر العملاء يحملون %1 من مجموع القيمة</translation>
    </message>
    <message>
        <source>The %1 most valuable customers are worth %2 together.</source>
        <extracomment>%1 is a number of customers, %2 an amount of money</extracomment>
        <translation>قيمة أعلى العملاء قيمةً، وعددهم %1، تبلغ معًا %2.</translation>
    </message>
    <message>
        <source>%1 of spend goes to acquisition</source>
        <extracomment>%1 is a percentage</extracomment>
        <translation>يذهب %1 من الإنفاق إلى الاكتساب</translation>
    </message>
    <message>
        <source>In a survey of 750 companies, average firms put over two thirds there; top performers put less.</source>
        <translation>في استبيان شمل سبعمئة وخمسين شركة تنفق الشركات المتوسطة هناك أكثر من الثلثين، والأفضل أداءً أقل من ذلك.</translation>
    </message>
    <message>
        <source>Too few repeat customers for a model</source>
        <translation>العملاء المكررون للشراء أقل مما يحتاجه النموذج</translation>
    </message>
    <message>
        <source>The lifetime values have wide intervals</source>
        <translation>فترات الثقة لقيم العملاء واسعة</translation>
    </message>
    <message>
        <source>The model did not converge</source>
        <translation>لم يتقارب النموذج</translation>
    </message>
</context>
<context>
    <name>AliveCalibrationChart</name>
    <message>
        <source>Does P(alive) hold?</source>
        <translation>هل يصدق احتمال النشاط؟</translation>
    </message>
    <message>
        <source>P(alive) was not tested</source>
        <translation>لم يُختبر احتمال النشاط</translation>
    </message>
    <message>
        <source>The test looks at who bought again after the calibration. It needs more history and repeat customers.</source>
        <translation>ينظر الاختبار إلى من اشترى مجددًا بعد المعايرة، ويحتاج إلى تاريخ أطول وعملاء متكررين.</translation>
    </message>
    <message>
        <source>Expected and observed shares of buyers differ by %1 points on average; groups with %2 of the customers agree within their interval.</source>
        <extracomment>%1 and %2 are percentages; &quot;points&quot; are percentage points</extracomment>
        <translation>تختلف الحصة المتوقعة من المشترين عن المرصودة بمتوسط %1 نقطة مئوية، وتتفق مجموعات تضم %2 من العملاء ضمن فترتها.</translation>
    </message>
    <message>
        <source>share that bought in the holdout</source>
        <translation>حصة من اشترى في فترة الاختبار</translation>
    </message>
    <message>
        <source>Bought in the holdout</source>
        <translation>اشتروا في فترة الاختبار</translation>
    </message>
    <message>
        <source>P(alive) at the calibration&apos;s end</source>
        <translation>احتمال النشاط عند نهاية المعايرة</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>المرصود</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>المتوقع</translation>
    </message>
    <message>
        <source>P(alive) %1 to %2</source>
        <extracomment>%1 and %2 are probabilities</extracomment>
        <translation>احتمال النشاط من %1 إلى %2</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>المرصود</translation>
    </message>
    <message>
        <source>90 % interval</source>
        <extracomment>an interval of percentages</extracomment>
        <translation>فترة تسعين بالمئة</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>من %1 إلى %2</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>المتوقع</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Mean P(alive)</source>
        <translation>متوسط احتمال النشاط</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>الحد الأدنى</translation>
    </message>
    <message>
        <source>High</source>
        <translation>الحد الأعلى</translation>
    </message>
</context>
<context>
    <name>AliveHistoryChart</name>
    <message>
        <source>No history yet</source>
        <translation>لا يوجد سجل بعد</translation>
    </message>
    <message>
        <source>P(alive) is shown from the first order on.</source>
        <translation>يُعرض احتمال النشاط بدءًا من أول طلب.</translation>
    </message>
    <message numerus="yes">
        <source>P(alive), last %n week(s)</source>
        <translation>
            <numerusform>احتمال النشاط</numerusform>
            <numerusform>احتمال النشاط في الأسبوع الأخير</numerusform>
            <numerusform>احتمال النشاط في آخر أسبوعين</numerusform>
            <numerusform>احتمال النشاط في آخر %n أسابيع</numerusform>
            <numerusform>احتمال النشاط في آخر %n أسبوعًا</numerusform>
            <numerusform>احتمال النشاط في آخر %n أسبوع</numerusform>
        </translation>
    </message>
    <message>
        <source>P(alive) was %1 on %2 and is %3 on %4.</source>
        <translation>كان احتمال النشاط %1 في %2 وهو %3 في %4.</translation>
    </message>
    <message>
        <source>ticks = orders</source>
        <translation>العلامات = الطلبات</translation>
    </message>
    <message>
        <source>P(alive)</source>
        <translation>احتمال النشاط</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Still a customer</source>
        <translation>ما زال عميلًا</translation>
    </message>
    <message>
        <source>No renewals ahead</source>
        <translation>لا تجديدات مقبلة</translation>
    </message>
    <message>
        <source>The contract has ended.</source>
        <translation>انتهى العقد.</translation>
    </message>
    <message numerus="yes">
        <source>Still a customer after each of the next %n renewal(s)</source>
        <translation>
            <numerusform>احتمال بقائه عميلًا بعد التجديدات المقبلة</numerusform>
            <numerusform>احتمال بقائه عميلًا بعد التجديد المقبل</numerusform>
            <numerusform>احتمال بقائه عميلًا بعد كل من التجديدين المقبلين</numerusform>
            <numerusform>احتمال بقائه عميلًا بعد كل من التجديدات المقبلة (%n)</numerusform>
            <numerusform>احتمال بقائه عميلًا بعد كل من التجديدات المقبلة (%n)</numerusform>
            <numerusform>احتمال بقائه عميلًا بعد كل من التجديدات المقبلة (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>The chance to be a customer still falls to %1 by %2.</source>
        <translation>ينخفض احتمال بقائه عميلًا إلى %1 بحلول %2.</translation>
    </message>
    <message>
        <source>expected by the model</source>
        <translation>بحسب توقع النموذج</translation>
    </message>
</context>
<context>
    <name>AliveMapChart</name>
    <message>
        <source>No model to show</source>
        <translation>لا يوجد نموذج لعرضه</translation>
    </message>
    <message>
        <source>P(alive) needs a fitted model, and that needs repeat customers.</source>
        <translation>يحتاج احتمال النشاط إلى نموذج ملائم، ويحتاج النموذج إلى عملاء كرروا الشراء.</translation>
    </message>
    <message>
        <source>P(alive)</source>
        <translation>احتمال النشاط</translation>
    </message>
    <message>
        <source>Probability that a customer is still active, by number of repeat orders and time since the last order. More orders make a long silence more telling.</source>
        <translation>احتمال أن العميل ما زال نشطًا بحسب عدد الطلبات المكررة والزمن منذ آخر طلب. كلما كثرت الطلبات كان الصمت الطويل أبلغ دلالة.</translation>
    </message>
    <message>
        <source>by repeat orders and silence, line = %1</source>
        <translation>بحسب الطلبات المكررة والصمت، الخط = %1</translation>
    </message>
    <message>
        <source>P(alive) %1</source>
        <translation>احتمال النشاط %1</translation>
    </message>
</context>
<context>
    <name>Analysis</name>
    <message>
        <source>Fitting the model</source>
        <translation>ملاءمة النموذج</translation>
    </message>
    <message>
        <source>Following customers through the stages</source>
        <translation>تتبع العملاء عبر المراحل</translation>
    </message>
</context>
<context>
    <name>AnalysisPage</name>
    <message>
        <source>Import data</source>
        <translation>استيراد البيانات</translation>
    </message>
    <message>
        <source>The model %1 is chosen, which follows subscriptions, and this workspace holds none: none were imported, or their import was undone. Import subscriptions, or value the customers by their purchases, which are here.</source>
        <extracomment>%1 is the name of a model</extracomment>
        <translation>النموذج المختار %1 يتابع الاشتراكات، ولا اشتراكات في مساحة العمل هذه: لم تُستورد أو تُراجع عن استيرادها. استورد الاشتراكات، أو قيّم العملاء بمشترياتهم الموجودة هنا.</translation>
    </message>
    <message>
        <source>The model %1 is chosen, which follows subscriptions, and this workspace holds none: none were imported, or their import was undone. Import subscriptions.</source>
        <translation>النموذج المختار %1 يتابع الاشتراكات، ولا اشتراكات في مساحة العمل هذه: لم تُستورد أو تُراجع عن استيرادها. استورد الاشتراكات.</translation>
    </message>
    <message>
        <source>No subscriptions to follow</source>
        <translation>لا اشتراكات لمتابعتها</translation>
    </message>
    <message>
        <source>Value by purchases</source>
        <translation>التقييم بالمشتريات</translation>
    </message>
</context>
<context>
    <name>AssumptionsPopover</name>
    <message>
        <source>Horizon, months</source>
        <translation>الأفق الزمني بالأشهر</translation>
    </message>
    <message>
        <source>0 means the whole lifetime.</source>
        <translation>الصفر يعني مدى الحياة كاملًا.</translation>
    </message>
    <message>
        <source>Discount rate, % a year</source>
        <translation>معدل الخصم الزمني، ٪ في السنة</translation>
    </message>
    <message>
        <source>Contribution margin, % of revenue</source>
        <translation>هامش المساهمة، ٪ من الإيرادات</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>تطبيق</translation>
    </message>
    <message>
        <source>Money counts as received</source>
        <translation>يُحتسب المال واردًا</translation>
    </message>
    <message>
        <source>as it comes</source>
        <translation>عند وروده</translation>
    </message>
    <message>
        <source>at the end of its month</source>
        <translation>في نهاية شهره</translation>
    </message>
    <message>
        <source>at the end of its year</source>
        <translation>في نهاية سنته</translation>
    </message>
    <message>
        <source>Retention cost, %1 a customer and year</source>
        <extracomment>of keeping a customer, in the workspace&apos;s currency</extracomment>
        <translation>تكلفة الاحتفاظ بالعميل، %1 لكل عميل في السنة</translation>
    </message>
    <message>
        <source>Intervals hold, % of the time</source>
        <translation>مستوى الثقة للفترات، %</translation>
    </message>
</context>
<context>
    <name>Attributes</name>
    <message>
        <source>Country</source>
        <translation>الدولة</translation>
    </message>
    <message>
        <source>City</source>
        <translation>المدينة</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>القناة</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>الشركة</translation>
    </message>
    <message>
        <source>Sector</source>
        <translation>القطاع</translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message>
        <source>The copy %1 cannot be written: %2. Check the folder and the free space.</source>
        <translation>تتعذر كتابة النسخة %1: ‏%2. تحقق من المجلد ومن المساحة الحرة.</translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation>إنشاء نسخة احتياطية</translation>
    </message>
    <message>
        <source>the folder &quot;backups&quot; cannot be made</source>
        <translation>يتعذر إنشاء المجلد &quot;backups&quot;</translation>
    </message>
    <message>
        <source>%1 is the workspace itself. Choose another name or folder for the copy.</source>
        <translation>‏%1 هو ملف مساحة العمل نفسه. اختر للنسخة اسمًا أو مجلدًا آخر.</translation>
    </message>
    <message>
        <source>the folder does not exist or is read-only</source>
        <translation>المجلد غير موجود أو للقراءة فقط</translation>
    </message>
    <message>
        <source>Saving a copy</source>
        <translation>حفظ نسخة</translation>
    </message>
</context>
<context>
    <name>BreakdownModel</name>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>%1 of %2 went on from %3 to %4.</source>
        <extracomment>%1 of %2 customers who were in one stage, %3, reached the next, %4</extracomment>
        <translation>انتقل %1 من أصل %2 من %3 إلى %4.</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>جهات الاتصال</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Lost before %1</source>
        <translation>تسرّبوا قبل %1</translation>
    </message>
    <message>
        <source>%1, lost before %2</source>
        <extracomment>%1 is the value of an attribute such as a city, %2 a stage</extracomment>
        <translation>%1، فُقدوا قبل %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is the value of an attribute such as a city, %2 a stage</extracomment>
        <translation>%1، %2</translation>
    </message>
</context>
<context>
    <name>BridgeChart</name>
    <message>
        <source>Acquired</source>
        <translation>مكتسَب</translation>
    </message>
    <message>
        <source>Acq.</source>
        <comment>short for acquired</comment>
        <translation>مكتسب</translation>
    </message>
    <message>
        <source>Expansion</source>
        <translation>التوسّع</translation>
    </message>
    <message>
        <source>Exp.</source>
        <comment>short for expansion</comment>
        <translation>توسّع</translation>
    </message>
    <message>
        <source>Contraction</source>
        <translation>الانكماش</translation>
    </message>
    <message>
        <source>Contr.</source>
        <comment>short for contraction</comment>
        <translation>انكماش</translation>
    </message>
    <message>
        <source>Churned</source>
        <translation>الفقدان</translation>
    </message>
    <message>
        <source>Churn</source>
        <comment>short for churned</comment>
        <translation>فقدان</translation>
    </message>
    <message>
        <source>No movement to show</source>
        <translation>لا توجد حركة لعرضها</translation>
    </message>
    <message>
        <source>The movement of equity compares two dates. It needs at least two period ends with orders.</source>
        <translation>حركة مجموع القيمة تقارن بين تاريخين، وتحتاج إلى نهايتي فترتين على الأقل فيهما طلبات.</translation>
    </message>
    <message>
        <source>Equity movement</source>
        <translation>حركة مجموع القيمة</translation>
    </message>
    <message>
        <source>Equity movement, %1</source>
        <translation>حركة مجموع القيمة، %1</translation>
    </message>
    <message>
        <source>Losses outweigh gains in %1</source>
        <translation>الخسائر تفوق المكاسب في %1</translation>
    </message>
    <message>
        <source>Expansion outweighs acquisition in %1</source>
        <translation>التوسّع يفوق الاكتساب في %1</translation>
    </message>
    <message>
        <source>Acquisition outweighs expansion in %1</source>
        <translation>الاكتساب يفوق التوسّع في %1</translation>
    </message>
    <message>
        <source>%1, axis starts at %2</source>
        <translation>%1، يبدأ المحور عند %2</translation>
    </message>
    <message>
        <source>Equity went from %1 on %2 to %3 on %4: %5 acquired, %6 expansion, %7 contraction, %8 churned.</source>
        <translation>انتقل مجموع القيمة من %1 في %2 إلى %3 في %4: اكتساب %5، توسّع %6، انكماش %7، فقدان %8.</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>مجموع القيمة</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>التغير</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Of opening</source>
        <translation>من الافتتاحي</translation>
    </message>
    <message numerus="yes">
        <source>%n cust.</source>
        <comment>customers, short</comment>
        <translation>
            <numerusform>لا عملاء</numerusform>
            <numerusform>عميل واحد</numerusform>
            <numerusform>عميلان</numerusform>
            <numerusform>%n عملاء</numerusform>
            <numerusform>%n عميلًا</numerusform>
            <numerusform>%n عميل</numerusform>
        </translation>
    </message>
    <message>
        <source>Step</source>
        <translation>الخطوة</translation>
    </message>
    <message>
        <source>Equity after</source>
        <translation>مجموع القيمة بعدها</translation>
    </message>
</context>
<context>
    <name>CalculatorPanel</name>
    <message>
        <source>Order value, %1</source>
        <extracomment>%1 is a currency</extracomment>
        <translation>قيمة الطلب، %1</translation>
    </message>
    <message>
        <source>Order value</source>
        <translation>قيمة الطلب</translation>
    </message>
    <message>
        <source>× orders a year</source>
        <translation>× الطلبات في السنة</translation>
    </message>
    <message>
        <source>× years as a customer</source>
        <translation>× سنوات العلاقة</translation>
    </message>
    <message>
        <source>× margin, %</source>
        <translation>× الهامش، ٪</translation>
    </message>
    <message>
        <source>Orders a year</source>
        <translation>الطلبات في السنة</translation>
    </message>
    <message>
        <source>Years as a customer</source>
        <translation>سنوات العلاقة</translation>
    </message>
    <message>
        <source>Margin, percent</source>
        <translation>الهامش بالمئة</translation>
    </message>
    <message>
        <source>From own data</source>
        <translation>من بياناتك</translation>
    </message>
    <message>
        <source>Put back the numbers of your own data</source>
        <translation>إعادة أرقام بياناتك</translation>
    </message>
    <message>
        <source>There were no orders in the last 12 months: type numbers of your own.</source>
        <translation>لا طلبات في السنة الأخيرة: اكتب أرقامك.</translation>
    </message>
    <message>
        <source>From the last 12 months: %1 orders of %2 customers.</source>
        <extracomment>%1 and %2 are numbers</extracomment>
        <translation>من السنة الأخيرة: عدد الطلبات %1 وعدد العملاء %2.</translation>
    </message>
    <message>
        <source>%1 of the year before&apos;s buyers came back, so that %2 leave each year; years = 1 ÷ that.</source>
        <extracomment>%1 and %2 are percentages</extracomment>
        <translation>عاد %1 من مشتري السنة السابقة، أي إن %2 يغادرون كل سنة، وسنوات العلاقة هي مقلوب هذه النسبة.</translation>
    </message>
    <message>
        <source>There is no year before to see who came back: the horizon stands for the years.</source>
        <translation>لا توجد سنة سابقة لمعرفة من عاد، فيقوم الأفق الزمني مقام السنوات.</translation>
    </message>
    <message>
        <source>= %1 per customer</source>
        <translation>= %1 لكل عميل</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>More actions</source>
        <translation>إجراءات أخرى</translation>
    </message>
</context>
<context>
    <name>CellTable</name>
    <message>
        <source>Click for the customers</source>
        <translation>انقر لعرض العملاء</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Copy image</source>
        <translation>نسخ الصورة</translation>
    </message>
    <message>
        <source>Copy data</source>
        <translation>نسخ البيانات</translation>
    </message>
    <message>
        <source>Export as PNG…</source>
        <translation>تصدير بصيغة PNG…</translation>
    </message>
    <message>
        <source>Export as SVG…</source>
        <translation>تصدير بصيغة SVG…</translation>
    </message>
    <message>
        <source>Export as PDF…</source>
        <translation>تصدير بصيغة PDF…</translation>
    </message>
    <message>
        <source>Export data as CSV…</source>
        <translation>تصدير البيانات بصيغة CSV…</translation>
    </message>
    <message>
        <source>Reset zoom</source>
        <translation>إعادة ضبط التكبير</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>label and value</comment>
        <translation>‏%1: %2</translation>
    </message>
    <message>
        <source>A chart can be written as PNG, SVG, PDF or CSV. Choose a file name that ends in .png, .svg, .pdf or .csv.</source>
        <translation>يمكن حفظ المخطط بصيغة PNG أو SVG أو PDF أو CSV. اختر اسم ملف ينتهي بـ ‎.png أو ‎.svg أو ‎.pdf أو ‎.csv.</translation>
    </message>
    <message>
        <source>The chart could not be written: %1.</source>
        <translation>تعذر حفظ المخطط: %1.</translation>
    </message>
    <message>
        <source>the file could not be finished</source>
        <translation>تعذر إتمام الملف</translation>
    </message>
    <message>
        <source>Export “%1”</source>
        <translation>تصدير «%1»</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Remove “%1”</source>
        <translation>إزالة «%1»</translation>
    </message>
</context>
<context>
    <name>ChosenBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>لم يُحدَّد أحد</numerusform>
            <numerusform>حُدِّد عميل واحد</numerusform>
            <numerusform>حُدِّد عميلان</numerusform>
            <numerusform>حُدِّد %n عملاء</numerusform>
            <numerusform>حُدِّد %n عميلًا</numerusform>
            <numerusform>حُدِّد %n عميل</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied with headings.</source>
        <translation>نُسخت مع العناوين.</translation>
    </message>
    <message>
        <source>The first %1 were copied with headings.</source>
        <translation>نُسخ أول %1 مع العناوين.</translation>
    </message>
    <message>
        <source>Add to segment</source>
        <translation>إضافة إلى شريحة</translation>
    </message>
    <message>
        <source>Save as segment</source>
        <translation>حفظ كشريحة</translation>
    </message>
    <message>
        <source>Keeps these customers as a segment (Ctrl+G)</source>
        <translation>يحفظ هؤلاء العملاء كشريحة (Ctrl+G)</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copies these rows with their headings, for a spreadsheet</source>
        <translation>ينسخ هذه الصفوف مع عناوينها للصقها في جدول بيانات</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Takes all ticks away</source>
        <translation>يزيل كل العلامات</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>Answer a funnel, retention, path, transition or stage question.</source>
        <translation>الإجابة عن سؤال حول مسار التحويل أو الاحتفاظ أو المسارات أو الانتقالات أو المراحل.</translation>
    </message>
    <message>
        <source>Print one JSON document (the default: the answer is JSON).</source>
        <translation>طباعة مستند JSON واحد (وهو الأصل: الإجابة بصيغة JSON).</translation>
    </message>
    <message>
        <source>The definition cannot be read: %1.</source>
        <translation>تتعذر قراءة التعريف: %1.</translation>
    </message>
    <message>
        <source>The definition is larger than 8 MB.</source>
        <translation>حجم التعريف أكبر من ثمانية ميغابايت.</translation>
    </message>
    <message>
        <source>The definition is not valid JSON: %1.</source>
        <translation>التعريف ليس JSON صحيحًا: %1.</translation>
    </message>
    <message>
        <source>The definition must be a JSON object.</source>
        <translation>يجب أن يكون التعريف كائن JSON.</translation>
    </message>
    <message>
        <source>Write one chart, or the data behind it.</source>
        <translation>كتابة مخطط واحد أو البيانات التي وراءه.</translation>
    </message>
    <message>
        <source>One of %1 (required).</source>
        <translation>واحد من %1 (إلزامي).</translation>
    </message>
    <message>
        <source>The file to write; its ending is the format: %1 (required).</source>
        <translation>الملف المراد كتابته، ونهايته تحدد الصيغة: %1 (إلزامي).</translation>
    </message>
    <message>
        <source>&quot;chart&quot; needs --name with one of %1.</source>
        <translation>يحتاج &quot;chart&quot; إلى ‎--name مع واحد من %1.</translation>
    </message>
    <message>
        <source>&quot;chart&quot; needs --out with the file to write.</source>
        <translation>يحتاج &quot;chart&quot; إلى ‎--out مع الملف المراد كتابته.</translation>
    </message>
    <message>
        <source>--out must end in one of %1.</source>
        <translation>يجب أن ينتهي ‎--out بواحد من %1.</translation>
    </message>
    <message>
        <source>Wrote %1.</source>
        <translation>كُتب %1.</translation>
    </message>
    <message>
        <source>Check integrity, schema version and counts; succeeds only when the workspace is sound.</source>
        <translation>فحص السلامة وإصدار المخطط والأعداد؛ ينجح فقط إذا كانت مساحة العمل سليمة.</translation>
    </message>
    <message>
        <source>Schema version %1</source>
        <translation>إصدار المخطط %1</translation>
    </message>
    <message>
        <source>The workspace is sound.</source>
        <translation>مساحة العمل سليمة.</translation>
    </message>
    <message>
        <source>Fit a lifetime value model and value every customer.</source>
        <translation>ملاءمة نموذج لقيمة العميل مدى الحياة وتقييم كل عميل.</translation>
    </message>
    <message>
        <source>One of %1 (default: the workspace&apos;s).</source>
        <translation>واحد من %1 (الأصل: ما في مساحة العمل).</translation>
    </message>
    <message>
        <source>Spend per purchase: %1 (default: the workspace&apos;s).</source>
        <translation>الإنفاق لكل عملية شراء: %1 (الأصل: ما في مساحة العمل).</translation>
    </message>
    <message>
        <source>Last day of data used, YYYY-MM-DD (default: the newest).</source>
        <translation>آخر يوم يُستخدم من البيانات، YYYY-MM-DD (الأصل: الأحدث).</translation>
    </message>
    <message>
        <source>Fit up to and including this day and judge on the rest (default: no holdout).</source>
        <translation>الملاءمة حتى هذا اليوم ضمنًا والحكم على الباقي (الأصل: دون فترة اختبار).</translation>
    </message>
    <message>
        <source>How far ahead value counts, in periods (default: the workspace&apos;s horizon).</source>
        <translation>المدى الذي تُحسب فيه القيمة، بالفترات (الأصل: أفق مساحة العمل).</translation>
    </message>
    <message>
        <source>Annual discount rate as a fraction, above -1 (default: the workspace&apos;s).</source>
        <translation>معدل الخصم السنوي كسرًا، أكبر من -1 (الأصل: ما في مساحة العمل).</translation>
    </message>
    <message>
        <source>Contribution margin as a fraction of revenue, 0 to 1 (default: the workspace&apos;s).</source>
        <translation>هامش المساهمة كسرًا من الإيرادات بين 0 و1 (الأصل: ما في مساحة العمل).</translation>
    </message>
    <message>
        <source>Write one row per customer to this file.</source>
        <translation>كتابة صف لكل عميل في هذا الملف.</translation>
    </message>
    <message>
        <source>Print one JSON document.</source>
        <translation>طباعة مستند JSON واحد.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>Log-likelihood</source>
        <translation>لوغاريتم الاحتمال</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Repeat customers</source>
        <translation>العملاء المكررون للشراء</translation>
    </message>
    <message>
        <source>Spend model</source>
        <translation>نموذج الإنفاق</translation>
    </message>
    <message>
        <source>Holdout purchases, actual</source>
        <translation>مشتريات فترة الاختبار، الفعلية</translation>
    </message>
    <message>
        <source>Holdout purchases, predicted</source>
        <translation>مشتريات فترة الاختبار، المتوقعة</translation>
    </message>
    <message>
        <source>Mean lifetime value</source>
        <translation>متوسط قيمة العميل مدى الحياة</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>الإجمالي</translation>
    </message>
    <message>
        <source>%1, between %2 and %3</source>
        <translation>%1، بين %2 و%3</translation>
    </message>
    <message>
        <source>Make the demo workspace from a seed, at any size.</source>
        <translation>إنشاء مساحة العمل التجريبية من بذرة، بأي حجم.</translation>
    </message>
    <message>
        <source>Number of customers who have bought (default: 12480).</source>
        <translation>عدد العملاء الذين اشتروا (الأصل: 12480).</translation>
    </message>
    <message>
        <source>Seed of the random numbers; the same seed gives the same data (default: 1).</source>
        <translation>بذرة الأعداد العشوائية؛ البذرة نفسها تعطي البيانات نفسها (الأصل: 1).</translation>
    </message>
    <message>
        <source>&quot;demo&quot; needs a WORKSPACE, or --write-csv with a folder.</source>
        <translation>يحتاج &quot;demo&quot; إلى مساحة عمل أو إلى ‎--write-csv مع مجلد.</translation>
    </message>
    <message>
        <source>Made the demo workspace %1.</source>
        <translation>أُنشئت مساحة العمل التجريبية %1.</translation>
    </message>
    <message>
        <source>Wrote the demo data as CSV to %1.</source>
        <translation>كُتبت البيانات التجريبية بصيغة CSV في %1.</translation>
    </message>
    <message>
        <source>Customer equity at each period&apos;s end and the bridges between them.</source>
        <translation>مجموع قيمة العملاء في نهاية كل فترة والجسور بينها.</translation>
    </message>
    <message>
        <source>First day, YYYY-MM-DD (default: the first period with enough data).</source>
        <translation>أول يوم، YYYY-MM-DD (الأصل: أول فترة بياناتها كافية).</translation>
    </message>
    <message>
        <source>Last day, YYYY-MM-DD (default: the newest).</source>
        <translation>آخر يوم، YYYY-MM-DD (الأصل: الأحدث).</translation>
    </message>
    <message>
        <source>Distance of the dates (default: quarter).</source>
        <translation>المسافة بين التواريخ (الأصل: quarter).</translation>
    </message>
    <message>
        <source>%1: %2 (between %3 and %4), %5 customers</source>
        <translation>%1: ‏%2 (بين %3 و%4)، العملاء: %5</translation>
    </message>
    <message>
        <source>%1 to %2: %3 + acquired %4 + expansion %5 - contraction %6 - churned %7 = %8</source>
        <translation>%1 إلى %2: ‏%3 + مكتسب %4 + توسّع %5 - انكماش %6 - فقدان %7 = %8</translation>
    </message>
    <message>
        <source>--from must not be after --until.</source>
        <translation>يجب ألا يأتي ‎--from بعد ‎--until.</translation>
    </message>
    <message>
        <source>The file to write (required).</source>
        <translation>الملف المراد كتابته (إلزامي).</translation>
    </message>
    <message>
        <source>&quot;export&quot; needs --what with one of %1.</source>
        <translation>يحتاج &quot;export&quot; إلى ‎--what مع واحد من %1.</translation>
    </message>
    <message>
        <source>What the rows are (required): %1.</source>
        <translation>ماهية الصفوف (إلزامي): %1.</translation>
    </message>
    <message>
        <source>Read this column as that field; an empty FIELD leaves it out. May be repeated (default: matched by heading).</source>
        <translation>قراءة هذا العمود بوصفه ذلك الحقل؛ الحقل الفارغ يتجاهل العمود. يمكن تكراره (الأصل: المطابقة بالعناوين).</translation>
    </message>
    <message>
        <source>Column layout of a known system (default: recognised by the headings).</source>
        <translation>ترتيب أعمدة نظام معروف (الأصل: يُعرف من العناوين).</translation>
    </message>
    <message>
        <source>Text encoding, such as UTF-8 or windows-1256 (default: detected).</source>
        <translation>ترميز النص مثل UTF-8 أو windows-1256 (الأصل: يُكتشف).</translation>
    </message>
    <message>
        <source>Column separator: one character or &quot;tab&quot; (default: detected).</source>
        <translation>فاصل الأعمدة: محرف واحد أو &quot;tab&quot; (الأصل: يُكتشف).</translation>
    </message>
    <message>
        <source>Order of day, month and year (default: found in the file).</source>
        <translation>ترتيب اليوم والشهر والسنة (الأصل: يُستخرج من الملف).</translation>
    </message>
    <message>
        <source>Read and check everything, keep nothing.</source>
        <translation>قراءة كل شيء وفحصه دون الاحتفاظ بشيء.</translation>
    </message>
    <message>
        <source>--map takes COLUMN=FIELD, not &quot;%1&quot;.</source>
        <translation>يأخذ ‎--map الصيغة COLUMN=FIELD وليس &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>--encoding knows no &quot;%1&quot;; try one of %2.</source>
        <translation>لا يعرف ‎--encoding الترميز &quot;%1&quot;؛ جرّب واحدًا من %2.</translation>
    </message>
    <message>
        <source>--delimiter takes one character or &quot;tab&quot;, not &quot;%1&quot;.</source>
        <translation>يأخذ ‎--delimiter محرفًا واحدًا أو &quot;tab&quot; وليس &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>%1: %2 rows read, %3 imported, %4 updated, %5 rejected, in %6 s.</source>
        <translation>‏%1: الصفوف المقروءة: %2، والمستوردة: %3، والمحدَّثة: %4، والمرفوضة: %5، في %6 ث.</translation>
    </message>
    <message>
        <source>%1 × %2 (first in line %3)</source>
        <translation>%1 × %2 (أولها في السطر %3)</translation>
    </message>
    <message>
        <source>Batch %1 could not be taken back; use &quot;undo-import&quot;.</source>
        <translation>تعذر التراجع عن الدفعة %1؛ استخدم &quot;undo-import&quot;.</translation>
    </message>
    <message>
        <source>The dates in &quot;%1&quot;, such as %2, could have day or month first. Say which with --date-order.</source>
        <translation>التواريخ في &quot;%1&quot; مثل %2 قد تبدأ باليوم أو بالشهر. حدّد ذلك بواسطة ‎--date-order.</translation>
    </message>
    <message>
        <source>&quot;import&quot; needs --as with one of %1.</source>
        <translation>يحتاج &quot;import&quot; إلى ‎--as مع واحد من %1.</translation>
    </message>
    <message>
        <source>Make the A4 report as PDF, in English or Arabic.</source>
        <translation>إعداد تقرير PDF بمقاس A4 بالإنجليزية أو العربية.</translation>
    </message>
    <message>
        <source>Only these, of: %1 (default: all).</source>
        <translation>هذه فقط، من: %1 (الأصل: الكل).</translation>
    </message>
    <message>
        <source>Show customers&apos; names (default: references only).</source>
        <translation>إظهار أسماء العملاء (الأصل: المراجع فقط).</translation>
    </message>
    <message>
        <source>--sections knows no &quot;%1&quot;; it takes %2.</source>
        <translation>لا يعرف ‎--sections القسم &quot;%1&quot;؛ يأخذ %2.</translation>
    </message>
    <message>
        <source>--sections takes some of %1.</source>
        <translation>يأخذ ‎--sections بعضًا من %1.</translation>
    </message>
    <message>
        <source>&quot;report&quot; needs --pdf with the file to write.</source>
        <translation>يحتاج &quot;report&quot; إلى ‎--pdf مع الملف المراد كتابته.</translation>
    </message>
    <message numerus="yes">
        <source>Wrote %1 with %n page(s).</source>
        <translation>
            <numerusform>كُتب %1 دون صفحات.</numerusform>
            <numerusform>كُتب %1 وفيه صفحة واحدة.</numerusform>
            <numerusform>كُتب %1 وفيه صفحتان.</numerusform>
            <numerusform>كُتب %1 وفيه %n صفحات.</numerusform>
            <numerusform>كُتب %1 وفيه %n صفحة.</numerusform>
            <numerusform>كُتب %1 وفيه %n صفحة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>الاستخدام: %1</translation>
    </message>
    <message>
        <source>Without a command the window opens. Commands need no display:</source>
        <translation>دون أمر تُفتح النافذة. الأوامر لا تحتاج إلى شاشة:</translation>
    </message>
    <message>
        <source>&quot;qeema COMMAND --help&quot; lists a command&apos;s options.</source>
        <translation>يسرد &quot;qeema COMMAND --help&quot; خيارات الأمر.</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation>لا يوجد أمر &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>--language takes en or ar.</source>
        <translation>يأخذ ‎--language إحدى القيمتين en وar.</translation>
    </message>
    <message>
        <source>Take back a whole import; BATCH is the number that &quot;import&quot; printed.</source>
        <translation>التراجع عن استيراد كامل؛ BATCH هو الرقم الذي طبعه &quot;import&quot;.</translation>
    </message>
    <message>
        <source>BATCH is a whole number, not &quot;%1&quot;.</source>
        <translation>‏BATCH عدد صحيح وليس &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Import %1 was taken back.</source>
        <translation>تم التراجع عن الاستيراد %1.</translation>
    </message>
    <message>
        <source>Language of messages and of what is made (default: en).</source>
        <translation>لغة الرسائل وما يُنتج (الأصل: en).</translation>
    </message>
    <message>
        <source>Print this help.</source>
        <translation>طباعة هذه المساعدة.</translation>
    </message>
    <message>
        <source>--%1 needs a value: %2.</source>
        <translation>يحتاج ‎--%1 إلى قيمة: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs: %2.</source>
        <translation>يحتاج &quot;%1&quot; إلى: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has nothing to do with &quot;%2&quot;.</source>
        <translation>لا شأن للأمر &quot;%1&quot; بـ &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>--%1 takes a number, not &quot;%2&quot;.</source>
        <translation>يأخذ ‎--%1 عددًا وليس &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>--%1 must be above %2; %3 was given.</source>
        <translation>يجب أن يكون ‎--%1 أكبر من %2؛ المعطى %3.</translation>
    </message>
    <message>
        <source>--%1 must be at least %2; %3 was given.</source>
        <translation>يجب ألا يقل ‎--%1 عن %2؛ المعطى %3.</translation>
    </message>
    <message>
        <source>--%1 must be at most %2; %3 was given.</source>
        <translation>يجب ألا يزيد ‎--%1 على %2؛ المعطى %3.</translation>
    </message>
    <message>
        <source>--%1 takes a whole number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>يأخذ ‎--%1 عددًا صحيحًا من %2 إلى %3 وليس &quot;%4&quot;.</translation>
    </message>
    <message>
        <source>--%1 takes a date such as 2025-06-30, not &quot;%2&quot;.</source>
        <translation>يأخذ ‎--%1 تاريخًا مثل 2025-06-30 وليس &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>--%1 takes one of %2, not &quot;%3&quot;.</source>
        <translation>يأخذ ‎--%1 واحدًا من %2 وليس &quot;%3&quot;.</translation>
    </message>
    <message>
        <source>Import CSV, TSV, XLSX or JSON files; a workspace that does not exist is made.</source>
        <translation>استيراد ملفات CSV أو TSV أو XLSX أو JSON؛ وتُنشأ مساحة العمل إن لم تكن موجودة.</translation>
    </message>
    <message>
        <source>Sheet of a spreadsheet (default: the first one that is not hidden).</source>
        <translation>ورقة جدول البيانات (الافتراضي: أول ورقة غير مخفية).</translation>
    </message>
    <message>
        <source>Seed of the draws behind intervals (default: 1).</source>
        <translation>بذرة السحوبات التي تُحسب منها فترات الثقة (الافتراضي: واحد).</translation>
    </message>
    <message>
        <source>BIC %1, holdout error %2</source>
        <translation>BIC %1، خطأ الاختبار %2</translation>
    </message>
    <message>
        <source>Renewal %1</source>
        <translation>التجديد %1</translation>
    </message>
    <message>
        <source>%1 stayed, %2 by the model</source>
        <translation>بقي %1، وبحسب النموذج %2</translation>
    </message>
    <message>
        <source>Realised so far</source>
        <translation>المحقق حتى الآن</translation>
    </message>
    <message>
        <source>Calendar of the dates; hijri is that of Umm al-Qura (default: gregorian).</source>
        <translation>تقويم التواريخ؛ hijri هو تقويم أم القرى (الافتراضي: gregorian).</translation>
    </message>
    <message>
        <source>Zone of moments that do not say theirs, such as Asia/Riyadh (default: UTC).</source>
        <translation>المنطقة الزمنية للأوقات التي لا تذكر منطقتها، مثل Asia/Riyadh (الافتراضي: UTC).</translation>
    </message>
    <message>
        <source>By what customers are found (default: id).</source>
        <translation>ما يُعرف به العميل (الافتراضي: id).</translation>
    </message>
    <message>
        <source>Rows with one order id: each counts, the order&apos;s total counts once, or their amounts are added (default: found in the file).</source>
        <translation>الصفوف ذات رقم الطلب الواحد: يُحسب كل صف، أو يُحسب إجمالي الطلب مرة واحدة، أو تُجمع مبالغها (الافتراضي: يُعرف من الملف).</translation>
    </message>
    <message>
        <source>What becomes of orders with this status. May be repeated (default: cancelled and test orders are left out).</source>
        <translation>ما يُفعل بالطلبات ذات هذه الحالة. يمكن تكراره (الافتراضي: تُستبعد الطلبات الملغاة والتجريبية).</translation>
    </message>
    <message>
        <source>Use the choices saved under this name.</source>
        <translation>استعمال الاختيارات المحفوظة بهذا الاسم.</translation>
    </message>
    <message>
        <source>Save the choices of this import under a name.</source>
        <translation>حفظ اختيارات هذا الاستيراد باسم.</translation>
    </message>
    <message>
        <source>--status takes STATUS=keep, leave-out or refund, not &quot;%1&quot;.</source>
        <translation>يقبل ‎--status‎ الصيغة STATUS=keep أو leave-out أو refund، لا &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>--rate takes CURRENCY=RATE such as USD=3.75, not &quot;%1&quot;.</source>
        <translation>يقبل ‎--rate‎ الصيغة CURRENCY=RATE مثل USD=3.75، لا &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>%1 rows were known and left as they are.</source>
        <translation>صفوف معروفة تُركت كما هي: %1.</translation>
    </message>
    <message>
        <source>%1 further rows of orders that count once.</source>
        <translation>صفوف أخرى لطلبات تُحسب مرة واحدة: %1.</translation>
    </message>
    <message>
        <source>%1 rows left out by their status.</source>
        <translation>صفوف استُبعدت بسبب حالتها: %1.</translation>
    </message>
    <message>
        <source>%1 rows of the same period were replaced.</source>
        <translation>صفوف من الفترة نفسها استُبدلت: %1.</translation>
    </message>
    <message>
        <source>The segment&apos;s rule or list of customers.</source>
        <translation>قاعدة الشريحة أو قائمة عملائها.</translation>
    </message>
    <message>
        <source>Write one row per member to this file.</source>
        <translation>كتابة سطر لكل عضو في هذا الملف.</translation>
    </message>
    <message>
        <source>%1 of %2 customers (%3)</source>
        <extracomment>%1 of %2 customers, %3 is the share in percent</extracomment>
        <translation>%1 من أصل %2 من العملاء (%3)</translation>
    </message>
    <message>
        <source>No customer has bought anything, so there is nobody to group. Import transactions first.</source>
        <translation>لم يشترِ أي عميل شيئًا بعد، فلا أحد ليُجمَّع. استورد المعاملات أولًا.</translation>
    </message>
    <message>
        <source>%1: %2 buyers (%3), %4 days since the last purchase, %5 purchases, %6 each</source>
        <translation>%1: عدد المشترين %2 (%3)، الأيام منذ آخر شراء: %4، عدد المشتريات: %5، القيمة لكل مشترٍ: %6</translation>
    </message>
    <message>
        <source>Also write customers.csv, transactions.csv, events.csv, costs.csv, surveys.csv and deals.csv here.</source>
        <translation>كتابة customers.csv وtransactions.csv وevents.csv وcosts.csv وsurveys.csv وdeals.csv هنا أيضًا.</translation>
    </message>
    <message>
        <source>Write rows of the workspace as CSV, or as an Excel workbook.</source>
        <translation>كتابة صفوف مساحة العمل بصيغة CSV أو كمصنف Excel.</translation>
    </message>
    <message>
        <source>The file to write (required); its ending decides the format. A workbook holds at most 1,048,575 rows.</source>
        <translation>الملف المراد كتابته (مطلوب)؛ ونهاية اسمه تحدد الصيغة. يتسع المصنف لـ 1,048,575 صفًا على الأكثر.</translation>
    </message>
    <message>
        <source>&quot;export&quot; needs --out with a file that ends in .csv or .xlsx.</source>
        <translation>يحتاج «export» إلى ‎--out مع ملف ينتهي اسمه بـ ‎.csv أو ‎.xlsx.</translation>
    </message>
    <message>
        <source>Find the customers of a segment, or group the buyers: exactly one of --definition, --rfm and --clusters.</source>
        <translation>البحث عن عملاء شريحة أو تجميع المشترين: خيار واحد فقط من --definition و--rfm و--clusters.</translation>
    </message>
    <message>
        <source>Part the buyers into this many clusters, 2 to %1, by k-means; &quot;auto&quot; takes the number from 2 to %2 with the best silhouette.</source>
        <translation>توزيع المشترين على هذا العدد من العناقيد، من 2 إلى %1، بطريقة k-means؛ وتختار &quot;auto&quot; العدد الأفضل من 2 إلى %2 حسب معامل الظل.</translation>
    </message>
    <message>
        <source>&quot;segment&quot; needs exactly one of --definition FILE.json, --rfm and --clusters K|auto.</source>
        <translation>يحتاج &quot;segment&quot; إلى خيار واحد فقط من --definition FILE.json و--rfm و--clusters K|auto.</translation>
    </message>
    <message>
        <source>What to do with a customer, order, deal&apos;s change of stage, subscription or summary that the workspace already has (default: customers update, all others add).</source>
        <translation>ما يُفعل بعميل أو طلب أو تغيّر مرحلة صفقة أو اشتراك أو ملخص موجود في مساحة العمل من قبل (الافتراضي: تُحدَّث بيانات العملاء ويُضاف ما سواها).</translation>
    </message>
    <message>
        <source>Country of telephone numbers that name none, such as 966 (default: that of the currency).</source>
        <translation>بلد أرقام الهاتف التي لا تذكر بلدًا، مثل 966 (الافتراضي: بلد العملة).</translation>
    </message>
    <message>
        <source>--phone-country takes a code such as 966, not &quot;%1&quot;.</source>
        <translation>يقبل ‎--phone-country رمزًا مثل 966، لا «%1».</translation>
    </message>
    <message>
        <source>Unit of time of the model; the opportunity of bg-bb, the billing period of sbg and bdw (default: week, 7 days; for these three the workspace&apos;s, at first year for bg-bb and month for sbg and bdw).</source>
        <translation>وحدة الزمن في النموذج، وهي موعد الشراء في bg-bb ودورة الفوترة في sbg وbdw (الافتراضي: week أي سبعة أيام، ولهذه الثلاثة ما في مساحة العمل، وهو أولًا year في bg-bb وmonth في sbg وbdw).</translation>
    </message>
    <message>
        <source>Whether money is discounted as it comes, or at the end of its month or year from now on (default: the workspace&apos;s).</source>
        <translation>هل يُخصم المال عند وروده أم في نهاية شهره أو سنته ابتداءً من الآن (الافتراضي: ما في مساحة العمل).</translation>
    </message>
    <message>
        <source>Cost of keeping a customer for a year, in the workspace&apos;s currency, while a customer (default: the workspace&apos;s).</source>
        <translation>تكلفة الاحتفاظ بالعميل سنةً بعملة مساحة العمل ما دام عميلًا (الافتراضي: ما في مساحة العمل).</translation>
    </message>
    <message>
        <source>Customer attributes that explain purchase and dropout in pareto-nbd and bg-nbd (default: the workspace&apos;s).</source>
        <translation>خصائص العملاء التي تفسّر الشراء والانقطاع في pareto-nbd وbg-nbd (الافتراضي: ما في مساحة العمل).</translation>
    </message>
    <message>
        <source>Level of intervals as a fraction (default: the workspace&apos;s, at first 0.90).</source>
        <translation>مستوى الفترات كسرًا من واحد (الافتراضي: ما في مساحة العمل، وهو أولًا 0.90).</translation>
    </message>
    <message>
        <source>Score every buyer on recency, frequency and monetary value and name groups by a map.</source>
        <translation>منح كل مشترٍ درجة في الحداثة والتكرار والقيمة المالية وتسمية المجموعات وفق خريطة.</translation>
    </message>
    <message>
        <source>How --rfm names groups: a, fifths of recency against frequency, ten groups (default); b, recency against the mean of frequency and monetary value, eleven groups; c, three levels of each, six groups.</source>
        <translation>كيف يسمي --rfm المجموعات: a، أخماس الحداثة مقابل التكرار، عشر مجموعات (الافتراضي)؛ b، الحداثة مقابل متوسط التكرار والقيمة المالية، إحدى عشرة مجموعة؛ c، ثلاثة مستويات لكل منها، ست مجموعات.</translation>
    </message>
    <message>
        <source>Map c: up to so many days since the last purchase a buyer is at the top, and at the middle (default: 30,90).</source>
        <translation>الخريطة c: حتى كم يوم منذ آخر شراء يكون المشتري في المستوى الأعلى ثم في الأوسط (الافتراضي: 30,90).</translation>
    </message>
    <message>
        <source>--recency-days takes two rising numbers of days such as 30,90, not &quot;%1&quot;.</source>
        <translation>يأخذ الخيار --recency-days عددين تصاعديين من الأيام مثل 30,90، لا &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>--rfm-map belongs to --rfm.</source>
        <translation>الخيار --rfm-map تابع للخيار --rfm.</translation>
    </message>
    <message>
        <source>--recency-days belongs to --rfm-map c.</source>
        <translation>الخيار --recency-days تابع للخيار --rfm-map c.</translation>
    </message>
    <message>
        <source>Those of the covariates that have one coefficient for purchases and dropout in pareto-nbd (default: the workspace&apos;s).</source>
        <translation>المتغيرات المصاحبة التي لها معامل واحد للشراء والمغادرة في pareto-nbd (الافتراضي: ما في مساحة العمل).</translation>
    </message>
    <message>
        <source>Weight of the squared coefficients against the mean log-likelihood per customer (default: the workspace&apos;s, at first 0, none).</source>
        <translation>وزن مربعات المعاملات أمام متوسط لوغاريتم الأرجحية لكل عميل (الافتراضي: ما في مساحة العمل، وهو في البدء 0 أي بلا وزن).</translation>
    </message>
    <message>
        <source>A whole month or quarter, such as 2025-06 or Q2 2025, where a date should stand: it counts as its first day, or its row is rejected (default: it counts where more cells of the column are whole periods than full dates).</source>
        <translation>شهر كامل أو ربع سنة كامل، مثل 2025-06 أو Q2 2025، حيث ينبغي أن يكون تاريخ: يُحسب كأول يوم فيه، أو يُرفض صفه (الافتراضي: يُحسب حيث تزيد في العمود خلايا الفترات الكاملة على خلايا التواريخ الكاملة).</translation>
    </message>
    <message>
        <source>Currency of amounts that name none, such as USD (default: that of the workspace; an empty workspace takes this one).</source>
        <translation>عملة المبالغ التي لا تذكر عملة، مثل USD (الافتراضي: عملة مساحة العمل؛ ومساحة العمل الفارغة تأخذ هذه العملة).</translation>
    </message>
    <message>
        <source>Workspace currency for one unit of another. May be repeated (default: one to one for transactions, whose rates stay with the import; amounts of other kinds are converted and need it).</source>
        <translation>عملة مساحة العمل مقابل وحدة واحدة من عملة أخرى. يمكن تكراره (الافتراضي: واحد لواحد للمعاملات، وتبقى أسعارها مع الاستيراد؛ أما مبالغ الأنواع الأخرى فتُحوَّل وتحتاج إليه).</translation>
    </message>
    <message>
        <source>Whole months and quarters in &quot;%1&quot; count as the first day of their period.</source>
        <translation>تُحسب الأشهر وأرباع السنة الكاملة في &quot;⁨%1⁩&quot; كأول يوم في فترتها.</translation>
    </message>
    <message>
        <source>Batch %1 read a file of this name, size and time of change; what they hold was not compared. If it is the same, rows without an id of their own were added once more; &quot;undo-import&quot; takes one of the two back.</source>
        <translation>قرأت الدفعة %1 ملفًا بهذا الاسم والحجم ووقت التغيير؛ ولم يُقارَن ما فيهما. فإن كانا واحدًا فقد أُضيفت مرة أخرى الصفوف التي ليس لها معرّف خاص؛ ويسترجع الأمر ⁦undo-import⁩ إحدى الدفعتين.</translation>
    </message>
    <message>
        <source>%1 × %2 (first in line %3, column &quot;%4&quot;)</source>
        <translation>%1 × %2 (أولها في السطر %3، العمود &quot;⁨%4⁩&quot;)</translation>
    </message>
    <message>
        <source>%1 × %2 (first in line %3, column &quot;%4&quot;: &quot;%5&quot;)</source>
        <translation>%1 × %2 (أولها في السطر %3، العمود &quot;⁨%4⁩&quot;: &quot;⁨%5⁩&quot;)</translation>
    </message>
</context>
<context>
    <name>Clv</name>
    <message>
        <source>The fit did not converge: its parameters are the best found, not a maximum.</source>
        <translation>لم تتقارب الملاءمة: المعاملات هي أفضل ما وُجد وليست قيمة عظمى.</translation>
    </message>
    <message>
        <source>The data do not identify all parameters: other values fit as well.</source>
        <translation>لا تحدد البيانات كل المعاملات: قيم أخرى تلائمها بالقدر نفسه.</translation>
    </message>
    <message numerus="yes">
        <source>Historic mean instead of a model: only %n customer(s) bought more than once, and a model needs 50.</source>
        <translation>
            <numerusform>المتوسط التاريخي بدل النموذج: لم يكرر أحد الشراء، ويحتاج النموذج إلى خمسين.</numerusform>
            <numerusform>المتوسط التاريخي بدل النموذج: كرر الشراء عميل واحد فقط، ويحتاج النموذج إلى خمسين.</numerusform>
            <numerusform>المتوسط التاريخي بدل النموذج: كرر الشراء عميلان فقط، ويحتاج النموذج إلى خمسين.</numerusform>
            <numerusform>المتوسط التاريخي بدل النموذج: كرر الشراء %n عملاء فقط، ويحتاج النموذج إلى خمسين.</numerusform>
            <numerusform>المتوسط التاريخي بدل النموذج: كرر الشراء %n عميلًا فقط، ويحتاج النموذج إلى خمسين.</numerusform>
            <numerusform>المتوسط التاريخي بدل النموذج: كرر الشراء %n عميل فقط، ويحتاج النموذج إلى خمسين.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wide interval: only %n customer(s) bought more than once.</source>
        <translation>
            <numerusform>فترة ثقة واسعة: لم يكرر أحد الشراء.</numerusform>
            <numerusform>فترة ثقة واسعة: كرر الشراء عميل واحد فقط.</numerusform>
            <numerusform>فترة ثقة واسعة: كرر الشراء عميلان فقط.</numerusform>
            <numerusform>فترة ثقة واسعة: كرر الشراء %n عملاء فقط.</numerusform>
            <numerusform>فترة ثقة واسعة: كرر الشراء %n عميلًا فقط.</numerusform>
            <numerusform>فترة ثقة واسعة: كرر الشراء %n عميل فقط.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wide interval: the data cover only %n day(s), less than a year.</source>
        <translation>
            <numerusform>فترة ثقة واسعة: تغطي البيانات أقل من يوم.</numerusform>
            <numerusform>فترة ثقة واسعة: تغطي البيانات يومًا واحدًا فقط، أي أقل من سنة.</numerusform>
            <numerusform>فترة ثقة واسعة: تغطي البيانات يومين فقط، أي أقل من سنة.</numerusform>
            <numerusform>فترة ثقة واسعة: تغطي البيانات %n أيام فقط، أي أقل من سنة.</numerusform>
            <numerusform>فترة ثقة واسعة: تغطي البيانات %n يومًا فقط، أي أقل من سنة.</numerusform>
            <numerusform>فترة ثقة واسعة: تغطي البيانات %n يوم فقط، أي أقل من سنة.</numerusform>
        </translation>
    </message>
    <message>
        <source>The margin must be above 0 and at most 1 (100 %), not %1.</source>
        <translation>يجب أن يكون الهامش أكبر من صفر ولا يزيد على واحد (مئة بالمئة)، وليس %1.</translation>
    </message>
    <message>
        <source>The discount rate must be above -1 and at most 10, not %1.</source>
        <translation>يجب أن يكون معدل الخصم الزمني أكبر من سالب واحد ولا يزيد على عشرة، وليس %1.</translation>
    </message>
    <message>
        <source>The horizon must be a number of periods from 0 to 1,000,000, not %1.</source>
        <translation>يجب أن يكون الأفق الزمني عددًا من الفترات بين صفر ومليون، وليس %1.</translation>
    </message>
    <message>
        <source>The interval must lie between 0 and 1, such as 0.9, not %1.</source>
        <translation>يجب أن يقع مستوى الفترة بين صفر وواحد مثل 0.9، وليس %1.</translation>
    </message>
    <message>
        <source>The calibration end %1 must lie before the last day of data used, %2.</source>
        <translation>يجب أن تقع نهاية المعايرة %1 قبل آخر يوم مستخدم من البيانات %2.</translation>
    </message>
    <message>
        <source>There are no purchases yet. Import transactions to compute lifetime values.</source>
        <translation>لا توجد مشتريات بعد. استورد المعاملات لحساب قيم العملاء مدى الحياة.</translation>
    </message>
    <message>
        <source>Summarising purchases</source>
        <translation>تلخيص المشتريات</translation>
    </message>
    <message>
        <source>No customer bought anything until %1. Choose a later day.</source>
        <translation>لم يشترِ أي عميل شيئًا حتى %1. اختر يومًا لاحقًا.</translation>
    </message>
    <message>
        <source>Fitting the model</source>
        <translation>ملاءمة النموذج</translation>
    </message>
    <message>
        <source>The purchases carry no amounts, so that only their number is forecast.</source>
        <translation>لا تحمل المشتريات مبالغ، لذلك يُتوقع عددها فقط.</translation>
    </message>
    <message>
        <source>The spend model could not be fitted: observed means are used.</source>
        <translation>تعذرت ملاءمة نموذج الإنفاق: تُستخدم المتوسطات المرصودة.</translation>
    </message>
    <message>
        <source>Historic mean instead of a model: no fit was found for these data.</source>
        <translation>المتوسط التاريخي بدل النموذج: لم توجد ملاءمة لهذه البيانات.</translation>
    </message>
    <message>
        <source>Predicting purchases</source>
        <translation>توقّع المشتريات</translation>
    </message>
    <message>
        <source>Drawing intervals</source>
        <translation>حساب فترات الثقة</translation>
    </message>
    <message>
        <source>Checking the fit</source>
        <translation>فحص الملاءمة</translation>
    </message>
    <message>
        <source>%1 fits best by BIC.</source>
        <translation>‏%1 هو الأكثر ملاءمة بحسب BIC.</translation>
    </message>
    <message>
        <source>%1 predicted the purchases of the holdout period best: %2 % too few.</source>
        <extracomment>%1 is a model&apos;s name, %2 a percentage such as &quot;3.5&quot;</extracomment>
        <translation>توقّع %1 مشتريات فترة الاختبار أفضل من غيره: بنقص قدره %2 بالمئة.</translation>
    </message>
    <message>
        <source>%1 predicted the purchases of the holdout period best: %2 % too many.</source>
        <translation>توقّع %1 مشتريات فترة الاختبار أفضل من غيره: بزيادة قدرها %2 بالمئة.</translation>
    </message>
    <message>
        <source>Too few customers bought more than once for a model.</source>
        <translation>عدد العملاء الذين كرروا الشراء لا يكفي لنموذج.</translation>
    </message>
    <message>
        <source>The test of a fit needs a day on which the calibration ends.</source>
        <translation>يحتاج اختبار الملاءمة إلى يوم تنتهي عنده المعايرة.</translation>
    </message>
    <message>
        <source>The simple value of %1 and the model&apos;s mean of %2 are close.</source>
        <translation>القيمة المبسّطة %1 ومتوسط النموذج %2 متقاربان.</translation>
    </message>
    <message>
        <source>The simple value is %1, the model&apos;s mean is %2. What lies between:</source>
        <translation>القيمة المبسّطة %1، ومتوسط النموذج %2. وما بينهما:</translation>
    </message>
    <message>
        <source>The simple value is %1, the model&apos;s mean of %2 is higher. What lies between:</source>
        <translation>القيمة المبسّطة %1، ومتوسط النموذج %2 أعلى منها. وما بينهما:</translation>
    </message>
    <message>
        <source>%1: the model counts only the next %2 years, its horizon.</source>
        <extracomment>%1 is a change in money, %2 a number of years such as &quot;3.0&quot;</extracomment>
        <translation>%1: لا يحسب النموذج إلا السنوات القادمة ضمن أفقه، وعددها %2.</translation>
    </message>
    <message>
        <source>%1: money that comes later counts less, at %2 a year.</source>
        <extracomment>%1 is a change in money, %2 a percentage</extracomment>
        <translation>%1: المال المتأخر أقل قيمة، بمعدل %2 في السنة.</translation>
    </message>
    <message>
        <source>%1: the model looks at every customer&apos;s own orders. Most order less often, or stop sooner, than the average buyer of the last year.</source>
        <extracomment>%1 is a change in money</extracomment>
        <translation>%1: ينظر النموذج إلى طلبات كل عميل على حدة، ومعظمهم يطلب أقل أو يتوقف أسرع من المشتري المتوسط في السنة الأخيرة.</translation>
    </message>
    <message>
        <source>%1: the model looks at every customer&apos;s own orders. A few who order much weigh more than in an average.</source>
        <translation>%1: ينظر النموذج إلى طلبات كل عميل على حدة، والقلة التي تطلب كثيرًا وزنها فيه أكبر من وزنها في المتوسط.</translation>
    </message>
    <message>
        <source>%1: about %2 of the customers have probably stopped buying already. The simple value takes everybody for active.</source>
        <extracomment>%1 is a change in money, %2 a percentage</extracomment>
        <translation>%1: نحو %2 من العملاء توقفوا عن الشراء على الأرجح، والقيمة المبسّطة تعدّ الجميع نشطين.</translation>
    </message>
    <message>
        <source>The retention cost must be an amount of 0 or more a year, not %1.</source>
        <translation>يجب أن تكون تكلفة الاحتفاظ مبلغًا سنويًا لا يقل عن صفر، وليس %1.</translation>
    </message>
    <message>
        <source>The covariate penalty must be a number of 0 or more, not %1.</source>
        <translation>يجب أن يكون وزن تقييد المتغيرات عددًا لا يقل عن صفر، وليس %1.</translation>
    </message>
    <message>
        <source>There are no subscriptions yet, and %1 looks at nothing else. Import subscriptions or choose another model.</source>
        <translation>لا توجد اشتراكات بعد، ولا ينظر %1 إلى غيرها. استورد الاشتراكات أو اختر نموذجًا آخر.</translation>
    </message>
    <message>
        <source>%1 predicted the renewals of the holdout period best: %2 % too few.</source>
        <extracomment>%1 is a model&apos;s name, %2 a percentage such as &quot;3.5&quot;</extracomment>
        <translation>كان %1 أفضل توقعًا لتجديدات فترة الاختبار: أقل بنسبة %2 %.</translation>
    </message>
    <message>
        <source>%1 predicted the renewals of the holdout period best: %2 % too many.</source>
        <translation>كان %1 أفضل توقعًا لتجديدات فترة الاختبار: أكثر بنسبة %2 %.</translation>
    </message>
    <message>
        <source>Fitting %1</source>
        <translation>ملاءمة %1</translation>
    </message>
    <message>
        <source>Too few customers renewed for a model.</source>
        <translation>عدد العملاء الذين جددوا أقل مما يحتاجه النموذج.</translation>
    </message>
    <message>
        <source>Counting renewals</source>
        <translation>عدّ التجديدات</translation>
    </message>
    <message>
        <source>The model %1 takes no covariates. Choose Pareto/NBD or BG/NBD, or leave out &quot;%2&quot;.</source>
        <translation>النموذج %1 لا يأخذ متغيرات. اختر Pareto/NBD أو BG/NBD، أو احذف &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>No subscription began until %1. Choose a later day.</source>
        <translation>لم يبدأ أي اشتراك حتى %1. اختر يومًا لاحقًا.</translation>
    </message>
    <message>
        <source>Valuing contracts</source>
        <translation>تقدير قيمة العقود</translation>
    </message>
    <message>
        <source>The subscriptions carry no prices, so that only renewals are forecast.</source>
        <translation>الاشتراكات بلا أسعار، فلا يُتوقع إلا عدد التجديدات.</translation>
    </message>
    <message>
        <source>The covariate &quot;%1&quot; is the same for all customers. Leave it out.</source>
        <translation>المتغير &quot;%1&quot; متساوٍ لدى كل العملاء. احذفه.</translation>
    </message>
    <message>
        <source>The covariate &quot;%1&quot; is not an attribute of the customers, who have none yet.</source>
        <translation>المتغير &quot;%1&quot; ليس من خصائص العملاء، ولا خصائص لهم بعد.</translation>
    </message>
    <message>
        <source>The covariate &quot;%1&quot; is not an attribute of the customers. Choose from %2.</source>
        <translation>المتغير &quot;%1&quot; ليس من خصائص العملاء. اختر من %2.</translation>
    </message>
    <message>
        <source>The covariate &quot;%1&quot; has %2 values, and at most %3 can be told apart. Choose a coarser attribute.</source>
        <translation>للمتغير &quot;%1&quot; من القيم %2، ولا يمكن التمييز بين أكثر من %3 منها. اختر خاصية أقل تفصيلًا.</translation>
    </message>
    <message>
        <source>The covariates improve the fit: likelihood ratio %1, p %2.</source>
        <extracomment>%1 is a statistic such as 54.07, %2 &quot;= 0.0312&quot; or &quot;&lt; 0.0001&quot;</extracomment>
        <translation>المتغيرات تحسّن الملاءمة: نسبة الاحتمال %1، والقيمة الاحتمالية p %2.</translation>
    </message>
    <message>
        <source>The covariates do not improve the fit: likelihood ratio %1, p %2. The model without them is enough.</source>
        <translation>المتغيرات لا تحسّن الملاءمة: نسبة الاحتمال %1، والقيمة الاحتمالية p %2. يكفي النموذج من دونها.</translation>
    </message>
    <message>
        <source>%1 fits better than %2: likelihood ratio %3, p %4.</source>
        <extracomment>%1 and %2 are names of models, %3 is a statistic such as 54.07, %4 &quot;= 0.0312&quot; or &quot;&lt; 0.0001&quot;</extracomment>
        <translation>%1 أكثر ملاءمة من %2: نسبة الاحتمال %3، والقيمة الاحتمالية p %4.</translation>
    </message>
    <message>
        <source>%1 fits no better than %2: likelihood ratio %3, p %4. The simpler model is enough.</source>
        <translation>%1 ليس أكثر ملاءمة من %2: نسبة الاحتمال %3، والقيمة الاحتمالية p %4. يكفي النموذج الأبسط.</translation>
    </message>
    <message numerus="yes">
        <source>Historic mean instead of a model: only %n customer(s) renewed, and a model needs 50.</source>
        <translation>
            <numerusform>المتوسط التاريخي بدل النموذج: لم يجدد أي عميل، والنموذج يحتاج إلى خمسين.</numerusform>
            <numerusform>المتوسط التاريخي بدل النموذج: جدّد عميل واحد فقط، والنموذج يحتاج إلى خمسين.</numerusform>
            <numerusform>المتوسط التاريخي بدل النموذج: جدّد عميلان فقط، والنموذج يحتاج إلى خمسين.</numerusform>
            <numerusform>المتوسط التاريخي بدل النموذج: جدّد %n عملاء فقط، والنموذج يحتاج إلى خمسين.</numerusform>
            <numerusform>المتوسط التاريخي بدل النموذج: جدّد %n عميلًا فقط، والنموذج يحتاج إلى خمسين.</numerusform>
            <numerusform>المتوسط التاريخي بدل النموذج: جدّد %n عميل فقط، والنموذج يحتاج إلى خمسين.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wide interval: only %n customer(s) renewed.</source>
        <translation>
            <numerusform>فترة ثقة واسعة: لم يجدد أي عميل.</numerusform>
            <numerusform>فترة ثقة واسعة: جدّد عميل واحد فقط.</numerusform>
            <numerusform>فترة ثقة واسعة: جدّد عميلان فقط.</numerusform>
            <numerusform>فترة ثقة واسعة: جدّد %n عملاء فقط.</numerusform>
            <numerusform>فترة ثقة واسعة: جدّد %n عميلًا فقط.</numerusform>
            <numerusform>فترة ثقة واسعة: جدّد %n عميل فقط.</numerusform>
        </translation>
    </message>
    <message>
        <source>Spend does not depend on the number of purchases, as Gamma-Gamma assumes: correlation %1.</source>
        <extracomment>%1 is a correlation such as -0.04</extracomment>
        <translation>لا يتوقف الإنفاق على عدد مرات الشراء، كما يفترض نموذج Gamma-Gamma: الارتباط %1.</translation>
    </message>
    <message>
        <source>Spend depends a little on the number of purchases (correlation %1): too little to matter for Gamma-Gamma.</source>
        <translation>يتوقف الإنفاق قليلًا على عدد مرات الشراء (الارتباط %1)، وهو أقل من أن يؤثر في نموذج Gamma-Gamma.</translation>
    </message>
    <message>
        <source>Customers who buy often spend more per purchase (correlation %1). Gamma-Gamma assumes no such link and values them too low.</source>
        <translation>العملاء الأكثر شراءً ينفقون في المرة أكثر (الارتباط %1). يفترض نموذج Gamma-Gamma غياب هذه الصلة فيقدّر قيمتهم بأقل مما هي.</translation>
    </message>
    <message>
        <source>Customers who buy often spend less per purchase (correlation %1). Gamma-Gamma assumes no such link and values them too high.</source>
        <translation>العملاء الأكثر شراءً ينفقون في المرة أقل (الارتباط %1). يفترض نموذج Gamma-Gamma غياب هذه الصلة فيقدّر قيمتهم بأكثر مما هي.</translation>
    </message>
    <message>
        <source>Imported summaries do not tell what was bought when: they leave no holdout to judge on. Leave out the calibration end.</source>
        <translation>لا تبيّن الملخصات المستوردة ما اشتُري ومتى، فلا تبقى فترة اختبار للحكم عليها. اترك نهاية المعايرة.</translation>
    </message>
    <message>
        <source>The imported summaries stand at %1 and tell nothing of earlier days. Choose that day or a later one.</source>
        <translation>الملخصات المستوردة بتاريخ %1 ولا تبيّن شيئًا عن الأيام السابقة. اختر ذلك اليوم أو يومًا بعده.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot have equal coefficients, because it is none of the covariates.</source>
        <translation>لا يمكن أن تكون لـ«%1» معاملات متساوية، لأنه ليس من المتغيرات المصاحبة.</translation>
    </message>
    <message>
        <source>Only Pareto/NBD has one coefficient each for purchases and dropout. Choose it, or let &quot;%1&quot; have coefficients of its own.</source>
        <translation>نموذج Pareto/NBD وحده له معامل واحد لكل من الشراء والمغادرة. اختره، أو اترك لـ«%1» معاملات خاصة.</translation>
    </message>
    <message>
        <source>%1 looks at the times between purchases, which imported summaries do not carry. Import transactions or choose another model.</source>
        <translation>ينظر %1 إلى الأزمنة بين المشتريات، ولا تحملها الملخصات المستوردة. استورد المعاملات أو اختر نموذجًا آخر.</translation>
    </message>
</context>
<context>
    <name>ClvHistogramChart</name>
    <message>
        <source>No lifetime values yet</source>
        <translation>لا توجد قيم للعملاء بعد</translation>
    </message>
    <message>
        <source>Lifetime value needs customers with orders. Import orders, or choose a later date.</source>
        <translation>تحتاج قيمة العميل مدى الحياة إلى عملاء لهم طلبات. استورد الطلبات أو اختر تاريخًا لاحقًا.</translation>
    </message>
    <message>
        <source>Distribution of CLV</source>
        <translation>توزيع قيمة العميل مدى الحياة</translation>
    </message>
    <message>
        <source>Top %1 of customers hold %2 of equity</source>
        <translation>أعلى %1 من العملاء يحملون %2 من مجموع القيمة</translation>
    </message>
    <message>
        <source>Half of the customers are worth less than %1; the mean is %2; the highest is %3.</source>
        <translation>قيمة نصف العملاء أقل من %1؛ والمتوسط %2؛ والأعلى %3.</translation>
    </message>
    <message>
        <source>Up to %1</source>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>‏%1 فأكثر</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>an interval</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Of all</source>
        <translation>من الكل</translation>
    </message>
    <message>
        <source>Median %1</source>
        <translation>الوسيط %1</translation>
    </message>
    <message>
        <source>Mean %1</source>
        <translation>المتوسط %1</translation>
    </message>
    <message>
        <source>CLV per customer, %1 (log scale)</source>
        <translation>قيمة العميل مدى الحياة، %1 (مقياس لوغاريتمي)</translation>
    </message>
    <message>
        <source>CLV per customer, %1</source>
        <translation>قيمة العميل مدى الحياة، %1</translation>
    </message>
    <message>
        <source>customers</source>
        <translation>عملاء</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
</context>
<context>
    <name>CohortsTab</name>
    <message>
        <source>Cohorts</source>
        <translation>الأفواج</translation>
    </message>
    <message>
        <source>There are no purchases yet</source>
        <translation>لا توجد مشتريات بعد</translation>
    </message>
    <message>
        <source>A cohort is the customers whose first purchase fell into one period. Import transactions to see how many of them come back and what they bring.</source>
        <translation>الفوج هو العملاء الذين وقع شراؤهم الأول في فترة واحدة. استورد المعاملات لترى كم منهم يعود وما الذي يجلبه.</translation>
    </message>
    <message>
        <source>What the cells show</source>
        <translation>ما تعرضه الخلايا</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>أسبوع</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>شهر</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>ربع سنة</translation>
    </message>
    <message>
        <source>Length of the periods</source>
        <translation>طول الفترات</translation>
    </message>
    <message>
        <source>First purchase: %1</source>
        <translation>الشراء الأول: %1</translation>
    </message>
    <message>
        <source>First purchase: %1, bought again in period %2</source>
        <extracomment>a cohort %1 and how many periods later they bought</extracomment>
        <translation>أول شراء: %1، واشتروا مجددًا في الفترة %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a period such as May 2025, and what customers were in it: new, returning, …</extracomment>
        <translation>‏%1: %2</translation>
    </message>
</context>
<context>
    <name>ColumnsChart</name>
    <message>
        <source>%1, %2</source>
        <extracomment>a period and the part of its column that is pointed at</extracomment>
        <translation>%1، %2</translation>
    </message>
</context>
<context>
    <name>ConditionEditor</name>
    <message>
        <source>What the condition is about</source>
        <translation>موضوع الشرط</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>المقارنة</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>in the last days (0: all time)</source>
        <translation>خلال آخر أيام (0: كل المدة)</translation>
    </message>
    <message>
        <source>Days that count, 0 for all time</source>
        <translation>عدد الأيام المحتسبة، و0 لكل المدة</translation>
    </message>
    <message>
        <source>Remove the condition</source>
        <translation>إزالة الشرط</translation>
    </message>
    <message>
        <source>is</source>
        <translation>تساوي</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>لا تساوي</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>إحدى القيم</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>ليست من القيم</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>تتضمن</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>على الأقل</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>على الأكثر</translation>
    </message>
    <message>
        <source>more than</source>
        <translation>أكثر من</translation>
    </message>
    <message>
        <source>less than</source>
        <translation>أقل من</translation>
    </message>
    <message>
        <source>between</source>
        <translation>بين</translation>
    </message>
    <message>
        <source>is known</source>
        <translation>معروفة</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>غير معروفة</translation>
    </message>
    <message>
        <source>2025-06-30</source>
        <translation>2025-06-30</translation>
    </message>
    <message>
        <source>value; value</source>
        <translation>قيمة; قيمة</translation>
    </message>
    <message>
        <source>The condition “%1” needs two values, the lower one first, parted by a semicolon.</source>
        <translation>يحتاج الشرط «%1» إلى قيمتين تفصل بينهما فاصلة منقوطة، الصغرى أولًا.</translation>
    </message>
    <message>
        <source>The condition “%1” needs a day such as 2025-06-30.</source>
        <translation>يحتاج الشرط «%1» إلى تاريخ بصيغة 2025-06-30.</translation>
    </message>
    <message>
        <source>The condition “%1” needs a number.</source>
        <translation>يحتاج الشرط «%1» إلى عدد.</translation>
    </message>
    <message>
        <source>The condition “%1” needs a value.</source>
        <translation>يحتاج الشرط «%1» إلى قيمة.</translation>
    </message>
</context>
<context>
    <name>ConditionalChart</name>
    <message>
        <source>Orders in the holdout, mean</source>
        <translation>متوسط الطلبات في فترة الاختبار</translation>
    </message>
    <message>
        <source>Repeat orders before</source>
        <translation>الطلبات المكررة قبلها</translation>
    </message>
    <message>
        <source>Repeat orders before: %1</source>
        <translation>الطلبات المكررة قبلها: %1</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Orders in the holdout by past orders</source>
        <translation>الطلبات في فترة الاختبار بحسب الطلبات السابقة</translation>
    </message>
    <message>
        <source>The model was not tested on later orders</source>
        <translation>لم يُختبر النموذج على طلبات لاحقة</translation>
    </message>
    <message>
        <source>A test keeps the last orders back and compares them with the prediction. It needs more history.</source>
        <translation>يحجب الاختبار آخر الطلبات ويقارنها بالتوقع، ويحتاج إلى تاريخ أطول.</translation>
    </message>
    <message>
        <source>Over all groups the expectation is off by %1 of the orders.</source>
        <extracomment>%1 is a percentage</extracomment>
        <translation>يخطئ التوقع عبر المجموعات كلها بنسبة %1 من الطلبات.</translation>
    </message>
    <message>
        <source>off by %1 over the groups</source>
        <translation>الخطأ عبر المجموعات %1</translation>
    </message>
</context>
<context>
    <name>ContactList</name>
    <message>
        <source>Name or ID</source>
        <translation>الاسم أو المعرّف</translation>
    </message>
    <message>
        <source>Find customers by name or ID</source>
        <translation>البحث عن العملاء بالاسم أو المعرّف</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>No customer here. Clear the search, or choose another part.</source>
        <translation>لا عميل هنا. امسح البحث أو اختر جزءًا آخر.</translation>
    </message>
</context>
<context>
    <name>ContactsDialog</name>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>لا عملاء</numerusform>
            <numerusform>عميل واحد</numerusform>
            <numerusform>عميلان</numerusform>
            <numerusform>%n عملاء</numerusform>
            <numerusform>%n عميلًا</numerusform>
            <numerusform>%n عميل</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>What they did instead</source>
        <translation>ما فعلوه بدلًا من ذلك</translation>
    </message>
    <message>
        <source>What is shown of these customers</source>
        <translation>ما يُعرض من هؤلاء العملاء</translation>
    </message>
    <message>
        <source>Save as segment</source>
        <translation>حفظ كشريحة</translation>
    </message>
    <message>
        <source>Looking for the customers</source>
        <translation>جارٍ البحث عن العملاء</translation>
    </message>
    <message>
        <source>The first event after the last one that brought them there.</source>
        <translation>أول حدث بعد آخر حدث أوصلهم إلى هنا.</translation>
    </message>
    <message>
        <source>nothing more</source>
        <translation>لا شيء بعد ذلك</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>الحصة</translation>
    </message>
    <message>
        <source>No change of stage is kept for this customer yet.</source>
        <translation>لم يُحفظ بعد أي تغيّر في مرحلة هذا العميل.</translation>
    </message>
</context>
<context>
    <name>ContactsModel</name>
    <message>
        <source>Customer %1</source>
        <translation>العميل %1</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>المعرّف</translation>
    </message>
    <message>
        <source>In the stage for</source>
        <translation>المدة في المرحلة</translation>
    </message>
    <message>
        <source>Lifetime value</source>
        <translation>قيمة العميل مدى الحياة</translation>
    </message>
</context>
<context>
    <name>ContractCharts</name>
    <message>
        <source>No subscriptions to show</source>
        <translation>لا اشتراكات لعرضها</translation>
    </message>
    <message>
        <source>Import subscriptions with the day they began and, where they ended, that day.</source>
        <translation>استورد الاشتراكات مع يوم بدئها ويوم انتهائها إن انتهت.</translation>
    </message>
    <message>
        <source>Renewals</source>
        <translation>التجديدات</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>الفعلي</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>Renewal %1</source>
        <extracomment>%1 is the number of a renewal</extracomment>
        <translation>التجديد %1</translation>
    </message>
    <message>
        <source>Subscriptions that are still there</source>
        <translation>الاشتراكات الباقية</translation>
    </message>
    <message>
        <source>share of all that began, by renewals; right of the dashed line the model alone</source>
        <translation>النسبة من كل ما بدأ، بحسب التجديدات؛ يمين الخط المتقطع النموذج وحده</translation>
    </message>
    <message>
        <source>Retention by renewal</source>
        <translation>الاحتفاظ عند كل تجديد</translation>
    </message>
    <message>
        <source>share that renews, of those that came up for it; right of the dashed line the model alone</source>
        <translation>نسبة من جدّدوا ممن حان موعدهم؛ يمين الخط المتقطع النموذج وحده</translation>
    </message>
</context>
<context>
    <name>CsvWriter</name>
    <message>
        <source>The file cannot be written: %1. Choose another place.</source>
        <translation>تتعذر كتابة الملف: %1. اختر مكانًا آخر.</translation>
    </message>
</context>
<context>
    <name>CustomerCardPanel</name>
    <message>
        <source>Choose a customer to see who they are and what they did.</source>
        <translation>اختر عميلًا لتعرف من هو وماذا فعل.</translation>
    </message>
    <message>
        <source>What happened with this customer</source>
        <translation>ما حدث مع هذا العميل</translation>
    </message>
    <message>
        <source>Customer ID %1</source>
        <translation>معرّف العميل %1</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>الشركة</translation>
    </message>
    <message>
        <source>City</source>
        <translation>المدينة</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>الدولة</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>القناة</translation>
    </message>
    <message>
        <source>Stage</source>
        <extracomment>a stage of the lifecycle: %1 its name, %2 the day a customer entered it</extracomment>
        <translation>المرحلة</translation>
    </message>
    <message>
        <source>Acquired</source>
        <translation>مكتسَب</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Lifetime value</source>
        <translation>قيمة العميل مدى الحياة</translation>
    </message>
    <message>
        <source>90 % interval</source>
        <extracomment>an interval: %1 its lower end, %2 its upper end</extracomment>
        <translation>فترة ثقة تسعين بالمئة</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>من %1 إلى %2</translation>
    </message>
    <message>
        <source>Probability of being active</source>
        <translation>احتمال النشاط</translation>
    </message>
    <message>
        <source>Repeat purchase days</source>
        <translation>أيام الشراء المكرر</translation>
    </message>
    <message>
        <source>Purchase, %1</source>
        <extracomment>timeline: %1 an amount of money, %2 a category of goods</extracomment>
        <translation>شراء، %1</translation>
    </message>
    <message>
        <source>Purchase, %1, %2</source>
        <translation>شراء، %1، %2</translation>
    </message>
    <message>
        <source>Refund, %1</source>
        <translation>مبلغ مسترد، %1</translation>
    </message>
    <message>
        <source>Survey %1: %2</source>
        <extracomment>timeline: %1 the kind of survey such as NPS, %2 the score</extracomment>
        <translation>استبيان %1: ‏%2</translation>
    </message>
    <message>
        <source>no score</source>
        <translation>دون درجة</translation>
    </message>
    <message>
        <source>Contact: %1</source>
        <translation>تواصل: %1</translation>
    </message>
    <message numerus="yes">
        <source>Timeline: %n entry(s)</source>
        <translation>
            <numerusform>الخط الزمني: لا شيء</numerusform>
            <numerusform>الخط الزمني: بند واحد</numerusform>
            <numerusform>الخط الزمني: بندان</numerusform>
            <numerusform>الخط الزمني: %n بنود</numerusform>
            <numerusform>الخط الزمني: %n بندًا</numerusform>
            <numerusform>الخط الزمني: %n بند</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>timeline: %1 the day, %2 what happened</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>What the timeline shows</source>
        <translation>ما يعرضه الخط الزمني</translation>
    </message>
    <message>
        <source>Stage in the source</source>
        <extracomment>the stage that the imported data gave, beside the one Qeema derives</extracomment>
        <translation>المرحلة في المصدر</translation>
    </message>
    <message>
        <source>Risk of leaving</source>
        <translation>خطر المغادرة</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a risk: %1 in percent, %2 &quot;low&quot;, &quot;medium&quot; or &quot;high&quot;</extracomment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>low</source>
        <translation>منخفض</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>متوسط</translation>
    </message>
    <message>
        <source>high</source>
        <translation>مرتفع</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1، منذ %2</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>كل شيء</translation>
    </message>
    <message>
        <source>Purchases and refunds</source>
        <translation>المشتريات والمرتجعات</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation>الاستبيانات</translation>
    </message>
    <message>
        <source>Contacts and tickets</source>
        <translation>التواصل والتذاكر</translation>
    </message>
    <message>
        <source>Contact: %1, effort %2</source>
        <extracomment>timeline: %1 the channel of a contact such as phone, %2 the effort it cost the customer, 1 to 7</extracomment>
        <translation>تواصل: %1، الجهد %2</translation>
    </message>
    <message>
        <source>not known without a purchase</source>
        <translation>غير معروفة دون عملية شراء</translation>
    </message>
    <message>
        <source>Segments</source>
        <extracomment>between the names of a list</extracomment>
        <translation>الشرائح</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>no segment is saved yet</source>
        <translation>لم تُحفظ أي شريحة بعد</translation>
    </message>
    <message>
        <source>in none</source>
        <translation>ليس في أي شريحة</translation>
    </message>
    <message>
        <source>none reached yet</source>
        <translation>لم يبلغ أي مرحلة بعد</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>الاشتراكات</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>الصفقات</translation>
    </message>
    <message>
        <source>Subscription begins</source>
        <extracomment>timeline: %1 a price</extracomment>
        <translation>بداية اشتراك</translation>
    </message>
    <message>
        <source>Subscription begins, %1 for each period</source>
        <translation>بداية اشتراك، %1 لكل فترة</translation>
    </message>
    <message>
        <source>Subscription ends</source>
        <translation>نهاية اشتراك</translation>
    </message>
    <message>
        <source>Deal %1: %2</source>
        <extracomment>timeline: %1 the id of a deal, %2 the stage of sales that it enters, %3 its amount</extracomment>
        <translation>الصفقة %1: %2</translation>
    </message>
    <message>
        <source>Deal %1: %2, %3</source>
        <translation>الصفقة %1: %2، %3</translation>
    </message>
    <message>
        <source>%1, accepted</source>
        <extracomment>timeline: %1 a change of a deal that the next department took over</extracomment>
        <translation>%1، قُبلت</translation>
    </message>
    <message>
        <source>%1, sent back</source>
        <extracomment>timeline: %1 a change of a deal that the next department sent back, %2 why</extracomment>
        <translation>%1، أُعيدت</translation>
    </message>
    <message>
        <source>%1, sent back: %2</source>
        <translation>%1، أُعيدت: %2</translation>
    </message>
    <message>
        <source>Changes of stage</source>
        <translation>تغيّرات المرحلة</translation>
    </message>
    <message>
        <source>Left the stage %1</source>
        <extracomment>timeline: %1 the title of a stage</extracomment>
        <translation>غادر مرحلة %1</translation>
    </message>
    <message>
        <source>Stage: %1</source>
        <extracomment>timeline: %1 and %2 the titles of stages</extracomment>
        <translation>المرحلة: %1</translation>
    </message>
    <message>
        <source>Stage: from %1 to %2</source>
        <translation>المرحلة: من %1 إلى %2</translation>
    </message>
</context>
<context>
    <name>CustomerDrawer</name>
    <message>
        <source>Choose a customer in the table to see value, activity and history.</source>
        <translation>اختر عميلًا من الجدول لعرض قيمته ونشاطه وسجله.</translation>
    </message>
    <message>
        <source>Slipping</source>
        <translation>في تراجع</translation>
    </message>
    <message>
        <source>P(alive) is below one half: more likely gone than active.</source>
        <translation>احتمال النشاط دون النصف: الأرجح أنه انقطع.</translation>
    </message>
    <message>
        <source>P(alive), last 52 weeks; ticks are orders</source>
        <translation>احتمال النشاط في آخر سنة؛ العلامات هي الطلبات</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>الخط الزمني</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>What the timeline shows</source>
        <translation>ما يعرضه الخط الزمني</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Customer %1</source>
        <translation>العميل %1</translation>
    </message>
    <message>
        <source>Customer since %1</source>
        <extracomment>%1 is a customer&apos;s number in the source, %2 a month</extracomment>
        <translation>عميل منذ %1</translation>
    </message>
    <message>
        <source>%1 · customer since %2</source>
        <translation>‏%1 · عميل منذ %2</translation>
    </message>
    <message numerus="yes">
        <source>CLV, %n month(s)</source>
        <translation>
            <numerusform>قيمة العميل</numerusform>
            <numerusform>قيمة العميل، شهر واحد</numerusform>
            <numerusform>قيمة العميل، شهران</numerusform>
            <numerusform>قيمة العميل، %n أشهر</numerusform>
            <numerusform>قيمة العميل، %n شهرًا</numerusform>
            <numerusform>قيمة العميل، %n شهر</numerusform>
        </translation>
    </message>
    <message>
        <source>CLV, lifetime</source>
        <translation>قيمة العميل، مدى الحياة</translation>
    </message>
    <message>
        <source>%1: %2 – %3</source>
        <translation>%1: %2 – %3</translation>
    </message>
    <message>
        <source>P(alive)</source>
        <translation>احتمال النشاط</translation>
    </message>
    <message>
        <source>was %1 in %2</source>
        <translation>كان %1 في %2</translation>
    </message>
    <message>
        <source>average %1</source>
        <translation>بمتوسط %1</translation>
    </message>
    <message>
        <source>no repeat order yet</source>
        <translation>لا طلب مكرر بعد</translation>
    </message>
    <message>
        <source>Usual gap</source>
        <translation>الفاصل المعتاد</translation>
    </message>
    <message>
        <source>%1 weeks</source>
        <extracomment>%1 is a number of weeks with a decimal</extracomment>
        <translation>%1 أسبوع</translation>
    </message>
    <message numerus="yes">
        <source>silent for %n week(s)</source>
        <translation>
            <numerusform>صامت منذ أقل من أسبوع</numerusform>
            <numerusform>صامت منذ أسبوع واحد</numerusform>
            <numerusform>صامت منذ أسبوعين</numerusform>
            <numerusform>صامت منذ %n أسابيع</numerusform>
            <numerusform>صامت منذ %n أسبوعًا</numerusform>
            <numerusform>صامت منذ %n أسبوع</numerusform>
        </translation>
    </message>
    <message>
        <source>How was “%1” computed</source>
        <translation>كيف حُسب «%1»</translation>
    </message>
    <message>
        <source>Expected orders</source>
        <translation>الطلبات المتوقعة</translation>
    </message>
    <message numerus="yes">
        <source>within %n month(s)</source>
        <translation>
            <numerusform>خلال أقل من شهر</numerusform>
            <numerusform>خلال شهر واحد</numerusform>
            <numerusform>خلال شهرين</numerusform>
            <numerusform>خلال %n أشهر</numerusform>
            <numerusform>خلال %n شهرًا</numerusform>
            <numerusform>خلال %n شهر</numerusform>
        </translation>
    </message>
    <message>
        <source>within ten years</source>
        <translation>خلال عشر سنوات</translation>
    </message>
    <message>
        <source>Expected amount</source>
        <translation>المبلغ المتوقع</translation>
    </message>
    <message>
        <source>per order</source>
        <translation>لكل طلب</translation>
    </message>
    <message>
        <source>Add to segment</source>
        <translation>إضافة إلى شريحة</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>نُسخ</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copies this customer&apos;s figures with their headings</source>
        <translation>ينسخ أرقام هذا العميل مع عناوينها</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>العقد</translation>
    </message>
    <message>
        <source>running</source>
        <extracomment>of a contract</extracomment>
        <translation>سارٍ</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>منتهٍ</translation>
    </message>
    <message>
        <source>next renewal on %1</source>
        <translation>التجديد التالي في %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>في %1</translation>
    </message>
    <message>
        <source>Renewals</source>
        <translation>التجديدات</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>بسعر %1</translation>
    </message>
    <message>
        <source>price not known</source>
        <translation>السعر غير معروف</translation>
    </message>
    <message>
        <source>Since the start</source>
        <translation>منذ البدء</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>لا أشهر</numerusform>
            <numerusform>شهر واحد</numerusform>
            <numerusform>شهران</numerusform>
            <numerusform>%n أشهر</numerusform>
            <numerusform>%n شهرًا</numerusform>
            <numerusform>%n شهر</numerusform>
        </translation>
    </message>
    <message>
        <source>began on %1</source>
        <translation>بدأ في %1</translation>
    </message>
    <message>
        <source>Expected renewals</source>
        <translation>التجديدات المتوقعة</translation>
    </message>
    <message>
        <source>per renewal</source>
        <translation>لكل تجديد</translation>
    </message>
</context>
<context>
    <name>CustomerMapChart</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>لا أيام</numerusform>
            <numerusform>يوم واحد</numerusform>
            <numerusform>يومان</numerusform>
            <numerusform>%n أيام</numerusform>
            <numerusform>%n يومًا</numerusform>
            <numerusform>%n يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>لا أشهر</numerusform>
            <numerusform>شهر واحد</numerusform>
            <numerusform>شهران</numerusform>
            <numerusform>%n أشهر</numerusform>
            <numerusform>%n شهرًا</numerusform>
            <numerusform>%n شهر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>لا أسابيع</numerusform>
            <numerusform>أسبوع واحد</numerusform>
            <numerusform>أسبوعان</numerusform>
            <numerusform>%n أسابيع</numerusform>
            <numerusform>%n أسبوعًا</numerusform>
            <numerusform>%n أسبوع</numerusform>
        </translation>
    </message>
    <message>
        <source>Days silent</source>
        <translation>أيام الصمت</translation>
    </message>
    <message>
        <source>Months silent</source>
        <translation>أشهر الصمت</translation>
    </message>
    <message>
        <source>Weeks silent</source>
        <translation>أسابيع الصمت</translation>
    </message>
    <message>
        <source>Repeat orders</source>
        <translation>الطلبات المكررة</translation>
    </message>
    <message>
        <source>Silent for</source>
        <translation>مدة الصمت</translation>
    </message>
    <message>
        <source>Customers in the selection</source>
        <translation>العملاء في التحديد</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>الصمت</translation>
    </message>
    <message numerus="yes">
        <source>%n quarter(s)</source>
        <translation>
            <numerusform>لا أرباع</numerusform>
            <numerusform>ربع واحد</numerusform>
            <numerusform>ربعان</numerusform>
            <numerusform>%n أرباع</numerusform>
            <numerusform>%n ربعًا</numerusform>
            <numerusform>%n ربع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>لا سنوات</numerusform>
            <numerusform>سنة واحدة</numerusform>
            <numerusform>سنتان</numerusform>
            <numerusform>%n سنوات</numerusform>
            <numerusform>%n سنة</numerusform>
            <numerusform>%n سنة</numerusform>
        </translation>
    </message>
    <message>
        <source>Quarters silent</source>
        <translation>أرباع الصمت</translation>
    </message>
    <message>
        <source>Years silent</source>
        <translation>سنوات الصمت</translation>
    </message>
    <message>
        <source>Not possible: more orders than opportunities before the silence</source>
        <translation>غير ممكن: الطلبات أكثر من الفرص التي سبقت الصمت</translation>
    </message>
</context>
<context>
    <name>CustomerTableModel</name>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>الشركة</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>الدولة</translation>
    </message>
    <message>
        <source>City</source>
        <translation>المدينة</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>القناة</translation>
    </message>
    <message>
        <source>Acquired on</source>
        <translation>تاريخ الاكتساب</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>المشتريات</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>الإيرادات</translation>
    </message>
    <message>
        <source>Last purchase</source>
        <translation>آخر شراء</translation>
    </message>
    <message>
        <source>Mean order</source>
        <translation>متوسط الطلب</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>المرحلة</translation>
    </message>
</context>
<context>
    <name>CustomerValuesModel</name>
    <message>
        <source>Customer %1</source>
        <extracomment>a customer without a name: %1 is a number</extracomment>
        <translation>العميل %1</translation>
    </message>
    <message>
        <source>between %1 and %2, %3 interval</source>
        <extracomment>%1 and %2 are the ends of an interval, %3 a percentage</extracomment>
        <translation>بين %1 و%2، فترة ثقة %3</translation>
    </message>
    <message>
        <source>Probability that the customer is still active</source>
        <translation>احتمال أن العميل ما زال نشطًا</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Weeks silent</source>
        <translation>أسابيع الصمت</translation>
    </message>
    <message>
        <source>Avg order</source>
        <translation>متوسط الطلب</translation>
    </message>
    <message>
        <source>P(alive)</source>
        <translation>احتمال النشاط</translation>
    </message>
    <message>
        <source>Expected orders</source>
        <translation>الطلبات المتوقعة</translation>
    </message>
    <message>
        <source>CLV, %1</source>
        <extracomment>%1 is a currency</extracomment>
        <translation>قيمة العميل، %1</translation>
    </message>
    <message>
        <source>%1 interval</source>
        <extracomment>%1 is a percentage</extracomment>
        <translation>فترة ثقة %1</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>الشريحة</translation>
    </message>
    <message>
        <source>%1, from</source>
        <extracomment>headings of a copied table: the ends of an interval, %1 such as &quot;90 % interval&quot;</extracomment>
        <translation>%1، من</translation>
    </message>
    <message>
        <source>%1, to</source>
        <translation>%1، إلى</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>محدَّد</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>غير محدَّد</translation>
    </message>
    <message>
        <source>Choose customers: Space ticks the marked rows, Ctrl+A all that are shown</source>
        <translation>حدّد العملاء: مفتاح المسافة يحدّد الصفوف المعلَّمة، وCtrl+A يحدّد كل المعروضين</translation>
    </message>
    <message>
        <source>running</source>
        <extracomment>of a contract</extracomment>
        <translation>سارٍ</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>منتهٍ</translation>
    </message>
    <message>
        <source>Whether the customer has a contract that runs on the last day of data</source>
        <translation>هل للعميل عقد سارٍ في آخر يوم من البيانات</translation>
    </message>
    <message>
        <source>Renewals</source>
        <translation>التجديدات</translation>
    </message>
    <message>
        <source>Age, months</source>
        <translation>العمر بالأشهر</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>السعر</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>العقد</translation>
    </message>
    <message>
        <source>Renewals ahead</source>
        <translation>المقبلة</translation>
    </message>
</context>
<context>
    <name>Customers</name>
    <message>
        <source>%1 is damaged: row %2 of the table %3 belongs to a customer that does not exist. Open the newest backup beside it.</source>
        <translation>الملف %1 تالف: الصف %2 من الجدول %3 يتبع عميلًا غير موجود. افتح أحدث نسخة احتياطية بجانبه.</translation>
    </message>
    <message>
        <source>%1 has row numbers beyond 4,294,967,295 in the table %2, which Qeema does not write. Import the data into a new workspace.</source>
        <translation>في الجدول %2 من %1 أرقام صفوف تتجاوز 4,294,967,295 ولا تكتبها قيمة. استورد البيانات في مساحة عمل جديدة.</translation>
    </message>
    <message>
        <source>The times in the table %1 of %2 lie more than 136 years apart. Undo the import that brought the wrong dates.</source>
        <translation>الأوقات في الجدول %1 من %2 متباعدة بأكثر من 136 سنة. تراجع عن الاستيراد الذي جلب التواريخ الخاطئة.</translation>
    </message>
    <message>
        <source>Reading purchases</source>
        <translation>قراءة المشتريات</translation>
    </message>
    <message>
        <source>Reading events</source>
        <translation>قراءة الأحداث</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>الدولة</translation>
    </message>
    <message>
        <source>City</source>
        <translation>المدينة</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>القناة</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>الشركة</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>المرحلة</translation>
    </message>
    <message>
        <source>This customer is no longer in the workspace. Press F5 to read it again.</source>
        <translation>لم يعد هذا العميل في مساحة العمل. اضغط F5 لقراءتها من جديد.</translation>
    </message>
    <message>
        <source>Preparing a quicker opening</source>
        <translation>تجهيز فتح أسرع</translation>
    </message>
</context>
<context>
    <name>CustomersCard</name>
    <message>
        <source>How was “%1” computed…</source>
        <extracomment>%1 is the heading of a column</extracomment>
        <translation>كيف حُسب «%1»…</translation>
    </message>
    <message>
        <source>Open the customer</source>
        <translation>فتح العميل</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>الأعمدة</translation>
    </message>
    <message>
        <source>Name or ID</source>
        <translation>الاسم أو المعرّف</translation>
    </message>
    <message>
        <source>Find customers by name or ID</source>
        <translation>البحث عن العملاء بالاسم أو المعرّف</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Create segment</source>
        <translation>إنشاء شريحة</translation>
    </message>
    <message>
        <source>Customers in selection</source>
        <translation>العملاء في التحديد</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>mean CLV %1</source>
        <translation>متوسط القيمة %1</translation>
    </message>
    <message>
        <source>%1 active</source>
        <extracomment>%1 is a number of customers, %2 a probability</extracomment>
        <translation>النشطون %1</translation>
    </message>
    <message>
        <source>mean P(alive) %1</source>
        <translation>متوسط احتمال النشاط %1</translation>
    </message>
    <message>
        <source>%1 expected orders each</source>
        <translation>الطلبات المتوقعة لكل عميل %1</translation>
    </message>
    <message>
        <source>A segment keeps these customers at hand for rules and reports.</source>
        <translation>تحفظ الشريحة هؤلاء العملاء لاستخدامهم في القواعد والتقارير.</translation>
    </message>
    <message>
        <source>No customers match</source>
        <translation>لا عملاء مطابقين</translation>
    </message>
    <message>
        <source>Nobody in the selection has “%1” in name or ID.</source>
        <translation>لا أحد في التحديد في اسمه أو معرّفه «%1».</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>مسح البحث</translation>
    </message>
    <message>
        <source>Nobody has a lifetime value in the chosen range.</source>
        <translation>لا أحد قيمته ضمن المدى المختار.</translation>
    </message>
    <message>
        <source>Clear CLV range</source>
        <translation>مسح مدى القيمة</translation>
    </message>
    <message>
        <source>Customers with “%1”</source>
        <extracomment>name of a segment: customers whose name or number holds %1</extracomment>
        <translation>عملاء فيهم «%1»</translation>
    </message>
    <message>
        <source>CLV %1 – %2 %3</source>
        <extracomment>name of a segment: %1 and %2 are amounts, %3 a currency</extracomment>
        <translation>قيمة العميل ‏%1 – %2 ‏%3</translation>
    </message>
    <message numerus="yes">
        <source>Tick all %n shown</source>
        <translation>
            <numerusform>لا عملاء معروضون</numerusform>
            <numerusform>تحديد العميل المعروض</numerusform>
            <numerusform>تحديد العميلين المعروضين</numerusform>
            <numerusform>تحديد العملاء المعروضين جميعًا (%n)</numerusform>
            <numerusform>تحديد العملاء المعروضين جميعًا (%n)</numerusform>
            <numerusform>تحديد العملاء المعروضين جميعًا (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Tick customers, or choose them in the chart or by name, to make a segment of them.</source>
        <translation>حدّد عملاء بالعلامة أو اخترهم من المخطط أو بالاسم لتكوّن منهم شريحة.</translation>
    </message>
    <message>
        <source>Selected customers</source>
        <extracomment>name of a segment</extracomment>
        <translation>عملاء محدَّدون</translation>
    </message>
    <message>
        <source>Ticked in the table of lifetime values</source>
        <extracomment>what a segment was made from</extracomment>
        <translation>حُدِّدوا في جدول قيم العملاء مدى الحياة</translation>
    </message>
    <message>
        <source>%1 expected renewals each</source>
        <translation>%1 من التجديدات المتوقعة لكل عميل</translation>
    </message>
</context>
<context>
    <name>CustomersPanel</name>
    <message>
        <source>CLV</source>
        <translation>قيمة العميل</translation>
    </message>
    <message>
        <source>P(alive)</source>
        <translation>احتمال النشاط</translation>
    </message>
    <message>
        <source>Export the customer table</source>
        <translation>تصدير جدول العملاء</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>ملفات CSV (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>لا عملاء</numerusform>
            <numerusform>عميل واحد</numerusform>
            <numerusform>عميلان</numerusform>
            <numerusform>%n عملاء</numerusform>
            <numerusform>%n عميلًا</numerusform>
            <numerusform>%n عميل</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 how many customers are shown, %2 of how many</extracomment>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>No customers match</source>
        <translation>لا عملاء مطابقين</translation>
    </message>
    <message>
        <source>No name, ID, company, e-mail or phone number holds &quot;%1&quot;.</source>
        <translation>لا يوجد اسم أو معرّف أو شركة أو بريد أو هاتف فيه &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Name, ID, company, e-mail</source>
        <translation>الاسم أو المعرّف أو الشركة أو البريد</translation>
    </message>
    <message>
        <source>Search customers</source>
        <translation>البحث عن العملاء</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>اختيار الأعمدة</translation>
    </message>
    <message>
        <source>No customers yet</source>
        <translation>لا عملاء بعد</translation>
    </message>
    <message>
        <source>Customers come with a customer list or with their transactions.</source>
        <translation>يأتي العملاء مع قائمة عملاء أو مع معاملاتهم.</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>استيراد البيانات</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>يحتوي على</translation>
    </message>
    <message>
        <source>e.g. %1, &gt; %1</source>
        <extracomment>how to filter by a day: %1 &quot;2024&quot;</extracomment>
        <translation>مثل %1 أو &gt; %1</translation>
    </message>
    <message>
        <source>e.g. %1, %2</source>
        <extracomment>how to filter by a number: %1 &quot;&gt; 100&quot;, %2 &quot;10..50&quot;</extracomment>
        <translation>مثل %1 أو %2</translation>
    </message>
    <message>
        <source>Not understood. %1</source>
        <translation>غير مفهوم. %1</translation>
    </message>
    <message>
        <source>The filters under the headings leave nobody. Change one, or clear all.</source>
        <translation>المرشحات تحت العناوين لا تُبقي أحدًا. غيّر أحدها أو امسحها كلها.</translation>
    </message>
    <message>
        <source>Show all customers</source>
        <translation>عرض جميع العملاء</translation>
    </message>
    <message>
        <source>Filter by column</source>
        <translation>الترشيح حسب العمود</translation>
    </message>
    <message>
        <source>Only the first %1 rows were copied. To get all of them, export the table as a file.</source>
        <translation>نُسخ أول %1 صف فقط. للحصول عليها كلها صدّر الجدول إلى ملف.</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>مصنفات Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Export the customer table as CSV or Excel workbook</source>
        <translation>تصدير جدول العملاء بصيغة CSV أو كمصنف Excel</translation>
    </message>
    <message>
        <source>Copying rows</source>
        <translation>نسخ الصفوف</translation>
    </message>
    <message>
        <source>Exporting the customer table</source>
        <translation>تصدير جدول العملاء</translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Data</source>
        <translation>البيانات</translation>
    </message>
    <message>
        <source>Parts of the data screen</source>
        <translation>أقسام شاشة البيانات</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>عمليات الاستيراد</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>الصفوف المرفوضة</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Data health</source>
        <translation>سلامة البيانات</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>المكررات</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Write the rows of the workspace to CSV files or Excel workbooks</source>
        <translation>كتابة صفوف مساحة العمل في ملفات CSV أو مصنفات Excel</translation>
    </message>
</context>
<context>
    <name>Database</name>
    <message>
        <source>The disk that holds %1 is full. Free some space and try again; nothing was changed.</source>
        <translation>القرص الذي يحوي %1 ممتلئ. أفرغ بعض المساحة وحاول مرة أخرى؛ لم يتغير شيء.</translation>
    </message>
    <message>
        <source>%1 was not closed properly. Open it in the window once, so that it is put in order, then try again.</source>
        <translation>لم يُغلق %1 بصورة صحيحة. افتحه في النافذة مرة ليُرتَّب، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>%1 cannot be written: the file or its folder is read-only. Save a copy elsewhere to change it.</source>
        <translation>تتعذر الكتابة في %1: الملف أو مجلده للقراءة فقط. احفظ نسخة في مكان آخر لتغييرها.</translation>
    </message>
    <message>
        <source>Another program is writing to %1. Wait until it has finished, then try again.</source>
        <translation>برنامج آخر يكتب في %1. انتظر حتى ينتهي ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>%1 is damaged. Open the newest backup beside it, or a copy.</source>
        <translation>‏%1 تالف. افتح أحدث نسخة احتياطية بجانبه أو نسخة أخرى.</translation>
    </message>
    <message>
        <source>%1 cannot be opened. Check that it exists and that you may read it.</source>
        <translation>يتعذر فتح %1. تحقق من وجوده ومن حقك في قراءته.</translation>
    </message>
    <message>
        <source>Reading or writing %1 failed. Check the disk it is on, then try again.</source>
        <translation>فشلت القراءة أو الكتابة في %1. افحص القرص ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The workspace %1 could not answer: %2</source>
        <translation>لم تستطع مساحة العمل %1 الإجابة: %2</translation>
    </message>
</context>
<context>
    <name>DeltaLabel</name>
    <message>
        <source>up %1</source>
        <translation>ارتفاع %1</translation>
    </message>
    <message>
        <source>down %1</source>
        <translation>انخفاض %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a change and what it is compared with</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Writing CSV files</source>
        <translation>كتابة ملفات CSV</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another folder or free some space.</source>
        <translation>تتعذر كتابة %1: ‏%2. اختر مجلدًا آخر أو أفرغ بعض المساحة.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Choose another one.</source>
        <translation>يتعذر إنشاء المجلد %1. اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>The number of customers must be between 1 and 100 million.</source>
        <translation>يجب أن يكون عدد العملاء بين واحد ومئة مليون.</translation>
    </message>
    <message>
        <source>The demo&apos;s last day must lie between 1980 and 2100.</source>
        <translation>يجب أن يقع آخر يوم في البيانات التجريبية بين عامي 1980 و2100.</translation>
    </message>
    <message>
        <source>Making customers and purchases</source>
        <translation>إنشاء العملاء والمشتريات</translation>
    </message>
    <message>
        <source>Making contacts and their events</source>
        <translation>إنشاء جهات الاتصال وأحداثها</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>%1 exists and is not a demo workspace. Choose another name.</source>
        <translation>‏%1 موجود وليس مساحة عمل تجريبية. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>%1 cannot be written. Choose another name or folder.</source>
        <translation>تتعذر كتابة %1. اختر اسمًا أو مجلدًا آخر.</translation>
    </message>
</context>
<context>
    <name>Derivation</name>
    <message>
        <source>how alike a customer&apos;s orders are in amount</source>
        <translation>مدى تشابه مبالغ طلبات العميل الواحد</translation>
    </message>
    <message>
        <source>how alike customers are in mean amount</source>
        <translation>مدى تشابه العملاء في متوسط المبلغ</translation>
    </message>
    <message>
        <source>scale of the amounts</source>
        <translation>مقياس المبالغ</translation>
    </message>
    <message>
        <source>how alike customers are in order rate</source>
        <translation>مدى تشابه العملاء في معدل الطلب</translation>
    </message>
    <message>
        <source>r ÷ α is the mean order rate</source>
        <translation>حاصل قسمة r على α هو متوسط معدل الطلب</translation>
    </message>
    <message>
        <source>regularity of the gaps; 1 is without any</source>
        <translation>انتظام الفواصل بين الطلبات، وقيمة الواحد تعني انعدام الانتظام</translation>
    </message>
    <message>
        <source>a ÷ (a + b) is the mean chance to leave after an order</source>
        <translation>حاصل قسمة a على مجموع a وb هو متوسط احتمال المغادرة بعد طلب</translation>
    </message>
    <message>
        <source>the chance to stay, as a counts the chance to leave</source>
        <translation>احتمال البقاء، كما يقيس a احتمال المغادرة</translation>
    </message>
    <message>
        <source>how alike customers are in how long they stay</source>
        <translation>مدى تشابه العملاء في مدة بقائهم</translation>
    </message>
    <message>
        <source>scale of the time customers stay</source>
        <translation>مقياس مدة بقاء العملاء</translation>
    </message>
    <message>
        <source>how fast the chance to leave grows with age</source>
        <translation>سرعة نمو احتمال المغادرة مع عمر العلاقة</translation>
    </message>
    <message>
        <source>days</source>
        <translation>أيام</translation>
    </message>
    <message>
        <source>months</source>
        <translation>أشهر</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>أسابيع</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>a number and its unit: &quot;12.4 weeks&quot;</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>the whole lifetime</source>
        <translation>مدى الحياة كله</translation>
    </message>
    <message>
        <source>repeat orders: days with an order after the first</source>
        <translation>الطلبات المكررة: أيام فيها طلب بعد الطلب الأول</translation>
    </message>
    <message>
        <source>from the first order to the last</source>
        <translation>من الطلب الأول إلى الأخير</translation>
    </message>
    <message>
        <source>from the first order to %1, the last day of data</source>
        <extracomment>%1 is a date</extracomment>
        <translation>من الطلب الأول إلى %1، وهو آخر يوم في البيانات</translation>
    </message>
    <message>
        <source>contribution margin</source>
        <translation>هامش المساهمة</translation>
    </message>
    <message>
        <source>discount rate a year</source>
        <translation>معدل الخصم السنوي</translation>
    </message>
    <message>
        <source>the same, continuous and per period</source>
        <translation>المعدل نفسه مستمرًا لكل فترة</translation>
    </message>
    <message>
        <source>horizon</source>
        <translation>الأفق الزمني</translation>
    </message>
    <message>
        <source>Orders of one day count once and their amounts are added; refunds come off the latest order before them.</source>
        <translation>تُعدّ طلبات اليوم الواحد طلبًا واحدًا وتُجمع مبالغها، وتُخصم المرتجعات من أقرب طلب قبلها.</translation>
    </message>
    <message>
        <source>CLV of this customer</source>
        <translation>قيمة هذا العميل مدى الحياة</translation>
    </message>
    <message>
        <source>orders of the average customer within the horizon</source>
        <translation>طلبات العميل المتوسط ضمن الأفق الزمني</translation>
    </message>
    <message>
        <source>average amount of an order, all customers</source>
        <translation>متوسط قيمة الطلب لدى جميع العملاء</translation>
    </message>
    <message>
        <source>What this customer is expected to bring from now on, within the horizon: margin × expected amount of an order × expected orders, where later orders count less.</source>
        <translation>ما يُتوقع أن يحققه هذا العميل من الآن ضمن الأفق الزمني: الهامش × قيمة الطلب المتوقعة × الطلبات المتوقعة، مع تقليل وزن الطلبات المتأخرة.</translation>
    </message>
    <message>
        <source>expected amount of an order</source>
        <translation>قيمة الطلب المتوقعة</translation>
    </message>
    <message>
        <source>probability that the customer is still active</source>
        <translation>احتمال أن العميل ما زال نشطًا</translation>
    </message>
    <message>
        <source>expected orders, not discounted</source>
        <translation>الطلبات المتوقعة دون خصم</translation>
    </message>
    <message>
        <source>expected orders, discounted; λ(t) is their rate while active</source>
        <translation>الطلبات المتوقعة مخصومة، وλ(t) معدلها ما دام العميل نشطًا</translation>
    </message>
    <message>
        <source>There are too few repeat orders for a model: no probability can be given.</source>
        <translation>الطلبات المكررة أقل من أن يُبنى عليها نموذج، فلا يمكن إعطاء احتمال.</translation>
    </message>
    <message>
        <source>Probability that the customer is still active, by %1. The more often somebody ordered, the more a long silence says.</source>
        <extracomment>%1 is a model&apos;s name</extracomment>
        <translation>احتمال أن العميل ما زال نشطًا وفق %1. وكلما كثرت طلبات العميل كان صمته الطويل أبلغ دلالة.</translation>
    </message>
    <message>
        <source>Expected orders</source>
        <translation>الطلبات المتوقعة</translation>
    </message>
    <message>
        <source>Orders expected within %1, not discounted.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>الطلبات المتوقعة خلال %1، دون خصم.</translation>
    </message>
    <message>
        <source>time to look ahead</source>
        <translation>المدة المستقبلية</translation>
    </message>
    <message>
        <source>Expected amount of an order</source>
        <translation>قيمة الطلب المتوقعة</translation>
    </message>
    <message>
        <source>mean amount of the repeat orders</source>
        <translation>متوسط قيمة الطلبات المكررة</translation>
    </message>
    <message>
        <source>Between the customer&apos;s own mean and the mean of all: the more orders, the nearer to the own.</source>
        <translation>قيمة بين متوسط العميل نفسه ومتوسط الجميع، وكلما زادت طلباته اقتربت من متوسطه.</translation>
    </message>
    <message>
        <source>correlation of x and z over all customers; the model assumes none</source>
        <translation>الارتباط بين x وz لدى جميع العملاء، والنموذج يفترض انعدامه</translation>
    </message>
    <message>
        <source>The mean of the observed amounts, without a spend model.</source>
        <translation>متوسط المبالغ المرصودة دون نموذج إنفاق.</translation>
    </message>
    <message>
        <source>%1 interval of the CLV</source>
        <extracomment>%1 is a percentage</extracomment>
        <translation>فترة %1 لقيمة العميل</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>%1 and %2 are the ends of an interval</extracomment>
        <translation>من %1 إلى %2</translation>
    </message>
    <message>
        <source>This customer&apos;s future is drawn many times by the fitted model: still active or not, how long, how many orders, how much each. The interval leaves out the same share of futures at either end. It is wide because one customer&apos;s future is chance; the mean of many customers is known far better.</source>
        <translation>يُحاكى مستقبل هذا العميل مرات كثيرة بالنموذج: أما زال نشطًا، وكم يبقى، وكم طلبًا يقدّم، وبأي مبلغ. وتستبعد الفترة الحصة نفسها من الطرفين. وهي واسعة لأن مستقبل العميل الواحد رهن المصادفة، أما متوسط عملاء كثيرين فأدق بكثير.</translation>
    </message>
    <message>
        <source>of the draws: the same data give the same digits</source>
        <translation>بذرة المحاكاة: البيانات نفسها تعطي الأرقام نفسها</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Days with an order, the first included; orders of one day count once. The average is over repeat days, as the spend model reads it.</source>
        <translation>الأيام التي فيها طلب ومنها الأول، وطلبات اليوم الواحد تُعدّ طلبًا واحدًا. والمتوسط محسوب على الأيام المكررة كما يقرؤها نموذج الإنفاق.</translation>
    </message>
    <message>
        <source>Usual gap</source>
        <translation>الفاصل المعتاد</translation>
    </message>
    <message>
        <source>Time from the first to the last order ÷ repeat orders. Silent is the time since the last order.</source>
        <translation>المدة من الطلب الأول إلى الأخير ÷ الطلبات المكررة. والصمت هو المدة منذ آخر طلب.</translation>
    </message>
    <message>
        <source>Mean CLV</source>
        <translation>متوسط قيمة العميل</translation>
    </message>
    <message>
        <source>The CLV of all customers with an order, added up and divided by their number.</source>
        <translation>مجموع قيم جميع العملاء الذين لهم طلب مقسومًا على عددهم.</translation>
    </message>
    <message>
        <source>customers with an order until the last day of data</source>
        <translation>العملاء الذين لهم طلب حتى آخر يوم في البيانات</translation>
    </message>
    <message>
        <source>The rows behind it are the customers of the table.</source>
        <translation>الصفوف وراءها هم عملاء الجدول.</translation>
    </message>
    <message>
        <source>Customer equity</source>
        <translation>مجموع قيمة العملاء</translation>
    </message>
    <message>
        <source>The CLV of all customers with an order, added up.</source>
        <translation>مجموع قيم جميع العملاء الذين لهم طلب.</translation>
    </message>
    <message>
        <source>interval: parameters drawn from their uncertainty, everything valued anew</source>
        <translation>الفترة: تُسحب المعاملات من نطاق عدم يقينها ويُعاد تقييم كل شيء</translation>
    </message>
    <message>
        <source>Holdout error</source>
        <translation>خطأ فترة الاختبار</translation>
    </message>
    <message>
        <source>The data are too short to keep the last orders back for a test.</source>
        <translation>البيانات أقصر من أن تُحجب آخر طلباتها للاختبار.</translation>
    </message>
    <message>
        <source>The model is fitted to the orders until %1 only and predicts the repeat orders after it, which it has not seen. Within 5 % either way is good, beyond 15 % poor.</source>
        <extracomment>%1 is a date</extracomment>
        <translation>يُلاءم النموذج على الطلبات حتى %1 فقط ثم يتوقع الطلبات المكررة بعدها، وهو لم يرها. الخطأ ضمن ٥٪ في أي اتجاه جيد، وما فوق ١٥٪ ضعيف.</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>المتوقع</translation>
    </message>
    <message>
        <source>repeat orders by the model</source>
        <translation>الطلبات المكررة وفق النموذج</translation>
    </message>
    <message>
        <source>actual</source>
        <translation>الفعلي</translation>
    </message>
    <message>
        <source>repeat orders there were</source>
        <translation>الطلبات المكررة الفعلية</translation>
    </message>
    <message>
        <source>mean absolute error of a customer&apos;s number of orders</source>
        <translation>متوسط الخطأ المطلق في عدد طلبات العميل</translation>
    </message>
    <message>
        <source>the same with large errors weighing more</source>
        <translation>مثله مع ترجيح الأخطاء الكبيرة</translation>
    </message>
    <message>
        <source>Bayesian information criterion: how well the model fits, less a price for each parameter. Lower is better; a difference of 10 is strong evidence. It compares models on the same data only.</source>
        <translation>معيار المعلومات البايزي: جودة الملاءمة مطروحًا منها ثمن لكل معامل. الأقل أفضل، والفرق بعشر نقاط دليل قوي. ولا يُقارن إلا بين نماذج على البيانات نفسها.</translation>
    </message>
    <message>
        <source>log-likelihood at its maximum</source>
        <translation>لوغاريتم الإمكان عند أقصاه</translation>
    </message>
    <message>
        <source>number of parameters</source>
        <translation>عدد المعاملات</translation>
    </message>
    <message>
        <source>Akaike&apos;s criterion, with a lower price for parameters</source>
        <translation>معيار أكايكي، وثمن المعاملات فيه أقل</translation>
    </message>
    <message>
        <source>interval: this customer&apos;s future drawn many times</source>
        <translation>الفترة: مستقبل هذا العميل محاكى مرات كثيرة</translation>
    </message>
    <message>
        <source>renewals so far</source>
        <translation>مرات التجديد حتى الآن</translation>
    </message>
    <message>
        <source>from the contract&apos;s start to %1, the last day of data</source>
        <extracomment>%1 is a date</extracomment>
        <translation>من بداية العقد إلى %1، آخر يوم في البيانات</translation>
    </message>
    <message>
        <source>opportunities taken after the first order</source>
        <translation>الفرص المغتنمة بعد الطلب الأول</translation>
    </message>
    <message>
        <source>number of the last opportunity taken</source>
        <translation>رقم آخر فرصة مغتنمة</translation>
    </message>
    <message>
        <source>opportunities there were since the first order</source>
        <translation>الفرص التي كانت منذ الطلب الأول</translation>
    </message>
    <message>
        <source>%1 of this customer, by the customer&apos;s attributes</source>
        <extracomment>%1 is a Greek letter</extracomment>
        <translation>%1 لهذا العميل بحسب سماته</translation>
    </message>
    <message>
        <source>A contract renews at the end of each billing period until it ends.</source>
        <translation>يتجدد العقد في نهاية كل فترة فوترة حتى ينتهي.</translation>
    </message>
    <message>
        <source>x, t_x and T came already summarised, as of %1: there are no single orders behind them here.</source>
        <extracomment>%1 is a date</extracomment>
        <translation>جاءت x و t_x و T ملخّصةً بتاريخ %1، فلا طلبات مفردة وراءها هنا.</translation>
    </message>
    <message>
        <source>years as a customer from now on, discounted alike</source>
        <translation>سنوات البقاء عميلًا من الآن، مخصومة بالطريقة نفسها</translation>
    </message>
    <message>
        <source>What this customer&apos;s contracts are expected to bring from now on, within the horizon: the margin of each renewal times the chance that it comes, where later ones count less.</source>
        <translation>ما يُتوقَّع أن تدرّه عقود هذا العميل من الآن ضمن الأفق: هامش كل تجديد مضروبًا في احتمال حدوثه، والأبعد منها أقل وزنًا.</translation>
    </message>
    <message>
        <source>price of a billing period</source>
        <translation>سعر فترة الفوترة</translation>
    </message>
    <message>
        <source>renewals expected, not discounted</source>
        <translation>التجديدات المتوقعة دون خصم</translation>
    </message>
    <message>
        <source>interval: when this customer&apos;s contracts may end</source>
        <translation>الفترة: متى قد تنتهي عقود هذا العميل</translation>
    </message>
    <message>
        <source>quarters</source>
        <translation>أرباع</translation>
    </message>
    <message>
        <source>years</source>
        <translation>سنوات</translation>
    </message>
    <message>
        <source>cost of keeping a customer for a year</source>
        <translation>تكلفة الاحتفاظ بالعميل سنةً</translation>
    </message>
    <message>
        <source>as it comes</source>
        <translation>عند وروده</translation>
    </message>
    <message>
        <source>at the month&apos;s end</source>
        <translation>في نهاية الشهر</translation>
    </message>
    <message>
        <source>at the year&apos;s end</source>
        <translation>في نهاية السنة</translation>
    </message>
    <message>
        <source>when money counts as received</source>
        <translation>متى يُحسب المال مقبوضًا</translation>
    </message>
    <message>
        <source>how %1 raises the order rate, as a power of e</source>
        <extracomment>%1 is an attribute of customers</extracomment>
        <translation>كيف يزيد %1 معدل الطلب، أسًّا للعدد e</translation>
    </message>
    <message>
        <source>how %1 raises order rate and leaving alike, as a power of e</source>
        <extracomment>%1 is an attribute of customers</extracomment>
        <translation>كيف يزيد %1 معدل الطلب والمغادرة معًا، أسًّا للعدد e</translation>
    </message>
    <message>
        <source>how %1 changes leaving, as a power of e</source>
        <translation>كيف يغيّر %1 المغادرة، أسًّا للعدد e</translation>
    </message>
    <message>
        <source>α ÷ (α + β) is the mean chance not to renew at first</source>
        <translation>α ÷ (α + β) متوسط احتمال عدم التجديد في البداية</translation>
    </message>
    <message>
        <source>below 1 renewing becomes surer with time, above 1 less sure</source>
        <translation>أقل من 1: يزداد التجديد ثباتًا مع الوقت، وأكثر من 1: يقل ثباتًا</translation>
    </message>
    <message>
        <source>α ÷ (α + β) is the mean chance to take an opportunity</source>
        <translation>α ÷ (α + β) متوسط احتمال اغتنام الفرصة</translation>
    </message>
    <message>
        <source>γ ÷ (γ + δ) is the mean chance to leave before an opportunity</source>
        <translation>γ ÷ (γ + δ) متوسط احتمال المغادرة قبل الفرصة</translation>
    </message>
    <message>
        <source>the same, per opportunity</source>
        <translation>المعدل نفسه لكل فرصة</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>العقد</translation>
    </message>
    <message>
        <source>running</source>
        <translation>سارٍ</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>منتهٍ</translation>
    </message>
    <message>
        <source>A contract goes on until it is ended, so whether this customer is still one is known and not estimated.</source>
        <translation>يستمر العقد حتى يُنهى، فكون هذا العميل ما زال عميلًا أمر معروف لا مقدَّر.</translation>
    </message>
    <message>
        <source>Renewals</source>
        <translation>التجديدات</translation>
    </message>
    <message>
        <source>How often the latest contract was renewed: at the end of each billing period, the last day of data included, if it went on.</source>
        <translation>عدد مرات تجديد أحدث عقد: عند نهاية كل فترة فوترة إن استمر، بما فيها آخر يوم في البيانات.</translation>
    </message>
    <message>
        <source>Since the start</source>
        <translation>منذ البدء</translation>
    </message>
    <message>
        <source>Time from the start of the latest contract to the last day of data.</source>
        <translation>المدة من بدء أحدث عقد إلى آخر يوم في البيانات.</translation>
    </message>
    <message>
        <source>Expected renewals</source>
        <translation>التجديدات المتوقعة</translation>
    </message>
    <message>
        <source>Renewals expected within %1, not discounted: the chances of all that lie ahead, added up. A contract that has ended has none.</source>
        <extracomment>%1 is a length of time</extracomment>
        <translation>التجديدات المتوقعة ضمن %1 دون خصم: مجموع احتمالات كل ما هو مقبل منها. ولا تجديد لعقد انتهى.</translation>
    </message>
    <message>
        <source>Price of a billing period</source>
        <translation>سعر فترة الفوترة</translation>
    </message>
    <message>
        <source>The price of the latest contract as it was imported; where it has none, the mean price of all contracts.</source>
        <translation>سعر أحدث عقد كما استُورد، وإن لم يكن له سعر فمتوسط أسعار كل العقود.</translation>
    </message>
    <message>
        <source>The earliest and the latest ends of this customer&apos;s contracts that the fitted model takes for likely, valued; the interval leaves out the same share of futures at either end.</source>
        <translation>قيمة أبكر نهاية وأبعد نهاية مرجّحتين لعقود هذا العميل بحسب النموذج، وتستبعد الفترة النسبة نفسها من الاحتمالات عند كل طرف.</translation>
    </message>
</context>
<context>
    <name>DerivationDialog</name>
    <message>
        <source>How was this computed: %1</source>
        <extracomment>%1 is a figure such as &quot;P(alive)&quot;</extracomment>
        <translation>كيف حُسب هذا: %1</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <extracomment>%1 is a publication</extracomment>
        <translation>المصدر: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>What goes in</source>
        <translation>المدخلات</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>المعنى</translation>
    </message>
    <message>
        <source>Orders behind it: %1</source>
        <extracomment>%1 is a number</extracomment>
        <translation>الطلبات وراءه: %1</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Counts as</source>
        <translation>يُعدّ</translation>
    </message>
    <message>
        <source>first order: the time begins</source>
        <translation>الطلب الأول: منه يبدأ الزمن</translation>
    </message>
    <message>
        <source>repeat order</source>
        <translation>طلب مكرر</translation>
    </message>
    <message>
        <source>contract: its start and price</source>
        <translation>عقد: بدايته وسعره</translation>
    </message>
</context>
<context>
    <name>DuplicatesPanel</name>
    <message>
        <source>stays</source>
        <translation>يبقى</translation>
    </message>
    <message>
        <source>is merged</source>
        <translation>يُدمج</translation>
    </message>
    <message>
        <source>Looking for duplicate customers</source>
        <translation>البحث عن العملاء المكررين</translation>
    </message>
    <message numerus="yes">
        <source>Merge %n certain group(s)</source>
        <translation>
            <numerusform>لا مجموعات مؤكدة للدمج</numerusform>
            <numerusform>دمج مجموعة مؤكدة واحدة</numerusform>
            <numerusform>دمج مجموعتين مؤكدتين</numerusform>
            <numerusform>دمج %n مجموعات مؤكدة</numerusform>
            <numerusform>دمج %n مجموعة مؤكدة</numerusform>
            <numerusform>دمج %n مجموعة مؤكدة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further entry(s) will be merged into %1.</source>
        <translation>
            <numerusform>لن يُدمج أي قيد في %1.</numerusform>
            <numerusform>سيُدمج قيد آخر في %1.</numerusform>
            <numerusform>سيُدمج قيدان آخران في %1.</numerusform>
            <numerusform>ستُدمج %n قيود أخرى في %1.</numerusform>
            <numerusform>سيُدمج %n قيدًا آخر في %1.</numerusform>
            <numerusform>سيُدمج %n قيد آخر في %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) with the same e-mail or phone will be merged, each into the one with most purchases and events.</source>
        <translation>
            <numerusform>لن يُدمج أي قيد.</numerusform>
            <numerusform>سيُدمج قيد واحد له البريد أو الهاتف نفسه في القيد الذي له أكثر المشتريات والأحداث.</numerusform>
            <numerusform>سيُدمج قيدان لهما البريد أو الهاتف نفسه، كل منهما في القيد الذي له أكثر المشتريات والأحداث.</numerusform>
            <numerusform>ستُدمج %n قيود لها البريد أو الهاتف نفسه، كل منها في القيد الذي له أكثر المشتريات والأحداث.</numerusform>
            <numerusform>سيُدمج %n قيدًا لها البريد أو الهاتف نفسه، كل منها في القيد الذي له أكثر المشتريات والأحداث.</numerusform>
            <numerusform>سيُدمج %n قيد لها البريد أو الهاتف نفسه، كل منها في القيد الذي له أكثر المشتريات والأحداث.</numerusform>
        </translation>
    </message>
    <message>
        <source>Customers that may be entered twice</source>
        <translation>عملاء ربما أُدخلوا مرتين</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>لا مجموعات</numerusform>
            <numerusform>مجموعة واحدة</numerusform>
            <numerusform>مجموعتان</numerusform>
            <numerusform>%n مجموعات</numerusform>
            <numerusform>%n مجموعة</numerusform>
            <numerusform>%n مجموعة</numerusform>
        </translation>
    </message>
    <message>
        <source>Entries of this group</source>
        <translation>قيود هذه المجموعة</translation>
    </message>
    <message>
        <source>the selected one stays and takes purchases, events and missing values of the others</source>
        <translation>يبقى القيد المحدد ويأخذ مشتريات الآخرين وأحداثهم والقيم التي تنقصه</translation>
    </message>
    <message>
        <source>Merge into the selected one</source>
        <translation>الدمج في القيد المحدد</translation>
    </message>
    <message>
        <source>These are different customers</source>
        <translation>هؤلاء عملاء مختلفون</translation>
    </message>
    <message>
        <source>No duplicates found</source>
        <translation>لم يُعثر على مكررات</translation>
    </message>
    <message>
        <source>No two customers share an e-mail address, a phone number, or a like name in one city.</source>
        <translation>لا يشترك عميلان في بريد إلكتروني أو رقم هاتف أو اسم متشابه في مدينة واحدة.</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>ما يحدث</translation>
    </message>
    <message>
        <source>Customer ID</source>
        <translation>معرّف العميل</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>City</source>
        <translation>المدينة</translation>
    </message>
    <message>
        <source>Purchases and events</source>
        <translation>المشتريات والأحداث</translation>
    </message>
</context>
<context>
    <name>EntryEditor</name>
    <message>
        <source>No events were imported</source>
        <translation>لم تُستورد أي أحداث</translation>
    </message>
    <message>
        <source>No event</source>
        <translation>بلا حدث</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>لا أحداث</numerusform>
            <numerusform>حدث واحد</numerusform>
            <numerusform>حدثان</numerusform>
            <numerusform>%n أحداث</numerusform>
            <numerusform>%n حدثًا</numerusform>
            <numerusform>%n حدث</numerusform>
        </translation>
    </message>
    <message>
        <source>Events that lead into the stage</source>
        <translation>الأحداث التي تؤدي إلى المرحلة</translation>
    </message>
    <message>
        <source>Purchase that leads into the stage</source>
        <translation>الشراء الذي يؤدي إلى المرحلة</translation>
    </message>
    <message>
        <source>No purchase</source>
        <translation>بلا شراء</translation>
    </message>
    <message>
        <source>or the first purchase</source>
        <translation>أو أول شراء</translation>
    </message>
    <message>
        <source>or purchase number %1</source>
        <translation>أو الشراء رقم %1</translation>
    </message>
</context>
<context>
    <name>EquationStrip</name>
    <message>
        <source>Mean CLV</source>
        <translation>متوسط قيمة العميل</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Customer equity</source>
        <translation>مجموع قيمة العملاء</translation>
    </message>
    <message>
        <source>Spend, 12 months</source>
        <translation>الإنفاق في سنة</translation>
    </message>
    <message>
        <source>Equity to spend</source>
        <translation>مجموع القيمة إلى الإنفاق</translation>
    </message>
    <message>
        <source>CAC · CRC</source>
        <translation>تكلفة الاكتساب · تكلفة الاحتفاظ</translation>
    </message>
    <message>
        <source>CAC: cost of acquiring a customer, acquisition spend ÷ new customers. CRC: cost to keep a customer for a year, retention spend ÷ active customers.</source>
        <translation>تكلفة الاكتساب (CAC): إنفاق الاكتساب ÷ العملاء الجدد. تكلفة الاحتفاظ (CRC): تكلفة الاحتفاظ بالعميل سنة، أي إنفاق الاحتفاظ ÷ العملاء النشطون.</translation>
    </message>
    <message>
        <source>%1 interval %2 – %3</source>
        <translation>فترة ثقة %1: ‏%2 – %3</translation>
    </message>
    <message>
        <source>%1 with P(alive) ≥ %2</source>
        <extracomment>%1 is a number of customers, %2 the number 0.5</extracomment>
        <translation>‏%1 باحتمال نشاط ≥ %2</translation>
    </message>
    <message>
        <source>vs %1</source>
        <translation>عن %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>في %1</translation>
    </message>
    <message>
        <source>no costs imported</source>
        <translation>لم تُستورد تكاليف</translation>
    </message>
    <message>
        <source>equity ÷ 12-month spend</source>
        <translation>مجموع القيمة ÷ إنفاق سنة</translation>
    </message>
    <message>
        <source>acquisition %1 · retention %2</source>
        <extracomment>%1 and %2 are amounts without currency</extracomment>
        <translation>اكتساب %1 · احتفاظ %2</translation>
    </message>
    <message>
        <source>%1 per new · active customer</source>
        <extracomment>%1 is a currency</extracomment>
        <translation>‏%1 لكل عميل جديد · عميل نشط</translation>
    </message>
</context>
<context>
    <name>Equity</name>
    <message>
        <source>The period ends before it begins: choose a `from` on or before the `until`.</source>
        <translation>تنتهي الفترة قبل أن تبدأ: اختر `from` في `until` أو قبله.</translation>
    </message>
    <message>
        <source>The step must be month, quarter or year.</source>
        <translation>يجب أن تكون الخطوة month أو quarter أو year.</translation>
    </message>
    <message>
        <source>Valuing customers at date %1 of %2</source>
        <extracomment>%1 and %2 are whole numbers: valuation 3 of 12</extracomment>
        <translation>تقييم العملاء في التاريخ %1 من %2</translation>
    </message>
</context>
<context>
    <name>EquityChart</name>
    <message>
        <source>%1 – %2</source>
        <comment>an interval</comment>
        <translation>%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>Equity grew for %n month(s) in a row</source>
        <translation>
            <numerusform>لم يتغير مجموع القيمة</numerusform>
            <numerusform>نما مجموع القيمة شهرًا واحدًا</numerusform>
            <numerusform>نما مجموع القيمة شهرين متتاليين</numerusform>
            <numerusform>نما مجموع القيمة %n أشهر متتالية</numerusform>
            <numerusform>نما مجموع القيمة %n شهرًا متتاليًا</numerusform>
            <numerusform>نما مجموع القيمة %n شهر متتالٍ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Equity fell for %n month(s) in a row</source>
        <translation>
            <numerusform>لم يتغير مجموع القيمة</numerusform>
            <numerusform>انخفض مجموع القيمة شهرًا واحدًا</numerusform>
            <numerusform>انخفض مجموع القيمة شهرين متتاليين</numerusform>
            <numerusform>انخفض مجموع القيمة %n أشهر متتالية</numerusform>
            <numerusform>انخفض مجموع القيمة %n شهرًا متتاليًا</numerusform>
            <numerusform>انخفض مجموع القيمة %n شهر متتالٍ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Equity grew for %n year(s) in a row</source>
        <translation>
            <numerusform>لم يتغير مجموع القيمة</numerusform>
            <numerusform>نما مجموع القيمة سنة واحدة</numerusform>
            <numerusform>نما مجموع القيمة سنتين متتاليتين</numerusform>
            <numerusform>نما مجموع القيمة %n سنوات متتالية</numerusform>
            <numerusform>نما مجموع القيمة %n سنة متتالية</numerusform>
            <numerusform>نما مجموع القيمة %n سنة متتالية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Equity fell for %n year(s) in a row</source>
        <translation>
            <numerusform>لم يتغير مجموع القيمة</numerusform>
            <numerusform>انخفض مجموع القيمة سنة واحدة</numerusform>
            <numerusform>انخفض مجموع القيمة سنتين متتاليتين</numerusform>
            <numerusform>انخفض مجموع القيمة %n سنوات متتالية</numerusform>
            <numerusform>انخفض مجموع القيمة %n سنة متتالية</numerusform>
            <numerusform>انخفض مجموع القيمة %n سنة متتالية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Equity grew for %n quarter(s) in a row</source>
        <translation>
            <numerusform>لم يتغير مجموع القيمة</numerusform>
            <numerusform>نما مجموع القيمة ربعًا واحدًا</numerusform>
            <numerusform>نما مجموع القيمة ربعين متتاليين</numerusform>
            <numerusform>نما مجموع القيمة %n أرباع متتالية</numerusform>
            <numerusform>نما مجموع القيمة %n ربعًا متتاليًا</numerusform>
            <numerusform>نما مجموع القيمة %n ربع متتالٍ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Equity fell for %n quarter(s) in a row</source>
        <translation>
            <numerusform>لم يتغير مجموع القيمة</numerusform>
            <numerusform>انخفض مجموع القيمة ربعًا واحدًا</numerusform>
            <numerusform>انخفض مجموع القيمة ربعين متتاليين</numerusform>
            <numerusform>انخفض مجموع القيمة %n أرباع متتالية</numerusform>
            <numerusform>انخفض مجموع القيمة %n ربعًا متتاليًا</numerusform>
            <numerusform>انخفض مجموع القيمة %n ربع متتالٍ</numerusform>
        </translation>
    </message>
    <message>
        <source>Customer equity was %1 on %2 and %3 on %4, with an interval from %5 to %6; the highest was %7 on %8.</source>
        <translation>كان مجموع قيمة العملاء %1 في %2 و%3 في %4، وفترة الثقة من %5 إلى %6؛ وكان الأعلى %7 في %8.</translation>
    </message>
    <message>
        <source>No equity yet</source>
        <translation>لا يوجد مجموع قيمة بعد</translation>
    </message>
    <message>
        <source>Equity needs customers and their orders. Twelve months of history give a useful first estimate.</source>
        <translation>يحتاج مجموع القيمة إلى العملاء وطلباتهم. سجل سنة يعطي تقديرًا أوليًا مفيدًا.</translation>
    </message>
    <message>
        <source>Customer equity</source>
        <translation>مجموع قيمة العملاء</translation>
    </message>
    <message>
        <source>%1, band = %2 interval</source>
        <translation>%1، الشريط = فترة ثقة %2</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>مجموع القيمة</translation>
    </message>
    <message>
        <source>%1 interval</source>
        <translation>فترة ثقة %1</translation>
    </message>
    <message>
        <source>Customers × CLV</source>
        <translation>العملاء × قيمة العميل</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>حتى</translation>
    </message>
    <message>
        <source>%1, the period has not ended</source>
        <translation>‏%1، لم تنتهِ الفترة</translation>
    </message>
    <message>
        <source>method changed</source>
        <translation>تغيّرت الطريقة</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>الأدنى</translation>
    </message>
    <message>
        <source>High</source>
        <translation>الأعلى</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Active customers</source>
        <translation>العملاء النشطون</translation>
    </message>
    <message>
        <source>Mean CLV</source>
        <translation>متوسط قيمة العميل</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>الطريقة</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>مكتملة</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>A customer was worth %1 on %2 and %3 on %4 on average, with an interval from %5 to %6.</source>
        <translation>كانت قيمة العميل في المتوسط %1 في %2 و%3 في %4، وفترة الثقة من %5 إلى %6.</translation>
    </message>
    <message>
        <source>Equity per customer</source>
        <translation>مجموع القيمة لكل عميل</translation>
    </message>
</context>
<context>
    <name>EquityPage</name>
    <message>
        <source>Customer equity</source>
        <translation>مجموع قيمة العملاء</translation>
    </message>
    <message>
        <source>No transactions yet</source>
        <translation>لا معاملات بعد</translation>
    </message>
    <message>
        <source>Equity needs customers and their orders. Twelve months of history give a useful first estimate.</source>
        <translation>يحتاج مجموع القيمة إلى العملاء وطلباتهم. سجل سنة يعطي تقديرًا أوليًا مفيدًا.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>الإجمالي</translation>
    </message>
    <message>
        <source>Per customer</source>
        <translation>لكل عميل</translation>
    </message>
    <message>
        <source>What the trend shows</source>
        <translation>ما يعرضه الاتجاه</translation>
    </message>
    <message>
        <source>Quarters compared</source>
        <translation>الأرباع المقارنة</translation>
    </message>
    <message>
        <source>Choose the quarters to compare</source>
        <translation>اختيار الأرباع المراد مقارنتها</translation>
    </message>
    <message>
        <source>No costs yet</source>
        <translation>لا تكاليف بعد</translation>
    </message>
    <message>
        <source>What each unit of spend returns needs the costs of acquiring and of keeping customers, one row per period.</source>
        <translation>معرفة عائد كل وحدة إنفاق تحتاج إلى تكاليف اكتساب العملاء والاحتفاظ بهم، صفًا لكل فترة.</translation>
    </message>
    <message>
        <source>Import costs</source>
        <translation>استيراد التكاليف</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>from one quarter to the next: %1 and %2 are quarters</extracomment>
        <translation>من %1 إلى %2</translation>
    </message>
    <message>
        <source>By quarter</source>
        <translation>بحسب الربع</translation>
    </message>
    <message>
        <source>As kept</source>
        <translation>كما حُفظت</translation>
    </message>
    <message>
        <source>Which results the trend shows</source>
        <translation>أيّ النتائج يعرضها الاتجاه</translation>
    </message>
    <message>
        <source>By quarter: all quarters valued now, with the model in use. As kept: the results of each computation as they were then; a change of method breaks the line.</source>
        <translation>بحسب الربع: تُقيَّم كل الأرباع الآن بالنموذج المستخدم. كما حُفظت: نتيجة كل حساب كما كانت في حينها، وتغيُّر الطريقة يقطع الخط.</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>أُلغي. لم يتغير شيء.</translation>
    </message>
</context>
<context>
    <name>ExpectedMapChart</name>
    <message>
        <source>No model to show</source>
        <translation>لا نموذج لعرضه</translation>
    </message>
    <message>
        <source>Expected orders need a fitted model, and that needs repeat customers.</source>
        <translation>تحتاج الطلبات المتوقعة إلى نموذج ملائم، وهو يحتاج إلى عملاء متكررين.</translation>
    </message>
    <message>
        <source>Expected orders</source>
        <translation>الطلبات المتوقعة</translation>
    </message>
    <message>
        <source>Orders that the model expects of a customer, by number of repeat orders and time since the last order. Most come from many orders and a short silence.</source>
        <translation>الطلبات التي يتوقعها النموذج من العميل بحسب عدد طلباته المكررة والمدة منذ آخر طلب. وأكثرها يأتي من كثرة الطلبات وقصر الصمت.</translation>
    </message>
    <message numerus="yes">
        <source>within %n month(s), line = one order</source>
        <translation>
            <numerusform>خلال أقل من شهر، الخط = طلب واحد</numerusform>
            <numerusform>خلال شهر واحد، الخط = طلب واحد</numerusform>
            <numerusform>خلال شهرين، الخط = طلب واحد</numerusform>
            <numerusform>خلال %n أشهر، الخط = طلب واحد</numerusform>
            <numerusform>خلال %n شهرًا، الخط = طلب واحد</numerusform>
            <numerusform>خلال %n شهر، الخط = طلب واحد</numerusform>
        </translation>
    </message>
    <message>
        <source>Expected orders: %1</source>
        <translation>الطلبات المتوقعة: %1</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export data</source>
        <translation>تصدير البيانات</translation>
    </message>
    <message>
        <source>Choose where to…</source>
        <translation>اختيار المكان…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Everything that the workspace has</source>
        <translation>كل ما في مساحة العمل</translation>
    </message>
    <message>
        <source>As</source>
        <translation>بصيغة</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>مصنف Excel</translation>
    </message>
    <message>
        <source>Format of the files</source>
        <translation>صيغة الملفات</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a kind of rows and how many there are: %1 &quot;Transactions&quot;, %2 &quot;97,078&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>An Excel workbook holds at most %1 rows: choose CSV for &quot;%2&quot;.</source>
        <extracomment>%1 how many rows a sheet of Excel takes, %2 a kind of rows such as &quot;Transactions&quot;</extracomment>
        <translation>لا يتسع مصنف Excel لأكثر من %1 صف: اختر CSV لأجل &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>The workspace has no rows yet. Import some first.</source>
        <translation>ليس في مساحة العمل صفوف بعد. استورد بعضها أولًا.</translation>
    </message>
    <message>
        <source>Tick what is to be exported.</source>
        <translation>ضع علامة على ما يُصدَّر.</translation>
    </message>
    <message>
        <source>One file with the headings that the import knows, so that it can be read back.</source>
        <translation>ملف واحد بالعناوين التي يعرفها الاستيراد، فيمكن أن يُقرأ من جديد.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) in a folder, with the headings that the import knows, so that they can be read back.</source>
        <translation>
            <numerusform>لا ملفات في مجلد، بالعناوين التي يعرفها الاستيراد، فيمكن أن تُقرأ من جديد.</numerusform>
            <numerusform>ملف واحد في مجلد، بالعناوين التي يعرفها الاستيراد، فيمكن أن يُقرأ من جديد.</numerusform>
            <numerusform>ملفان في مجلد، بالعناوين التي يعرفها الاستيراد، فيمكن أن يُقرآ من جديد.</numerusform>
            <numerusform>%n ملفات في مجلد، بالعناوين التي يعرفها الاستيراد، فيمكن أن تُقرأ من جديد.</numerusform>
            <numerusform>%n ملفًا في مجلد، بالعناوين التي يعرفها الاستيراد، فيمكن أن تُقرأ من جديد.</numerusform>
            <numerusform>%n ملف في مجلد، بالعناوين التي يعرفها الاستيراد، فيمكن أن تُقرأ من جديد.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FaultDelegate</name>
    <message>
        <source>empty</source>
        <translation>فارغ</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>No comparison</source>
        <translation>دون مقارنة</translation>
    </message>
    <message>
        <source>Previous period</source>
        <translation>الفترة السابقة</translation>
    </message>
    <message>
        <source>Previous year</source>
        <translation>العام السابق</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>المقارنة</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>لا بيانات بعد</translation>
    </message>
    <message>
        <source>Period: %1 (Ctrl+P)</source>
        <translation>الفترة: %1 (Ctrl+P)</translation>
    </message>
    <message>
        <source>Period: %1</source>
        <translation>الفترة: %1</translation>
    </message>
    <message>
        <source>Compare: previous period</source>
        <translation>المقارنة: الفترة السابقة</translation>
    </message>
    <message>
        <source>Compare: previous year</source>
        <translation>المقارنة: العام السابق</translation>
    </message>
    <message>
        <source>Compared with %1</source>
        <translation>مقارنةً بـ %1</translation>
    </message>
</context>
<context>
    <name>FilterHeader</name>
    <message>
        <source>Filter %1</source>
        <extracomment>a field that filters a table by one column: %1 the column</extracomment>
        <translation>ترشيح %1</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Contraction and churn took %1, more than the %2 that acquisition and expansion added.</source>
        <extracomment>%1 and %2 are amounts of money</extracomment>
        <translation>أخذ الانكماش والفقدان %1، وهو أكثر مما أضافه الاكتساب والتوسّع وقدره %2.</translation>
    </message>
    <message>
        <source>Expansion added %1, nearly all of the growth.</source>
        <translation>أضاف التوسّع %1، وهو النمو كله تقريبًا.</translation>
    </message>
    <message>
        <source>Acquisition added %1, nearly all of the growth.</source>
        <translation>أضاف الاكتساب %1، وهو النمو كله تقريبًا.</translation>
    </message>
    <message>
        <source>Expansion and acquisition added about the same.</source>
        <translation>أضاف التوسّع والاكتساب القدر نفسه تقريبًا.</translation>
    </message>
    <message>
        <source>Expansion added %1 times what acquisition did.</source>
        <extracomment>%1 is a number such as 1.9</extracomment>
        <translation>أضاف التوسّع %1 ضعف ما أضافه الاكتساب.</translation>
    </message>
    <message>
        <source>Acquisition added %1 times what expansion did.</source>
        <translation>أضاف الاكتساب %1 ضعف ما أضافه التوسّع.</translation>
    </message>
</context>
<context>
    <name>FitCard</name>
    <message>
        <source>Repeat orders over time</source>
        <translation>الطلبات المكررة عبر الزمن</translation>
    </message>
    <message>
        <source>Shows the repeat orders there were and those the model expects; right of the dashed line it had not seen them.
Good: the lines stay together in the holdout; summed up they end within 5 % of each other. Waves around the model are seasons, which it does not know.</source>
        <translation>يعرض الطلبات المكررة الفعلية وما يتوقعه النموذج منها، وما على يمين الخط المتقطع لم يره النموذج.
الجيد: أن يبقى الخطان معًا في فترة الاختبار، وألا يتباعد مجموعاهما أكثر من خمسة بالمئة. والأمواج حول النموذج مواسم لا يعرفها.</translation>
    </message>
    <message>
        <source>Customers by repeat orders</source>
        <translation>العملاء بحسب الطلبات المكررة</translation>
    </message>
    <message>
        <source>Shows how many customers ordered again never, once, twice and so on, and how many the model expects.
Good: pairs of the same height. If the bar of no repeat order is far off, the model mistakes who comes back at all.</source>
        <translation>يعرض كم عميلًا لم يطلب مجددًا، وكم طلب مرة أو مرتين وهكذا، وكم يتوقع النموذج.
الجيد: أن يتساوى كل عمودين متجاورين. وإن ابتعد عمود من لم يطلب مجددًا فالنموذج يخطئ في من يعود أصلًا.</translation>
    </message>
    <message>
        <source>Orders in the holdout by past orders</source>
        <translation>الطلبات في فترة الاختبار بحسب الطلبات السابقة</translation>
    </message>
    <message>
        <source>Shows customers grouped by their repeat orders before the holdout, with the orders they then made on average and the model&apos;s expectation.
Good: pairs of the same height in each group. This is what a customer&apos;s forecast rests on.</source>
        <translation>يعرض العملاء مجمّعين بحسب طلباتهم المكررة قبل فترة الاختبار، مع متوسط ما طلبوه فيها وتوقع النموذج.
الجيد: أن يتساوى العمودان في كل مجموعة، فعلى هذا تقوم توقعات كل عميل.</translation>
    </message>
    <message>
        <source>Does P(alive) hold?</source>
        <translation>هل يصدق احتمال النشاط؟</translation>
    </message>
    <message>
        <source>Whether a customer is alive cannot be seen, but whether they ordered in the holdout can. Dots are the share that did, with a 90 % interval, among customers of similar P(alive); the line is the share the model expects, below P(alive) because not all who are alive order in time.
Good: the line runs through the intervals.</source>
        <translation>لا يُرى أن العميل ما زال نشطًا، لكن يُرى هل طلب في فترة الاختبار. النقاط حصة من طلب، مع فترة تسعين بالمئة، بين عملاء متقاربين في احتمال النشاط. والخط هو الحصة التي يتوقعها النموذج، وهي دون احتمال النشاط لأن بعض النشطين لا يطلبون في المدة.
الجيد: أن يمر الخط بالفترات.</translation>
    </message>
    <message>
        <source>Mean amount of an order</source>
        <translation>متوسط قيمة الطلب</translation>
    </message>
    <message>
        <source>Shows customers with repeat orders by their mean amount, and the shares the Gamma-Gamma model expects as a line.
Good: the line follows the bars and the correlation of amount and number of orders is small, within ±0.1: the model assumes that they have nothing to do with each other.</source>
        <translation>يعرض العملاء ذوي الطلبات المكررة بحسب متوسط قيمة طلباتهم، والخط هو الحصص التي يتوقعها نموذج Gamma-Gamma.
الجيد: أن يتبع الخط الأعمدة، وأن يكون ارتباط القيمة بعدد الطلبات صغيرًا لا يتجاوز عُشرًا في أي اتجاه، لأن النموذج يفترض ألا صلة بينهما.</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>عبر الزمن</translation>
    </message>
    <message>
        <source>Repeat orders</source>
        <translation>الطلبات المكررة</translation>
    </message>
    <message>
        <source>By past orders</source>
        <translation>بحسب الماضي</translation>
    </message>
    <message>
        <source>P(alive)</source>
        <translation>احتمال النشاط</translation>
    </message>
    <message>
        <source>Amounts</source>
        <translation>المبالغ</translation>
    </message>
    <message>
        <source>What the card shows</source>
        <translation>ما تعرضه البطاقة</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>أسبوعيًا</translation>
    </message>
    <message>
        <source>4 weeks</source>
        <translation>أربعة أسابيع</translation>
    </message>
    <message>
        <source>Cumulative</source>
        <translation>تراكميًا</translation>
    </message>
    <message>
        <source>How orders are added up</source>
        <translation>كيف تُجمع الطلبات</translation>
    </message>
    <message>
        <source>How was the holdout error computed</source>
        <translation>كيف حُسب خطأ فترة الاختبار</translation>
    </message>
    <message>
        <source>Testing %1</source>
        <extracomment>%1 is a model&apos;s name</extracomment>
        <translation>اختبار %1</translation>
    </message>
    <message>
        <source>Still there</source>
        <translation>الباقون</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>الاحتفاظ</translation>
    </message>
    <message>
        <source>Subscriptions that are still there</source>
        <translation>الاشتراكات الباقية</translation>
    </message>
    <message>
        <source>Shows the share of all subscriptions that outlived one renewal, two, three and so on, counted over all cohorts, and the share the model fits and carries on.
Good: the lines stay together as far as the data reach.</source>
        <translation>يعرض نسبة الاشتراكات التي تجاوزت تجديدًا واحدًا ثم اثنين ثم ثلاثة وهكذا، محسوبة على كل الأفواج، والنسبة التي يلائمها النموذج ويواصلها.
الجيد: أن يبقى الخطان متلازمين ما امتدت البيانات.</translation>
    </message>
    <message>
        <source>Retention by renewal</source>
        <translation>الاحتفاظ عند كل تجديد</translation>
    </message>
    <message>
        <source>Shows how many of those that came up for a renewal renewed. It rises because those who leave early are gone: it does not mean that anybody becomes more loyal.
Good: the lines stay together; at late renewals few subscriptions are left and the actual line jumps.</source>
        <translation>يعرض كم جدّد ممن حان موعد تجديدهم. ترتفع النسبة لأن من ينقطعون مبكرًا قد ذهبوا، ولا يعني ذلك أن أحدًا صار أكثر ولاءً.
الجيد: أن يبقى الخطان متلازمين؛ وفي التجديدات المتأخرة تقل الاشتراكات الباقية فيتذبذب الخط الفعلي.</translation>
    </message>
</context>
<context>
    <name>FrequencyChart</name>
    <message>
        <source>No fit to show</source>
        <translation>لا توجد ملاءمة لعرضها</translation>
    </message>
    <message>
        <source>The model needs customers with orders.</source>
        <translation>يحتاج النموذج إلى عملاء لهم طلبات.</translation>
    </message>
    <message>
        <source>Customers by repeat orders</source>
        <translation>العملاء بحسب الطلبات المكررة</translation>
    </message>
    <message>
        <source>%1 of the customers would have to move to another bar for the expectation to be exact.</source>
        <translation>لكي يطابق المتوقع المرصود تمامًا يجب أن ينتقل %1 من العملاء إلى عمود آخر.</translation>
    </message>
    <message>
        <source>observed and expected</source>
        <translation>المرصود والمتوقع</translation>
    </message>
    <message>
        <source>observed and expected by %1</source>
        <translation>المرصود والمتوقع وفق %1</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Repeat orders</source>
        <translation>الطلبات المكررة</translation>
    </message>
    <message>
        <source>Repeat orders: %1</source>
        <translation>الطلبات المكررة: %1</translation>
    </message>
</context>
<context>
    <name>Funnel</name>
    <message>
        <source>The field &quot;period&quot; cuts the range into more than %1 periods. Choose a longer period.</source>
        <translation>يقسم الحقل &quot;period&quot; المدى إلى أكثر من %1 فترة. اختر فترة أطول.</translation>
    </message>
    <message>
        <source>The workspace holds no events and no purchases yet.</source>
        <translation>ليس في مساحة العمل أحداث ولا مشتريات بعد.</translation>
    </message>
    <message>
        <source>Nobody entered the funnel within the date range.</source>
        <translation>لم يدخل أحد مسار التحويل ضمن مدى التواريخ.</translation>
    </message>
    <message>
        <source>No other event lies between the entry and the conversion, or the end of the window.</source>
        <translation>لا يقع حدث آخر بين الدخول والتحويل أو نهاية النافذة.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is smaller than &quot;%2&quot;.</source>
        <translation>الحقل &quot;%1&quot; أصغر من &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is missing.</source>
        <translation>الحقل &quot;%1&quot; مفقود.</translation>
    </message>
    <message>
        <source>No event of &quot;target&quot; lies within the periods shown.</source>
        <translation>لا يقع أي حدث من &quot;target&quot; ضمن الفترات المعروضة.</translation>
    </message>
    <message>
        <source>No activity lies within the date range.</source>
        <translation>لا نشاط ضمن مدى التواريخ.</translation>
    </message>
    <message>
        <source>No path is left within the date range, the start and end events and the exclusions.</source>
        <translation>لم يبق أي مسار ضمن مدى التواريخ وحدثي البداية والنهاية والاستبعادات.</translation>
    </message>
    <message>
        <source>No step from one of these states to another lies within the date range.</source>
        <translation>لا توجد خطوة من إحدى هذه الحالات إلى أخرى ضمن مدى التواريخ.</translation>
    </message>
    <message>
        <source>Nobody has an event of &quot;start&quot; within the date range and its conditions.</source>
        <translation>ليس لأحد حدث من &quot;start&quot; ضمن مدى التواريخ وشروطه.</translation>
    </message>
    <message>
        <source>No record entered the first stage within the date range.</source>
        <translation>لم يدخل أي سجل المرحلة الأولى ضمن مدى التواريخ.</translation>
    </message>
    <message>
        <source>No record is in one of these stages within the date range.</source>
        <translation>لا سجل في إحدى هذه المراحل ضمن مدى التواريخ.</translation>
    </message>
    <message>
        <source>The field &quot;kind&quot; is missing. It must be one of: %1.</source>
        <translation>الحقل &quot;kind&quot; مفقود. يجب أن يكون واحدًا من: %1.</translation>
    </message>
    <message>
        <source>The field &quot;kind&quot; is &quot;%1&quot;, but must be one of: %2.</source>
        <translation>الحقل &quot;kind&quot; هو &quot;%1&quot; ويجب أن يكون واحدًا من: %2.</translation>
    </message>
    <message>
        <source>The field &quot;%1.%2&quot; must be text, a number, true, false or null.</source>
        <translation>يجب أن يكون الحقل &quot;%1.%2&quot; نصًا أو عددًا أو true أو false أو null.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is empty. Name an event, or write null for any event.</source>
        <translation>الحقل &quot;%1&quot; فارغ. سمِّ حدثًا أو اكتب null لأي حدث.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; names the event &quot;%2&quot;, which never occurs in this workspace. Did you mean &quot;%3&quot;?</source>
        <translation>يسمي الحقل &quot;%1&quot; الحدث &quot;%2&quot; الذي لا يقع في مساحة العمل هذه. هل قصدت &quot;%3&quot;؟</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; names the event &quot;%2&quot;, which never occurs in this workspace.</source>
        <translation>يسمي الحقل &quot;%1&quot; الحدث &quot;%2&quot; الذي لا يقع في مساحة العمل هذه.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; names the property &quot;%2&quot;, which no event and no customer of this workspace has.</source>
        <translation>يسمي الحقل &quot;%1&quot; الخاصية &quot;%2&quot; التي لا توجد لأي حدث أو عميل في مساحة العمل هذه.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is &quot;%2&quot;, a value that &quot;%3&quot; never has.</source>
        <translation>الحقل &quot;%1&quot; هو &quot;%2&quot;، وهي قيمة لا يأخذها &quot;%3&quot; أبدًا.</translation>
    </message>
    <message>
        <source>Event %1 must hold an actor, an event name and a time.</source>
        <translation>يجب أن يحوي الحدث %1 فاعلًا واسم حدث ووقتًا.</translation>
    </message>
    <message>
        <source>Event %1 has no valid time. Write it as 2025-06-30T12:00:00Z.</source>
        <translation>ليس للحدث %1 وقت صحيح. اكتبه على شكل 2025-06-30T12:00:00Z.</translation>
    </message>
    <message>
        <source>Event %1 is one name too many: at most 65,535 different events are possible.</source>
        <translation>الحدث %1 يتجاوز عدد الأسماء الممكن: 65,535 حدثًا مختلفًا على الأكثر.</translation>
    </message>
    <message>
        <source>Nobody reached step %1 (%2): the date range, &quot;date_from&quot; and &quot;date_to&quot;, removed everybody.</source>
        <translation>لم يصل أحد إلى الخطوة %1 (%2): مدى التواريخ &quot;date_from&quot; و&quot;date_to&quot; أزال الجميع.</translation>
    </message>
    <message>
        <source>Nobody reached step %1 (%2): the window, &quot;window_seconds&quot;, removed everybody.</source>
        <translation>لم يصل أحد إلى الخطوة %1 (%2): النافذة &quot;window_seconds&quot; أزالت الجميع.</translation>
    </message>
    <message>
        <source>Nobody reached step %1 (%2): the exclusions, &quot;exclusions&quot;, removed everybody.</source>
        <translation>لم يصل أحد إلى الخطوة %1 (%2): الاستبعادات &quot;exclusions&quot; أزالت الجميع.</translation>
    </message>
    <message>
        <source>Nobody reached step %1 (%2): the property conditions, &quot;where&quot;, removed everybody.</source>
        <translation>لم يصل أحد إلى الخطوة %1 (%2): شروط الخصائص &quot;where&quot; أزالت الجميع.</translation>
    </message>
    <message>
        <source>Nobody reached step %1 (%2): the condition &quot;first_time&quot; removed everybody.</source>
        <translation>لم يصل أحد إلى الخطوة %1 (%2): الشرط &quot;first_time&quot; أزال الجميع.</translation>
    </message>
    <message>
        <source>Nobody reached step %1 (%2): the entry rule, &quot;entry_mode&quot;, removed everybody.</source>
        <translation>لم يصل أحد إلى الخطوة %1 (%2): قاعدة الدخول &quot;entry_mode&quot; أزالت الجميع.</translation>
    </message>
    <message>
        <source>Nobody reached step %1 (%2): the strict order, &quot;order&quot;, removed everybody.</source>
        <translation>لم يصل أحد إلى الخطوة %1 (%2): الترتيب المتتالي &quot;order&quot; أزال الجميع.</translation>
    </message>
    <message>
        <source>Nobody reached step %1 (%2): the order of the steps, &quot;order&quot;, removed everybody.</source>
        <translation>لم يصل أحد إلى الخطوة %1 (%2): ترتيب الخطوات &quot;order&quot; أزال الجميع.</translation>
    </message>
    <message>
        <source>any event</source>
        <translation>أي حدث</translation>
    </message>
    <message>
        <source>Nobody reached step %1 (%2): this event never occurs in the workspace.</source>
        <translation>لم يصل أحد إلى الخطوة %1 (%2): هذا الحدث لا يقع في مساحة العمل.</translation>
    </message>
    <message>
        <source>Nobody reached step %1 (%2): no one did it within all conditions together.</source>
        <translation>لم يصل أحد إلى الخطوة %1 (%2): لم يفعلها أحد ضمن كل الشروط معًا.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; must be text.</source>
        <translation>يجب أن يكون الحقل &quot;%1&quot; نصًا.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is &quot;%2&quot;, which is not a date. Write it as 2025-06-30.</source>
        <translation>الحقل &quot;%1&quot; هو &quot;%2&quot; وليس تاريخًا. اكتبه على شكل 2025-06-30.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; (%2) is later than &quot;%3&quot; (%4). Exchange the two.</source>
        <translation>الحقل &quot;%1&quot; (%2) بعد &quot;%3&quot; (%4). بدّل بينهما.</translation>
    </message>
    <message>
        <source>The field &quot;steps&quot; is empty. A funnel needs at least one step.</source>
        <translation>الحقل &quot;steps&quot; فارغ. يحتاج مسار التحويل إلى خطوة واحدة على الأقل.</translation>
    </message>
    <message>
        <source>The field &quot;steps&quot; holds %1 steps; at most %2 are possible.</source>
        <translation>يحوي الحقل &quot;steps&quot; خطوات عددها %1؛ والممكن %2 على الأكثر.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is missing. Name an event, or write null for any event.</source>
        <translation>الحقل &quot;%1&quot; مفقود. سمِّ حدثًا أو اكتب null لأي حدث.</translation>
    </message>
    <message>
        <source>The field &quot;exclusions&quot; holds %1 exclusions; at most %2 are possible.</source>
        <translation>يحوي الحقل &quot;exclusions&quot; استبعادات عددها %1؛ والممكن %2 على الأكثر.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is %2, which is outside the steps: they are numbered from 0 to %3.</source>
        <translation>الحقل &quot;%1&quot; هو %2 وهو خارج الخطوات: أرقامها من 0 إلى %3.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is %2 and must be greater than &quot;%3&quot;, which is %4.</source>
        <translation>الحقل &quot;%1&quot; هو %2 ويجب أن يكون أكبر من &quot;%3&quot; وهو %4.</translation>
    </message>
    <message>
        <source>The field &quot;breakdown&quot; is missing. Name the property to break down by.</source>
        <translation>الحقل &quot;breakdown&quot; مفقود. سمِّ الخاصية المراد التفصيل بحسبها.</translation>
    </message>
    <message>
        <source>The field &quot;compare&quot; is missing. Name the property and the two groups.</source>
        <translation>الحقل &quot;compare&quot; مفقود. سمِّ الخاصية والمجموعتين.</translation>
    </message>
    <message>
        <source>The field &quot;to_step&quot; is %1 and must be greater than &quot;from_step&quot;, which is %2.</source>
        <translation>الحقل &quot;to_step&quot; هو %1 ويجب أن يكون أكبر من &quot;from_step&quot; وهو %2.</translation>
    </message>
    <message>
        <source>The field &quot;interval&quot; cuts the range into more than %1 periods. Choose a longer interval.</source>
        <translation>يقسم الحقل &quot;interval&quot; المدى إلى أكثر من %1 فترة. اختر فاصلًا أطول.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is not known here. Say with &quot;intervals&quot; how many periods to show.</source>
        <translation>الحقل &quot;%1&quot; غير معروف هنا. حدّد بواسطة &quot;intervals&quot; عدد الفترات المعروضة.</translation>
    </message>
    <message>
        <source>The field &quot;stages&quot; is empty. Name the stages in their order.</source>
        <translation>الحقل &quot;stages&quot; فارغ. سمِّ المراحل بترتيبها.</translation>
    </message>
    <message>
        <source>The field &quot;stages&quot; holds %1 stages; at most %2 are possible.</source>
        <translation>يحوي الحقل &quot;stages&quot; مراحل عددها %1؛ والممكن %2 على الأكثر.</translation>
    </message>
    <message>
        <source>The field &quot;stages&quot; names a stage twice. Name each once.</source>
        <translation>يسمي الحقل &quot;stages&quot; مرحلة مرتين. سمِّ كل مرحلة مرة.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; must be a number.</source>
        <translation>يجب أن يكون الحقل &quot;%1&quot; عددًا.</translation>
    </message>
    <message>
        <source>The field &quot;labels&quot; names a state twice. Name each once.</source>
        <translation>يسمي الحقل &quot;labels&quot; حالة مرتين. سمِّ كل حالة مرة.</translation>
    </message>
    <message>
        <source>The field &quot;reach&quot; names &quot;%1&quot;, which is not a state of these paths.</source>
        <translation>يسمي الحقل &quot;reach&quot; الحالة &quot;%1&quot; وهي ليست من حالات هذه المسارات.</translation>
    </message>
    <message>
        <source>The stored funnel &quot;%1&quot; cannot be read: %2</source>
        <translation>تتعذر قراءة مسار التحويل المحفوظ &quot;%1&quot;: %2</translation>
    </message>
    <message>
        <source>A funnel needs a name.</source>
        <translation>يحتاج مسار التحويل إلى اسم.</translation>
    </message>
    <message>
        <source>There is a funnel named &quot;%1&quot; already. Choose another name.</source>
        <translation>يوجد مسار تحويل باسم &quot;%1&quot; من قبل. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; asks for the event property &quot;%2&quot;, which is no count or sum, so it takes no period.</source>
        <translation>يسأل الحقل &quot;%1&quot; عن خاصية الحدث &quot;%2&quot;، وهي ليست عددًا ولا مجموعًا، فلا تقبل فترة.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; must compare the event property &quot;%2&quot; with a number or a day such as 2025-06-30.</source>
        <translation>يجب أن يقارن الحقل &quot;%1&quot; خاصية الحدث &quot;%2&quot; برقم أو بيوم مثل 2025-06-30.</translation>
    </message>
    <message>
        <source>The field &quot;compare.segment&quot; needs customers, and this definition counts accounts. Compare values of a property instead.</source>
        <translation>يحتاج الحقل &quot;compare.segment&quot; إلى عملاء، وهذا التعريف يحتسب الحسابات. قارن قيم خاصية بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number that could be added up. Name a measure such as clv or monetary.</source>
        <translation>القيمة &quot;%1&quot; ليست رقمًا يمكن جمعه. سمِّ مقياسًا مثل clv أو monetary.</translation>
    </message>
    <message>
        <source>Nobody reached step %1 (%2): the window of a step, &quot;steps[].window_seconds&quot;, removed everybody.</source>
        <translation>لم يصل أحد إلى الخطوة %1 (%2): استبعدت نافذة إحدى الخطوات، &quot;steps[].window_seconds&quot;، الجميع.</translation>
    </message>
    <message>
        <source>Nobody reached step %1 (%2): the property held constant, &quot;hold_constant&quot;, removed everybody.</source>
        <translation>لم يصل أحد إلى الخطوة %1 (%2): استبعدت الخاصية الثابتة، &quot;hold_constant&quot;، الجميع.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; limits the time from the step before, and the first step has none before it. Remove it.</source>
        <translation>يحدّ الحقل &quot;%1&quot; الزمن منذ الخطوة السابقة، ولا خطوة قبل الخطوة الأولى. احذفه.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; limits the time from the step before, and steps in any order have none before them. Remove it, or choose the order &quot;ordered&quot; or &quot;strict&quot;.</source>
        <translation>يحدّ الحقل &quot;%1&quot; الزمن منذ الخطوة السابقة، ولا خطوة سابقة حين تأتي الخطوات بأي ترتيب. احذفه، أو اختر الترتيب &quot;ordered&quot; أو &quot;strict&quot;.</translation>
    </message>
    <message>
        <source>Nobody on the side &quot;%1&quot; entered the funnel.</source>
        <translation>لم يدخل أحد مسار التحويل في الجانب &quot;%1&quot;.</translation>
    </message>
    <message>
        <source>Nobody reached step %1 (%2): counting by sessions, &quot;count&quot;, removed everybody, because the steps lie in different sessions.</source>
        <translation>لم يصل أحد إلى الخطوة %1 (%2): العدّ بالجلسات، &quot;count&quot;، استبعد الجميع لأن الخطوات تقع في جلسات مختلفة.</translation>
    </message>
    <message>
        <source>Nobody reached step %1 (%2): the steps kept at their place, &quot;steps[].anchored&quot;, removed everybody.</source>
        <translation>لم يصل أحد إلى الخطوة %1 (%2): الخطوات المحتفظة بموضعها، &quot;steps[].anchored&quot;، استبعدت الجميع.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; keeps a step at its place among steps in any order, and these steps have an order already. Remove it, or choose the order &quot;any&quot;.</source>
        <translation>الحقل &quot;%1&quot; يُبقي خطوة في موضعها بين خطوات بأي ترتيب، ولهذه الخطوات ترتيب أصلًا. أزله أو اختر الترتيب &quot;any&quot;.</translation>
    </message>
</context>
<context>
    <name>FunnelConditionEditor</name>
    <message>
        <source>Any event</source>
        <translation>أي حدث</translation>
    </message>
    <message>
        <source>Remove the condition</source>
        <translation>إزالة الشرط</translation>
    </message>
    <message>
        <source>(no value)</source>
        <translation>(بلا قيمة)</translation>
    </message>
    <message>
        <source>Add condition</source>
        <translation>إضافة شرط</translation>
    </message>
    <message>
        <source>%1, or instead of it</source>
        <translation>%1 أو ما يحلّ محلّه</translation>
    </message>
    <message>
        <source>Remove this event</source>
        <translation>إزالة هذا الحدث</translation>
    </message>
    <message>
        <source>Or event</source>
        <translation>أو حدث آخر</translation>
    </message>
    <message>
        <source>Count another event as this step too</source>
        <translation>احتساب حدث آخر على أنه هذه الخطوة أيضًا</translation>
    </message>
</context>
<context>
    <name>FunnelEditor</name>
    <message>
        <source>all others</source>
        <translation>جميع الآخرين</translation>
    </message>
    <message>
        <source>(no value)</source>
        <translation>(بلا قيمة)</translation>
    </message>
    <message>
        <source>New funnel</source>
        <translation>مسار تحويل جديد</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Segment: %1</source>
        <translation>الشريحة: %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>الخطوات</translation>
    </message>
    <message>
        <source>Add step</source>
        <translation>إضافة خطوة</translation>
    </message>
    <message>
        <source>Order of steps</source>
        <translation>ترتيب الخطوات</translation>
    </message>
    <message>
        <source>Strict</source>
        <translation>متتالٍ تمامًا</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>مرتّب</translation>
    </message>
    <message>
        <source>Any order</source>
        <translation>بأي ترتيب</translation>
    </message>
    <message>
        <source>Conversion window</source>
        <translation>نافذة التحويل</translation>
    </message>
    <message>
        <source>Limit the time from the entry</source>
        <translation>تحديد المدة من لحظة الدخول</translation>
    </message>
    <message>
        <source>Length of the window</source>
        <translation>طول النافذة</translation>
    </message>
    <message>
        <source>Which entry decides</source>
        <translation>الدخول المعتمد</translation>
    </message>
    <message>
        <source>Best attempt</source>
        <translation>أفضل محاولة</translation>
    </message>
    <message>
        <source>First entry</source>
        <translation>الدخول الأول</translation>
    </message>
    <message>
        <source>Left out between two steps</source>
        <translation>خطوات الاستبعاد بين خطوتين</translation>
    </message>
    <message>
        <source>Add exclusion</source>
        <translation>إضافة استبعاد</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>العدّ</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Totals (every pass)</source>
        <translation>الإجمالي (كل عبور)</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>الحسابات</translation>
    </message>
    <message>
        <source>Property that names the account</source>
        <translation>الخاصية التي تسمّي الحساب</translation>
    </message>
    <message>
        <source>Hold constant on all steps</source>
        <translation>تثبيت الخاصية في كل الخطوات</translation>
    </message>
    <message>
        <source>Break down by</source>
        <translation>تفصيل حسب</translation>
    </message>
    <message>
        <source>First touch</source>
        <translation>أول تفاعل</translation>
    </message>
    <message>
        <source>Last touch</source>
        <translation>آخر تفاعل</translation>
    </message>
    <message>
        <source>At step</source>
        <translation>عند الخطوة</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>كل الأحداث</translation>
    </message>
    <message>
        <source>Which value counts</source>
        <translation>القيمة المعتمدة</translation>
    </message>
    <message>
        <source>Step whose value counts</source>
        <translation>الخطوة التي تُعتمد قيمتها</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>المقارنة</translation>
    </message>
    <message>
        <source>First group</source>
        <translation>المجموعة الأولى</translation>
    </message>
    <message>
        <source>Second group</source>
        <translation>المجموعة الثانية</translation>
    </message>
    <message>
        <source>Only events of the chosen period</source>
        <translation>أحداث الفترة المختارة فقط</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Saved segments</source>
        <translation>الشرائح المحفوظة</translation>
    </message>
    <message>
        <source>The clipboard holds no definition of a funnel. Copy one here, or from a file that the command line reads.</source>
        <translation>لا تحتوي الحافظة على تعريف لمسار تحويل. انسخ تعريفًا من هنا أو من ملف يقرؤه سطر الأوامر.</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>الجلسات</translation>
    </message>
    <message>
        <source>A session ends after a pause of more than</source>
        <translation>تنتهي الجلسة بعد انقطاع يزيد على</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copy the definition as JSON, as the command line reads it</source>
        <translation>نسخ التعريف بصيغة JSON كما يقرؤه سطر الأوامر</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>لصق</translation>
    </message>
    <message>
        <source>Take over a definition from the clipboard</source>
        <translation>اعتماد تعريف من الحافظة</translation>
    </message>
    <message>
        <source>Nothing to undo (Ctrl+Z)</source>
        <extracomment>%1 is what was done, such as &quot;Edit the funnel Summer&quot;</extracomment>
        <translation>لا شيء للتراجع عنه (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Undo: %1 (Ctrl+Z)</source>
        <translation>تراجع: %1 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Nothing to redo (Ctrl+Y)</source>
        <extracomment>%1 is what was undone</extracomment>
        <translation>لا شيء لإعادته (Ctrl+Y)</translation>
    </message>
    <message>
        <source>Redo: %1 (Ctrl+Y)</source>
        <translation>إعادة: %1 (Ctrl+Y)</translation>
    </message>
</context>
<context>
    <name>FunnelExclusionEditor</name>
    <message>
        <source>Excluded event</source>
        <translation>الحدث المستبعد</translation>
    </message>
    <message>
        <source>Property of the excluded event</source>
        <translation>خاصية الحدث المستبعد</translation>
    </message>
    <message>
        <source>Value of the excluded event</source>
        <translation>قيمة الحدث المستبعد</translation>
    </message>
    <message>
        <source>after step</source>
        <translation>بعد الخطوة</translation>
    </message>
    <message>
        <source>before step</source>
        <translation>قبل الخطوة</translation>
    </message>
    <message>
        <source>Excluded after step</source>
        <translation>الاستبعاد بعد الخطوة</translation>
    </message>
    <message>
        <source>Excluded before step</source>
        <translation>الاستبعاد قبل الخطوة</translation>
    </message>
    <message>
        <source>Remove the exclusion</source>
        <translation>إزالة الاستبعاد</translation>
    </message>
</context>
<context>
    <name>FunnelReadings</name>
    <message>
        <source>Breakdown</source>
        <translation>التفصيل</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>الاتجاه</translation>
    </message>
    <message>
        <source>Time to convert</source>
        <translation>زمن التحويل</translation>
    </message>
    <message>
        <source>Drivers</source>
        <translation>العوامل</translation>
    </message>
    <message>
        <source>What the table shows</source>
        <translation>ما يعرضه الجدول</translation>
    </message>
    <message>
        <source>Readings of the funnel</source>
        <translation>قراءات مسار التحويل</translation>
    </message>
    <message>
        <source>Conversion by month of entry</source>
        <translation>التحويل بحسب شهر الدخول</translation>
    </message>
    <message>
        <source>What goes with conversion</source>
        <translation>ما يقترن بالتحويل</translation>
    </message>
    <message>
        <source>There is no second month to compare</source>
        <translation>لا يوجد شهر ثانٍ للمقارنة</translation>
    </message>
    <message>
        <source>The trend follows those who enter in each month.</source>
        <translation>يتتبع الاتجاه من يدخلون في كل شهر.</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>التحويل</translation>
    </message>
    <message>
        <source>%1: %2 entered</source>
        <translation>%1: دخل %2</translation>
    </message>
    <message>
        <source>Nobody has converted yet</source>
        <translation>لم يتحول أحد بعد</translation>
    </message>
    <message>
        <source>The histogram counts who did all steps, by the time it took.</source>
        <translation>يحصي المدرّج التكراري من أتمّوا جميع الخطوات بحسب الزمن الذي استغرقوه.</translation>
    </message>
    <message>
        <source>Conversions</source>
        <translation>عمليات التحويل</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>من %1 إلى %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>من %1</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>الوسيط %1</translation>
    </message>
    <message>
        <source>mean %1</source>
        <translation>المتوسط %1</translation>
    </message>
    <message>
        <source>Half convert within %1</source>
        <translation>يتحول النصف خلال %1</translation>
    </message>
    <message>
        <source>Converted with it</source>
        <translation>تحوّلوا معه</translation>
    </message>
    <message>
        <source>Not converted with it</source>
        <translation>لم يتحوّلوا معه</translation>
    </message>
    <message>
        <source>Odds ratio</source>
        <translation>نسبة الأرجحية</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>الخطوة %1</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>الحصة</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>المعدل</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Converted with %1</source>
        <translation>تحوّلوا ولديهم %1</translation>
    </message>
    <message>
        <source>Not converted with %1</source>
        <translation>لم يتحوّلوا ولديهم %1</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <translation>%1، الخطوة %2</translation>
    </message>
    <message>
        <source>Time to convert: %1</source>
        <translation>مدة التحويل: %1</translation>
    </message>
    <message>
        <source>(no value)</source>
        <translation>(بلا قيمة)</translation>
    </message>
    <message>
        <source>saved segments, which may overlap</source>
        <translation>الشرائح المحفوظة، وقد تتداخل</translation>
    </message>
    <message>
        <source>events on the way and attributes; odds ratio with one added to every cell; above 1 goes with conversion, which need not be its cause</source>
        <translation>الأحداث على الطريق والخصائص؛ نسبة الأرجحية مع إضافة واحد إلى كل خلية؛ ما زاد على 1 يقترن بالتحويل ولا يلزم أن يكون سببه</translation>
    </message>
    <message>
        <source>Event or attribute</source>
        <translation>الحدث أو الخاصية</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is an attribute of customers, such as City; %2 its value</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>everybody converted, so nothing tells the converted from the others</source>
        <translation>تحوّل الجميع، فلا شيء يميّز المتحوّلين من غيرهم</translation>
    </message>
    <message>
        <source>nobody converted, so nothing tells the converted from the others</source>
        <translation>لم يتحوّل أحد، فلا شيء يميّز المتحوّلين من غيرهم</translation>
    </message>
</context>
<context>
    <name>FunnelStepEditor</name>
    <message>
        <source>Event of step %1</source>
        <translation>حدث الخطوة %1</translation>
    </message>
    <message>
        <source>Property of step %1</source>
        <translation>خاصية الخطوة %1</translation>
    </message>
    <message>
        <source>Value of step %1</source>
        <translation>قيمة الخطوة %1</translation>
    </message>
    <message>
        <source>Only the first ever</source>
        <translation>الأول على الإطلاق فقط</translation>
    </message>
    <message>
        <source>Remove step %1</source>
        <translation>إزالة الخطوة %1</translation>
    </message>
    <message>
        <source>Limit the time from the step before</source>
        <translation>تحديد المدة من الخطوة السابقة</translation>
    </message>
    <message>
        <source>Window of step %1</source>
        <translation>نافذة الخطوة %1</translation>
    </message>
    <message>
        <source>Keeps its place</source>
        <translation>تحتفظ بموضعها</translation>
    </message>
    <message>
        <source>After the steps before it and before the steps after it, which stay in any order among themselves</source>
        <translation>بعد الخطوات التي قبلها وقبل الخطوات التي بعدها، وتبقى هذه بأي ترتيب فيما بينها</translation>
    </message>
</context>
<context>
    <name>FunnelTab</name>
    <message>
        <source>Funnel</source>
        <translation>مسار التحويل</translation>
    </message>
    <message>
        <source>Nobody entered the lifecycle yet</source>
        <translation>لم يدخل أحد دورة الحياة بعد</translation>
    </message>
    <message>
        <source>The lifecycle is read from events such as a visit or a request, and from orders. Import either, or choose a longer period.</source>
        <translation>تُقرأ دورة حياة العميل من أحداث مثل زيارة أو طلب عرض ومن الطلبات. استورد أيًا منها أو اختر فترة أطول.</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>العدد</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>النسبة</translation>
    </message>
    <message>
        <source>What the columns show</source>
        <translation>ما تعرضه الأعمدة</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>الخاصية</translation>
    </message>
    <message>
        <source>Choose the attribute that customers are compared by</source>
        <translation>اختيار الخاصية التي يُقارن العملاء بحسبها</translation>
    </message>
    <message>
        <source>Step conversion by attribute</source>
        <translation>معدل التحويل بين الخطوتين بحسب الخاصية</translation>
    </message>
    <message>
        <source>A preview of what is edited at the side: press Apply to keep it, Reset to drop it.</source>
        <translation>معاينة للتعديل الجاري في الجانب: اضغط «تطبيق» لحفظه أو «إعادة الضبط» لإلغائه.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Show the customers</source>
        <translation>عرض العملاء</translation>
    </message>
    <message>
        <source>Show who was lost before</source>
        <translation>عرض من فُقد قبل ذلك</translation>
    </message>
</context>
<context>
    <name>FunnelsTab</name>
    <message>
        <source>(no value)</source>
        <translation>(بلا قيمة)</translation>
    </message>
    <message>
        <source>Own funnels</source>
        <translation>مساراتي للتحويل</translation>
    </message>
    <message>
        <source>There is nothing to build a funnel from</source>
        <translation>لا يوجد ما يُبنى منه مسار تحويل</translation>
    </message>
    <message>
        <source>A funnel follows events and purchases. Import either of them.</source>
        <translation>يتتبع مسار التحويل الأحداث والمشتريات. استورد أيًا منهما.</translation>
    </message>
    <message>
        <source>First to second purchase</source>
        <translation>من الشراء الأول إلى الثاني</translation>
    </message>
    <message>
        <source>A funnel needs a name. Write one at the top.</source>
        <translation>يحتاج مسار التحويل إلى اسم. اكتبه في الأعلى.</translation>
    </message>
    <message>
        <source>Save the funnel %1</source>
        <translation>حفظ مسار التحويل %1</translation>
    </message>
    <message>
        <source>Remove the funnel %1</source>
        <translation>إزالة مسار التحويل %1</translation>
    </message>
    <message>
        <source>Funnel</source>
        <translation>مسار التحويل</translation>
    </message>
    <message>
        <source>New funnel</source>
        <translation>مسار تحويل جديد</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>العدد</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>النسبة</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>What the columns show</source>
        <translation>ما تعرضه الأعمدة</translation>
    </message>
    <message>
        <source>Category of the purchase</source>
        <translation>فئة الشراء</translation>
    </message>
    <message>
        <source>all others</source>
        <translation>جميع الآخرين</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>%1 of those who enter complete all steps</source>
        <translation>%1 ممن يدخلون يتمّون جميع الخطوات</translation>
    </message>
    <message>
        <source>Lost before %1</source>
        <translation>تسرّبوا قبل %1</translation>
    </message>
    <message>
        <source>One funnel for each saved segment; segments may overlap.</source>
        <translation>مسار تحويل لكل شريحة محفوظة، وقد تتداخل الشرائح.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is one side of a comparison, such as a segment; %2 a step of a funnel</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 complete all steps; %3: %4</source>
        <extracomment>complete the funnel: %1 and %3 are groups of customers, %2 and %4 shares</extracomment>
        <translation>%1: أتمّ %2 كل الخطوات؛ %3: %4</translation>
    </message>
    <message>
        <source>Edit the new funnel</source>
        <translation>تعديل مسار التحويل الجديد</translation>
    </message>
    <message>
        <source>Edit the funnel %1</source>
        <translation>تعديل مسار التحويل %1</translation>
    </message>
</context>
<context>
    <name>HandOffCard</name>
    <message>
        <source>Hand-offs between departments</source>
        <translation>التسليم بين الأقسام</translation>
    </message>
    <message>
        <source>Weekend</source>
        <translation>عطلة نهاية الأسبوع</translation>
    </message>
    <message>
        <source>Promised within</source>
        <translation>الموعود خلال</translation>
    </message>
    <message>
        <source>Lost after</source>
        <translation>مفقود بعد</translation>
    </message>
    <message>
        <source>Promised within, hours of work</source>
        <translation>الموعود خلال، بساعات العمل</translation>
    </message>
    <message>
        <source>Lost after, days</source>
        <translation>مفقود بعد، بالأيام</translation>
    </message>
    <message>
        <source> working hours</source>
        <extracomment>behind a number: hours of work</extracomment>
        <translation> ساعة عمل</translation>
    </message>
    <message>
        <source> days</source>
        <extracomment>behind a number</extracomment>
        <translation> يومًا</translation>
    </message>
    <message>
        <source>Friday and Saturday</source>
        <translation>الجمعة والسبت</translation>
    </message>
    <message>
        <source>Saturday and Sunday</source>
        <translation>السبت والأحد</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>الجمعة</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>الأحد</translation>
    </message>
    <message>
        <source>no free day</source>
        <translation>بلا عطلة</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>المرحلتان</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>المعروض</translation>
    </message>
    <message>
        <source>Began their wait for the next department within the period</source>
        <translation>بدأ انتظارهم للقسم التالي خلال الفترة</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>المستلَم</translation>
    </message>
    <message>
        <source>Accepted, or arrived in the next department&apos;s stage</source>
        <translation>قُبلوا، أو وصلوا إلى مرحلة القسم التالي</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>المرفوض</translation>
    </message>
    <message>
        <source>Given back with a decision; known from deals only</source>
        <translation>أُعيدوا بقرار، ولا يُعرف ذلك إلا من الصفقات</translation>
    </message>
    <message>
        <source>Recycled</source>
        <translation>المُعاد تدويره</translation>
    </message>
    <message>
        <source>Rejected, and offered again later</source>
        <translation>رُفضوا ثم عُرضوا ثانية</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>المفقود</translation>
    </message>
    <message>
        <source>Rejected for good, or not arrived within the days set above</source>
        <translation>رُفضوا نهائيًّا، أو لم يصلوا خلال الأيام المحددة أعلاه</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>قيد الانتظار</translation>
    </message>
    <message>
        <source>Neither taken over nor lost yet</source>
        <translation>لم يُستلَموا ولم يُفقدوا بعد</translation>
    </message>
    <message>
        <source>Acceptance</source>
        <translation>القبول</translation>
    </message>
    <message>
        <source>Taken over, of those that were decided</source>
        <translation>المستلَم من أصل ما بُتّ فيه</translation>
    </message>
    <message>
        <source>Median wait</source>
        <translation>وسيط الانتظار</translation>
    </message>
    <message>
        <source>Half have been taken over by then; who still waits is counted in</source>
        <translation>استُلم نصفهم حتى ذلك الحين، ويُحتسب من لا يزال ينتظر</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>في الموعد</translation>
    </message>
    <message>
        <source>Decided within the promised hours of work; known from deals only</source>
        <translation>بُتّ فيهم خلال ساعات العمل الموعودة، ولا يُعرف ذلك إلا من الصفقات</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>a hand-off from stage %1 to stage %2</extracomment>
        <translation>من %1 إلى %2</translation>
    </message>
    <message>
        <source>No customer began a wait for another department within %1. Choose a longer period, or give neighbouring stages different owners.</source>
        <translation>لم يبدأ أي عميل انتظار قسم آخر خلال الفترة: %1. اختر فترة أطول، أو عيّن للمرحلتين المتجاورتين قسمين مختلفين.</translation>
    </message>
    <message>
        <source>Offers within %1. Hours of work count from %2:00 to %3:00 by the clock of the data, without the weekend. The rows of the lifecycle follow customers from one department&apos;s stage into the next one&apos;s, until the last day of data.</source>
        <translation>العروض خلال الفترة: %1. تُحتسب ساعات العمل من الساعة %2 إلى الساعة %3 بتوقيت البيانات دون عطلة نهاية الأسبوع. وتتتبّع أسطر دورة الحياة العملاء من مرحلة قسم إلى مرحلة القسم التالي حتى آخر يوم في البيانات.</translation>
    </message>
    <message>
        <source>%1 to %2, %3</source>
        <extracomment>a hand-off from stage %1 to stage %2, and what became of its offers</extracomment>
        <translation>من %1 إلى %2، %3</translation>
    </message>
</context>
<context>
    <name>HandOffsTab</name>
    <message>
        <source>Hand-offs</source>
        <translation>التسليم بين الأقسام</translation>
    </message>
    <message>
        <source>Nothing was handed over yet</source>
        <translation>لم يُسلَّم شيء بين الأقسام بعد</translation>
    </message>
    <message>
        <source>Hand-offs are read from deals with their changes of stage, and from customers who go from one department&apos;s stage to another&apos;s. Import deals or events.</source>
        <translation>يُقرأ التسليم بين الأقسام من الصفقات وتغيّرات مراحلها، ومن انتقال العملاء من مرحلة قسم إلى مرحلة قسم آخر. استورد الصفقات أو الأحداث.</translation>
    </message>
    <message>
        <source>Leads accepted by sales</source>
        <translation>العملاء المحتملون المقبولون من المبيعات</translation>
    </message>
    <message>
        <source>Of the leads that marketing offered within the period and sales decided on, the share that sales accepted. An offer is a change of a deal to MQL; a lead that was given back and offered again counts twice.</source>
        <translation>نسبة ما قبلته المبيعات من العملاء المحتملين الذين عرضهم التسويق خلال الفترة وبتّت فيهم المبيعات. العرض هو انتقال الصفقة إلى MQL، ومن أُعيد ثم عُرض ثانية يُحتسب مرتين.</translation>
    </message>
    <message>
        <source>Decided in time</source>
        <translation>البتّ في الموعد</translation>
    </message>
    <message>
        <source>The share of due offers that were decided within the promised hours of work. Offers that wait longer already count as late.</source>
        <translation>نسبة العروض المستحقة التي بُتّ فيها خلال ساعات العمل الموعودة. ما انتظر أطول من ذلك يُحتسب متأخرًا.</translation>
    </message>
    <message>
        <source>Sales velocity</source>
        <translation>سرعة المبيعات</translation>
    </message>
    <message>
        <source>Deals closed in the period × win rate × mean amount of the won ones ÷ median days from the first change to the win: what the pipeline earns a day.</source>
        <translation>الصفقات المغلقة في الفترة × معدل كسب الصفقات × متوسط قيمة المكسوبة ÷ وسيط الأيام من أول تغيّر إلى الكسب: ما يدرّه مسار الصفقات في اليوم.</translation>
    </message>
    <message>
        <source>Share spent on acquisition</source>
        <translation>حصة الاكتساب من الإنفاق</translation>
    </message>
    <message>
        <source>Of the costs of the period, the share booked as acquisition. The mark is two thirds: average firms put more than that of their time and money into acquisition, by a survey of 750 medium-sized B2B companies by Gleanster Research. A survey claim, not a result of your data.</source>
        <translation>حصة ما سُجّل اكتسابًا من تكاليف الفترة. العلامة عند الثلثين: تضع الشركات المتوسطة الأداء أكثر من ذلك من وقتها ومالها في الاكتساب، وفق استبيان أجرته Gleanster Research شمل 750 شركة متوسطة الحجم من شركات الأعمال. هذا ادّعاء استبيان لا نتيجة من بياناتك.</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>المرفوض</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>المفقود</translation>
    </message>
    <message>
        <source>Which reasons to show</source>
        <translation>الأسباب المعروضة</translation>
    </message>
    <message>
        <source>no deals in this period</source>
        <translation>لا صفقات في هذه الفترة</translation>
    </message>
    <message>
        <source>%1 rejected, %2 offered again</source>
        <translation>المرفوض %1، والمعروض ثانية %2</translation>
    </message>
    <message>
        <source>median %1 working hours</source>
        <translation>الوسيط بساعات العمل: %1</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>في اليوم</translation>
    </message>
    <message>
        <source>%1 won, median %2</source>
        <translation>المكسوب %1، والوسيط %2</translation>
    </message>
    <message>
        <source>average firms: over two thirds (survey claim)</source>
        <translation>الشركات المتوسطة: أكثر من الثلثين (ادّعاء استبيان)</translation>
    </message>
    <message>
        <source>no costs in this period</source>
        <translation>لا تكاليف في هذه الفترة</translation>
    </message>
    <message>
        <source>Write down MEDDIC of deal %1</source>
        <translation>تدوين MEDDIC للصفقة %1</translation>
    </message>
    <message>
        <source>Lost: %1</source>
        <translation>مفقود: %1</translation>
    </message>
    <message>
        <source>Rejected: %1</source>
        <translation>مرفوض: %1</translation>
    </message>
    <message>
        <source>MEDDIC score %1</source>
        <translation>درجة MEDDIC: %1</translation>
    </message>
    <message>
        <source>Never answered: %1</source>
        <translation>لم يُجب عنه قط: %1</translation>
    </message>
    <message>
        <source>Two thirds and more for acquisition is a claim of a survey of %1 B2B companies by Gleanster Research; your share comes from the imported costs alone.</source>
        <translation>القول بأن الاكتساب يأخذ الثلثين فأكثر ادّعاء استبيان لشركة Gleanster Research شمل %1 شركة أعمال، أما حصتك فمن التكاليف المستوردة وحدها.</translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message>
        <source>Counting what is filled</source>
        <translation>حساب ما هو مملوء</translation>
    </message>
    <message>
        <source>Looking at dates</source>
        <translation>النظر في التواريخ</translation>
    </message>
    <message>
        <source>Looking for impossible values</source>
        <translation>البحث عن القيم المستحيلة</translation>
    </message>
    <message>
        <source>Comparing spellings</source>
        <translation>مقارنة طرق الكتابة</translation>
    </message>
    <message>
        <source>Looking for repeated rows</source>
        <translation>البحث عن الصفوف المتكررة</translation>
    </message>
    <message>
        <source>Comparing customers and what they did</source>
        <translation>مقارنة العملاء بما فعلوه</translation>
    </message>
    <message>
        <source>Looking for gaps in time</source>
        <translation>البحث عن الفجوات الزمنية</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>لا صفوف</numerusform>
            <numerusform>صف واحد</numerusform>
            <numerusform>صفان</numerusform>
            <numerusform>%n صفوف</numerusform>
            <numerusform>%n صفًا</numerusform>
            <numerusform>%n صف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>لا عملاء</numerusform>
            <numerusform>عميل واحد</numerusform>
            <numerusform>عميلان</numerusform>
            <numerusform>%n عملاء</numerusform>
            <numerusform>%n عميلًا</numerusform>
            <numerusform>%n عميل</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>between the examples of a list</extracomment>
        <translation>، </translation>
    </message>
    <message>
        <source>%1 For example: %2</source>
        <extracomment>%1 a sentence about values, %2 some of them</extracomment>
        <translation>%1 مثلًا: %2</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>الاكتمال</translation>
    </message>
    <message>
        <source>Freshness</source>
        <translation>الحداثة</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>المكررات</translation>
    </message>
    <message>
        <source>Impossible values</source>
        <translation>قيم مستحيلة</translation>
    </message>
    <message>
        <source>Orphans</source>
        <translation>سجلات يتيمة</translation>
    </message>
    <message>
        <source>Gaps in time</source>
        <translation>فجوات زمنية</translation>
    </message>
    <message>
        <source>%1 is empty in %2 of the rows.</source>
        <extracomment>%1 the name of a column, %2 a share in percent</extracomment>
        <translation>العمود %1 فارغ في %2 من الصفوف.</translation>
    </message>
    <message>
        <source>%1 in the future.</source>
        <translation>%1 في المستقبل.</translation>
    </message>
    <message>
        <source>%1 before the year 1990: a typing error, or an empty date read as zero.</source>
        <translation>%1 قبل عام 1990: خطأ في الكتابة، أو تاريخ فارغ قُرئ صفرًا.</translation>
    </message>
    <message>
        <source>%1 with an amount of zero, which count as purchases and lower the mean order.</source>
        <translation>%1 بمبلغ صفر، تُحسب مشتريات وتخفض متوسط الطلب.</translation>
    </message>
    <message>
        <source>%1 with a negative value in %2.</source>
        <extracomment>%1 &quot;3 rows&quot;, %2 the name of a column</extracomment>
        <translation>%1 بقيمة سالبة في %2.</translation>
    </message>
    <message>
        <source>%1 with a margin above the amount.</source>
        <translation>%1 بهامش أكبر من المبلغ.</translation>
    </message>
    <message>
        <source>%1 with a value outside the scale of %2.</source>
        <translation>%1 بقيمة خارج مقياس %2.</translation>
    </message>
    <message>
        <source>%1 with a recommendation score outside 0 to 10.</source>
        <translation>%1 بدرجة توصية خارج المجال من 0 إلى 10.</translation>
    </message>
    <message>
        <source>%1 with an end before the beginning.</source>
        <translation>%1 بنهاية تسبق البداية.</translation>
    </message>
    <message>
        <source>%1 with an e-mail address that cannot be one.</source>
        <translation>%1 ببريد إلكتروني لا يمكن أن يكون صحيحًا.</translation>
    </message>
    <message>
        <source>%1 with a phone number that is too short to be one.</source>
        <translation>%1 برقم هاتف أقصر من أن يكون صحيحًا.</translation>
    </message>
    <message>
        <source>%1 written untidily in %2: spaces around it, capitals in an address.</source>
        <translation>%1 بكتابة غير مرتبة في %2: مسافات حول القيمة أو أحرف كبيرة في البريد.</translation>
    </message>
    <message>
        <source>%1 of a customer who is not in the workspace.</source>
        <translation>%1 لعميل غير موجود في مساحة العمل.</translation>
    </message>
    <message>
        <source>%1 known by ID only: no name, e-mail, phone or company. A customer list brings them.</source>
        <translation>%1 بالمعرّف فقط: بلا اسم ولا بريد ولا هاتف ولا شركة. قائمة العملاء تأتي بها.</translation>
    </message>
    <message>
        <source>%1 with an age below 0 or above 120 in %2.</source>
        <translation>%1 بعمر أقل من 0 أو أكبر من 120 في %2.</translation>
    </message>
    <message>
        <source>%1 with an amount of more than 50 times what 99 % of the purchases stay below (%2): a decimal mark or a unit misread?</source>
        <extracomment>%1 &quot;3 rows&quot;, %2 an amount that 99 % of all purchases stay below</extracomment>
        <translation>%1 بمبلغ يزيد على خمسين ضعف ما لا تتجاوزه ٩٩٪ من المشتريات (%2): هل أسيئت قراءة الفاصلة العشرية أو الوحدة؟</translation>
    </message>
    <message>
        <source>%1 with a rare spelling in %2: other case, spaces or accents than most.</source>
        <translation>%1 بكتابة نادرة في %2: تختلف عن الأغلب في حالة الأحرف أو المسافات أو التشكيل.</translation>
    </message>
    <message>
        <source>%1 repeating another one of the same order, product, time and amount.</source>
        <translation>%1 تكرر صفًا آخر للطلب والمنتج والوقت والمبلغ أنفسها.</translation>
    </message>
    <message>
        <source>%1 without any purchase, event, survey or contact.</source>
        <translation>%1 بلا أي شراء أو حدث أو استبيان أو تواصل.</translation>
    </message>
    <message>
        <source>%1 with a purchase before the day of acquisition.</source>
        <translation>%1 بعملية شراء قبل يوم الاكتساب.</translation>
    </message>
    <message>
        <source>The newest row is of %1, %2 ago.</source>
        <extracomment>%1 a day, %2 &quot;34 days&quot;</extracomment>
        <translation>أحدث صف بتاريخ %1، قبل %2.</translation>
    </message>
    <message>
        <source>The newest row is of %1, %2 behind the newest data of other kinds.</source>
        <translation>أحدث صف بتاريخ %1، متأخرًا %2 عن أحدث بيانات الأنواع الأخرى.</translation>
    </message>
    <message>
        <source>No row from %1 (%2), although there are many before and after. A file may be missing.</source>
        <extracomment>%1 a range of days, %2 &quot;34 days&quot;</extracomment>
        <translation>لا صف في المدة %1 (%2) مع وجود كثير قبلها وبعدها. ربما ينقص ملف.</translation>
    </message>
    <message>
        <source>Remove the rows</source>
        <translation>حذف الصفوف</translation>
    </message>
    <message>
        <source>Clear the values</source>
        <translation>مسح القيم</translation>
    </message>
    <message>
        <source>Tidy the values</source>
        <translation>ترتيب القيم</translation>
    </message>
    <message>
        <source>Use one spelling</source>
        <translation>توحيد الكتابة</translation>
    </message>
    <message>
        <source>Take the first purchase</source>
        <translation>اعتماد أول شراء</translation>
    </message>
    <message>
        <source>%1 It can be undone, also later under Imports.</source>
        <extracomment>%1 a sentence about what is changed</extracomment>
        <translation>%1 يمكن التراجع عن ذلك، ولاحقًا أيضًا من تبويب الاستيراد.</translation>
    </message>
    <message>
        <source>%1 will be removed from %2.</source>
        <translation>سيُحذف %1 من %2.</translation>
    </message>
    <message>
        <source>The value of %2 will be cleared in %1; nothing else changes.</source>
        <extracomment>%1 &quot;3 rows&quot;, %2 the name of a column</extracomment>
        <translation>ستُمسح قيمة %2 في %1؛ ولا يتغير شيء آخر.</translation>
    </message>
    <message>
        <source>The value of %2 will lose needless spaces and capitals in %1.</source>
        <translation>ستُزال المسافات والأحرف الكبيرة الزائدة من %2 في %1.</translation>
    </message>
    <message>
        <source>%1 becomes %2</source>
        <extracomment>how a spelling changes: %1 as written, %2 as it becomes</extracomment>
        <translation>%1 تصبح %2</translation>
    </message>
    <message>
        <source>%1 will get the most frequent spelling: %2.</source>
        <translation>سيأخذ %1 الكتابة الأكثر ورودًا: %2.</translation>
    </message>
    <message>
        <source>; </source>
        <translation>؛ </translation>
    </message>
    <message>
        <source>%1 will get the day of the first purchase as the day of acquisition.</source>
        <translation>سيأخذ %1 يوم أول شراء يومًا للاكتساب.</translation>
    </message>
    <message>
        <source>%1 is empty since %2, in all %3 that came after.</source>
        <extracomment>%1 the name of a column, %2 a day, %3 &quot;3 rows&quot;</extracomment>
        <translation>%1 فارغ منذ %2، في جميع ما جاء بعده: %3.</translation>
    </message>
</context>
<context>
    <name>Health::DuplicatesModel</name>
    <message>
        <source>same e-mail</source>
        <translation>البريد نفسه</translation>
    </message>
    <message>
        <source>same phone</source>
        <translation>الهاتف نفسه</translation>
    </message>
    <message>
        <source>same name and city</source>
        <translation>الاسم والمدينة أنفسهما</translation>
    </message>
    <message>
        <source>name %1 alike, same city</source>
        <translation>اسم متشابه بنسبة %1 والمدينة نفسها</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>certain</source>
        <translation>مؤكد</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>مرجّح</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>القيود</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>مدى اليقين</translation>
    </message>
</context>
<context>
    <name>Health::FieldsModel</name>
    <message>
        <source>not in use</source>
        <translation>غير مستخدم</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>البيانات</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>الحقل</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>مملوء</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>فارغ</translation>
    </message>
    <message>
        <source>Newest value</source>
        <translation>أحدث قيمة</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>الملاحظات</translation>
    </message>
</context>
<context>
    <name>Health::FindingsModel</name>
    <message>
        <source>Problem</source>
        <translation>مشكلة</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>تحذير</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>الأهمية</translation>
    </message>
    <message>
        <source>About</source>
        <translation>الموضوع</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>البيانات</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>ما وُجد</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>الصفوف</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>النسبة</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>الإصلاح</translation>
    </message>
</context>
<context>
    <name>Health::Merge</name>
    <message>
        <source>A customer to merge is no longer in the workspace. Look for duplicates again.</source>
        <translation>أحد العملاء المراد دمجهم لم يعد في مساحة العمل. ابحث عن المكررات مجددًا.</translation>
    </message>
    <message>
        <source>A customer cannot be merged twice at the same time.</source>
        <translation>لا يمكن دمج عميل مرتين في الوقت نفسه.</translation>
    </message>
    <message>
        <source>A merge needs at least two customers.</source>
        <translation>يحتاج الدمج إلى عميلين على الأقل.</translation>
    </message>
    <message>
        <source>Moving rows</source>
        <translation>نقل الصفوف</translation>
    </message>
    <message>
        <source>Merging customers</source>
        <translation>دمج العملاء</translation>
    </message>
</context>
<context>
    <name>Health::Repair</name>
    <message>
        <source>This finding has no repair.</source>
        <translation>لا إصلاح لهذه الملاحظة.</translation>
    </message>
    <message>
        <source>Repairing rows</source>
        <translation>إصلاح الصفوف</translation>
    </message>
</context>
<context>
    <name>HealthPanel</name>
    <message>
        <source>Checking the data</source>
        <translation>فحص البيانات</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>إصلاح</translation>
    </message>
    <message>
        <source>Nothing can mend this here: it needs better data.</source>
        <translation>لا شيء هنا يصلح ذلك: يحتاج إلى بيانات أفضل.</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>لا شيء</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>لا ملاحظات</numerusform>
            <numerusform>ملاحظة واحدة</numerusform>
            <numerusform>ملاحظتان</numerusform>
            <numerusform>%n ملاحظات</numerusform>
            <numerusform>%n ملاحظة</numerusform>
            <numerusform>%n ملاحظة</numerusform>
        </translation>
    </message>
    <message>
        <source>Show only these findings; press again for all</source>
        <translation>عرض هذه الملاحظات وحدها؛ اضغط مجددًا لعرض الكل</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>الملاحظات</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>No finding of this kind. Press the tile again to see all.</source>
        <translation>لا ملاحظة من هذا النوع. اضغط البطاقة مجددًا لعرض الكل.</translation>
    </message>
    <message>
        <source>No fault was found in any table.</source>
        <translation>لم يُعثر على خلل في أي جدول.</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>الحقول</translation>
    </message>
    <message>
        <source>Show the rows</source>
        <translation>عرض الصفوف</translation>
    </message>
    <message>
        <source>Show the empty rows</source>
        <translation>عرض الصفوف الفارغة</translation>
    </message>
    <message>
        <source>Back to the findings</source>
        <translation>العودة إلى الملاحظات</translation>
    </message>
    <message>
        <source>Fields and how much of them is filled</source>
        <translation>الحقول ومقدار امتلائها</translation>
    </message>
    <message>
        <source>Rows of the finding</source>
        <translation>صفوف الملاحظة</translation>
    </message>
    <message>
        <source>Nothing to check yet</source>
        <translation>لا شيء لفحصه بعد</translation>
    </message>
    <message>
        <source>Import customers or transactions: what is missing or impossible in them is listed here.</source>
        <translation>استورد العملاء أو المعاملات: يُسرد هنا ما ينقصها وما يستحيل فيها.</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>استيراد البيانات</translation>
    </message>
    <message>
        <source>how much of each column is filled, and until when</source>
        <translation>مقدار ما مُلئ من كل عمود، وحتى متى</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>The overview says what your customers are worth now, how that changed, where customers are lost between first contact and repeat purchase, and what needs attention. A click on a figure opens the screen behind it with the same period.</source>
        <translation>تبيّن النظرة العامة كم يساوي عملاؤك الآن، وكيف تغير ذلك، وأين يُفقد العملاء بين أول تواصل وإعادة الشراء، وما يحتاج إلى انتباه. النقر على رقم يفتح الشاشة التي وراءه للفترة نفسها.</translation>
    </message>
    <message>
        <source>The lifecycle follows contacts from stage to stage: how many arrive, how many are lost, how long it takes and who owns each stage. The turning point lies where value creation becomes value expansion.</source>
        <translation>تتبع دورة حياة العميل جهات الاتصال من مرحلة إلى مرحلة: كم يصل، وكم يُفقد، وكم يستغرق ذلك، ومن القسم المالك لكل مرحلة. ونقطة التحول حيث يصبح خلق القيمة توسيعًا لها.</translation>
    </message>
    <message>
        <source>Customer equity is the sum of all lifetime values. The trend shows it at each quarter&apos;s end from what was known that day; the bridge says why it changed.</source>
        <translation>مجموع قيمة العملاء (حقوق ملكية العملاء) هو مجموع قيمهم مدى الحياة. يبيّن الاتجاه قيمته في نهاية كل ربع مما كان معروفًا ذلك اليوم، ويبيّن المخطط الشلالي سبب تغيره.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Help for this screen</source>
        <translation>مساعدة هذه الشاشة</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>الإجراء</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Here you see what was imported, which rows were rejected and why, and every customer. An import can be undone; rejected rows can be saved as a file, mended and imported again. Data health lists what is missing, doubtful or impossible, with its rows and a repair where there is one; Duplicates offers customers that were entered twice. Repairs and merges can be undone, also weeks later.</source>
        <translation>هنا ترى ما استُورد، وأي الصفوف رُفض ولماذا، وكل عميل. يمكن التراجع عن الاستيراد؛ ويمكن حفظ الصفوف المرفوضة في ملف وإصلاحها واستيرادها مجددًا. تسرد سلامة البيانات ما ينقص أو يثير الشك أو يستحيل، مع صفوفه وإصلاح له إن وُجد؛ وتعرض المكررات العملاء الذين أُدخلوا مرتين. ويمكن التراجع عن الإصلاح والدمج ولو بعد أسابيع.</translation>
    </message>
    <message>
        <source>Lifetime value is what a customer is expected to bring within the horizon, discounted to today. The model card says how well the model fits; the table lists every customer with an interval. Tick customers there, with Space or the mouse, to keep them as a segment.</source>
        <translation>قيمة العميل مدى الحياة هي ما يُتوقع أن يحققه العميل ضمن الأفق الزمني مخصومًا إلى اليوم. تبيّن بطاقة النموذج جودة الملاءمة، ويسرد الجدول كل عميل مع فترة ثقته. حدّد العملاء فيه بمفتاح المسافة أو بالفأرة لتحفظهم كشريحة.</translation>
    </message>
</context>
<context>
    <name>Import::Again</name>
    <message>
        <source>The file no longer has the column for %1. Import it anew and choose the column.</source>
        <translation>لم يعد في الملف عمود %1. استورده من جديد واختر العمود.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>Import::Attributes</name>
    <message>
        <source>Looking at attributes</source>
        <translation>فحص الخصائص</translation>
    </message>
    <message>
        <source>%1 would bring the workspace to %2 customer attributes; it can have %3. Leave out columns that are not needed.</source>
        <translation>سيبلغ %1 بمساحة العمل %2 خاصية للعملاء؛ والحد %3. اترك الأعمدة التي لا حاجة إليها.</translation>
    </message>
</context>
<context>
    <name>Import::CsvReader</name>
    <message>
        <source>%1 cannot be read: %2. Check that the file exists and that you may read it.</source>
        <translation>تتعذر قراءة %1: ‏%2. تحقق من وجود الملف ومن حقك في قراءته.</translation>
    </message>
    <message>
        <source>The encoding &quot;%1&quot; is not known. Known ones are %2.</source>
        <translation>الترميز &quot;%1&quot; غير معروف. المعروف منها %2.</translation>
    </message>
    <message>
        <source>%1 changed while it was read. Wait until the program that writes it has finished, then import it again.</source>
        <translation>تغيّر %1 أثناء قراءته. انتظر حتى ينتهي البرنامج الذي يكتبه ثم استورده من جديد.</translation>
    </message>
    <message>
        <source>The quotation mark opened in line %1 of %2 is never closed. Close it, or remove it, and import the file again.</source>
        <translation>علامة الاقتباس المفتوحة في السطر %1 من %2 لا تُغلق. أغلقها أو احذفها ثم استورد الملف من جديد.</translation>
    </message>
    <message>
        <source>%1 is a folder. Choose a file in it.</source>
        <translation>‏%1 مجلد. اختر ملفًا فيه.</translation>
    </message>
</context>
<context>
    <name>Import::Export</name>
    <message>
        <source>Writing %1</source>
        <translation>كتابة %1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another place.</source>
        <translation>تتعذر كتابة %1: ‏%2. اختر مكانًا آخر.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made. Choose another place.</source>
        <translation>يتعذر إنشاء المجلد %1. اختر مكانًا آخر.</translation>
    </message>
    <message>
        <source>Nothing can be written into the folder %1: %2. Choose another place.</source>
        <translation>لا يمكن كتابة شيء في المجلد %1: ‏%2. اختر مكانًا آخر.</translation>
    </message>
    <message>
        <source>%1 is a folder. Choose another place for the file of that name.</source>
        <translation>%1 مجلد. اختر مكانًا آخر للملف الذي بهذا الاسم.</translation>
    </message>
</context>
<context>
    <name>Import::ImportHistoryModel</name>
    <message>
        <source>Undone</source>
        <translation>تم التراجع عنه</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>مستورَد</translation>
    </message>
    <message>
        <source>Imported on</source>
        <translation>تاريخ الاستيراد</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>Rows added</source>
        <translation>الصفوف المضافة</translation>
    </message>
    <message>
        <source>Rows updated</source>
        <translation>الصفوف المحدَّثة</translation>
    </message>
    <message>
        <source>Rows rejected</source>
        <translation>الصفوف المرفوضة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Merge of customers</source>
        <translation>دمج عملاء</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>إصلاح</translation>
    </message>
    <message>
        <source>several customers</source>
        <translation>عملاء عدة</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>a repair: %1 the kind of data such as Transactions, %2 a column of it</extracomment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>Import::Job</name>
    <message>
        <source>No column of %1 is known to hold %2 (%3), which %4 cannot do without. Say which of its columns does: %5.</source>
        <translation>لا يُعرف في %1 عمود يحوي %2 (%3)، ولا غنى عنه في %4. حدّد العمود المقصود من بين: %5.</translation>
    </message>
    <message>
        <source>Dates in column &quot;%1&quot; of %2, such as %3, can be read day first or month first. Choose the order: dmy or mdy.</source>
        <translation>التواريخ في العمود &quot;%1&quot; من %2 مثل %3 تُقرأ باليوم أولًا أو بالشهر أولًا. اختر الترتيب: dmy أو mdy.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a currency code of three letters, such as SAR.</source>
        <translation>‏&quot;%1&quot; ليس رمز عملة من ثلاثة أحرف مثل SAR.</translation>
    </message>
    <message>
        <source>The disk that holds %1 has %2 MB free; importing %3 needs about %4 MB. Free some space and try again.</source>
        <translation>في القرص الذي يحوي %1 مساحة حرة قدرها %2 ميغابايت؛ واستيراد %3 يحتاج إلى نحو %4 ميغابايت. أفرغ بعض المساحة وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>The workspace holds more customers than an import can add to.</source>
        <translation>في مساحة العمل عملاء أكثر مما يستطيع استيراد أن يضيف إليهم.</translation>
    </message>
    <message>
        <source>The rejected rows cannot be written to the folder for temporary files. Free some space there and try again.</source>
        <translation>تتعذر كتابة الصفوف المرفوضة في مجلد الملفات المؤقتة. أفرغ فيه بعض المساحة وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>Writing rows to the workspace</source>
        <translation>كتابة الصفوف في مساحة العمل</translation>
    </message>
    <message>
        <source>Finishing the tables</source>
        <translation>إتمام الجداول</translation>
    </message>
    <message>
        <source>Preparing the import</source>
        <translation>التحضير للاستيراد</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Import finished</source>
        <translation>اكتمل الاستيراد</translation>
    </message>
    <message>
        <source>%1 have no time by which a period could be replaced. Choose another way to treat rows that are known.</source>
        <translation>لا وقت في &quot;%1&quot; تُستبدل به فترة. اختر طريقة أخرى لمعاملة الصفوف المعروفة.</translation>
    </message>
    <message>
        <source>Known orders can only be found by their id, and no column of %1 is known to hold the order&apos;s id. Say which does, or add every row.</source>
        <translation>لا تُعرف الطلبات الموجودة إلا برقمها، وليس في %1 عمود معروف لرقم الطلب. حدد العمود أو أضف كل الصفوف.</translation>
    </message>
    <message>
        <source>%1 have no id by which known rows could be found. Add every row, or replace the period of the file.</source>
        <translation>لا رقم في &quot;%1&quot; تُعرف به الصفوف الموجودة. أضف كل الصفوف أو استبدل فترة الملف.</translation>
    </message>
    <message>
        <source>A customer exists once. Choose whether known customers are updated, skipped or rejected.</source>
        <translation>العميل واحد لا يتكرر. اختر أن يُحدَّث العملاء المعروفون أو يُتخطّوا أو يُرفضوا.</translation>
    </message>
    <message>
        <source>The time zone &quot;%1&quot; is not known. Use a name such as Asia/Riyadh.</source>
        <translation>المنطقة الزمنية &quot;%1&quot; غير معروفة. استعمل اسمًا مثل Asia/Riyadh.</translation>
    </message>
    <message>
        <source>The amounts of %1 are in %2 and the workspace counts in %3. Say what one %2 is worth in %3: under Rates in the step Check, or with --rate on the command line.</source>
        <translation>مبالغ %1 بعملة %2 ومساحة العمل تحسب بعملة %3. بيّن كم تساوي وحدة واحدة من %2 بعملة %3: تحت أسعار الصرف في خطوة الفحص، أو بالخيار ⁦--rate⁩ في سطر الأوامر.</translation>
    </message>
</context>
<context>
    <name>Import::JsonTableReader</name>
    <message>
        <source>Line %2 of %1 is not a JSON object that can be read. Choose a file with one object a row: an array of objects, or one object a line.</source>
        <translation>السطر %2 من %1 ليس كائن JSON تمكن قراءته. اختر ملفًا فيه كائن لكل صف: مصفوفة كائنات، أو كائن في كل سطر.</translation>
    </message>
    <message>
        <source>%1 ends in the middle of an object, in line %2: it was only half written or half copied. Export or copy it again.</source>
        <translation>ينتهي %1 في وسط كائن، في السطر %2: لم تكتمل كتابته أو نسخه. صدّره أو انسخه من جديد.</translation>
    </message>
</context>
<context>
    <name>Import::Kinds</name>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Transactions</source>
        <translation>المعاملات</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الأحداث</translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation>الاستبيانات</translation>
    </message>
    <message>
        <source>Interactions</source>
        <translation>التفاعلات</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>التكاليف</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>الاشتراكات</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>الصفقات</translation>
    </message>
    <message>
        <source>Purchase summaries</source>
        <translation>ملخصات الشراء</translation>
    </message>
    <message>
        <source>Customer ID</source>
        <translation>معرّف العميل</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>الشركة</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>الدولة</translation>
    </message>
    <message>
        <source>City</source>
        <translation>المدينة</translation>
    </message>
    <message>
        <source>Acquired on</source>
        <translation>تاريخ الاكتساب</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>القناة</translation>
    </message>
    <message>
        <source>Acquisition cost</source>
        <translation>تكلفة الاكتساب</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>المرحلة</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Order ID</source>
        <translation>رقم الطلب</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>الكمية</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>المنتج</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>الهامش</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>الحدث</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>أداة القياس</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>الدرجة</translation>
    </message>
    <message>
        <source>Brand</source>
        <translation>العلامة التجارية</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>التعليق</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>الجهد</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>التكلفة</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>الدقائق</translation>
    </message>
    <message>
        <source>Resolved</source>
        <translation>تم الحل</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>الفترة</translation>
    </message>
    <message>
        <source>Kind of cost</source>
        <translation>نوع التكلفة</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>الساعات</translation>
    </message>
    <message>
        <source>Started on</source>
        <translation>تاريخ البدء</translation>
    </message>
    <message>
        <source>Ended on</source>
        <translation>تاريخ الانتهاء</translation>
    </message>
    <message>
        <source>Price per billing period</source>
        <translation>السعر لكل فترة فوترة</translation>
    </message>
    <message>
        <source>Deal ID</source>
        <translation>معرّف الصفقة</translation>
    </message>
    <message>
        <source>Changed at</source>
        <translation>وقت التغيير</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>الاحتمال</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>المالك</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>مقبول</translation>
    </message>
    <message>
        <source>Reason for rejection</source>
        <translation>سبب الرفض</translation>
    </message>
    <message>
        <source>Metrics (0 to 3)</source>
        <translation>المقاييس (من 0 إلى 3)</translation>
    </message>
    <message>
        <source>Economic buyer (0 to 3)</source>
        <translation>صاحب القرار المالي (من 0 إلى 3)</translation>
    </message>
    <message>
        <source>Decision criteria (0 to 3)</source>
        <translation>معايير القرار (من 0 إلى 3)</translation>
    </message>
    <message>
        <source>Decision process (0 to 3)</source>
        <translation>إجراءات اتخاذ القرار (من 0 إلى 3)</translation>
    </message>
    <message>
        <source>Identified pain (0 to 3)</source>
        <translation>تحديد المشكلة (من 0 إلى 3)</translation>
    </message>
    <message>
        <source>Champion (0 to 3)</source>
        <translation>الداعم الداخلي (من 0 إلى 3)</translation>
    </message>
    <message>
        <source>Repeat purchases (x)</source>
        <translation>عمليات الشراء المكررة (x)</translation>
    </message>
    <message>
        <source>Time of the last purchase (t_x)</source>
        <translation>وقت آخر شراء (t_x)</translation>
    </message>
    <message>
        <source>Age (T)</source>
        <translation>العمر (T)</translation>
    </message>
    <message>
        <source>Mean spend</source>
        <translation>متوسط الإنفاق</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>تاريخ ووقت</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Amount of money</source>
        <translation>مبلغ مالي</translation>
    </message>
    <message>
        <source>Currency code</source>
        <translation>رمز عملة</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>عدد</translation>
    </message>
    <message>
        <source>Whole number from 0 to 3</source>
        <translation>عدد صحيح من 0 إلى 3</translation>
    </message>
    <message>
        <source>Number from 1 to 7</source>
        <translation>عدد من 1 إلى 7</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>نعم أو لا</translation>
    </message>
    <message>
        <source>Acquisition or retention</source>
        <translation>اكتساب أو احتفاظ</translation>
    </message>
    <message>
        <source>Day, week, month, quarter or year</source>
        <translation>يوم أو أسبوع أو شهر أو ربع أو سنة</translation>
    </message>
    <message>
        <source>Order status</source>
        <translation>حالة الطلب</translation>
    </message>
    <message>
        <source>Refunded amount</source>
        <translation>المبلغ المسترد</translation>
    </message>
</context>
<context>
    <name>Import::MappingStore</name>
    <message>
        <source>There is no import %1 in %2. The history of imports lists their numbers.</source>
        <translation>لا يوجد استيراد رقمه %1 في %2. يسرد سجل عمليات الاستيراد أرقامها.</translation>
    </message>
    <message>
        <source>Give the mapping a name under which you will find it again.</source>
        <translation>أعطِ المطابقة اسمًا تجدها به لاحقًا.</translation>
    </message>
    <message>
        <source>There is no mapping &quot;%1&quot;: none has been saved in %2 yet.</source>
        <translation>لا توجد مطابقة باسم &quot;%1&quot;: لم تُحفظ أي مطابقة في %2 بعد.</translation>
    </message>
    <message>
        <source>There is no mapping &quot;%1&quot;. Those saved in %2 are %3.</source>
        <translation>لا توجد مطابقة باسم &quot;%1&quot;. المحفوظ في %2: %3.</translation>
    </message>
    <message>
        <source>Change %1 came from no file, so there is nothing to import again.</source>
        <translation>لم يأتِ التغيير %1 من ملف، فلا شيء يُستورد من جديد.</translation>
    </message>
    <message>
        <source>Import %1 was pasted, so there is no file to import again. Paste the table anew.</source>
        <translation>الاستيراد %1 جاء من جدول ملصق، فلا ملف يُستورد من جديد. الصق الجدول مرة أخرى.</translation>
    </message>
    <message>
        <source>The file of import %1 is no longer at %2. Put it back there, or import it from its new place.</source>
        <translation>لم يعد ملف الاستيراد %1 في %2. أعده إلى مكانه أو استورده من مكانه الجديد.</translation>
    </message>
</context>
<context>
    <name>Import::Outcome</name>
    <message>
        <source>%1 cannot be written: %2. Choose another place.</source>
        <translation>تتعذر كتابة %1: ‏%2. اختر مكانًا آخر.</translation>
    </message>
    <message>
        <source>No row was rejected, so there is nothing to save.</source>
        <translation>لم يُرفض أي صف، فلا شيء لحفظه.</translation>
    </message>
    <message>
        <source>There is no import %1 in %2. The history of imports lists their numbers.</source>
        <translation>لا يوجد استيراد %1 في %2. يسرد سجل عمليات الاستيراد أرقامها.</translation>
    </message>
</context>
<context>
    <name>Import::Plan</name>
    <message>
        <source>Column %1</source>
        <translation>العمود %1</translation>
    </message>
    <message>
        <source>%1 has no column &quot;%2&quot;. Its columns are %3.</source>
        <translation>ليس في %1 عمود &quot;%2&quot;. أعمدته %3.</translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot; in %2. The fields are %3.</source>
        <translation>لا يوجد حقل &quot;%1&quot; في %2. الحقول هي %3.</translation>
    </message>
    <message>
        <source>The encoding &quot;%1&quot; is not known. Known ones are %2.</source>
        <translation>الترميز &quot;%1&quot; غير معروف. المعروف منها %2.</translation>
    </message>
    <message>
        <source>%1 is empty. Choose a file with a line of headings and rows below it.</source>
        <translation>‏%1 فارغ. اختر ملفًا فيه سطر عناوين وتحته صفوف.</translation>
    </message>
    <message>
        <source>%1 is a database, not a text table. Export its table as CSV and import that file.</source>
        <translation>‏%1 قاعدة بيانات وليس جدولًا نصيًا. صدّر جدولها بصيغة CSV واستورد ذلك الملف.</translation>
    </message>
    <message>
        <source>The quotation mark opened in line %1 of %2 is never closed. Close it, or remove it, and import the file again.</source>
        <translation>علامة الاقتباس المفتوحة في السطر %1 من %2 لا تُغلق. أغلقها أو احذفها ثم استورد الملف من جديد.</translation>
    </message>
    <message>
        <source>%1 holds nothing but blank lines. Choose a file with a line of headings and rows below it.</source>
        <translation>ليس في %1 سوى أسطر فارغة. اختر ملفًا فيه سطر عناوين وتحته صفوف.</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>فارغ</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>عدد صحيح</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>عدد</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>الفئة</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>There is no preset &quot;%1&quot; for %2. The presets are %3.</source>
        <translation>لا يوجد إعداد &quot;%1&quot; لـ %2. الإعدادات هي %3.</translation>
    </message>
    <message>
        <source>The headings of %1 fit no kind of data. Say what its rows are and which columns hold what.</source>
        <translation>عناوين %1 لا تلائم أي نوع من البيانات. حدّد ماهية صفوفه وما تحويه أعمدته.</translation>
    </message>
    <message>
        <source>%1 is a spreadsheet of the old format or one with a password. Save it as XLSX without a password, or as CSV, and import that file.</source>
        <translation>الملف %1 جدول بيانات بالصيغة القديمة أو محمي بكلمة مرور. احفظه بصيغة XLSX بلا كلمة مرور أو بصيغة CSV ثم استورد ذلك الملف.</translation>
    </message>
    <message>
        <source>%1 is no spreadsheet, so it has no sheet &quot;%2&quot;.</source>
        <translation>الملف %1 ليس جدول بيانات، فلا ورقة فيه باسم &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation>جدول ملصق</translation>
    </message>
    <message>
        <source>%1 is no Excel workbook, though its name says so. Save it anew as XLSX or CSV in the program that made it.</source>
        <translation>‏%1 ليس مصنف Excel وإن دل اسمه على ذلك. احفظه من جديد بصيغة XLSX أو CSV في البرنامج الذي صنعه.</translation>
    </message>
    <message>
        <source>%1 is no table: neither text, nor an Excel workbook, nor JSON. Export the table as CSV, XLSX or JSON and import that file.</source>
        <translation>‏%1 ليس جدولًا: لا نصًا ولا مصنف Excel ولا JSON. صدّر الجدول بصيغة CSV أو XLSX أو JSON واستورد ذلك الملف.</translation>
    </message>
</context>
<context>
    <name>Import::RejectReason</name>
    <message>
        <source>%1 is not valid UTF-8. Choose the file&apos;s encoding.</source>
        <translation>‏%1 ليس UTF-8 صحيحًا. اختر ترميز الملف.</translation>
    </message>
    <message>
        <source>%1 is outside its range.</source>
        <translation>‏%1 خارج مداه.</translation>
    </message>
    <message>
        <source>%1 is none of the words it can be.</source>
        <translation>‏%1 ليس من الكلمات الممكنة.</translation>
    </message>
    <message>
        <source>The row is damaged or longer than 8 MB. Export it again.</source>
        <translation>الصف تالف أو أطول من 8 م.ب. صدّره من جديد.</translation>
    </message>
    <message>
        <source>The row has fewer cells than the heading row. Add the missing separators.</source>
        <translation>في الصف خلايا أقل مما في صف العناوين. أضف الفواصل الناقصة.</translation>
    </message>
    <message>
        <source>The row has more cells than the heading row. Put text with separators into quotation marks.</source>
        <translation>في الصف خلايا أكثر مما في صف العناوين. ضع النص الذي فيه فواصل بين علامتي اقتباس.</translation>
    </message>
    <message>
        <source>%1 holds a NUL byte. Export the file again.</source>
        <translation>في %1 بايت صفري. صدّر الملف من جديد.</translation>
    </message>
    <message>
        <source>%1 is empty. Fill it in.</source>
        <translation>%1 فارغ. املأه.</translation>
    </message>
    <message>
        <source>%1 is not a date that can be read. Write it like 2025-06-30.</source>
        <translation>%1 ليس تاريخًا تمكن قراءته. اكتبه مثل ‎2025-06-30‎.</translation>
    </message>
    <message>
        <source>%1 is not a number that can be read. Write it like 1234.50.</source>
        <translation>%1 ليس عددًا تمكن قراءته. اكتبه مثل 1234.50.</translation>
    </message>
    <message>
        <source>%1 is not a period that can be read. Write it like 2025-06 or 2025-Q2.</source>
        <translation>%1 ليس فترة تمكن قراءتها. اكتبها مثل ‎2025-06‎ أو ‎2025-Q2‎.</translation>
    </message>
    <message>
        <source>%1 lies before the start. Exchange or mend the two dates.</source>
        <translation>%1 يسبق البداية. بدّل التاريخين أو أصلحهما.</translation>
    </message>
    <message>
        <source>%1 has a year like 1447, which looks like a Hijri date. Choose the Hijri calendar (Calendar in the step Format, --calendar hijri on the command line).</source>
        <translation>‏%1 فيه سنة مثل 1447 تبدو هجرية. اختر التقويم الهجري (التقويم في خطوة الصيغة، أو ⁦--calendar hijri⁩ في سطر الأوامر).</translation>
    </message>
    <message>
        <source>%1 lies before 1930 or after 2065, where nothing can be analysed. Correct the date.</source>
        <translation>‏%1 قبل عام 1930 أو بعد عام 2065، وهو مدى لا يمكن تحليله. صحّح التاريخ.</translation>
    </message>
    <message>
        <source>A cell is longer than 1 MB. Shorten it, or look for a quotation mark that is never closed.</source>
        <translation>خلية أطول من ميغابايت واحد. اختصرها، أو ابحث عن علامة اقتباس لم تُغلق.</translation>
    </message>
    <message>
        <source>The row is longer than 8 MB. Look for a quotation mark that is never closed.</source>
        <translation>الصف أطول من ثمانية ميغابايت. ابحث عن علامة اقتباس لم تُغلق.</translation>
    </message>
    <message>
        <source>%1 is a whole month or quarter and names no day. Write the day, or let it count as the first day of its period (Months and quarters in the step Format, --whole-periods first-day on the command line).</source>
        <translation>‏%1 شهر أو ربع سنة كامل ولا يذكر يومًا. اكتب اليوم، أو دعه يُحسب كأول يوم في فترته (الأشهر وأرباع السنة في خطوة الصيغة، أو ⁦--whole-periods first-day⁩ في سطر الأوامر).</translation>
    </message>
    <message>
        <source>%1 is not a currency code of three letters. Write one such as SAR.</source>
        <translation>‏%1 ليس رمز عملة من ثلاثة أحرف. اكتب رمزًا مثل ⁦SAR⁩.</translation>
    </message>
    <message>
        <source>%1 names another currency than the workspace&apos;s, and no rate says what it is worth. Give the rate (Rates in the step Check, --rate on the command line).</source>
        <translation>‏%1 يذكر عملة غير عملة مساحة العمل ولا سعر صرف يبيّن قيمتها. أعطِ السعر (أسعار الصرف في خطوة الفحص، أو ⁦--rate⁩ في سطر الأوامر).</translation>
    </message>
    <message>
        <source>%1 is a number in the workspace, and this value is none. Correct it, or import the column under another name.</source>
        <translation>‏%1 عدد في مساحة العمل، وهذه القيمة ليست عددًا. صحّحها، أو استورد العمود باسم آخر.</translation>
    </message>
    <message>
        <source>The customer is known already. To take it all the same, choose that known ones are updated.</source>
        <translation>العميل معروف من قبل. لأخذه مع ذلك اختر أن يُحدَّث المعروفون.</translation>
    </message>
    <message>
        <source>The order is known already. To take it all the same, choose that known ones are updated.</source>
        <translation>الطلب معروف من قبل. لأخذه مع ذلك اختر أن تُحدَّث الطلبات المعروفة.</translation>
    </message>
    <message>
        <source>The workspace has this row already. To take it all the same, choose that every row is added.</source>
        <translation>هذا الصف موجود في مساحة العمل من قبل. لأخذه مع ذلك اختر أن يُضاف كل صف.</translation>
    </message>
    <message>
        <source>%1 is not an e-mail address, by which customers are found here. Correct it, or choose another key.</source>
        <translation>‏%1 ليس عنوان بريد إلكتروني، وبه يُعثر على العملاء هنا. صحّحه، أو اختر مفتاحًا آخر.</translation>
    </message>
    <message>
        <source>%1 is not a telephone number, by which customers are found here. Correct it, or choose another key.</source>
        <translation>‏%1 ليس رقم هاتف، وبه يُعثر على العملاء هنا. صحّحه، أو اختر مفتاحًا آخر.</translation>
    </message>
    <message>
        <source>Write a share from 0 to 1, or a percentage.</source>
        <translation>اكتب حصة من 0 إلى 1، أو نسبة مئوية.</translation>
    </message>
    <message>
        <source>Write a number from 1 to 7.</source>
        <translation>اكتب عددًا من 1 إلى 7.</translation>
    </message>
    <message>
        <source>Write a whole number from 0 to 3.</source>
        <translation>اكتب عددًا صحيحًا من 0 إلى 3.</translation>
    </message>
    <message>
        <source>Write acquisition or retention.</source>
        <translation>اكتب اكتساب أو احتفاظ.</translation>
    </message>
    <message>
        <source>Write yes or no.</source>
        <translation>اكتب نعم أو لا.</translation>
    </message>
    <message>
        <source>Write day, week, month, quarter or year.</source>
        <translation>اكتب يوم أو أسبوع أو شهر أو ربع أو سنة.</translation>
    </message>
    <message>
        <source>It is larger than can be kept: correct it.</source>
        <translation>القيمة أكبر مما يمكن حفظه: صحّحها.</translation>
    </message>
</context>
<context>
    <name>Import::RejectReasonsModel</name>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>الصفوف</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>الحصة</translation>
    </message>
    <message>
        <source>First line</source>
        <translation>أول سطر</translation>
    </message>
</context>
<context>
    <name>Import::RejectedRowsModel</name>
    <message>
        <source>Line</source>
        <translation>السطر</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
</context>
<context>
    <name>Import::SourceFormat</name>
    <message>
        <source>Text table</source>
        <translation>جدول نصي</translation>
    </message>
    <message>
        <source>Spreadsheet (XLSX)</source>
        <translation>جدول بيانات (XLSX)</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
</context>
<context>
    <name>Import::TableCheck</name>
    <message>
        <source>Looking at every row</source>
        <translation>فحص كل الصفوف</translation>
    </message>
    <message>
        <source>Read each number by its own separators</source>
        <translation>قراءة كل عدد بفواصله</translation>
    </message>
    <message>
        <source>Read the dates as Hijri (Umm al-Qura)</source>
        <translation>قراءة التواريخ هجرية (أم القرى)</translation>
    </message>
    <message>
        <source>Read the dates with the day first</source>
        <translation>قراءة التواريخ باليوم أولًا</translation>
    </message>
    <message>
        <source>Read the dates with the month first</source>
        <translation>قراءة التواريخ بالشهر أولًا</translation>
    </message>
    <message>
        <source>Read the dates with the year first</source>
        <translation>قراءة التواريخ بالسنة أولًا</translation>
    </message>
    <message>
        <source>Leave cells with &quot;%1&quot; empty</source>
        <translation>ترك الخلايا التي فيها &quot;%1&quot; فارغة</translation>
    </message>
    <message>
        <source>Read &quot;%1&quot; as &quot;%2&quot;</source>
        <translation>قراءة &quot;%1&quot; على أنها &quot;%2&quot;</translation>
    </message>
    <message>
        <source>Take &quot;%1&quot; out of every cell</source>
        <translation>حذف &quot;%1&quot; من كل خلية</translation>
    </message>
    <message>
        <source>Read &quot;%1&quot; within the cells as &quot;%2&quot;</source>
        <translation>قراءة &quot;%1&quot; داخل الخلايا على أنها &quot;%2&quot;</translation>
    </message>
    <message>
        <source>Fill empty cells with &quot;%1&quot;</source>
        <translation>ملء الخلايا الفارغة بـ &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Fill empty cells from the row above</source>
        <translation>ملء الخلايا الفارغة من الصف الأعلى</translation>
    </message>
    <message>
        <source>Leave cells that cannot be read empty</source>
        <translation>ترك الخلايا التي لا تمكن قراءتها فارغة</translation>
    </message>
    <message>
        <source>Divide the numbers by %1</source>
        <translation>قسمة الأعداد على %1</translation>
    </message>
    <message>
        <source>Multiply the numbers by %1</source>
        <translation>ضرب الأعداد في %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) have nothing in &quot;%1&quot;, first in line %2.</source>
        <extracomment>%1 heading of a column, %2 a line</extracomment>
        <translation>
            <numerusform>لا صفوف بلا قيمة في &quot;%1&quot;، أولها في السطر %2.</numerusform>
            <numerusform>صف واحد بلا قيمة في &quot;%1&quot;، أولها في السطر %2.</numerusform>
            <numerusform>صفان بلا قيمة في &quot;%1&quot;، أولها في السطر %2.</numerusform>
            <numerusform>%n صفوف بلا قيمة في &quot;%1&quot;، أولها في السطر %2.</numerusform>
            <numerusform>%n صفًا بلا قيمة في &quot;%1&quot;، أولها في السطر %2.</numerusform>
            <numerusform>%n صف بلا قيمة في &quot;%1&quot;، أولها في السطر %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) of &quot;%1&quot; are not numbers, such as &quot;%3&quot; in line %2.</source>
        <extracomment>%1 heading of a column, %2 a line, %3 a cell</extracomment>
        <translation>
            <numerusform>لا خلايا من &quot;%1&quot; ليست أعدادًا، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>خلية واحدة من &quot;%1&quot; ليست أعدادًا، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>خليتان من &quot;%1&quot; ليست أعدادًا، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>%n خلايا من &quot;%1&quot; ليست أعدادًا، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>%n خلية من &quot;%1&quot; ليست أعدادًا، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>%n خلية من &quot;%1&quot; ليست أعدادًا، مثل &quot;%3&quot; في السطر %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) of &quot;%1&quot; are written with other separators than the rest, such as &quot;%3&quot; in line %2.</source>
        <extracomment>%1 heading of a column, %2 a line, %3 a cell</extracomment>
        <translation>
            <numerusform>لا أعداد في &quot;%1&quot; بفواصل تخالف بقية العمود، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>عدد واحد في &quot;%1&quot; بفواصل تخالف بقية العمود، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>عددان في &quot;%1&quot; بفواصل تخالف بقية العمود، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>%n أعداد في &quot;%1&quot; بفواصل تخالف بقية العمود، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>%n عددًا في &quot;%1&quot; بفواصل تخالف بقية العمود، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>%n عدد في &quot;%1&quot; بفواصل تخالف بقية العمود، مثل &quot;%3&quot; في السطر %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) of &quot;%1&quot;, such as &quot;%3&quot; in line %2, stand among small decimals: a thousand may be meant, or one and a bit.</source>
        <extracomment>%1 heading of a column, %2 a line, %3 a cell such as 1,234</extracomment>
        <translation>
            <numerusform>لا أعداد في &quot;%1&quot;، مثل &quot;%3&quot; في السطر %2، بين كسور عشرية صغيرة: قد يُقصد ألف أو واحد وكسر.</numerusform>
            <numerusform>عدد واحد في &quot;%1&quot;، مثل &quot;%3&quot; في السطر %2، بين كسور عشرية صغيرة: قد يُقصد ألف أو واحد وكسر.</numerusform>
            <numerusform>عددان في &quot;%1&quot;، مثل &quot;%3&quot; في السطر %2، بين كسور عشرية صغيرة: قد يُقصد ألف أو واحد وكسر.</numerusform>
            <numerusform>%n أعداد في &quot;%1&quot;، مثل &quot;%3&quot; في السطر %2، بين كسور عشرية صغيرة: قد يُقصد ألف أو واحد وكسر.</numerusform>
            <numerusform>%n عددًا في &quot;%1&quot;، مثل &quot;%3&quot; في السطر %2، بين كسور عشرية صغيرة: قد يُقصد ألف أو واحد وكسر.</numerusform>
            <numerusform>%n عدد في &quot;%1&quot;، مثل &quot;%3&quot; في السطر %2، بين كسور عشرية صغيرة: قد يُقصد ألف أو واحد وكسر.</numerusform>
        </translation>
    </message>
    <message>
        <source>The amounts in &quot;%1&quot; are all whole and end in 00, half of them above %2: they may be in cents or halalas.</source>
        <extracomment>%1 heading of a column, %2 a number</extracomment>
        <translation>كل المبالغ في &quot;%1&quot; صحيحة تنتهي بصفرين، ونصفها فوق %2: لعلها بالهللات أو السنتات.</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) of &quot;%1&quot; are far from all others, such as %3 in line %2.</source>
        <extracomment>%1 heading of a column, %2 a line, %3 a number</extracomment>
        <translation>
            <numerusform>لا أعداد في &quot;%1&quot; بعيدًا عن سائر القيم، مثل %3 في السطر %2.</numerusform>
            <numerusform>عدد واحد في &quot;%1&quot; بعيدًا عن سائر القيم، مثل %3 في السطر %2.</numerusform>
            <numerusform>عددان في &quot;%1&quot; بعيدًا عن سائر القيم، مثل %3 في السطر %2.</numerusform>
            <numerusform>%n أعداد في &quot;%1&quot; بعيدًا عن سائر القيم، مثل %3 في السطر %2.</numerusform>
            <numerusform>%n عددًا في &quot;%1&quot; بعيدًا عن سائر القيم، مثل %3 في السطر %2.</numerusform>
            <numerusform>%n عدد في &quot;%1&quot; بعيدًا عن سائر القيم، مثل %3 في السطر %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) of &quot;%1&quot; are not dates, such as &quot;%3&quot; in line %2.</source>
        <extracomment>%1 heading of a column, %2 a line, %3 a cell</extracomment>
        <translation>
            <numerusform>لا خلايا من &quot;%1&quot; ليست تواريخ، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>خلية واحدة من &quot;%1&quot; ليست تواريخ، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>خليتان من &quot;%1&quot; ليست تواريخ، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>%n خلايا من &quot;%1&quot; ليست تواريخ، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>%n خلية من &quot;%1&quot; ليست تواريخ، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>%n خلية من &quot;%1&quot; ليست تواريخ، مثل &quot;%3&quot; في السطر %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) of &quot;%1&quot; only fit another order of day and month, such as &quot;%3&quot; in line %2.</source>
        <extracomment>%1 heading of a column, %2 a line, %3 a date</extracomment>
        <translation>
            <numerusform>لا تواريخ في &quot;%1&quot; لا يصح إلا بترتيب آخر لليوم والشهر، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>تاريخ واحد في &quot;%1&quot; لا يصح إلا بترتيب آخر لليوم والشهر، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>تاريخان في &quot;%1&quot; لا يصح إلا بترتيب آخر لليوم والشهر، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>%n تواريخ في &quot;%1&quot; لا يصح إلا بترتيب آخر لليوم والشهر، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>%n تاريخًا في &quot;%1&quot; لا يصح إلا بترتيب آخر لليوم والشهر، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>%n تاريخ في &quot;%1&quot; لا يصح إلا بترتيب آخر لليوم والشهر، مثل &quot;%3&quot; في السطر %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) of &quot;%1&quot; have years of the Hijri calendar, such as &quot;%3&quot; in line %2.</source>
        <extracomment>%1 heading of a column, %2 a line, %3 a date</extracomment>
        <translation>
            <numerusform>لا تواريخ في &quot;%1&quot; بسنوات هجرية، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>تاريخ واحد في &quot;%1&quot; بسنوات هجرية، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>تاريخان في &quot;%1&quot; بسنوات هجرية، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>%n تواريخ في &quot;%1&quot; بسنوات هجرية، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>%n تاريخًا في &quot;%1&quot; بسنوات هجرية، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>%n تاريخ في &quot;%1&quot; بسنوات هجرية، مثل &quot;%3&quot; في السطر %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) of &quot;%1&quot; look like stand-ins for no date, such as &quot;%3&quot; in line %2.</source>
        <extracomment>%1 heading of a column, %2 a line, %3 a date</extracomment>
        <translation>
            <numerusform>لا تواريخ في &quot;%1&quot; يبدو بديلًا عن تاريخ غائب، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>تاريخ واحد في &quot;%1&quot; يبدو بديلًا عن تاريخ غائب، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>تاريخان في &quot;%1&quot; يبدو بديلًا عن تاريخ غائب، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>%n تواريخ في &quot;%1&quot; يبدو بديلًا عن تاريخ غائب، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>%n تاريخًا في &quot;%1&quot; يبدو بديلًا عن تاريخ غائب، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>%n تاريخ في &quot;%1&quot; يبدو بديلًا عن تاريخ غائب، مثل &quot;%3&quot; في السطر %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) of &quot;%1&quot; lie more than a year ahead, such as &quot;%3&quot; in line %2.</source>
        <extracomment>%1 heading of a column, %2 a line, %3 a date</extracomment>
        <translation>
            <numerusform>لا تواريخ في &quot;%1&quot; بعد أكثر من سنة من الآن، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>تاريخ واحد في &quot;%1&quot; بعد أكثر من سنة من الآن، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>تاريخان في &quot;%1&quot; بعد أكثر من سنة من الآن، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>%n تواريخ في &quot;%1&quot; بعد أكثر من سنة من الآن، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>%n تاريخًا في &quot;%1&quot; بعد أكثر من سنة من الآن، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>%n تاريخ في &quot;%1&quot; بعد أكثر من سنة من الآن، مثل &quot;%3&quot; في السطر %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) repeat a value of &quot;%1&quot; that stood before, such as &quot;%3&quot; in line %2.</source>
        <extracomment>%1 heading of a column, %2 a line, %3 a cell</extracomment>
        <translation>
            <numerusform>لا صفوف بقيمة مكررة في &quot;%1&quot;، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>صف واحد بقيمة مكررة في &quot;%1&quot;، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>صفان بقيمة مكررة في &quot;%1&quot;، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>%n صفوف بقيمة مكررة في &quot;%1&quot;، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>%n صفًا بقيمة مكررة في &quot;%1&quot;، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>%n صف بقيمة مكررة في &quot;%1&quot;، مثل &quot;%3&quot; في السطر %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Join with column &quot;%1&quot;</source>
        <extracomment>%1 is the heading of a column</extracomment>
        <translation>تُضَمّ إليه خلايا العمود &quot;%1&quot;</translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) of &quot;%1&quot; lie before 1930 or after 2065, where nothing can be analysed, such as &quot;%3&quot; in line %2.</source>
        <extracomment>%1 heading of a column, %2 a line, %3 a date</extracomment>
        <translation>
            <numerusform>لا تواريخ في &quot;%1&quot; قبل عام 1930 أو بعد عام 2065، وهو مدى لا يمكن تحليله، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>تاريخ واحد في &quot;%1&quot; قبل عام 1930 أو بعد عام 2065، وهو مدى لا يمكن تحليله، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>تاريخان في &quot;%1&quot; قبل عام 1930 أو بعد عام 2065، وهو مدى لا يمكن تحليله، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>%n تواريخ في &quot;%1&quot; قبل عام 1930 أو بعد عام 2065، وهو مدى لا يمكن تحليله، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>%n تاريخًا في &quot;%1&quot; قبل عام 1930 أو بعد عام 2065، وهو مدى لا يمكن تحليله، مثل &quot;%3&quot; في السطر %2.</numerusform>
            <numerusform>%n تاريخ في &quot;%1&quot; قبل عام 1930 أو بعد عام 2065، وهو مدى لا يمكن تحليله، مثل &quot;%3&quot; في السطر %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Count each as the first day of its period</source>
        <translation>احتساب كلٍّ منها كأول يوم في فترته</translation>
    </message>
    <message>
        <source>Do not take them for dates</source>
        <translation>عدم عدّها تواريخ</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) of &quot;%1&quot; are whole months or quarters among dates, such as &quot;%3&quot; in line %2: they name no day.</source>
        <extracomment>%1 heading of a column, %2 a line, %3 a month or quarter</extracomment>
        <translation>
            <numerusform>لا خلايا من &quot;%1&quot; هي أشهر أو أرباع سنة كاملة بين التواريخ، مثل &quot;%3&quot; في السطر %2: لا تذكر يومًا.</numerusform>
            <numerusform>خلية واحدة من &quot;%1&quot; شهر أو ربع سنة كامل بين التواريخ، وهي &quot;%3&quot; في السطر %2: لا تذكر يومًا.</numerusform>
            <numerusform>خليتان من &quot;%1&quot; شهران أو ربعا سنة كاملان بين التواريخ، مثل &quot;%3&quot; في السطر %2: لا تذكران يومًا.</numerusform>
            <numerusform>%n خلايا من &quot;%1&quot; أشهر أو أرباع سنة كاملة بين التواريخ، مثل &quot;%3&quot; في السطر %2: لا تذكر يومًا.</numerusform>
            <numerusform>%n خلية من &quot;%1&quot; أشهر أو أرباع سنة كاملة بين التواريخ، مثل &quot;%3&quot; في السطر %2: لا تذكر يومًا.</numerusform>
            <numerusform>%n خلية من &quot;%1&quot; أشهر أو أرباع سنة كاملة بين التواريخ، مثل &quot;%3&quot; في السطر %2: لا تذكر يومًا.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) of &quot;%1&quot; are whole months or quarters, such as &quot;%3&quot; in line %2: each counts as the first day of its period.</source>
        <extracomment>%1 heading of a column, %2 a line, %3 a month or quarter</extracomment>
        <translation>
            <numerusform>لا خلايا من &quot;%1&quot; هي أشهر أو أرباع سنة كاملة، مثل &quot;%3&quot; في السطر %2: تُحسب كلٌّ منها كأول يوم في فترتها.</numerusform>
            <numerusform>خلية واحدة من &quot;%1&quot; شهر أو ربع سنة كامل، وهي &quot;%3&quot; في السطر %2: تُحسب كأول يوم في فترتها.</numerusform>
            <numerusform>خليتان من &quot;%1&quot; شهران أو ربعا سنة كاملان، مثل &quot;%3&quot; في السطر %2: تُحسب كلٌّ منهما كأول يوم في فترتها.</numerusform>
            <numerusform>%n خلايا من &quot;%1&quot; أشهر أو أرباع سنة كاملة، مثل &quot;%3&quot; في السطر %2: تُحسب كلٌّ منها كأول يوم في فترتها.</numerusform>
            <numerusform>%n خلية من &quot;%1&quot; أشهر أو أرباع سنة كاملة، مثل &quot;%3&quot; في السطر %2: تُحسب كلٌّ منها كأول يوم في فترتها.</numerusform>
            <numerusform>%n خلية من &quot;%1&quot; أشهر أو أرباع سنة كاملة، مثل &quot;%3&quot; في السطر %2: تُحسب كلٌّ منها كأول يوم في فترتها.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import::Undo</name>
    <message>
        <source>Taking back rows</source>
        <translation>استرجاع الصفوف</translation>
    </message>
    <message>
        <source>There is no import %1 in %2. The history of imports lists their numbers.</source>
        <translation>لا يوجد استيراد %1 في %2. يسرد سجل عمليات الاستيراد أرقامها.</translation>
    </message>
    <message>
        <source>Import %1 has been undone already.</source>
        <translation>سبق التراجع عن الاستيراد %1.</translation>
    </message>
    <message>
        <source>Import undone</source>
        <translation>تم التراجع عن الاستيراد</translation>
    </message>
    <message>
        <source>A newer import brought the customer %1 again. Undo that import first, then this merge.</source>
        <translation>جاء استيراد أحدث بالعميل %1 من جديد. تراجع عن ذلك الاستيراد أولًا ثم عن هذا الدمج.</translation>
    </message>
    <message>
        <source>The customer was merged into another one later, in change %1. Undo that first.</source>
        <translation>دُمج العميل لاحقًا في عميل آخر، في التغيير %1. تراجع عن ذلك أولًا.</translation>
    </message>
</context>
<context>
    <name>Import::XlsxReader</name>
    <message>
        <source>%1 has no sheet &quot;%2&quot;. Its sheets are %3.</source>
        <translation>ليس في %1 ورقة باسم &quot;%2&quot;. أوراقه: %3.</translation>
    </message>
    <message>
        <source>The part %2 of %1 declares a document type, which a spreadsheet never does and hostile files do, so it is not read. Open the file in the program that made it and save it as CSV.</source>
        <translation>يعلن الجزء %2 من %1 نوع مستند، وجداول البيانات لا تفعل ذلك بل تفعله الملفات المؤذية، لذلك لم يُقرأ. افتح الملف في البرنامج الذي أنشأه واحفظه بصيغة CSV.</translation>
    </message>
    <message>
        <source>The sheet &quot;%2&quot; of %1 is damaged below row %3. Open the file in the program that made it and save it again, or save it as CSV.</source>
        <translation>الورقة &quot;%2&quot; من %1 تالفة بعد الصف %3. افتح الملف في البرنامج الذي أنشأه واحفظه من جديد أو احفظه بصيغة CSV.</translation>
    </message>
    <message>
        <source>The part %2 of %1 is damaged in line %3. Open the file in the program that made it and save it again, or save it as CSV.</source>
        <translation>الجزء %2 من %1 تالف في السطر %3. افتح الملف في البرنامج الذي أنشأه واحفظه من جديد أو احفظه بصيغة CSV.</translation>
    </message>
    <message>
        <source>The texts of %1 are larger than 1 GB, so it is not read. Open it in the program that made it and save it as CSV.</source>
        <translation>نصوص %1 أكبر من 1 غ.ب، لذلك لم يُقرأ. افتحه في البرنامج الذي أنشأه واحفظه بصيغة CSV.</translation>
    </message>
    <message>
        <source>%1 is a spreadsheet in a format that is not read. Save it as XLSX or CSV and import that.</source>
        <translation>الملف %1 جدول بيانات بصيغة لا تُقرأ. احفظه بصيغة XLSX أو CSV ثم استورده.</translation>
    </message>
    <message>
        <source>%1 is an archive without a spreadsheet in it. Unpack it and import the files within.</source>
        <translation>الملف %1 أرشيف لا جدول بيانات فيه. فك ضغطه واستورد الملفات التي بداخله.</translation>
    </message>
    <message>
        <source>%1 has no sheet with cells. Choose a spreadsheet with a row of headings and rows below it.</source>
        <translation>ليس في %1 ورقة فيها خلايا. اختر جدول بيانات فيه صف عناوين وتحته صفوف.</translation>
    </message>
</context>
<context>
    <name>Import::ZipArchive</name>
    <message>
        <source>%1 has %2 parts, far more than a spreadsheet has, so it is not read. Open it in the program that made it and save it as CSV.</source>
        <translation>في %1 من الأجزاء %2، وهذا أكثر بكثير مما في أي جدول بيانات، لذلك لم يُقرأ. افتحه في البرنامج الذي أنشأه واحفظه بصيغة CSV.</translation>
    </message>
    <message>
        <source>%1 is damaged or only half copied: its parts cannot be unpacked. Copy it again, or open it in the program that made it and save it as CSV.</source>
        <translation>الملف %1 تالف أو لم يكتمل نسخه: لا يمكن فك أجزائه. انسخه مجددًا، أو افتحه في البرنامج الذي أنشأه واحفظه بصيغة CSV.</translation>
    </message>
    <message>
        <source>%1 is protected by a password. Open it, save a copy without the password and import that.</source>
        <translation>الملف %1 محمي بكلمة مرور. افتحه واحفظ نسخة بلا كلمة مرور ثم استورد تلك النسخة.</translation>
    </message>
    <message>
        <source>%1 unpacks to far more than its size: the part %2 passed %3 MB. That is how files are made that fill a machine, so it is not read. If it is genuine, open it in the program that made it and save it as CSV.</source>
        <translation>يتضخم %1 عند فكه إلى أضعاف حجمه: تجاوز الجزء %2 الحجم %3 م.ب. هكذا تُصنع الملفات التي تملأ الجهاز، لذلك لم يُقرأ. إن كان سليمًا فافتحه في البرنامج الذي أنشأه واحفظه بصيغة CSV.</translation>
    </message>
    <message>
        <source>The part %2 of %1 is larger than %3 MB, so it is not read. Open the file in the program that made it and save it as CSV.</source>
        <translation>الجزء %2 من %1 أكبر من %3 م.ب، لذلك لم يُقرأ. افتح الملف في البرنامج الذي أنشأه واحفظه بصيغة CSV.</translation>
    </message>
</context>
<context>
    <name>ImportCheckPage</name>
    <message>
        <source>What will be written</source>
        <translation>ما سيُكتب</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>الفحص</translation>
    </message>
    <message>
        <source>Check all rows</source>
        <translation>فحص كل الصفوف</translation>
    </message>
    <message>
        <source>Reads the whole file as the import would, and writes nothing</source>
        <translation>يقرأ الملف كله كما يفعل الاستيراد ولا يكتب شيئًا</translation>
    </message>
    <message>
        <source>Nothing is written before you press Import. A backup of the workspace is made first.</source>
        <translation>لا يُكتب شيء قبل الضغط على «استيراد». وتُنشأ قبله نسخة احتياطية من مساحة العمل.</translation>
    </message>
    <message>
        <source>Columns that will be imported</source>
        <translation>الأعمدة التي ستُستورد</translation>
    </message>
    <message numerus="yes">
        <source>All rows were checked: %n row(s) ready to import.</source>
        <translation>
            <numerusform>فُحصت كل الصفوف: لا صفوف جاهزة للاستيراد.</numerusform>
            <numerusform>فُحصت كل الصفوف: صف واحد جاهز للاستيراد.</numerusform>
            <numerusform>فُحصت كل الصفوف: صفان جاهزان للاستيراد.</numerusform>
            <numerusform>فُحصت كل الصفوف: %n صفوف جاهزة للاستيراد.</numerusform>
            <numerusform>فُحصت كل الصفوف: %n صفًا جاهزًا للاستيراد.</numerusform>
            <numerusform>فُحصت كل الصفوف: %n صف جاهز للاستيراد.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) would be rejected:</source>
        <translation>
            <numerusform>لن يُرفض أي صف:</numerusform>
            <numerusform>سيُرفض صف واحد:</numerusform>
            <numerusform>سيُرفض صفان:</numerusform>
            <numerusform>ستُرفض %n صفوف:</numerusform>
            <numerusform>سيُرفض %n صفًا:</numerusform>
            <numerusform>سيُرفض %n صف:</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking all rows. Nothing is written.</source>
        <translation>فحص كل الصفوف. لا يُكتب شيء.</translation>
    </message>
    <message>
        <source>Column in file</source>
        <translation>العمود في الملف</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>يذهب إلى</translation>
    </message>
    <message>
        <source>Type found</source>
        <translation>النوع المكتشف</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>فارغ</translation>
    </message>
    <message>
        <source>What looks wrong</source>
        <translation>ما يبدو خطأ</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>لا شيء</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation>
            <numerusform>لا شيء</numerusform>
            <numerusform>أمر واحد</numerusform>
            <numerusform>أمران</numerusform>
            <numerusform>%n أمور</numerusform>
            <numerusform>%n أمرًا</numerusform>
            <numerusform>%n أمر</numerusform>
        </translation>
    </message>
    <message>
        <source>No column looks wrong.</source>
        <translation>لا عمود يبدو خطأ.</translation>
    </message>
    <message>
        <source>to create</source>
        <translation>للإنشاء</translation>
    </message>
    <message>
        <source>to update</source>
        <translation>للتحديث</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>بلا تغيير</translation>
    </message>
    <message>
        <source>to leave out</source>
        <translation>للاستبعاد</translation>
    </message>
    <message>
        <source>rows of an order counted already</source>
        <translation>صفوف لطلب احتُسب من قبل</translation>
    </message>
    <message>
        <source>to reject</source>
        <translation>للرفض</translation>
    </message>
    <message>
        <source>rows of the workspace to replace</source>
        <translation>صفوف من مساحة العمل ستُستبدل</translation>
    </message>
    <message>
        <source>new customers</source>
        <translation>عملاء جدد</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a line of counts: %1 &quot;to create&quot;, %2 how many rows</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Check all rows to see how many will be created, updated, left and rejected.</source>
        <translation>افحص كل الصفوف لترى كم سيُنشأ ويُحدَّث ويُترك ويُرفض.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were looked at.</source>
        <translation>
            <numerusform>لم يُفحص أي صف.</numerusform>
            <numerusform>فُحص صف واحد.</numerusform>
            <numerusform>فُحص صفان.</numerusform>
            <numerusform>فُحصت %n صفوف.</numerusform>
            <numerusform>فُحص %n صفًا.</numerusform>
            <numerusform>فُحص %n صف.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at the columns: %1</source>
        <translation>جارٍ فحص الأعمدة: %1</translation>
    </message>
    <message>
        <source>Looking at the columns.</source>
        <translation>جارٍ فحص الأعمدة.</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>قيم مختلفة</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>المجال</translation>
    </message>
    <message>
        <source>Most frequent</source>
        <translation>الأكثر ورودًا</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>the range of numbers: %1 the lowest, %2 the highest</extracomment>
        <translation>من %1 إلى %2</translation>
    </message>
    <message>
        <source>about %1</source>
        <extracomment>an estimated number: %1</extracomment>
        <translation>نحو %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>No rule mends this: correct it in the file, or import the other rows and save the rejected ones.</source>
        <translation>لا قاعدة تصلح هذا: صحّحه في الملف، أو استورد الصفوف الأخرى واحفظ المرفوضة.</translation>
    </message>
    <message>
        <source>Import %1 read a file of this name, size and time of change. What they hold was not compared.</source>
        <extracomment>%1 the number of an import in the history</extracomment>
        <translation>قرأ الاستيراد %1 ملفًا بهذا الاسم والحجم ووقت التغيير. ولم يُقارَن ما فيهما.</translation>
    </message>
    <message>
        <source>Import %1 read a file of this name, size and time of change. What they hold was not compared. If it is the same, rows that have no id of their own are added once more.</source>
        <extracomment>%1 the number of an import in the history</extracomment>
        <translation>قرأ الاستيراد %1 ملفًا بهذا الاسم والحجم ووقت التغيير. ولم يُقارَن ما فيهما. فإن كانا واحدًا أُضيفت مرة أخرى الصفوف التي ليس لها معرّف خاص.</translation>
    </message>
</context>
<context>
    <name>ImportChoicesForm</name>
    <message>
        <source>Add every row</source>
        <translation>إضافة كل صف</translation>
    </message>
    <message>
        <source>Add new ones, update known ones</source>
        <translation>إضافة الجديد وتحديث المعروف</translation>
    </message>
    <message>
        <source>Add new ones, leave known ones</source>
        <translation>إضافة الجديد وترك المعروف كما هو</translation>
    </message>
    <message>
        <source>Update known ones only</source>
        <translation>تحديث المعروف فقط</translation>
    </message>
    <message>
        <source>Reject rows that are known</source>
        <translation>رفض الصفوف المعروفة</translation>
    </message>
    <message>
        <source>Replace the period of the file</source>
        <translation>استبدال مدة الملف</translation>
    </message>
    <message>
        <source>Customers that the workspace already has</source>
        <translation>العملاء الموجودون في مساحة العمل</translation>
    </message>
    <message>
        <source>Rows that the workspace already has</source>
        <translation>الصفوف الموجودة في مساحة العمل</translation>
    </message>
    <message>
        <source>What happens with known rows</source>
        <translation>ما يحدث للصفوف المعروفة</translation>
    </message>
    <message>
        <source>A customer is known by</source>
        <translation>يُعرف العميل من</translation>
    </message>
    <message>
        <source>By what a customer is known</source>
        <translation>ما يُعرف به العميل</translation>
    </message>
    <message>
        <source>Customer ID</source>
        <translation>معرّف العميل</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Phone number in one form</source>
        <translation>رقم الهاتف بصيغة موحدة</translation>
    </message>
    <message>
        <source>Several rows of one order</source>
        <translation>صفوف عدة لطلب واحد</translation>
    </message>
    <message>
        <source>Every row is a purchase</source>
        <translation>كل صف عملية شراء</translation>
    </message>
    <message>
        <source>One row an item, each with the order&apos;s total</source>
        <translation>صف لكل صنف، ومع كل منها إجمالي الطلب</translation>
    </message>
    <message>
        <source>One row an item, added up to one purchase</source>
        <translation>صف لكل صنف، تُجمع في عملية شراء واحدة</translation>
    </message>
    <message>
        <source>Orders by their status</source>
        <translation>الطلبات حسب حالتها</translation>
    </message>
    <message>
        <source>Orders with the status %1</source>
        <extracomment>what is done with orders of a status: %1 the status, such as &quot;cancelled&quot;</extracomment>
        <translation>الطلبات بحالة %1</translation>
    </message>
    <message>
        <source>import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>استبعاد</translation>
    </message>
    <message>
        <source>count as refund</source>
        <translation>احتسابها مرتجعًا</translation>
    </message>
    <message>
        <source>Rates in %1 (empty: one to one)</source>
        <extracomment>%1 the workspace&apos;s currency</extracomment>
        <translation>أسعار الصرف إلى %1 (فارغ: واحد لواحد)</translation>
    </message>
    <message>
        <source>1 %1 =</source>
        <extracomment>a rate of exchange: %1 a currency</extracomment>
        <translation>‏1 من %1 =</translation>
    </message>
    <message>
        <source>Rate of %1</source>
        <translation>سعر صرف %1</translation>
    </message>
    <message>
        <source>Numbers without a country are from</source>
        <translation>الأرقام التي لا تذكر بلدًا هي من</translation>
    </message>
    <message>
        <source>Country of telephone numbers that name none</source>
        <translation>بلد أرقام الهاتف التي لا تذكر بلدًا</translation>
    </message>
    <message>
        <source>No country: as they are written</source>
        <extracomment>the country of the workspace&apos;s currency: %1 &quot;Saudi Arabia (+966)&quot;</extracomment>
        <translation>بلا بلد: كما كُتبت</translation>
    </message>
    <message>
        <source>As the currency says: %1</source>
        <translation>حسب العملة: %1</translation>
    </message>
    <message>
        <source>Rates in %1, by which these amounts are converted</source>
        <translation>أسعار الصرف إلى %1، وبها تُحوَّل هذه المبالغ</translation>
    </message>
</context>
<context>
    <name>ImportFormatCard</name>
    <message>
        <source>How sure the detection is</source>
        <translation>مدى الثقة بما اكتُشف</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>detected</source>
        <translation>كما اكتُشفت</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Change the format</source>
        <translation>تغيير الصيغة</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>الترميز</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>الفاصل</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>الورقة</translation>
    </message>
    <message>
        <source>Dates</source>
        <extracomment>the dates of a file: %1 &quot;Day, month, year&quot;</extracomment>
        <translation>التواريخ</translation>
    </message>
    <message>
        <source>%1, Hijri</source>
        <translation>%1، هجري</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>المنطقة الزمنية</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>الأرقام</translation>
    </message>
</context>
<context>
    <name>ImportFormatPage</name>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>detected; change it if it is wrong</source>
        <translation>مكتشفة؛ غيّرها إن كانت خاطئة</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>الصفوف الأولى</translation>
    </message>
    <message>
        <source>as they will be read</source>
        <translation>كما ستُقرأ</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>الترميز</translation>
    </message>
    <message>
        <source>Delimiter</source>
        <translation>الفاصل</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>العلامة العشرية</translation>
    </message>
    <message>
        <source>First row holds column names</source>
        <translation>الصف الأول يحوي أسماء الأعمدة</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>الصفوف الأولى من الملف</translation>
    </message>
    <message>
        <source>%1 fits day first and month first: choose one.</source>
        <translation>‏%1 تصلح باليوم أولًا وبالشهر أولًا: اختر أحدهما.</translation>
    </message>
    <message>
        <source>Point: %1</source>
        <translation>نقطة: %1</translation>
    </message>
    <message>
        <source>Comma: %1</source>
        <translation>فاصلة: %1</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>الورقة</translation>
    </message>
    <message>
        <source>Currency of the amounts</source>
        <translation>عملة المبالغ</translation>
    </message>
    <message>
        <source>%1 sure</source>
        <translation>مؤكد بنسبة %1</translation>
    </message>
    <message>
        <source>As in the workspace: %1</source>
        <extracomment>the currency of amounts: %1 that of the workspace</extracomment>
        <translation>كما في مساحة العمل: %1</translation>
    </message>
    <message>
        <source>Order of dates</source>
        <translation>ترتيب التاريخ</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>التقويم</translation>
    </message>
    <message>
        <source>Times are those of</source>
        <translation>الأوقات بتوقيت</translation>
    </message>
    <message>
        <source>Universal time (UTC)</source>
        <extracomment>universal time, the one without a place</extracomment>
        <translation>التوقيت العالمي (UTC)</translation>
    </message>
    <message>
        <source>Gregorian</source>
        <translation>ميلادي</translation>
    </message>
    <message>
        <source>Hijri (Umm al-Qura)</source>
        <translation>هجري (أم القرى)</translation>
    </message>
    <message>
        <source>The place whose clock the file shows, where a time does not say its own</source>
        <translation>المكان الذي تتبعه أوقات الملف حين لا يذكر الوقت منطقته</translation>
    </message>
    <message>
        <source>%1 is read as %2.</source>
        <translation>يُقرأ %1 على أنه %2.</translation>
    </message>
    <message>
        <source>%1 is no date in this order and calendar.</source>
        <extracomment>how a date of a file is understood: %1 as it is written, %2 the day</extracomment>
        <translation>%1 ليس تاريخًا بهذا الترتيب والتقويم.</translation>
    </message>
    <message>
        <source>%1 is no number with this decimal mark.</source>
        <translation>%1 ليس رقمًا بهذه العلامة العشرية.</translation>
    </message>
    <message>
        <source>This year is one of the Hijri calendar: choose that calendar if it is meant.</source>
        <translation>هذه السنة من سنوات التقويم الهجري: اختر ذلك التقويم إن كان هو المقصود.</translation>
    </message>
    <message>
        <source>Months and quarters</source>
        <translation>الأشهر وأرباع السنة</translation>
    </message>
    <message>
        <source>Their rows are rejected</source>
        <translation>تُرفض صفوفها</translation>
    </message>
    <message>
        <source>Count as their first day</source>
        <translation>تُحسب كأول يوم فيها</translation>
    </message>
    <message>
        <source>What becomes of a month such as 2025-06 or a quarter such as Q2 2025 where a date should stand</source>
        <translation>ما يصير إليه شهر مثل 2025-06 أو ربع سنة مثل Q2 2025 حيث ينبغي أن يكون تاريخ</translation>
    </message>
    <message>
        <source>%1 is read as %2, first and last day included.</source>
        <translation>يُقرأ %1 على أنه %2، واليومان الأول والأخير داخلان فيه.</translation>
    </message>
    <message>
        <source>A whole month or quarter counts as the first day of its period. Full dates beside it keep their day.</source>
        <translation>يُحسب الشهر أو ربع السنة الكامل كأول يوم في فترته. وتحتفظ التواريخ الكاملة إلى جانبه بيومها.</translation>
    </message>
</context>
<context>
    <name>ImportHeadCard</name>
    <message>
        <source>Check of the first rows</source>
        <translation>فحص الصفوف الأولى</translation>
    </message>
    <message numerus="yes">
        <source>Check of all %n row(s)</source>
        <translation>
            <numerusform>فحص كل الصفوف</numerusform>
            <numerusform>فحص الصف الوحيد</numerusform>
            <numerusform>فحص الصفين كليهما</numerusform>
            <numerusform>فحص كل الصفوف، وعددها %n</numerusform>
            <numerusform>فحص كل الصفوف، وعددها %n</numerusform>
            <numerusform>فحص كل الصفوف، وعددها %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check of the first %n row(s)</source>
        <translation>
            <numerusform>فحص الصفوف الأولى</numerusform>
            <numerusform>فحص الصف الأول</numerusform>
            <numerusform>فحص أول صفين</numerusform>
            <numerusform>فحص أول %n صفوف</numerusform>
            <numerusform>فحص أول %n صفًا</numerusform>
            <numerusform>فحص أول %n صف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) ready</source>
        <translation>
            <numerusform>لا صفوف جاهزة</numerusform>
            <numerusform>صف واحد جاهز</numerusform>
            <numerusform>صفان جاهزان</numerusform>
            <numerusform>%n صفوف جاهزة</numerusform>
            <numerusform>%n صفًا جاهزًا</numerusform>
            <numerusform>%n صف جاهز</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) would be rejected</source>
        <translation>
            <numerusform>لن يُرفض أي صف</numerusform>
            <numerusform>سيُرفض صف واحد</numerusform>
            <numerusform>سيُرفض صفان</numerusform>
            <numerusform>ستُرفض %n صفوف</numerusform>
            <numerusform>سيُرفض %n صفًا</numerusform>
            <numerusform>سيُرفض %n صف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out by their status</source>
        <translation>
            <numerusform>لا صفوف متروكة بحسب حالتها</numerusform>
            <numerusform>صف واحد متروك بحسب حالته</numerusform>
            <numerusform>صفان متروكان بحسب حالتهما</numerusform>
            <numerusform>%n صفوف متروكة بحسب حالتها</numerusform>
            <numerusform>%n صفًا متروكًا بحسب حالتها</numerusform>
            <numerusform>%n صف متروك بحسب حالتها</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>إخفاء</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Why rows would be rejected</source>
        <translation>سبب رفض الصفوف</translation>
    </message>
    <message>
        <source>Looking at the first rows.</source>
        <translation>يجري النظر في الصفوف الأولى.</translation>
    </message>
    <message>
        <source>Nothing is written before you press Import.</source>
        <translation>لا يُكتب شيء قبل الضغط على «استيراد».</translation>
    </message>
    <message>
        <source>Choose the columns that are required to see what would be imported.</source>
        <translation>اختر الأعمدة المطلوبة لترى ما الذي سيُستورد.</translation>
    </message>
</context>
<context>
    <name>ImportMapPage</name>
    <message>
        <source>Map columns</source>
        <translation>مطابقة الأعمدة</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>معاينة</translation>
    </message>
    <message>
        <source>first rows as they will be read</source>
        <translation>الصفوف الأولى كما ستُقرأ</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>إعداد جاهز</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>مسح الكل</translation>
    </message>
    <message>
        <source>Columns of the file and where they go</source>
        <translation>أعمدة الملف ووجهتها</translation>
    </message>
    <message>
        <source>Preview of the first rows</source>
        <translation>معاينة الصفوف الأولى</translation>
    </message>
    <message>
        <source>Where the column %1 goes</source>
        <translation>وجهة العمود %1</translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation>عدم الاستيراد</translation>
    </message>
    <message>
        <source>%1 (required)</source>
        <extracomment>a field that a row cannot do without: %1 its name</extracomment>
        <translation>%1 (إلزامي)</translation>
    </message>
    <message>
        <source>Attribute: %1</source>
        <translation>خاصية: %1</translation>
    </message>
    <message>
        <source>Property: %1</source>
        <translation>خاصية حدث: %1</translation>
    </message>
    <message>
        <source>personal data</source>
        <translation>بيانات شخصية</translation>
    </message>
    <message>
        <source>minus = refund</source>
        <translation>السالب = مبلغ مسترد</translation>
    </message>
    <message>
        <source>%1 empty</source>
        <translation>الفارغ %1</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>لا قيم</numerusform>
            <numerusform>قيمة واحدة</numerusform>
            <numerusform>قيمتان</numerusform>
            <numerusform>%n قيم</numerusform>
            <numerusform>%n قيمة</numerusform>
            <numerusform>%n قيمة</numerusform>
        </translation>
    </message>
    <message>
        <source>Column in file</source>
        <translation>العمود في الملف</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>مثال</translation>
    </message>
    <message>
        <source>Type found</source>
        <translation>النوع المكتشف</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>يذهب إلى</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>mapped</source>
        <translation>مطابَق</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>متروك</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 &quot;9 mapped&quot;, %2 &quot;1 left out&quot;</extracomment>
        <translation>%1، %2</translation>
    </message>
    <message numerus="yes">
        <source>%n mapped</source>
        <translation>
            <numerusform>لا مطابق</numerusform>
            <numerusform>مطابق واحد</numerusform>
            <numerusform>مطابقان</numerusform>
            <numerusform>%n مطابقة</numerusform>
            <numerusform>%n مطابقًا</numerusform>
            <numerusform>%n مطابق</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>لا متروك</numerusform>
            <numerusform>متروك واحد</numerusform>
            <numerusform>متروكان</numerusform>
            <numerusform>%n متروكة</numerusform>
            <numerusform>%n متروكًا</numerusform>
            <numerusform>%n متروك</numerusform>
        </translation>
    </message>
    <message>
        <source>Required: %1.</source>
        <translation>مطلوب: %1.</translation>
    </message>
    <message>
        <source>By column names</source>
        <translation>بحسب أسماء الأعمدة</translation>
    </message>
    <message>
        <source>no known system</source>
        <translation>ليس نظامًا معروفًا</translation>
    </message>
    <message>
        <source>Forget the preset %1</source>
        <translation>نسيان القالب %1</translation>
    </message>
    <message>
        <source>As in the last import</source>
        <translation>كما في آخر استيراد</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>how many columns of a file a preset knows: %1 of %2</extracomment>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>حفظ كقالب</translation>
    </message>
    <message>
        <source>More presets</source>
        <translation>قوالب أخرى</translation>
    </message>
    <message>
        <source>%1 knows %2 of %3 columns</source>
        <extracomment>how well a preset fits: %1 a system such as Salla, %2 of %3 columns of the file</extracomment>
        <translation>يعرف %1 من الأعمدة %2 من أصل %3</translation>
    </message>
</context>
<context>
    <name>ImportProgressCard</name>
    <message>
        <source>Prepare</source>
        <translation>التحضير</translation>
    </message>
    <message>
        <source>Read, check and write rows</source>
        <translation>قراءة الصفوف وفحصها وكتابتها</translation>
    </message>
    <message>
        <source>Match customers</source>
        <translation>مطابقة العملاء</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>الحفظ</translation>
    </message>
    <message>
        <source>Read the new data</source>
        <translation>قراءة البيانات الجديدة</translation>
    </message>
    <message>
        <source>Compute values and lifecycle</source>
        <translation>حساب القيم ودورة الحياة</translation>
    </message>
    <message>
        <source>no backup needed: it was empty</source>
        <translation>لا حاجة إلى نسخة احتياطية: كانت فارغة</translation>
    </message>
    <message>
        <source>with a backup of the workspace</source>
        <translation>مع نسخة احتياطية من مساحة العمل</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 &quot;97,078 rows read&quot;, %2 &quot;864 rejected&quot;</extracomment>
        <translation>%1، %2</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) read</source>
        <translation>
            <numerusform>لم يُقرأ أي صف</numerusform>
            <numerusform>قُرئ صف واحد</numerusform>
            <numerusform>قُرئ صفان</numerusform>
            <numerusform>قُرئت %n صفوف</numerusform>
            <numerusform>قُرئ %n صفًا</numerusform>
            <numerusform>قُرئ %n صف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation>
            <numerusform>لم يُرفض شيء</numerusform>
            <numerusform>رُفض واحد</numerusform>
            <numerusform>رُفض اثنان</numerusform>
            <numerusform>رُفض %n</numerusform>
            <numerusform>رُفض %n</numerusform>
            <numerusform>رُفض %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) so far</source>
        <translation>
            <numerusform>لا صفوف حتى الآن</numerusform>
            <numerusform>صف واحد حتى الآن</numerusform>
            <numerusform>صفان حتى الآن</numerusform>
            <numerusform>%n صفوف حتى الآن</numerusform>
            <numerusform>%n صفًا حتى الآن</numerusform>
            <numerusform>%n صف حتى الآن</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new customer(s)</source>
        <translation>
            <numerusform>لا عملاء جدد</numerusform>
            <numerusform>عميل جديد واحد</numerusform>
            <numerusform>عميلان جديدان</numerusform>
            <numerusform>%n عملاء جدد</numerusform>
            <numerusform>%n عميلًا جديدًا</numerusform>
            <numerusform>%n عميل جديد</numerusform>
        </translation>
    </message>
    <message>
        <source>all rows at once, or none</source>
        <translation>الصفوف كلها معًا أو لا شيء</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>لا عملاء</numerusform>
            <numerusform>عميل واحد</numerusform>
            <numerusform>عميلان</numerusform>
            <numerusform>%n عملاء</numerusform>
            <numerusform>%n عميلًا</numerusform>
            <numerusform>%n عميل</numerusform>
        </translation>
    </message>
    <message>
        <source>in the background</source>
        <translation>في الخلفية</translation>
    </message>
    <message>
        <source>the data cannot answer yet</source>
        <translation>لا تكفي البيانات للإجابة بعد</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>سير العمل</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>a duration: %1 seconds</extracomment>
        <translation>%1 ث</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1 حتى الآن</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 إجمالًا</translation>
    </message>
</context>
<context>
    <name>ImportRunPage</name>
    <message>
        <source>Rows read</source>
        <translation>الصفوف المقروءة</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>مقبول</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>مرفوض</translation>
    </message>
    <message>
        <source>New customers</source>
        <translation>عملاء جدد</translation>
    </message>
    <message>
        <source>Cancel import</source>
        <translation>إلغاء الاستيراد</translation>
    </message>
    <message>
        <source>Why rows were rejected</source>
        <translation>أسباب رفض الصفوف</translation>
    </message>
    <message>
        <source>Save rejected rows as CSV</source>
        <translation>حفظ الصفوف المرفوضة بصيغة CSV</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>الاستيراد</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>لا صفوف</numerusform>
            <numerusform>صف واحد</numerusform>
            <numerusform>صفان</numerusform>
            <numerusform>%n صفوف</numerusform>
            <numerusform>%n صفًا</numerusform>
            <numerusform>%n صف</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 rows/s</source>
        <translation>%1 صف/ث</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>بقي نحو %1 ث</translation>
    </message>
    <message>
        <source>You can keep working in other screens. Cancel takes back everything this import has written.</source>
        <translation>يمكنك متابعة العمل في شاشات أخرى. الإلغاء يتراجع عن كل ما كتبه هذا الاستيراد.</translation>
    </message>
    <message>
        <source>The import was cancelled</source>
        <translation>أُلغي الاستيراد</translation>
    </message>
    <message>
        <source>The import did not finish</source>
        <translation>لم يكتمل الاستيراد</translation>
    </message>
    <message>
        <source>Nothing was written. The workspace is as it was before.</source>
        <translation>لم يُكتب شيء. مساحة العمل كما كانت من قبل.</translation>
    </message>
    <message>
        <source>The import is finished</source>
        <translation>اكتمل الاستيراد</translation>
    </message>
    <message>
        <source>%1 s · %2 rows/s</source>
        <extracomment>%1 the number of seconds an import took, %2 its speed</extracomment>
        <translation>%1 ث · %2 صف/ث</translation>
    </message>
    <message>
        <source>It can be undone from the Data screen.</source>
        <translation>يمكن التراجع عنه من شاشة البيانات.</translation>
    </message>
    <message>
        <source>the whole file</source>
        <translation>الملف كله</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message numerus="yes">
        <source>%n reason(s)</source>
        <translation>
            <numerusform>لا أسباب</numerusform>
            <numerusform>سبب واحد</numerusform>
            <numerusform>سببان</numerusform>
            <numerusform>%n أسباب</numerusform>
            <numerusform>%n سببًا</numerusform>
            <numerusform>%n سبب</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>لا محدَّث</numerusform>
            <numerusform>محدَّث واحد</numerusform>
            <numerusform>محدَّثان</numerusform>
            <numerusform>%n محدَّثة</numerusform>
            <numerusform>%n محدَّثًا</numerusform>
            <numerusform>%n محدَّث</numerusform>
        </translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>الصفوف المرفوضة</translation>
    </message>
    <message>
        <source>mend them in the file and import it again: known rows are recognised</source>
        <translation>أصلحها في الملف واستورده من جديد: تُعرف الصفوف المعروفة</translation>
    </message>
    <message>
        <source>known at the end</source>
        <translation>يُعرف في النهاية</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>حتى الآن</translation>
    </message>
    <message numerus="yes">
        <source>of them %n refund(s)</source>
        <extracomment>%n of the accepted rows</extracomment>
        <translation>
            <numerusform>دون مرتجعات</numerusform>
            <numerusform>منها مرتجع واحد</numerusform>
            <numerusform>منها مرتجعان</numerusform>
            <numerusform>منها %n مرتجعات</numerusform>
            <numerusform>منها %n مرتجعًا</numerusform>
            <numerusform>منها %n مرتجع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out by status</source>
        <translation>
            <numerusform>لم يُترك شيء بحسب حالته</numerusform>
            <numerusform>تُرك واحد بحسب حالته</numerusform>
            <numerusform>تُرك اثنان بحسب حالتهما</numerusform>
            <numerusform>تُرك %n بحسب حالتها</numerusform>
            <numerusform>تُرك %n بحسب حالتها</numerusform>
            <numerusform>تُرك %n بحسب حالتها</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>between the parts of a note under a number</extracomment>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>ImportSourcePage</name>
    <message>
        <source>%1 · %2</source>
        <extracomment>a file in a list: %1 its name, %2 its size</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Drop data files here, or choose them</source>
        <translation>أفلت ملفات البيانات هنا أو اخترها</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>اختيار الملفات</translation>
    </message>
    <message>
        <source>Paste a table</source>
        <translation>لصق جدول</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Files to import</source>
        <translation>الملفات المراد استيرادها</translation>
    </message>
    <message>
        <source>Tables with a row of headings: .csv, .tsv, .txt, .xlsx, .json. Several files are imported one after the other. Transactions are enough to start.</source>
        <translation>جداول فيها صف عناوين: ‎.csv، ‎.tsv، ‎.txt، ‎.xlsx، ‎.json. تُستورد الملفات المتعددة واحدًا بعد الآخر. المعاملات تكفي للبدء.</translation>
    </message>
</context>
<context>
    <name>ImportTexts</name>
    <message>
        <source>Comma ,</source>
        <translation>فاصلة ,</translation>
    </message>
    <message>
        <source>Semicolon ;</source>
        <translation>فاصلة منقوطة ;</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>جدولة</translation>
    </message>
    <message>
        <source>Vertical bar |</source>
        <translation>خط عمودي |</translation>
    </message>
    <message>
        <source>%1 (Arabic)</source>
        <translation>%1 (العربية)</translation>
    </message>
    <message>
        <source>Day, month, year</source>
        <translation>يوم، شهر، سنة</translation>
    </message>
    <message>
        <source>Month, day, year</source>
        <translation>شهر، يوم، سنة</translation>
    </message>
    <message>
        <source>Year, month, day</source>
        <translation>سنة، شهر، يوم</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 كيلوبايت</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 ميغابايت</translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation>عدم الاستيراد</translation>
    </message>
    <message>
        <source>Attribute: %1</source>
        <translation>خاصية: %1</translation>
    </message>
    <message>
        <source>Property: %1</source>
        <translation>خاصية حدث: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>لا صفوف</numerusform>
            <numerusform>صف واحد</numerusform>
            <numerusform>صفان</numerusform>
            <numerusform>%n صفوف</numerusform>
            <numerusform>%n صفًا</numerusform>
            <numerusform>%n صف</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2, first in line %3)</source>
        <extracomment>why rows would be rejected: %1 the reason, %2 how many rows, %3 the line of the first</extracomment>
        <translation>%1 (%2، أولها في السطر %3)</translation>
    </message>
    <message>
        <source>%1 (%2, first in line %3, column &quot;%4&quot;)</source>
        <extracomment>why rows would be rejected: %1 the reason, %2 how many rows, %3 the line of the first, %4 heading of the column</extracomment>
        <translation>%1 (%2، أولها في السطر %3، العمود &quot;%4&quot;)</translation>
    </message>
    <message>
        <source>%1 (%2, first in line %3, column &quot;%4&quot;: %5)</source>
        <extracomment>why rows would be rejected: %1 the reason, %2 how many rows, %3 the line of the first, %4 heading of the column, %5 the cell there</extracomment>
        <translation>%1 (%2، أولها في السطر %3، العمود &quot;%4&quot;: ‏%5)</translation>
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message>
        <source>Choose at least one file.</source>
        <translation>اختر ملفًا واحدًا على الأقل.</translation>
    </message>
    <message>
        <source>This file cannot be read. Remove it or choose another.</source>
        <translation>تتعذر قراءة هذا الملف. أزله أو اختر غيره.</translation>
    </message>
    <message>
        <source>Looking at the file.</source>
        <translation>فحص الملف.</translation>
    </message>
    <message>
        <source>Still needed: %1. Choose the column that holds it.</source>
        <translation>ما زال مطلوبًا: %1. اختر العمود الذي يحويه.</translation>
    </message>
    <message>
        <source>All rows are being checked.</source>
        <translation>تُفحص كل الصفوف.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Next file</source>
        <translation>الملف التالي</translation>
    </message>
    <message>
        <source>Open Overview</source>
        <translation>فتح النظرة العامة</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>لا صفوف</numerusform>
            <numerusform>صف واحد</numerusform>
            <numerusform>صفان</numerusform>
            <numerusform>%n صفوف</numerusform>
            <numerusform>%n صفًا</numerusform>
            <numerusform>%n صف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>لا أعمدة</numerusform>
            <numerusform>عمود واحد</numerusform>
            <numerusform>عمودان</numerusform>
            <numerusform>%n أعمدة</numerusform>
            <numerusform>%n عمودًا</numerusform>
            <numerusform>%n عمود</numerusform>
        </translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>استيراد البيانات</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>Map columns</source>
        <translation>مطابقة الأعمدة</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>الفحص</translation>
    </message>
    <message>
        <source>This file holds</source>
        <translation>يحوي هذا الملف</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>The clipboard holds no table. Copy rows in your spreadsheet first, with their headings.</source>
        <translation>لا جدول في الحافظة. انسخ أولًا صفوفًا من جدول البيانات مع عناوينها.</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>حفظ كقالب</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>اسم القالب</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Do not save</source>
        <translation>عدم الحفظ</translation>
    </message>
    <message>
        <source>about %1</source>
        <extracomment>how many rows a file has, estimated: %1 &quot;97,078 rows&quot;</extracomment>
        <translation>نحو %1</translation>
    </message>
    <message>
        <source>modified %1</source>
        <extracomment>when a file was changed last: %1 a day</extracomment>
        <translation>عُدّل في %1</translation>
    </message>
    <message>
        <source>file %1 of %2</source>
        <extracomment>which of several files is at hand: %1 of %2</extracomment>
        <translation>الملف %1 من %2</translation>
    </message>
    <message>
        <source>Choose another file</source>
        <translation>اختيار ملف آخر</translation>
    </message>
    <message>
        <source>Started %1, %2</source>
        <extracomment>when an import began: %1 the day, %2 the time of day</extracomment>
        <translation>بدأ في %1، %2</translation>
    </message>
</context>
<context>
    <name>ImportsPanel</name>
    <message>
        <source>Imports</source>
        <translation>عمليات الاستيراد</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>استيراد البيانات</translation>
    </message>
    <message>
        <source>Show rejected rows</source>
        <translation>عرض الصفوف المرفوضة</translation>
    </message>
    <message>
        <source>Nothing imported yet</source>
        <translation>لم يُستورد شيء بعد</translation>
    </message>
    <message>
        <source>Customer value needs transactions: who bought, when, and for how much. Twelve months of history give a useful first estimate.</source>
        <translation>تحتاج قيمة العملاء إلى المعاملات: من اشترى ومتى وبكم. سجل سنة يعطي تقديرًا أوليًا مفيدًا.</translation>
    </message>
    <message>
        <source>No folder is watched. Files that come into a watched folder are offered for import.</source>
        <translation>لا مجلد تحت المراقبة. الملفات التي تصل إلى مجلد مراقب تُعرض للاستيراد.</translation>
    </message>
    <message>
        <source>Watching %1: nothing new.</source>
        <translation>مراقبة %1: لا جديد.</translation>
    </message>
    <message numerus="yes">
        <source>Watching %1: %n new file(s).</source>
        <translation>
            <numerusform>مراقبة %1: لا جديد.</numerusform>
            <numerusform>مراقبة %1: ملف جديد واحد.</numerusform>
            <numerusform>مراقبة %1: ملفان جديدان.</numerusform>
            <numerusform>مراقبة %1: %n ملفات جديدة.</numerusform>
            <numerusform>مراقبة %1: %n ملفًا جديدًا.</numerusform>
            <numerusform>مراقبة %1: %n ملف جديد.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n new file(s)</source>
        <translation>
            <numerusform>لا جديد للاستيراد</numerusform>
            <numerusform>استيراد ملف جديد واحد</numerusform>
            <numerusform>استيراد ملفين جديدين</numerusform>
            <numerusform>استيراد %n ملفات جديدة</numerusform>
            <numerusform>استيراد %n ملفًا جديدًا</numerusform>
            <numerusform>استيراد %n ملف جديد</numerusform>
        </translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>مراقبة مجلد</translation>
    </message>
    <message>
        <source>Watch another folder</source>
        <translation>مراقبة مجلد آخر</translation>
    </message>
    <message>
        <source>The file is no longer where it was imported from.</source>
        <translation>لم يعد الملف حيث استُورد منه.</translation>
    </message>
    <message>
        <source>Takes the rows back and reads the file again with the same choices</source>
        <translation>يسحب الصفوف ويقرأ الملف مجددًا بالاختيارات نفسها</translation>
    </message>
    <message>
        <source>newest first, with merges and repairs; each can be undone as a whole</source>
        <translation>الأحدث أولًا، مع عمليات الدمج والإصلاح؛ ويمكن التراجع عن كل منها كاملة</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Takes back everything this import or change brought</source>
        <translation>يسحب كل ما جاء به هذا الاستيراد أو التغيير</translation>
    </message>
    <message>
        <source>Import again</source>
        <translation>استيراد مجددًا</translation>
    </message>
    <message>
        <source>Not these</source>
        <translation>ليست هذه</translation>
    </message>
    <message>
        <source>Stop watching</source>
        <translation>إيقاف المراقبة</translation>
    </message>
</context>
<context>
    <name>InfoButton</name>
    <message>
        <source>What is this?</source>
        <translation>ما هذا؟</translation>
    </message>
    <message>
        <source>What is “%1”?</source>
        <translation>ما معنى «%1»؟</translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Inspector</source>
        <translation>لوحة التفاصيل</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Close the inspector (%1)</source>
        <translation>إغلاق لوحة التفاصيل (%1)</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>إغلاق لوحة التفاصيل</translation>
    </message>
</context>
<context>
    <name>IntervalBar</name>
    <message>
        <source>%1, interval from %2 to %3</source>
        <translation>%1، فترة الثقة من %2 إلى %3</translation>
    </message>
</context>
<context>
    <name>JourneyFlowChart</name>
    <message>
        <source>Not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>Still in %1</source>
        <translation>ما زالت في %1</translation>
    </message>
    <message>
        <source>Left after %1</source>
        <translation>غادرت بعد %1</translation>
    </message>
    <message>
        <source>Nobody began a journey in this period</source>
        <translation>لم يبدأ أحد رحلة في هذه الفترة</translation>
    </message>
    <message>
        <source>Choose a longer period, or import events.</source>
        <translation>اختر فترة أطول أو استورد أحداثًا.</translation>
    </message>
    <message>
        <source>Most contacts are lost after %1: %2 of %3</source>
        <translation>يبلغ التسرّب أقصاه بعد %1: %2 من %3</translation>
    </message>
    <message numerus="yes">
        <source>left: silent for more than %n day(s)</source>
        <translation>
            <numerusform>غادرت: صامتة منذ أكثر من %n يوم</numerusform>
            <numerusform>غادرت: صامتة منذ أكثر من يوم</numerusform>
            <numerusform>غادرت: صامتة منذ أكثر من يومين</numerusform>
            <numerusform>غادرت: صامتة منذ أكثر من %n أيام</numerusform>
            <numerusform>غادرت: صامتة منذ أكثر من %n يومًا</numerusform>
            <numerusform>غادرت: صامتة منذ أكثر من %n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>Journey through the stages</source>
        <translation>الرحلة عبر المراحل</translation>
    </message>
    <message>
        <source>left</source>
        <translation>غادرت</translation>
    </message>
    <message>
        <source>Value creation</source>
        <translation>خلق القيمة</translation>
    </message>
    <message>
        <source>Value expansion</source>
        <translation>توسيع القيمة</translation>
    </message>
    <message>
        <source>moved on, value creation</source>
        <translation>انتقلت، خلق القيمة</translation>
    </message>
    <message>
        <source>moved on, value expansion</source>
        <translation>انتقلت، توسيع القيمة</translation>
    </message>
    <message>
        <source>still in stage</source>
        <translation>ما زالت في المرحلة</translation>
    </message>
    <message>
        <source>returned to an earlier stage, or repeated it</source>
        <translation>رجعت إلى مرحلة سابقة أو كررتها</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>جهات الاتصال</translation>
    </message>
    <message>
        <source>Share of %1</source>
        <translation>الحصة من %1</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>المرات</translation>
    </message>
    <message>
        <source>Median time</source>
        <translation>الزمن الوسيط</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Median days</source>
        <translation>الأيام (الوسيط)</translation>
    </message>
    <message>
        <source>Mean lifetime value</source>
        <translation>متوسط قيمة العميل مدى الحياة</translation>
    </message>
</context>
<context>
    <name>JourneyInspector</name>
    <message>
        <source>Nothing is chosen</source>
        <translation>لم يُختر شيء</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>لا جهات اتصال</numerusform>
            <numerusform>جهة اتصال واحدة</numerusform>
            <numerusform>جهتا اتصال</numerusform>
            <numerusform>%n جهات اتصال</numerusform>
            <numerusform>%n جهة اتصال</numerusform>
            <numerusform>%n جهة اتصال</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Click a ribbon or a path to see who went that way.</source>
        <translation>انقر شريطًا أو مسارًا لترى من سلكه.</translation>
    </message>
    <message>
        <source>Owners along the path</source>
        <translation>الأقسام المالكة على المسار</translation>
    </message>
    <message>
        <source>Show contacts</source>
        <translation>عرض جهات الاتصال</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>إظهار</translation>
    </message>
    <message>
        <source>Still in stage</source>
        <translation>ما زالت في المرحلة</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>غادرت</translation>
    </message>
    <message>
        <source>Returns to an earlier stage</source>
        <translation>الرجوع إلى مرحلة سابقة</translation>
    </message>
    <message>
        <source>Hide flows smaller than</source>
        <translation>إخفاء التدفقات الأصغر من</translation>
    </message>
    <message>
        <source>Stages shown</source>
        <translation>المراحل المعروضة</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>التلوين بحسب</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>الطور</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>القسم المالك</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>البداية من</translation>
    </message>
    <message>
        <source>Left after days of silence</source>
        <translation>تُعدّ مغادِرة بعد أيام من الصمت</translation>
    </message>
    <message>
        <source>Create segment</source>
        <translation>إنشاء شريحة</translation>
    </message>
</context>
<context>
    <name>JourneyTab</name>
    <message>
        <source>Journey</source>
        <translation>الرحلة</translation>
    </message>
    <message>
        <source>Nobody began a journey yet</source>
        <translation>لم يبدأ أحد رحلة بعد</translation>
    </message>
    <message>
        <source>Journeys are read from events such as a visit or a request, and from orders. Import either, or choose a longer period.</source>
        <translation>تُقرأ الرحلات من أحداث مثل زيارة أو طلب عرض ومن الطلبات. استورد أيًا منها أو اختر فترة أطول.</translation>
    </message>
    <message>
        <source>Most common paths</source>
        <translation>أكثر المسارات شيوعًا</translation>
    </message>
    <message>
        <source>Before drop-off</source>
        <translation>قبل التسرّب</translation>
    </message>
    <message>
        <source>Transitions</source>
        <translation>الانتقالات</translation>
    </message>
    <message>
        <source>Chances and value</source>
        <translation>الاحتمالات والقيمة</translation>
    </message>
    <message>
        <source>What the table shows</source>
        <translation>ما يعرضه الجدول</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>المسارات</translation>
    </message>
    <message>
        <source>Chances and value by stage</source>
        <translation>الاحتمالات والقيمة بحسب المرحلة</translation>
    </message>
    <message>
        <source>No split</source>
        <translation>بلا تقسيم</translation>
    </message>
    <message>
        <source>Transition matrix</source>
        <translation>مصفوفة الانتقال</translation>
    </message>
    <message>
        <source>What each stage promises</source>
        <translation>ما تَعِد به كل مرحلة</translation>
    </message>
    <message>
        <source>Paths before drop-off</source>
        <translation>المسارات قبل التسرّب</translation>
    </message>
    <message>
        <source>absorbing Markov chain over %1 journeys</source>
        <translation>سلسلة ماركوف ماصّة على %1 رحلة</translation>
    </message>
    <message>
        <source>%1 different ways</source>
        <translation>عدد المسارات المختلفة: %1</translation>
    </message>
    <message>
        <source>left</source>
        <translation>غادرت</translation>
    </message>
    <message>
        <source>still in stage</source>
        <translation>ما زالت في المرحلة</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>المسار</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>جهات الاتصال</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>الحصة</translation>
    </message>
    <message>
        <source>Median time</source>
        <translation>الزمن الوسيط</translation>
    </message>
    <message>
        <source>Mean CLV</source>
        <translation>متوسط قيمة العميل مدى الحياة</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>مجموع قيمة العملاء</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>purchase</source>
        <translation>الشراء</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>المرحلة</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>إلى %1</translation>
    </message>
    <message>
        <source>Probability to reach this stage before the journey ends</source>
        <translation>احتمال بلوغ هذه المرحلة قبل انتهاء الرحلة</translation>
    </message>
    <message>
        <source>Time to %1</source>
        <translation>الزمن إلى %1</translation>
    </message>
    <message>
        <source>Expected time of those who reach it</source>
        <translation>الزمن المتوقع لمن يبلغها</translation>
    </message>
    <message>
        <source>Expected value</source>
        <translation>القيمة المتوقعة</translation>
    </message>
    <message>
        <source>Expected lifetime value of a contact who is in this stage: the mean value at each end of the chain, weighted with the chance to end there</source>
        <translation>القيمة المتوقعة مدى الحياة لجهة اتصال في هذه المرحلة: متوسط القيمة عند كل نهاية للسلسلة مرجَّحًا باحتمال الانتهاء عندها</translation>
    </message>
    <message>
        <source>Of all contacts who ever held the stage</source>
        <translation>لجميع جهات الاتصال التي بلغت المرحلة</translation>
    </message>
    <message>
        <source>Contacts on this path</source>
        <translation>جهات الاتصال على هذا المسار</translation>
    </message>
    <message>
        <source>Share of %1</source>
        <translation>الحصة من %1</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>المرات</translation>
    </message>
    <message>
        <source>Share of all</source>
        <translation>الحصة من الكل</translation>
    </message>
    <message>
        <source>Ever in %1</source>
        <translation>مرّوا بمرحلة %1</translation>
    </message>
</context>
<context>
    <name>Journeys</name>
    <message>
        <source>A journey needs a lifecycle of 1 to %1 stages.</source>
        <translation>تحتاج الرحلة إلى دورة حياة من مرحلة واحدة إلى %1 من المراحل.</translation>
    </message>
    <message>
        <source>The period of the journeys ends before it begins. Choose an end on or after its first day.</source>
        <translation>تنتهي فترة الرحلات قبل أن تبدأ. اختاروا نهاية في يومها الأول أو بعده.</translation>
    </message>
    <message>
        <source>The silence after which a contact has left must last at least a day.</source>
        <translation>يجب ألا تقل مدة الصمت التي تُعدّ بعدها جهة الاتصال مغادِرة عن يوم واحد.</translation>
    </message>
    <message>
        <source>There is no customer attribute &quot;%1&quot; to begin journeys with.</source>
        <translation>لا توجد خاصية للعملاء باسم &quot;%1&quot; تبدأ بها الرحلات.</translation>
    </message>
    <message>
        <source>Following the journeys</source>
        <translation>تتبّع الرحلات</translation>
    </message>
</context>
<context>
    <name>JsonReader</name>
    <message>
        <source>The field &quot;%1&quot; must be text.</source>
        <translation>يجب أن يكون الحقل &quot;%1&quot; نصًا.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is &quot;%2&quot;, but must be one of: %3.</source>
        <translation>الحقل &quot;%1&quot; هو &quot;%2&quot; ويجب أن يكون واحدًا من: %3.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; must be a number.</source>
        <translation>يجب أن يكون الحقل &quot;%1&quot; عددًا.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is %2, but must lie between %3 and %4.</source>
        <translation>الحقل &quot;%1&quot; هو %2 ويجب أن يقع بين %3 و%4.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; must be a whole number.</source>
        <translation>يجب أن يكون الحقل &quot;%1&quot; عددًا صحيحًا.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; must be true or false.</source>
        <translation>يجب أن يكون الحقل &quot;%1&quot; ‏true أو false.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; must be a list.</source>
        <translation>يجب أن يكون الحقل &quot;%1&quot; قائمة.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; must be a list of texts.</source>
        <translation>يجب أن يكون الحقل &quot;%1&quot; قائمة نصوص.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; must be an object.</source>
        <translation>يجب أن يكون الحقل &quot;%1&quot; كائنًا.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; must be a list of objects.</source>
        <translation>يجب أن يكون الحقل &quot;%1&quot; قائمة كائنات.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is not known here. Remove it or correct its spelling.</source>
        <translation>الحقل &quot;%1&quot; غير معروف هنا. احذفه أو صحح كتابته.</translation>
    </message>
</context>
<context>
    <name>KpiCard</name>
    <message>
        <source>%1: %2</source>
        <comment>a figure&apos;s name and value</comment>
        <translation>‏%1: %2</translation>
    </message>
</context>
<context>
    <name>Lifecycle</name>
    <message>
        <source>The field &quot;%1&quot; names the department &quot;%2&quot;, but must be one of: %3.</source>
        <translation>يسمي الحقل &quot;%1&quot; القسم &quot;%2&quot; ويجب أن يكون واحدًا من: %3.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is missing.</source>
        <translation>الحقل &quot;%1&quot; مفقود.</translation>
    </message>
    <message>
        <source>The field &quot;stages&quot; is empty. A lifecycle needs at least one stage.</source>
        <translation>الحقل &quot;stages&quot; فارغ. تحتاج دورة حياة العميل إلى مرحلة واحدة على الأقل.</translation>
    </message>
    <message>
        <source>The field &quot;stages&quot; holds %1 stages; at most %2 are possible.</source>
        <translation>يحوي الحقل &quot;stages&quot; مراحل عددها %1؛ والممكن %2 على الأكثر.</translation>
    </message>
    <message>
        <source>The lifecycle has no stage. Add one, or begin with a template.</source>
        <translation>ليس في دورة حياة العميل مرحلة. أضف واحدة أو ابدأ بقالب.</translation>
    </message>
    <message>
        <source>Two stages have the id &quot;%1&quot;. Give one of them another id.</source>
        <translation>لمرحلتين المعرّف &quot;%1&quot;. أعطِ إحداهما معرّفًا آخر.</translation>
    </message>
    <message>
        <source>Nobody is accountable for the stage &quot;%1&quot;. Choose a department.</source>
        <translation>لا أحد مسؤول عن المرحلة &quot;%1&quot;. اختر قسمًا.</translation>
    </message>
    <message>
        <source>No rule leads into the stage &quot;%1&quot;. Name an event or a purchase that does.</source>
        <translation>لا تقود أي قاعدة إلى المرحلة &quot;%1&quot;. سمِّ حدثًا أو شراءً يقود إليها.</translation>
    </message>
    <message>
        <source>The stage &quot;%1&quot; creates value but stands after &quot;%2&quot;, which expands it. Move it before the turning point, or change its side.</source>
        <translation>المرحلة &quot;%1&quot; تخلق القيمة لكنها تأتي بعد &quot;%2&quot; التي توسّعها. انقلها إلى ما قبل نقطة التحول أو غيّر جانبها.</translation>
    </message>
    <message>
        <source>The stage &quot;%1&quot; begins with purchase %2, but the stage &quot;%3&quot; before it already needs purchase %4, so nobody can reach it. Raise the number, or change the order.</source>
        <translation>تبدأ المرحلة &quot;%1&quot; بالشراء رقم %2، لكن المرحلة &quot;%3&quot; قبلها تحتاج إلى الشراء رقم %4، فلا يستطيع أحد بلوغها. ارفع الرقم أو غيّر الترتيب.</translation>
    </message>
    <message>
        <source>No stage stands on the side of value expansion, so there is no turning point. Move the last stages to that side.</source>
        <translation>لا تقع أي مرحلة في جانب توسيع القيمة، فلا توجد نقطة تحول. انقل المراحل الأخيرة إلى ذلك الجانب.</translation>
    </message>
    <message>
        <source>The stored lifecycle cannot be read. Choose a template again.</source>
        <translation>تتعذر قراءة دورة حياة العميل المحفوظة. اختر قالبًا من جديد.</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>التسويق</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>المبيعات</translation>
    </message>
    <message>
        <source>Customer success</source>
        <translation>نجاح العملاء</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>الخدمة</translation>
    </message>
    <message>
        <source>Other department</source>
        <translation>قسم آخر</translation>
    </message>
    <message>
        <source>The lifecycle has more than 32 stages. Join some of them.</source>
        <translation>في دورة حياة العميل أكثر من اثنتين وثلاثين مرحلة. ادمج بعضها.</translation>
    </message>
    <message>
        <source>The period ends before it begins. Choose an end on or after its first day.</source>
        <translation>تنتهي الفترة قبل أن تبدأ. اختر نهاية في أول أيامها أو بعده.</translation>
    </message>
    <message>
        <source>The comparison period ends before it begins. Choose an end on or after its first day.</source>
        <translation>تنتهي فترة المقارنة قبل أن تبدأ. اختر نهاية في أول أيامها أو بعده.</translation>
    </message>
    <message>
        <source>The window is negative. Give a number of days, or 0 for no limit.</source>
        <translation>النافذة سالبة. أعطِ عدد أيام، أو صفرًا دون حد.</translation>
    </message>
    <message>
        <source>There is no customer attribute &quot;%1&quot; to break down by.</source>
        <translation>لا توجد خاصية للعملاء باسم &quot;%1&quot; للتفصيل بحسبها.</translation>
    </message>
    <message>
        <source>Following customers through the stages</source>
        <translation>تتبع العملاء عبر المراحل</translation>
    </message>
    <message>
        <source>Cohorts need a last day and between 1 and %1 periods.</source>
        <translation>تحتاج الأفواج إلى يوم أخير وإلى فترات بين 1 و%1.</translation>
    </message>
    <message>
        <source>The margin must be above 0 and at most 1.</source>
        <translation>يجب أن يكون الهامش أكبر من صفر ولا يزيد على واحد.</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>المقاييس</translation>
    </message>
    <message>
        <source>Economic buyer</source>
        <translation>صاحب قرار الشراء</translation>
    </message>
    <message>
        <source>Decision criteria</source>
        <translation>معايير القرار</translation>
    </message>
    <message>
        <source>Decision process</source>
        <translation>مسار القرار</translation>
    </message>
    <message>
        <source>Identified pain</source>
        <translation>المشكلة المحددة</translation>
    </message>
    <message>
        <source>Champion</source>
        <translation>المناصر الداخلي</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; names the day &quot;%2&quot;, but must be one of: %3.</source>
        <translation>الحقل &quot;%1&quot; يسمّي اليوم &quot;%2&quot;، ويجب أن يكون أحد الأيام: %3.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; must lie before &quot;%2&quot;.</source>
        <translation>يجب أن يسبق الحقل &quot;%1&quot; الحقل &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>The rule of the stage &quot;%1&quot; leads back to itself: %2. Take one of these stages out of the rules.</source>
        <translation>قاعدة المرحلة &quot;%1&quot; تعود إلى نفسها: %2. أزِل إحدى هذه المراحل من القواعد.</translation>
    </message>
    <message>
        <source>The rule of the stage &quot;%1&quot; asks for a stage &quot;%2&quot;, which does not exist. Choose one of the lifecycle.</source>
        <translation>قاعدة المرحلة &quot;%1&quot; تطلب المرحلة &quot;%2&quot; وهي غير موجودة. اختر مرحلة من دورة الحياة.</translation>
    </message>
    <message>
        <source>Rule of the stage &quot;%1&quot;: %2</source>
        <translation>قاعدة المرحلة &quot;%1&quot;: %2</translation>
    </message>
    <message>
        <source>Nothing in this workspace leads into the stage &quot;%1&quot; yet. Import its events, or change its entry rule.</source>
        <translation>لا شيء في مساحة العمل يؤدي إلى المرحلة &quot;%1&quot; بعد. استورد أحداثها أو غيّر قاعدة دخولها.</translation>
    </message>
    <message>
        <source>The stored MEDDIC notes of deal &quot;%1&quot; cannot be read.</source>
        <translation>تعذّرت قراءة ملاحظات MEDDIC المحفوظة للصفقة «%1».</translation>
    </message>
    <message>
        <source>The stage was imported.</source>
        <translation>جاءت المرحلة من استيراد.</translation>
    </message>
    <message>
        <source>Import %1 gave the stage: %2.</source>
        <translation>جاءت المرحلة من الاستيراد رقم %1: %2.</translation>
    </message>
    <message>
        <source>%1 Import %2: %3.</source>
        <extracomment>%1 is a whole sentence, %2 the number of an import, %3 the name of its file</extracomment>
        <translation>%1 الاستيراد رقم %2: %3.</translation>
    </message>
    <message>
        <source>Event “%1”.</source>
        <translation>الحدث «%1».</translation>
    </message>
    <message>
        <source>A purchase.</source>
        <translation>عملية شراء.</translation>
    </message>
    <message>
        <source>The entry rule held: %1.</source>
        <translation>انطبقت قاعدة الدخول: %1.</translation>
    </message>
    <message>
        <source>The exit rule held: %1.</source>
        <translation>انطبقت قاعدة الخروج: %1.</translation>
    </message>
    <message>
        <source>%1: left %2. %3</source>
        <extracomment>%1 is a day, %2 the title of a stage, %3 the reason in whole sentences</extracomment>
        <translation>%1: خروج من مرحلة %2. %3</translation>
    </message>
    <message>
        <source>%1: entered %2. %3</source>
        <extracomment>%1 is a day, %2 the title of a stage, %3 the reason in whole sentences</extracomment>
        <translation>%1: دخول مرحلة %2. %3</translation>
    </message>
    <message>
        <source>%1: from %2 to %3. %4</source>
        <extracomment>%1 is a day, %2 and %3 the titles of two stages, %4 the reason in whole sentences</extracomment>
        <translation>%1: من مرحلة %2 إلى مرحلة %3. %4</translation>
    </message>
    <message>
        <source>the segment &quot;%1&quot;</source>
        <translation>الشريحة &quot;%1&quot;</translation>
    </message>
    <message>
        <source>The rule of the stage &quot;%1&quot; leads back to itself: %2. Take the stage out of the segment&apos;s rule, or the segment out of the stage&apos;s.</source>
        <translation>قاعدة المرحلة &quot;%1&quot; تعود إلى نفسها: %2. أخرج المرحلة من قاعدة الشريحة، أو الشريحة من قاعدة المرحلة.</translation>
    </message>
    <message>
        <source>The rule of the stage &quot;%1&quot; asks for a segment &quot;%2&quot;, which does not exist. Choose a saved one, or take the condition out.</source>
        <translation>تشترط قاعدة المرحلة &quot;%1&quot; شريحة &quot;%2&quot; غير موجودة. اختر شريحة محفوظة، أو احذف الشرط.</translation>
    </message>
    <message>
        <source>The rule of the stage &quot;%1&quot; asks for a lifecycle stage or a lifetime value, which are known only after the stages are, so it holds for nobody. Ask for events, purchases, attributes or surveys instead.</source>
        <translation>تشترط قاعدة المرحلة &quot;%1&quot; مرحلةً من دورة الحياة أو قيمةً مدى الحياة، وهما لا تُعرفان إلا بعد تحديد المراحل، فلا تنطبق على أحد. استعمل بدلًا منهما أحداثًا أو مشتريات أو سمات أو استبيانات.</translation>
    </message>
    <message>
        <source>The rule of the stage &quot;%1&quot; asks for the segment &quot;%2&quot;, whose own rule asks for a lifecycle stage or a lifetime value. These are known only after the stages are, so it holds for nobody. Choose a segment of events, purchases, attributes or surveys.</source>
        <translation>تشترط قاعدة المرحلة &quot;%1&quot; الشريحة &quot;%2&quot;، وقاعدتها نفسها تشترط مرحلةً من دورة الحياة أو قيمةً مدى الحياة. وهما لا تُعرفان إلا بعد تحديد المراحل، فلا تنطبق القاعدة على أحد. اختر شريحة قائمة على أحداث أو مشتريات أو سمات أو استبيانات.</translation>
    </message>
</context>
<context>
    <name>LifecycleCharts</name>
    <message>
        <source>weeks since the first purchase</source>
        <translation>الأسابيع منذ الشراء الأول</translation>
    </message>
    <message>
        <source>months since the first purchase</source>
        <translation>الأشهر منذ الشراء الأول</translation>
    </message>
    <message>
        <source>quarters since the first purchase</source>
        <translation>أرباع السنة منذ الشراء الأول</translation>
    </message>
    <message>
        <source>years since the first purchase</source>
        <translation>السنوات منذ الشراء الأول</translation>
    </message>
    <message>
        <source>share of the cohort that bought in the period</source>
        <translation>حصة الفوج التي اشترت في الفترة</translation>
    </message>
    <message>
        <source>%1 of the period per customer</source>
        <translation>%1 في الفترة لكل عميل</translation>
    </message>
    <message>
        <source>%1 of margin so far per customer, at %2 of revenue</source>
        <translation>%1 من الهامش حتى الآن لكل عميل، بواقع %2 من الإيرادات</translation>
    </message>
    <message>
        <source>days with an order in the period, per customer</source>
        <translation>أيام الطلب في الفترة لكل عميل</translation>
    </message>
    <message>
        <source>margin so far over the cohort&apos;s acquisition cost; 100 % has paid back</source>
        <translation>الهامش حتى الآن نسبةً إلى تكلفة اكتساب الفوج؛ بلوغ 100٪ يعني استردادها</translation>
    </message>
    <message>
        <source>After %1 periods %2 of a cohort still buy</source>
        <translation>بعد %1 من الفترات يواصل %2 من الفوج الشراء</translation>
    </message>
    <message>
        <source>In period %1 a customer brings %2</source>
        <translation>في الفترة %1 يجلب العميل %2</translation>
    </message>
    <message>
        <source>After %1 periods a customer has brought a margin of %2</source>
        <translation>بعد %1 من الفترات يكون العميل قد جلب هامشًا قدره %2</translation>
    </message>
    <message>
        <source>In period %1 a customer orders %2 times</source>
        <translation>في الفترة %1 يطلب العميل %2 مرة</translation>
    </message>
    <message>
        <source>After %1 periods %2 of the acquisition cost is paid back</source>
        <translation>بعد %1 من الفترات يُستردّ %2 من تكلفة الاكتساب</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>الاحتفاظ</translation>
    </message>
    <message>
        <source>Revenue per customer</source>
        <translation>الإيراد لكل عميل</translation>
    </message>
    <message>
        <source>Cumulative value per customer</source>
        <translation>القيمة التراكمية لكل عميل</translation>
    </message>
    <message>
        <source>Orders per customer</source>
        <translation>الطلبات لكل عميل</translation>
    </message>
    <message>
        <source>Payback of acquisition cost</source>
        <translation>استرداد تكلفة الاكتساب</translation>
    </message>
    <message>
        <source>No cohort began in these periods</source>
        <translation>لم يبدأ أي فوج في هذه الفترات</translation>
    </message>
    <message>
        <source>A cohort is the customers whose first purchase fell into one period. Choose longer periods, or import purchases.</source>
        <translation>الفوج هو العملاء الذين وقع شراؤهم الأول في فترة واحدة. اختر فترات أطول أو استورد مشتريات.</translation>
    </message>
    <message>
        <source>First purchase</source>
        <translation>فوج الاكتساب</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>%1, period %2</source>
        <translation>%1، الفترة %2</translation>
    </message>
    <message>
        <source>Bought in the period</source>
        <translation>اشتروا في الفترة</translation>
    </message>
    <message>
        <source>Customers of the cohort</source>
        <translation>عملاء الفوج</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>غير مكتملة</translation>
    </message>
    <message>
        <source>the period has not ended</source>
        <translation>لم تنتهِ الفترة</translation>
    </message>
    <message>
        <source>Weighted average</source>
        <translation>المتوسط المرجّح</translation>
    </message>
    <message>
        <source>Weighted average, period %1</source>
        <translation>المتوسط المرجّح، الفترة %1</translation>
    </message>
    <message>
        <source>%1 by cohort</source>
        <translation>%1 بحسب الفوج</translation>
    </message>
    <message>
        <source>No cohort has two finished periods</source>
        <translation>لا يوجد فوج له فترتان مكتملتان</translation>
    </message>
    <message>
        <source>Choose shorter periods, or import more purchases.</source>
        <translation>اختر فترات أقصر أو استورد مزيدًا من المشتريات.</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>المتوسط</translation>
    </message>
    <message>
        <source>Period %1</source>
        <translation>الفترة %1</translation>
    </message>
    <message>
        <source>Growth of active customers</source>
        <translation>نمو العملاء النشطين</translation>
    </message>
    <message>
        <source>Nobody was active in these periods</source>
        <translation>لم يكن أحد نشطًا في هذه الفترات</translation>
    </message>
    <message>
        <source>Choose a longer period, or import purchases.</source>
        <translation>اختر فترة أطول أو استورد مشتريات.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>جدد</translation>
    </message>
    <message>
        <source>Returning</source>
        <translation>عائدون</translation>
    </message>
    <message>
        <source>Resurrecting</source>
        <translation>مستعادون</translation>
    </message>
    <message>
        <source>Dormant</source>
        <translation>خاملون</translation>
    </message>
    <message>
        <source>%1: %2 customers joined or came back, %3 fell silent</source>
        <translation>%1: انضم أو عاد %2 من العملاء، وصمت %3</translation>
    </message>
    <message>
        <source>net %1 in the last period; who fell silent hangs below zero</source>
        <translation>الصافي %1 في الفترة الأخيرة؛ ومن صمتوا تحت الصفر</translation>
    </message>
    <message>
        <source>Time in stage</source>
        <translation>المدة في المرحلة</translation>
    </message>
    <message>
        <source>Nobody has moved on from this stage yet</source>
        <translation>لم ينتقل أحد من هذه المرحلة بعد</translation>
    </message>
    <message>
        <source>The curve falls when customers enter the next stage. Those who are still here count as not finished.</source>
        <translation>ينخفض المنحنى حين يدخل العملاء المرحلة التالية. ومن لا يزالون هنا يُعدّون غير مكتملين.</translation>
    </message>
    <message>
        <source>days in the stage</source>
        <translation>الأيام في المرحلة</translation>
    </message>
    <message>
        <source>Half of those in %1 move on within %2</source>
        <translation>ينتقل نصف من في %1 خلال %2</translation>
    </message>
    <message>
        <source>Fewer than half of those in %1 have moved on</source>
        <translation>انتقل أقل من نصف من في %1</translation>
    </message>
    <message>
        <source>share still in the stage, 90 % band; %1 of %2 are still open</source>
        <translation>حصة من بقوا في المرحلة مع نطاق 90٪؛ ما زال %1 من %2 مفتوحًا</translation>
    </message>
    <message>
        <source>share still in the stage; the dashed line is the median</source>
        <translation>حصة من بقوا في المرحلة؛ الخط المتقطع هو الوسيط</translation>
    </message>
    <message>
        <source>After %1</source>
        <translation>بعد %1</translation>
    </message>
    <message>
        <source>Transition matrix</source>
        <translation>مصفوفة الانتقال</translation>
    </message>
    <message>
        <source>share of moves from the row&apos;s stage to the column&apos;s</source>
        <translation>حصة الانتقالات من مرحلة الصف إلى مرحلة العمود</translation>
    </message>
    <message>
        <source>Nobody began a journey in this period</source>
        <translation>لم يبدأ أحد رحلة في هذه الفترة</translation>
    </message>
    <message>
        <source>Choose a longer period, or import events.</source>
        <translation>اختر فترة أطول أو استورد أحداثًا.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>الانتقالات</translation>
    </message>
    <message>
        <source>End</source>
        <translation>النهاية</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>الحصة</translation>
    </message>
    <message>
        <source>Mean time</source>
        <translation>متوسط الزمن</translation>
    </message>
</context>
<context>
    <name>LifecycleFunnelChart</name>
    <message>
        <source>Nobody entered the lifecycle in this period</source>
        <translation>لم يدخل أحد دورة الحياة في هذه الفترة</translation>
    </message>
    <message>
        <source>The funnel counts customers whose first stage lies in the period. Choose a longer period, or import events and orders.</source>
        <translation>يحسب مسار التحويل العملاء الذين تقع مرحلتهم الأولى في الفترة. اختر فترة أطول أو استورد الأحداث والطلبات.</translation>
    </message>
    <message>
        <source>Lifecycle funnel</source>
        <translation>مسار دورة حياة العميل</translation>
    </message>
    <message>
        <source>%1 → %2 loses most: %3 pass</source>
        <translation>من %1 إلى %2 يُفقد الأكثر: يعبر %3</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>لا جهات اتصال</numerusform>
            <numerusform>جهة اتصال واحدة</numerusform>
            <numerusform>جهتا اتصال</numerusform>
            <numerusform>%n جهات اتصال</numerusform>
            <numerusform>%n جهة اتصال</numerusform>
            <numerusform>%n جهة اتصال</numerusform>
        </translation>
    </message>
    <message>
        <source>Of %1, %2 became customers. %3</source>
        <translation>من أصل %1 أصبح %2 عملاء. %3</translation>
    </message>
    <message>
        <source>contacts entering %1</source>
        <translation>جهات الاتصال الداخلة في %1</translation>
    </message>
    <message>
        <source>contacts entering</source>
        <translation>جهات الاتصال الداخلة</translation>
    </message>
    <message>
        <source>Turning point</source>
        <translation>نقطة التحول</translation>
    </message>
    <message>
        <source>Value creation → value expansion</source>
        <translation>خلق القيمة ← توسيع القيمة</translation>
    </message>
    <message>
        <source>%1 of contacts cross it</source>
        <translation>يعبرها %1 من جهات الاتصال</translation>
    </message>
    <message>
        <source>Drop-off</source>
        <translation>التسرّب بين المراحل</translation>
    </message>
    <message>
        <source>Median days from previous</source>
        <translation>وسيط الأيام من السابقة</translation>
    </message>
    <message>
        <source>Change vs comparison</source>
        <translation>التغير عن المقارنة</translation>
    </message>
    <message>
        <source>%1 pts</source>
        <comment>percentage points</comment>
        <translation>%1 نقطة</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Of previous stage</source>
        <translation>من المرحلة السابقة</translation>
    </message>
    <message>
        <source>Of first stage</source>
        <translation>من المرحلة الأولى</translation>
    </message>
    <message>
        <source>Median time</source>
        <translation>وسيط المدة</translation>
    </message>
    <message>
        <source>Still within the window</source>
        <translation>ما زالوا ضمن النافذة</translation>
    </message>
    <message>
        <source>In the comparison</source>
        <translation>في فترة المقارنة</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>المالك</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>المرحلة</translation>
    </message>
    <message>
        <source>Median days</source>
        <translation>وسيط الأيام</translation>
    </message>
    <message>
        <source>Of previous stage, comparison</source>
        <translation>من المرحلة السابقة، المقارنة</translation>
    </message>
    <message>
        <source>No owner</source>
        <translation>بلا مسؤول</translation>
    </message>
    <message>
        <source>Lost before %1</source>
        <translation>تسرّبوا قبل %1</translation>
    </message>
    <message>
        <source>Lifetime value</source>
        <translation>قيمة العميل مدى الحياة</translation>
    </message>
    <message>
        <source>Customers in %1</source>
        <translation>العملاء في %1</translation>
    </message>
    <message>
        <source>Success</source>
        <extracomment>short for the department &quot;Customer success&quot;</extracomment>
        <translation>النجاح</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>أخرى</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>التغيّر</translation>
    </message>
</context>
<context>
    <name>LifecyclePage</name>
    <message>
        <source>Lifecycle</source>
        <translation>دورة حياة العميل</translation>
    </message>
    <message>
        <source>Parts of the lifecycle screen</source>
        <translation>أقسام شاشة دورة الحياة</translation>
    </message>
    <message>
        <source>Saved segments</source>
        <translation>الشرائح المحفوظة</translation>
    </message>
</context>
<context>
    <name>LifecycleTab</name>
    <message>
        <source>Import data</source>
        <translation>استيراد البيانات</translation>
    </message>
</context>
<context>
    <name>LifetimeValuePage</name>
    <message>
        <source>Lifetime value</source>
        <translation>قيمة العميل مدى الحياة</translation>
    </message>
    <message>
        <source>No transactions yet</source>
        <translation>لا معاملات بعد</translation>
    </message>
    <message>
        <source>Lifetime value is estimated from when and how much customers bought. Twelve months of orders give a useful first estimate.</source>
        <translation>تُقدَّر قيمة العميل مدى الحياة من توقيت المشتريات ومقدارها. طلبات سنة تعطي تقديرًا أوليًا مفيدًا.</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>خطي</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>لوغاريتمي</translation>
    </message>
    <message>
        <source>Scale of the axis</source>
        <translation>مقياس المحور</translation>
    </message>
    <message>
        <source>P(alive)</source>
        <translation>احتمال النشاط</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>What the card shows</source>
        <translation>ما تعرضه البطاقة</translation>
    </message>
    <message>
        <source>Selection: %1 of %2 customers</source>
        <extracomment>in the status bar: %1 of %2 customers are chosen</extracomment>
        <translation>التحديد: %1 من %2 عميل</translation>
    </message>
    <message>
        <source>Lorenz</source>
        <translation>لورنز</translation>
    </message>
    <message>
        <source>New segment…</source>
        <translation>شريحة جديدة…</translation>
    </message>
    <message>
        <source>Subscriptions end visibly: nothing has to be guessed from silence.</source>
        <translation>الاشتراكات تنتهي علنًا، فلا حاجة إلى الاستدلال من الصمت.</translation>
    </message>
    <message>
        <source>The maps of P(alive) and orders guess from silence who has left. Subscriptions end visibly, so there is nothing to guess: “Still there” and “Retention” beside this card show instead how long contracts last.</source>
        <translation>تستدل خريطتا احتمال النشاط والطلبات من الصمت على من غادر. أما الاشتراكات فتنتهي علنًا، فلا شيء يُستدل عليه: ويعرض «الباقون» و«الاحتفاظ» بجانب هذه البطاقة بدلًا منهما كم تدوم العقود.</translation>
    </message>
</context>
<context>
    <name>LorenzChart</name>
    <message>
        <source>Concentration</source>
        <translation>تركّز القيمة</translation>
    </message>
    <message>
        <source>No lifetime values yet</source>
        <translation>لا قيم للعملاء بعد</translation>
    </message>
    <message>
        <source>Lifetime value needs customers with orders. Import orders, or choose a later date.</source>
        <translation>تحتاج قيمة العميل مدى الحياة إلى عملاء لهم طلبات. استورد الطلبات أو اختر تاريخًا لاحقًا.</translation>
    </message>
    <message>
        <source>The lower half of the customers holds %1 of the value, the top tenth %2; Gini %3.</source>
        <extracomment>%1 and %2 are percentages, %3 a number from 0 to 1</extracomment>
        <translation>النصف الأدنى من العملاء يحمل %1 من القيمة، والعُشر الأعلى %2، ومعامل جيني %3.</translation>
    </message>
    <message>
        <source>Lorenz curve, Gini %1</source>
        <extracomment>Gini is a name; %1 a number from 0 to 1</extracomment>
        <translation>منحنى لورنز، جيني %1</translation>
    </message>
    <message>
        <source>%1 of customers, %2 of value</source>
        <extracomment>%1 and %2 are percentages: of customers and of value</extracomment>
        <translation>%1 من العملاء، %2 من القيمة</translation>
    </message>
    <message>
        <source>top %1: %2</source>
        <translation>أعلى %1: %2</translation>
    </message>
    <message>
        <source>Share of CLV</source>
        <translation>الحصة من القيمة</translation>
    </message>
    <message>
        <source>Customers, lowest first</source>
        <translation>العملاء من الأدنى قيمة</translation>
    </message>
    <message>
        <source>Lowest %1 of customers</source>
        <extracomment>%1 is a percentage</extracomment>
        <translation>أدنى %1 من العملاء</translation>
    </message>
    <message>
        <source>The others hold</source>
        <translation>حصة الباقين</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>%1 — %2</source>
        <extracomment>the window&apos;s title: %1 the workspace&apos;s name, %2 the program&apos;s</extracomment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>%1 [%2] — %3</source>
        <extracomment>the window&apos;s title: %1 the workspace&apos;s name, %2 its state such as demo or read-only, %3 the program&apos;s name</extracomment>
        <translation>%1 [%2] — %3</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>View</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>البيانات</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>التحليل</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>التقرير</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>تراجع: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>إعادة: %1</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>فتح حديث</translation>
    </message>
    <message>
        <source>No workspace open</source>
        <translation>لا توجد مساحة عمل مفتوحة</translation>
    </message>
</context>
<context>
    <name>MeddicMissingChart</name>
    <message>
        <source>No deal is open</source>
        <translation>لا صفقة مفتوحة</translation>
    </message>
    <message>
        <source>Elements are asked for while a deal is open.</source>
        <translation>يُسأل عن العناصر ما دامت الصفقة مفتوحة.</translation>
    </message>
    <message>
        <source>mean score %1</source>
        <translation>متوسط الدرجة %1</translation>
    </message>
    <message>
        <source>Never answered</source>
        <translation>لم يُجب عنه قط</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>أُجيب عنه</translation>
    </message>
    <message>
        <source>Mean score, 0 to 3</source>
        <translation>متوسط الدرجة من 0 إلى 3</translation>
    </message>
    <message>
        <source>What open deals have not answered</source>
        <translation>ما لم تُجب عنه الصفقات المفتوحة</translation>
    </message>
    <message>
        <source>%1 is missing in %2 of %3 open deals.</source>
        <translation>العنصر «%1» ناقص في %2 من أصل %3 من الصفقات المفتوحة.</translation>
    </message>
    <message>
        <source>share of open deals without a score</source>
        <translation>حصة الصفقات المفتوحة التي بلا درجة</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>العنصر</translation>
    </message>
</context>
<context>
    <name>MeddicPanel</name>
    <message>
        <source>Search deals</source>
        <translation>البحث في الصفقات</translation>
    </message>
    <message>
        <source>Open deals</source>
        <translation>الصفقات المفتوحة</translation>
    </message>
    <message>
        <source>Open deals and what they lack</source>
        <translation>الصفقات المفتوحة وما ينقصها</translation>
    </message>
    <message>
        <source>as imported</source>
        <translation>كما استورد</translation>
    </message>
    <message>
        <source>Score of %1</source>
        <translation>درجة %1</translation>
    </message>
    <message>
        <source>Evidence for %1</source>
        <translation>دليل %1</translation>
    </message>
    <message>
        <source>Every element was answered.</source>
        <translation>أُجيب عن كل العناصر.</translation>
    </message>
    <message>
        <source>Never answered: %1</source>
        <translation>لم يُجب عنه قط: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n open deal(s), largest first</source>
        <translation>
            <numerusform>لا صفقات مفتوحة</numerusform>
            <numerusform>صفقة مفتوحة واحدة</numerusform>
            <numerusform>صفقتان مفتوحتان، الأكبر أولًا</numerusform>
            <numerusform>%n صفقات مفتوحة، الأكبر أولًا</numerusform>
            <numerusform>%n صفقة مفتوحة، الأكبر أولًا</numerusform>
            <numerusform>%n صفقة مفتوحة، الأكبر أولًا</numerusform>
        </translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>الصفقة</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>المرحلة</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>المسؤول</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>MEDDIC score</source>
        <translation>درجة MEDDIC</translation>
    </message>
    <message>
        <source>Sum of the six scores, 18 at most</source>
        <translation>مجموع الدرجات الست، وأقصاه 18</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>الناقص</translation>
    </message>
    <message>
        <source>Elements that were never answered</source>
        <translation>عناصر لم يُجب عنها قط</translation>
    </message>
    <message>
        <source>never answered</source>
        <translation>لم يُجب عنه قط</translation>
    </message>
    <message>
        <source>%1: %2, %3, %4</source>
        <extracomment>where a score comes from: %1 the score, %2 a deal&apos;s stage, %3 a date, %4 a person</extracomment>
        <translation>%1: %2، %3، %4</translation>
    </message>
    <message>
        <source>MEDDIC of deal %1</source>
        <extracomment>%1 is the id of a deal</extracomment>
        <translation>عناصر MEDDIC للصفقة %1</translation>
    </message>
    <message>
        <source>Choose a deal</source>
        <translation>اختر صفقة</translation>
    </message>
    <message>
        <source>A score runs from %1, nothing is known, to %2, the customer has confirmed it. What is written here is kept in the workspace and stands over imported scores; choose &quot;as imported&quot; to take a score back.</source>
        <translation>تمتد الدرجة من %1 حين لا يُعرف شيء إلى %2 حين يؤكده العميل. ما يُكتب هنا يُحفظ في مساحة العمل ويعلو على الدرجات المستوردة؛ اختر «كما استورد» لسحب الدرجة.</translation>
    </message>
</context>
<context>
    <name>MeddicScoreChart</name>
    <message>
        <source>No deal has a MEDDIC score</source>
        <translation>لا صفقة لها درجة MEDDIC</translation>
    </message>
    <message>
        <source>Import deals with the six scores, each from 0 to 3.</source>
        <translation>استورد الصفقات مع الدرجات الست، كل منها من 0 إلى 3.</translation>
    </message>
    <message>
        <source>%1 to %2 points</source>
        <extracomment>MEDDIC scores from %1 to %2 of 18</extracomment>
        <translation>من %1 إلى %2 نقطة</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>الصفقات</translation>
    </message>
    <message>
        <source>Reached SAL</source>
        <translation>بلغت SAL</translation>
    </message>
    <message>
        <source>Reached SQL</source>
        <translation>بلغت SQL</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>مكسوبة</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>مفقودة</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>معدل كسب الصفقات</translation>
    </message>
    <message>
        <source>Deals with %1 points or more are won in %2 of the cases, those up to %3 points in %4.</source>
        <translation>الصفقات التي لها %1 نقطة أو أكثر تُكسب في %2 من الحالات، والتي لا تتجاوز %3 نقطة في %4.</translation>
    </message>
    <message>
        <source>Win rate by MEDDIC score</source>
        <translation>معدل كسب الصفقات حسب درجة MEDDIC</translation>
    </message>
    <message>
        <source>won among won and lost deals; 18 points at most</source>
        <translation>المكسوب من المكسوب والمفقود، وأقصى الدرجات 18</translation>
    </message>
    <message>
        <source>From points</source>
        <translation>من نقطة</translation>
    </message>
    <message>
        <source>To points</source>
        <translation>إلى نقطة</translation>
    </message>
    <message>
        <source>SAL %1, SQL %2, %3 closed</source>
        <extracomment>of the deals in this band: %1 share that reached SAL, %2 share that reached SQL, %3 closed</extracomment>
        <translation>SAL %1، SQL %2، المغلق %3</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Hide details</source>
        <translation>إخفاء التفاصيل</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>عرض التفاصيل</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>إغلاق هذه الرسالة</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
</context>
<context>
    <name>MiniFunnelChart</name>
    <message>
        <source>Nobody entered the lifecycle in this period</source>
        <translation>لم يدخل أحد دورة الحياة في هذه الفترة</translation>
    </message>
    <message>
        <source>Choose a longer period, or import events.</source>
        <translation>اختر فترة أطول أو استورد الأحداث.</translation>
    </message>
    <message>
        <source>Lifecycle funnel</source>
        <translation>مسار دورة حياة العميل</translation>
    </message>
    <message>
        <source>%1 of those who enter become customers.</source>
        <translation>يصبح %1 من الداخلين عملاء.</translation>
    </message>
    <message>
        <source>contacts entering since %1</source>
        <translation>جهات الاتصال الداخلة منذ %1</translation>
    </message>
    <message>
        <source>Value creation → value expansion</source>
        <translation>خلق القيمة ← توسيع القيمة</translation>
    </message>
    <message>
        <source>Contact to customer</source>
        <translation>من جهة اتصال إلى عميل</translation>
    </message>
    <message>
        <source>%1 points</source>
        <comment>percentage points</comment>
        <translation>%1 نقطة</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Of previous stage</source>
        <translation>من المرحلة السابقة</translation>
    </message>
    <message>
        <source>Of first stage</source>
        <translation>من المرحلة الأولى</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>المرحلة</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>BIC</source>
        <translation>BIC</translation>
    </message>
    <message>
        <source>Bayesian information criterion: lower fits better for its number of parameters</source>
        <translation>معيار بايز للمعلومات: الأقل أكثر ملاءمة قياسًا إلى عدد المعاملات</translation>
    </message>
    <message>
        <source>Holdout</source>
        <translation>الاختبار</translation>
    </message>
    <message>
        <source>Predicted against actual repeat orders of the held-out months</source>
        <translation>الطلبات المكررة المتوقعة مقابل الفعلية في أشهر الاختبار</translation>
    </message>
    <message>
        <source>CLV</source>
        <translation>قيمة العميل</translation>
    </message>
    <message>
        <source>Refit</source>
        <translation>إعادة الملاءمة</translation>
    </message>
    <message>
        <source>Horizon, discount, margin</source>
        <translation>الأفق والخصم والهامش</translation>
    </message>
    <message>
        <source>Historic mean</source>
        <translation>المتوسط التاريخي</translation>
    </message>
    <message>
        <source>What customers spent so far, carried forward: for comparison only</source>
        <translation>ما أنفقه العملاء حتى الآن ممدودًا إلى الأمام: للمقارنة فقط</translation>
    </message>
    <message>
        <source>%1, BIC %2, holdout error %3, mean CLV %4</source>
        <extracomment>a row of the model table: name, BIC, error, value</extracomment>
        <translation>‏%1، BIC ‏%2، خطأ الاختبار %3، متوسط قيمة العميل %4</translation>
    </message>
    <message>
        <source>Gamma-Gamma: %1</source>
        <extracomment>Gamma-Gamma is the name of a model; %1 are its parameters</extracomment>
        <translation>Gamma-Gamma: %1</translation>
    </message>
    <message>
        <source>Parameters with their standard errors</source>
        <translation>المعاملات مع أخطائها المعيارية</translation>
    </message>
    <message>
        <source>no model</source>
        <translation>لا نموذج</translation>
    </message>
    <message>
        <source>Wide interval</source>
        <translation>فترة ثقة واسعة</translation>
    </message>
    <message>
        <source>did not settle</source>
        <translation>لم يستقر</translation>
    </message>
    <message>
        <source>good fit</source>
        <translation>ملاءمة جيدة</translation>
    </message>
    <message>
        <source>poor fit</source>
        <translation>ملاءمة ضعيفة</translation>
    </message>
    <message>
        <source>Mean CLV</source>
        <translation>متوسط قيمة العميل</translation>
    </message>
    <message>
        <source>Holdout error</source>
        <translation>خطأ فترة الاختبار</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>Simple</source>
        <translation>مبسّط</translation>
    </message>
    <message>
        <source>Models or the simple calculation</source>
        <translation>النماذج أو الحساب المبسّط</translation>
    </message>
    <message>
        <source>How was this computed</source>
        <translation>كيف حُسب هذا</translation>
    </message>
    <message>
        <source>Explain purchases and dropout by</source>
        <translation>تفسير الشراء والانقطاع بحسب</translation>
    </message>
    <message>
        <source>Attributes that explain purchases and dropout, in Pareto/NBD and BG/NBD</source>
        <translation>خصائص تفسّر الشراء والانقطاع في Pareto/NBD وBG/NBD</translation>
    </message>
    <message>
        <source>BG/BB counts opportunities, not purchases: its BIC cannot be compared with that of the others.</source>
        <translation>يعدّ BG/BB الفرص لا المشتريات، فلا يُقارن معيار BIC فيه بغيره.</translation>
    </message>
    <message>
        <source>Hold effects near zero, so that rare values take no extreme ones</source>
        <translation>إبقاء التأثيرات قريبة من الصفر كي لا تأخذ القيم النادرة تأثيرات متطرفة</translation>
    </message>
    <message>
        <source>Not held: maximum likelihood alone</source>
        <translation>بلا تقييد: الأرجحية العظمى وحدها</translation>
    </message>
    <message>
        <source>Held lightly</source>
        <translation>تقييد خفيف</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>تقييد متوسط</translation>
    </message>
    <message>
        <source>Held strongly</source>
        <translation>تقييد شديد</translation>
    </message>
    <message>
        <source>%1, λ = %2</source>
        <extracomment>%1 is a strength, %2 a number: the weight that the formula gives to squared effects</extracomment>
        <translation>%1، λ = %2</translation>
    </message>
    <message>
        <source>λ = %1</source>
        <translation>λ = %1</translation>
    </message>
    <message>
        <source>The same effect on purchases and dropout: who buys less also leaves sooner</source>
        <translation>التأثير نفسه في الشراء والمغادرة: من يشترِ أقل يغادرْ أسرع</translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation>الافتراضات</translation>
    </message>
    <message>
        <source>Fitting</source>
        <translation>تجري الملاءمة</translation>
    </message>
</context>
<context>
    <name>NavigationBar</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is a screen&apos;s name, %2 its shortcut</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>التحليل</translation>
    </message>
    <message>
        <source>Side bar</source>
        <translation>الشريط الجانبي</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Settings of the workspace and of the program</source>
        <translation>إعدادات مساحة العمل والبرنامج</translation>
    </message>
</context>
<context>
    <name>NumberFormat</name>
    <message>
        <source>%1 B</source>
        <extracomment>%1 is a number: 1.20 billion</extracomment>
        <translation>%1 مليار</translation>
    </message>
    <message>
        <source>%1 M</source>
        <extracomment>%1 is a number: 48.67 million</extracomment>
        <translation>%1 مليون</translation>
    </message>
    <message>
        <source>%1 K</source>
        <extracomment>%1 is a number: 320 thousand</extracomment>
        <translation>%1 ألف</translation>
    </message>
    <message>
        <source>Q%1 %2</source>
        <translation>الربع %1 ‏%2</translation>
    </message>
    <message>
        <source>Q%1</source>
        <extracomment>axis label of a quarter, as short as possible</extracomment>
        <translation>ر%1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>أقل من يوم</numerusform>
            <numerusform>يوم واحد</numerusform>
            <numerusform>يومان</numerusform>
            <numerusform>%n أيام</numerusform>
            <numerusform>%n يومًا</numerusform>
            <numerusform>%n يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>أقل من ساعة</numerusform>
            <numerusform>ساعة واحدة</numerusform>
            <numerusform>ساعتان</numerusform>
            <numerusform>%n ساعات</numerusform>
            <numerusform>%n ساعة</numerusform>
            <numerusform>%n ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>أقل من دقيقة</numerusform>
            <numerusform>دقيقة واحدة</numerusform>
            <numerusform>دقيقتان</numerusform>
            <numerusform>%n دقائق</numerusform>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>%n دقيقة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Customer equity</source>
        <translation>مجموع قيمة العملاء</translation>
    </message>
    <message>
        <source>Mean CLV × customers: what all customers together are expected to contribute within the horizon, discounted to today. The change compares the ends of two quarters, each valued with the data known at that day.</source>
        <translation>متوسط قيمة العميل × العملاء: ما يُتوقع أن يسهم به جميع العملاء معًا ضمن الأفق الزمني مخصومًا إلى اليوم. يقارن التغير نهايتي ربعين، قُيّم كل منهما بما كان معروفًا في يومه.</translation>
    </message>
    <message>
        <source>Mean CLV</source>
        <translation>متوسط قيمة العميل</translation>
    </message>
    <message>
        <source>Sum of all customers&apos; lifetime values ÷ customers. A customer&apos;s lifetime value is expected purchases × expected spend × margin, discounted. The bar is the interval that holds the true mean with the stated probability.</source>
        <translation>مجموع قيم العملاء مدى الحياة ÷ العملاء. قيمة العميل مدى الحياة هي المشتريات المتوقعة × الإنفاق المتوقع × الهامش بعد الخصم. والشريط هو فترة الثقة التي تحوي المتوسط الحقيقي بالاحتمال المذكور.</translation>
    </message>
    <message>
        <source>Active customers</source>
        <translation>العملاء النشطون</translation>
    </message>
    <message>
        <source>Customers with P(alive) ≥ 0.5. P(alive) is the probability that the customer is still active, judged from how often and how recently the customer bought.</source>
        <translation>العملاء الذين احتمال نشاطهم النصف أو أكثر. احتمال النشاط هو احتمال أن العميل ما زال نشطًا، ويُقدَّر من عدد مشترياته وحداثتها.</translation>
    </message>
    <message>
        <source>CLV to CAC</source>
        <translation>القيمة إلى تكلفة الاكتساب</translation>
    </message>
    <message>
        <source>Mean CLV ÷ CAC. CAC, the cost of acquiring a customer, is the acquisition spend of 12 months ÷ customers who bought for the first time in them. Three times is a common target: below it, growth costs more than it returns soon.</source>
        <translation>متوسط قيمة العميل ÷ تكلفة الاكتساب (CAC). تكلفة الاكتساب هي إنفاق الاكتساب في سنة ÷ العملاء الذين اشتروا فيها أول مرة. والهدف الشائع ثلاثة أضعاف: دون ذلك يكلف النمو أكثر مما يعود به قريبًا.</translation>
    </message>
    <message>
        <source>Retention, 12 months</source>
        <translation>الاحتفاظ في سنة</translation>
    </message>
    <message>
        <source>Of the customers who bought in the year before, the share that bought again in the 12 months up to the end of the period.</source>
        <translation>حصة من اشتروا مرة أخرى في السنة المنتهية بنهاية الفترة من بين عملاء السنة التي قبلها.</translation>
    </message>
    <message>
        <source>Revenue from existing</source>
        <translation>الإيراد من الحاليين</translation>
    </message>
    <message>
        <source>Share of the period&apos;s revenue from customers whose first purchase was before the period. The marks are the average company (30 %) and the most successful (50 %) of 750 medium-sized B2B companies surveyed by Gleanster Research.</source>
        <translation>حصة إيرادات الفترة من عملاء كان أول شراء لهم قبلها. العلامتان هما الشركة المتوسطة (ثلاثون بالمئة) والأفضل أداءً (خمسون بالمئة) من سبعمئة وخمسين شركة متوسطة الحجم في استبيان Gleanster Research.</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>No transactions yet</source>
        <translation>لا معاملات بعد</translation>
    </message>
    <message>
        <source>The overview needs customers and their orders. Twelve months of history give a useful first estimate.</source>
        <translation>تحتاج النظرة العامة إلى العملاء وطلباتهم. سجل سنة يعطي تقديرًا أوليًا مفيدًا.</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>يحتاج انتباهك</translation>
    </message>
    <message>
        <source>Wide interval</source>
        <translation>فترة ثقة واسعة</translation>
    </message>
    <message>
        <source>vs %1</source>
        <extracomment>%1 is a quarter such as Q1 2025</extracomment>
        <translation>عن %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <extracomment>%1 is a date</extracomment>
        <translation>في %1</translation>
    </message>
    <message>
        <source>%1 interval %2 – %3</source>
        <extracomment>%1 is a percentage, %2 and %3 the ends of an interval</extracomment>
        <translation>فترة ثقة %1: ‏%2 – %3</translation>
    </message>
    <message>
        <source>P(alive) ≥ %1, of %2</source>
        <extracomment>%1 is the number 0.5, %2 the number of all customers</extracomment>
        <translation>الاحتمال ≥ %1، من %2</translation>
    </message>
    <message>
        <source>needs acquisition costs: import them</source>
        <translation>يحتاج إلى تكاليف الاكتساب: استوردها</translation>
    </message>
    <message>
        <source>%1 points</source>
        <extracomment>a change in percentage points</extracomment>
        <translation>%1 نقطة</translation>
    </message>
    <message>
        <source>of the buyers of the year before</source>
        <translation>من مشتري السنة السابقة</translation>
    </message>
    <message>
        <source>needs two years of orders</source>
        <translation>يحتاج إلى طلبات سنتين</translation>
    </message>
    <message>
        <source>no revenue in this period</source>
        <translation>لا إيرادات في هذه الفترة</translation>
    </message>
    <message>
        <source>CAC %1 · target %2</source>
        <extracomment>%1 is an amount of money, %2 the target such as 3×</extracomment>
        <translation>اكتساب %1 · هدف %2</translation>
    </message>
    <message>
        <source>average %1, top %2</source>
        <extracomment>%1 and %2 are percentages</extracomment>
        <translation>المتوسط %1، الأفضل %2</translation>
    </message>
    <message>
        <source>in a year</source>
        <translation>خلال عام</translation>
    </message>
    <message>
        <source>vs before</source>
        <translation>عمّا قبلها</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Search (%1)</source>
        <translation>بحث (%1)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Inspector (%1)</source>
        <translation>لوحة التفاصيل (%1)</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>لوحة التفاصيل</translation>
    </message>
</context>
<context>
    <name>PairedBarsChart</name>
    <message>
        <source>%1+</source>
        <comment>that many or more</comment>
        <translation>‏%1+</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>المرصود</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>المتوقع</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>المرصود</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>المتوقع</translation>
    </message>
</context>
<context>
    <name>PeriodPopup</name>
    <message>
        <source>The first day is after the last day.</source>
        <translation>أول يوم بعد آخر يوم.</translation>
    </message>
    <message>
        <source>The data reach from %1.</source>
        <translation>تبدأ البيانات من %1.</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>الفترة</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>آخر اثني عشر شهرًا</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>هذه السنة</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>السنة الماضية</translation>
    </message>
    <message>
        <source>All data</source>
        <translation>كل البيانات</translation>
    </message>
    <message>
        <source>From day to day</source>
        <translation>من يوم إلى يوم</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>أول يوم</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>آخر يوم</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>تطبيق</translation>
    </message>
</context>
<context>
    <name>PhoneCountries</name>
    <message>
        <source>Saudi Arabia</source>
        <translation>السعودية</translation>
    </message>
    <message>
        <source>United Arab Emirates</source>
        <translation>الإمارات</translation>
    </message>
    <message>
        <source>Kuwait</source>
        <translation>الكويت</translation>
    </message>
    <message>
        <source>Qatar</source>
        <translation>قطر</translation>
    </message>
    <message>
        <source>Bahrain</source>
        <translation>البحرين</translation>
    </message>
    <message>
        <source>Oman</source>
        <translation>عُمان</translation>
    </message>
    <message>
        <source>Yemen</source>
        <translation>اليمن</translation>
    </message>
    <message>
        <source>Iraq</source>
        <translation>العراق</translation>
    </message>
    <message>
        <source>Jordan</source>
        <translation>الأردن</translation>
    </message>
    <message>
        <source>Syria</source>
        <translation>سوريا</translation>
    </message>
    <message>
        <source>Lebanon</source>
        <translation>لبنان</translation>
    </message>
    <message>
        <source>Palestine</source>
        <translation>فلسطين</translation>
    </message>
    <message>
        <source>Egypt</source>
        <translation>مصر</translation>
    </message>
    <message>
        <source>Sudan</source>
        <translation>السودان</translation>
    </message>
    <message>
        <source>Libya</source>
        <translation>ليبيا</translation>
    </message>
    <message>
        <source>Tunisia</source>
        <translation>تونس</translation>
    </message>
    <message>
        <source>Algeria</source>
        <translation>الجزائر</translation>
    </message>
    <message>
        <source>Morocco</source>
        <translation>المغرب</translation>
    </message>
    <message>
        <source>Türkiye</source>
        <translation>تركيا</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>المملكة المتحدة</translation>
    </message>
    <message>
        <source>France</source>
        <translation>فرنسا</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>ألمانيا</translation>
    </message>
    <message>
        <source>United States and Canada</source>
        <translation>الولايات المتحدة وكندا</translation>
    </message>
    <message>
        <source>India</source>
        <translation>الهند</translation>
    </message>
    <message>
        <source>Pakistan</source>
        <translation>باكستان</translation>
    </message>
    <message>
        <source>Indonesia</source>
        <translation>إندونيسيا</translation>
    </message>
    <message>
        <source>Malaysia</source>
        <translation>ماليزيا</translation>
    </message>
    <message>
        <source>China</source>
        <translation>الصين</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>اليابان</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a country: %1 its name, %2 the digits before its telephone numbers</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>PlotTools</name>
    <message>
        <source>%1 billion</source>
        <translation>%1 مليار</translation>
    </message>
    <message>
        <source>%1 million</source>
        <translation>%1 مليون</translation>
    </message>
    <message>
        <source>%1 thousand</source>
        <translation>%1 ألف</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Cancelling</source>
        <translation>جارٍ الإلغاء</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a task and its present step</comment>
        <translation>‏%1: %2</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 صف</translation>
    </message>
    <message>
        <source>%1 rows a second</source>
        <translation>%1 صف في الثانية</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>بقي نحو %1 ث</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>بقي نحو %1 د</translation>
    </message>
</context>
<context>
    <name>QualificationChart</name>
    <message>
        <source>No deals began in this period</source>
        <translation>لم تبدأ صفقات في هذه الفترة</translation>
    </message>
    <message>
        <source>Import deals with their changes of stage, or choose a longer period.</source>
        <translation>استورد الصفقات مع تغيّرات مراحلها، أو اختر فترة أطول.</translation>
    </message>
    <message>
        <source>MQL, marketing qualified</source>
        <translation>MQL، مؤهل تسويقيًا</translation>
    </message>
    <message>
        <source>SAL, accepted by sales</source>
        <translation>SAL، مقبول من المبيعات</translation>
    </message>
    <message>
        <source>SQL, sales qualified</source>
        <translation>SQL، مؤهل للمبيعات</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>مكسوبة</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>الصفقات</translation>
    </message>
    <message>
        <source>%1 of the step before</source>
        <translation>%1 من الخطوة السابقة</translation>
    </message>
    <message>
        <source>Of the step before</source>
        <translation>من الخطوة السابقة</translation>
    </message>
    <message>
        <source>Of all</source>
        <translation>من الكل</translation>
    </message>
    <message>
        <source>From marketing to sales</source>
        <translation>من التسويق إلى المبيعات</translation>
    </message>
    <message>
        <source>Of %1 marketing qualified leads, sales accepted %2; %3 deals were won.</source>
        <translation>من أصل %1 من العملاء المحتملين المؤهلين تسويقيًا قبلت المبيعات %2، وعدد الصفقات المكسوبة %3.</translation>
    </message>
    <message>
        <source>deals that came at least this far</source>
        <translation>صفقات بلغت هذه الخطوة على الأقل</translation>
    </message>
    <message>
        <source>Milestone</source>
        <translation>الخطوة</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>مفقودة</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>مفتوحة</translation>
    </message>
</context>
<context>
    <name>ReasonsChart</name>
    <message>
        <source>No reason given</source>
        <translation>بلا سبب مذكور</translation>
    </message>
    <message>
        <source>Nothing was rejected in this period</source>
        <translation>لم يُرفض شيء في هذه الفترة</translation>
    </message>
    <message>
        <source>No deal was lost in this period</source>
        <translation>لم تُفقد صفقة في هذه الفترة</translation>
    </message>
    <message>
        <source>Reasons come with the deals: a rejection or a loss and its reason.</source>
        <translation>تأتي الأسباب مع الصفقات: رفض أو خسارة مع ذكر السبب.</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>الصفقات</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>الحصة</translation>
    </message>
    <message>
        <source>Value of these deals</source>
        <translation>قيمة هذه الصفقات</translation>
    </message>
    <message>
        <source>Why sales gives leads back</source>
        <translation>لماذا تعيد المبيعات العملاء المحتملين</translation>
    </message>
    <message>
        <source>Why deals are lost</source>
        <translation>لماذا تُفقد الصفقات</translation>
    </message>
    <message>
        <source>The most frequent reason is %1, in %2 of the cases.</source>
        <translation>السبب الأكثر تكرارًا هو %1، في %2 من الحالات.</translation>
    </message>
    <message>
        <source>rejected offers by reason</source>
        <translation>العروض المرفوضة حسب السبب</translation>
    </message>
    <message>
        <source>lost deals by reason</source>
        <translation>الصفقات المفقودة حسب السبب</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Workspaces that you open are listed here.</source>
        <translation>تُسرد هنا مساحات العمل التي تفتحها.</translation>
    </message>
    <message>
        <source>No recent workspace has these words.</source>
        <translation>لا توجد مساحة عمل حديثة بهذه الكلمات.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>مجموع القيمة</translation>
    </message>
    <message>
        <source>8 quarters</source>
        <translation>ثمانية أرباع</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>فُتحت</translation>
    </message>
</context>
<context>
    <name>RecentList::Row</name>
    <message>
        <source>File not found at this place.</source>
        <translation>الملف غير موجود في هذا المكان.</translation>
    </message>
    <message>
        <source>Locate</source>
        <translation>تحديد المكان</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>%1: the file was not found</source>
        <translation>‏%1: لم يُعثر على الملف</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>فتح %1</translation>
    </message>
    <message>
        <source>today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>أمس</translation>
    </message>
</context>
<context>
    <name>RejectsPanel</name>
    <message>
        <source>%1, %2</source>
        <extracomment>an import: %1 the file&apos;s name, %2 the day</extracomment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Save rejected rows</source>
        <translation>حفظ الصفوف المرفوضة</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>ملفات CSV (*.csv)</translation>
    </message>
    <message>
        <source>Why rows were rejected</source>
        <translation>أسباب رفض الصفوف</translation>
    </message>
    <message>
        <source>Rejected rows</source>
        <translation>الصفوف المرفوضة</translation>
    </message>
    <message>
        <source>mend them in the file and import it again: known rows are recognised</source>
        <translation>أصلحها في الملف واستورده من جديد: تُعرف الصفوف المعروفة</translation>
    </message>
    <message>
        <source>Import whose rejected rows are shown</source>
        <translation>الاستيراد الذي تُعرض صفوفه المرفوضة</translation>
    </message>
    <message>
        <source>Save rejected rows as CSV</source>
        <translation>حفظ الصفوف المرفوضة بصيغة CSV</translation>
    </message>
    <message>
        <source>No rejected rows</source>
        <translation>لا صفوف مرفوضة</translation>
    </message>
    <message>
        <source>Every row of every import was understood.</source>
        <translation>فُهم كل صف من كل استيراد.</translation>
    </message>
    <message>
        <source>the first %1 of each reason are kept; importing the file again gives all of them</source>
        <translation>تُحفظ أول %1 من صفوف كل سبب؛ ويعطي استيراد الملف ثانيةً جميعها</translation>
    </message>
</context>
<context>
    <name>RelationPicker</name>
    <message>
        <source>Purchases at any time</source>
        <translation>الشراء في أي وقت</translation>
    </message>
    <message>
        <source>Subscriptions by year</source>
        <translation>اشتراكات سنوية</translation>
    </message>
    <message>
        <source>One opportunity a year</source>
        <translation>فرصة واحدة كل سنة</translation>
    </message>
    <message>
        <source>Subscriptions by quarter</source>
        <translation>اشتراكات ربع سنوية</translation>
    </message>
    <message>
        <source>One opportunity a quarter</source>
        <translation>فرصة واحدة كل ربع سنة</translation>
    </message>
    <message>
        <source>Subscriptions by month</source>
        <translation>اشتراكات شهرية</translation>
    </message>
    <message>
        <source>One opportunity a month</source>
        <translation>فرصة واحدة كل شهر</translation>
    </message>
    <message>
        <source>Subscriptions by week</source>
        <translation>اشتراكات أسبوعية</translation>
    </message>
    <message>
        <source>One opportunity a week</source>
        <translation>فرصة واحدة كل أسبوع</translation>
    </message>
    <message>
        <source>Subscriptions by day</source>
        <translation>اشتراكات يومية</translation>
    </message>
    <message>
        <source>One opportunity a day</source>
        <translation>فرصة واحدة كل يوم</translation>
    </message>
    <message>
        <source>How customers buy: %1</source>
        <extracomment>%1 is what is chosen now, such as &quot;Purchases at any time&quot;</extracomment>
        <translation>كيف يشتري العملاء: %1</translation>
    </message>
    <message>
        <source>How customers buy decides which models there are</source>
        <translation>طريقة شراء العملاء تحدّد النماذج المتاحة</translation>
    </message>
    <message>
        <source>How do customers buy?</source>
        <translation>كيف يشتري العملاء؟</translation>
    </message>
    <message>
        <source>At any time: customers buy when they like, as in a shop. Who has left is not known and has to be guessed from their silence.
At fixed opportunities: once in each period there is an occasion to buy or not, such as a yearly donation, a fair or a season. BG/BB counts in how many of these periods each customer bought, however often within one.
Subscriptions: a contract goes on until it is ended, so who has left is known. sBG and BdW follow the share that renews at the end of each billing period. They look at the imported subscriptions, not at purchases.</source>
        <translation>في أي وقت: يشتري العملاء متى شاؤوا كما في المتجر. لا يُعرف من انقطع منهم، ويُستدل عليه من صمته.
عند فرص ثابتة: في كل فترة فرصة واحدة للشراء أو تركه، مثل تبرع سنوي أو معرض أو موسم. يعدّ BG/BB الفترات التي اشترى فيها كل عميل مهما تكرر شراؤه داخل الفترة الواحدة.
الاشتراكات: يستمر العقد حتى يُنهى، فيُعرف من انقطع. يتتبع sBG وBdW نسبة من يجددون في نهاية كل دورة فوترة، وينظران إلى الاشتراكات المستوردة لا إلى المشتريات.</translation>
    </message>
    <message>
        <source>Subscriptions: none are imported</source>
        <translation>اشتراكات: لم يُستورد منها شيء</translation>
    </message>
</context>
<context>
    <name>ReportJob</name>
    <message>
        <source>Computing the report</source>
        <translation>حساب التقرير</translation>
    </message>
</context>
<context>
    <name>ReportPrinter</name>
    <message numerus="yes">
        <source>%1, horizon of %n month(s), %2 discount a year, %3 margin</source>
        <translation>
            <numerusform>%1، دون أفق زمني، خصم %2 في السنة، هامش %3</numerusform>
            <numerusform>%1، أفق زمني شهر واحد، خصم %2 في السنة، هامش %3</numerusform>
            <numerusform>%1، أفق زمني شهران، خصم %2 في السنة، هامش %3</numerusform>
            <numerusform>%1، أفق زمني %n أشهر، خصم %2 في السنة، هامش %3</numerusform>
            <numerusform>%1، أفق زمني %n شهرًا، خصم %2 في السنة، هامش %3</numerusform>
            <numerusform>%1، أفق زمني %n شهر، خصم %2 في السنة، هامش %3</numerusform>
        </translation>
    </message>
    <message>
        <source>The report could not be finished: %1.</source>
        <translation>تعذر إتمام التقرير: %1.</translation>
    </message>
    <message>
        <source>The report could not be written to “%1”: %2. Choose another folder or free some space.</source>
        <translation>تعذرت كتابة التقرير في «%1»: ‏%2. اختر مجلدًا آخر أو أفرغ بعض المساحة.</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>إنه مجلد</translation>
    </message>
    <message>
        <source>Drawing the report</source>
        <translation>رسم التقرير</translation>
    </message>
    <message>
        <source>Qeema</source>
        <translation>قيمة</translation>
    </message>
    <message>
        <source>%1 (demo data)</source>
        <translation>%1 (بيانات تجريبية)</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>الشركة</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>الفترة</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>البيانات</translation>
    </message>
    <message>
        <source>%1, whole lifetime, %2 discount a year, %3 margin</source>
        <translation>%1، مدى الحياة كاملًا، خصم %2 في السنة، هامش %3</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>الطريقة</translation>
    </message>
    <message>
        <source>Customer equity</source>
        <translation>مجموع قيمة العملاء</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) with a mean lifetime value of %1. The %2 interval of the equity runs from %3 to %4.</source>
        <extracomment>%1, %3 and %4 are amounts of money, %2 a percentage</extracomment>
        <translation>
            <numerusform>لا عملاء.</numerusform>
            <numerusform>عميل واحد، ومتوسط القيمة مدى الحياة %1. فترة ثقة مجموع القيمة عند %2 من %3 إلى %4.</numerusform>
            <numerusform>عميلان بمتوسط قيمة مدى الحياة %1. فترة ثقة مجموع القيمة عند %2 من %3 إلى %4.</numerusform>
            <numerusform>%n عملاء بمتوسط قيمة مدى الحياة %1. فترة ثقة مجموع القيمة عند %2 من %3 إلى %4.</numerusform>
            <numerusform>%n عميلًا بمتوسط قيمة مدى الحياة %1. فترة ثقة مجموع القيمة عند %2 من %3 إلى %4.</numerusform>
            <numerusform>%n عميل بمتوسط قيمة مدى الحياة %1. فترة ثقة مجموع القيمة عند %2 من %3 إلى %4.</numerusform>
        </translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>المحتويات</translation>
    </message>
    <message>
        <source>Bars: customers by lifetime value, logarithmic scale. Gold: the fifth with the highest value, above %1.</source>
        <translation>الأعمدة: العملاء بحسب القيمة مدى الحياة على مقياس لوغاريتمي. الذهبي: الخُمس الأعلى قيمة، فوق %1.</translation>
    </message>
    <message>
        <source>Figure %1. %2</source>
        <extracomment>%1 is the number of a figure in the report, %2 its title</extracomment>
        <translation>الشكل %1. ‏%2</translation>
    </message>
    <message>
        <source>Table %1. %2</source>
        <extracomment>%1 is the number of a table in the report, %2 its title</extracomment>
        <translation>الجدول %1. ‏%2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>the heading of a section of the report: number and name</extracomment>
        <translation>%1. ‏%2</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <extracomment>%1 is the page, %2 the number of pages</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>the title of the PDF document: %1 the report&apos;s title, %2 the company</extracomment>
        <translation>%1، %2</translation>
    </message>
</context>
<context>
    <name>ReportWriter</name>
    <message>
        <source>Most valuable customers</source>
        <translation>العملاء الأعلى قيمة</translation>
    </message>
    <message>
        <source>There are no purchases yet, so there are no customers to show.</source>
        <translation>لا توجد مشتريات بعد، فلا عملاء لعرضهم.</translation>
    </message>
    <message>
        <source>The %1 most valuable customers are worth %2 together, %3 of customer equity.</source>
        <extracomment>%1 is a count of customers, %2 an amount of money, %3 a percentage</extracomment>
        <translation>قيمة أعلى العملاء قيمةً، وعددهم %1، تبلغ معًا %2، أي %3 من مجموع قيمة العملاء.</translation>
    </message>
    <message>
        <source>Customers appear by reference; names are left out of reports unless asked for.</source>
        <translation>يظهر العملاء بمراجعهم؛ تُترك الأسماء خارج التقارير ما لم تُطلب.</translation>
    </message>
    <message>
        <source>Most valuable customers, %1</source>
        <extracomment>%1 is a currency such as SAR</extracomment>
        <translation>العملاء الأعلى قيمة، %1</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>الترتيب</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Repeat purchases</source>
        <translation>المشتريات المكررة</translation>
    </message>
    <message>
        <source>Last purchase</source>
        <translation>آخر شراء</translation>
    </message>
    <message>
        <source>Mean spend</source>
        <translation>متوسط الإنفاق</translation>
    </message>
    <message>
        <source>P(alive)</source>
        <translation>احتمال النشاط</translation>
    </message>
    <message>
        <source>Expected purchases</source>
        <translation>المشتريات المتوقعة</translation>
    </message>
    <message>
        <source>Lifetime value</source>
        <translation>قيمة العميل مدى الحياة</translation>
    </message>
    <message>
        <source>Interval, %1</source>
        <translation>فترة الثقة، %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>%1 and %2 are the ends of an interval</extracomment>
        <translation>من %1 إلى %2</translation>
    </message>
    <message>
        <source>Customer equity</source>
        <translation>مجموع قيمة العملاء</translation>
    </message>
    <message>
        <source>There are no purchases yet, so there is nothing to value.</source>
        <translation>لا توجد مشتريات بعد، فلا شيء لتقييمه.</translation>
    </message>
    <message>
        <source>Mean lifetime value %1 × %2 customers = customer equity %3.</source>
        <extracomment>%1 and %3 are amounts of money, %2 is a count of customers</extracomment>
        <translation>متوسط قيمة العميل مدى الحياة %1 × عدد العملاء %2 = مجموع قيمة العملاء %3.</translation>
    </message>
    <message>
        <source>Every date is valued from what was known that day: purchases up to it, and a model fitted to them.</source>
        <translation>كل تاريخ مقيَّم بما كان معروفًا ذلك اليوم: المشتريات حتى حينه ونموذج ملائم لها.</translation>
    </message>
    <message>
        <source>The last period has not ended; its value is the one of the last day.</source>
        <translation>لم تنتهِ الفترة الأخيرة؛ قيمتها هي قيمة آخر يوم.</translation>
    </message>
    <message>
        <source>%1, band: %2 interval</source>
        <extracomment>%1 is a currency such as SAR, %2 a percentage</extracomment>
        <translation>%1، الشريط: فترة ثقة %2</translation>
    </message>
    <message>
        <source>Customer equity by quarter</source>
        <translation>مجموع قيمة العملاء بحسب الأرباع</translation>
    </message>
    <message>
        <source>What moved customer equity</source>
        <extracomment>%1 and %2 are dates</extracomment>
        <translation>ما الذي حرّك مجموع قيمة العملاء</translation>
    </message>
    <message>
        <source>What spend returns</source>
        <translation>ما يعود به الإنفاق</translation>
    </message>
    <message>
        <source>Customer equity by date, %1</source>
        <extracomment>%1 is a currency such as SAR</extracomment>
        <translation>مجموع قيمة العملاء بحسب التاريخ، %1</translation>
    </message>
    <message>
        <source>Date</source>
        <extracomment>%1 is a percentage: the lower end of the 90 % interval</extracomment>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>النشطون</translation>
    </message>
    <message>
        <source>Mean value</source>
        <translation>متوسط القيمة</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>مجموع القيمة</translation>
    </message>
    <message>
        <source>Low, %1</source>
        <translation>الأدنى، %1</translation>
    </message>
    <message>
        <source>High, %1</source>
        <extracomment>%1 is a percentage: the upper end of the 90 % interval</extracomment>
        <translation>الأعلى، %1</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>الطريقة</translation>
    </message>
    <message>
        <source>Movement of customer equity, %1</source>
        <extracomment>%1 is a currency such as SAR</extracomment>
        <translation>حركة مجموع قيمة العملاء، %1</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>حتى</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>الافتتاحي</translation>
    </message>
    <message>
        <source>Acquired</source>
        <translation>مكتسَب</translation>
    </message>
    <message>
        <source>Expansion</source>
        <translation>التوسّع</translation>
    </message>
    <message>
        <source>Contraction</source>
        <translation>الانكماش</translation>
    </message>
    <message>
        <source>Churned</source>
        <translation>الفقدان</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>الختامي</translation>
    </message>
    <message>
        <source>Spend by quarter, %1</source>
        <extracomment>%1 is a currency such as SAR</extracomment>
        <translation>الإنفاق بحسب الأرباع، %1</translation>
    </message>
    <message>
        <source>Acquisition</source>
        <translation>الاكتساب</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>الاحتفاظ</translation>
    </message>
    <message>
        <source>New customers</source>
        <translation>عملاء جدد</translation>
    </message>
    <message>
        <source>Cost per new customer</source>
        <translation>التكلفة لكل عميل جديد</translation>
    </message>
    <message>
        <source>Cost per active customer, a year</source>
        <translation>التكلفة لكل عميل نشط في السنة</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>دورة حياة العميل</translation>
    </message>
    <message>
        <source>Nobody entered the lifecycle in the period. Import events, or choose a longer period.</source>
        <translation>لم يدخل أحد دورة الحياة في الفترة. استورد الأحداث أو اختر فترة أطول.</translation>
    </message>
    <message>
        <source>%1 of the contacts who entered in the period became customers.</source>
        <extracomment>%1 is a percentage</extracomment>
        <translation>أصبح %1 من جهات الاتصال التي دخلت في الفترة عملاء.</translation>
    </message>
    <message>
        <source>That is %1 points more than in the comparison period.</source>
        <extracomment>%1 is a number of percentage points</extracomment>
        <translation>وهذا أكثر بمقدار %1 نقطة مئوية من فترة المقارنة.</translation>
    </message>
    <message>
        <source>That is %1 points less than in the comparison period.</source>
        <extracomment>%1 is a number of percentage points</extracomment>
        <translation>وهذا أقل بمقدار %1 نقطة مئوية من فترة المقارنة.</translation>
    </message>
    <message>
        <source>%1 crossed the turning point from value creation to value expansion, half of them within %2.</source>
        <extracomment>%1 is a percentage, %2 a duration such as &quot;84 days&quot;</extracomment>
        <translation>عبر %1 نقطة التحول من خلق القيمة إلى توسيعها، نصفهم خلال %2.</translation>
    </message>
    <message>
        <source>How far contacts come</source>
        <translation>إلى أين تصل جهات الاتصال</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>المراحل</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>المرحلة</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>المالك</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>وصل</translation>
    </message>
    <message>
        <source>Step rate</source>
        <translation>معدل الخطوة</translation>
    </message>
    <message>
        <source>Of all</source>
        <translation>من الكل</translation>
    </message>
    <message>
        <source>Lost before</source>
        <translation>فُقد قبلها</translation>
    </message>
    <message>
        <source>Median time</source>
        <translation>وسيط المدة</translation>
    </message>
    <message>
        <source>Step rate before</source>
        <translation>معدل الخطوة سابقًا</translation>
    </message>
    <message>
        <source>Median time before</source>
        <translation>وسيط المدة سابقًا</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>لا أحد</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>لا بيانات</translation>
    </message>
    <message>
        <source>Step rates by %1</source>
        <extracomment>%1 is the name of a customer attribute, such as Sector</extracomment>
        <translation>معدلات الخطوات بحسب %1</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>دخل</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>Customer equity is the sum of the residual lifetime values of all customers who have bought, which is their mean lifetime value times their number. Values of customers still to be won are not in it.</source>
        <translation>مجموع قيمة العملاء هو مجموع القيم المتبقية لجميع العملاء الذين اشتروا، أي متوسط قيمتهم مدى الحياة × عددهم. ولا يشمل قيم العملاء الذين لم يُكتسبوا بعد.</translation>
    </message>
    <message>
        <source>A customer&apos;s residual lifetime value is the margin that the customer is expected to bring from the data date on: margin × expected spend per purchase × expected purchases, each discounted to the data date.</source>
        <translation>القيمة المتبقية للعميل هي الهامش الذي يُتوقع أن يحققه من تاريخ البيانات فصاعدًا: الهامش × الإنفاق المتوقع لكل شراء × المشتريات المتوقعة، مخصومة كلها إلى تاريخ البيانات.</translation>
    </message>
    <message>
        <source>Pareto/NBD: while active, a customer buys at random at an own rate; the rates of all customers follow a gamma distribution (r, alpha). Each customer stays active for a time that no one observes; the rates of leaving follow another gamma distribution (s, beta).</source>
        <translation>Pareto/NBD: يشتري العميل النشط عشوائيًا بمعدل خاص به؛ وتتبع معدلات العملاء توزيع غاما (r, alpha). ويبقى كل عميل نشطًا مدة لا يرصدها أحد؛ وتتبع معدلات الانقطاع توزيع غاما آخر (s, beta).</translation>
    </message>
    <message>
        <source>BG/NBD: while active, a customer buys at random at an own rate; the rates of all customers follow a gamma distribution (r, alpha). After each repeat purchase the customer may leave; these probabilities follow a beta distribution (a, b).</source>
        <translation>BG/NBD: يشتري العميل النشط عشوائيًا بمعدل خاص به؛ وتتبع معدلات العملاء توزيع غاما (r, alpha). وقد ينقطع العميل بعد كل شراء مكرر؛ وتتبع هذه الاحتمالات توزيع بيتا (a, b).</translation>
    </message>
    <message>
        <source>MBG/NBD: while active, a customer buys at random at an own rate; the rates of all customers follow a gamma distribution (r, alpha). After each purchase, the first included, the customer may leave; these probabilities follow a beta distribution (a, b).</source>
        <translation>MBG/NBD: يشتري العميل النشط عشوائيًا بمعدل خاص به؛ وتتبع معدلات العملاء توزيع غاما (r, alpha). وقد ينقطع العميل بعد كل شراء بما فيه الأول؛ وتتبع هذه الاحتمالات توزيع بيتا (a, b).</translation>
    </message>
    <message>
        <source>Gamma-Gamma: the amounts of one customer scatter around an own mean, and these means differ between customers (p, q, gamma). The fewer purchases are known, the closer the expected spend lies to the mean of all.</source>
        <translation>Gamma-Gamma: تتوزع مبالغ العميل حول متوسط خاص به، وتختلف هذه المتوسطات بين العملاء (p, q, gamma). كلما قلت المشتريات المعروفة اقترب الإنفاق المتوقع من متوسط الجميع.</translation>
    </message>
    <message>
        <source>Parameters are estimated by maximum likelihood. Intervals come from drawing parameters with their standard errors and valuing all customers with each draw.</source>
        <translation>تُقدَّر المعاملات بطريقة الاحتمال الأعظم. وتأتي فترات الثقة من سحب المعاملات بأخطائها المعيارية وتقييم جميع العملاء في كل سحبة.</translation>
    </message>
    <message>
        <source>The data are too thin for a model; values are historic means: what customers brought so far, carried on.</source>
        <translation>البيانات أقل مما يحتاجه النموذج؛ القيم متوسطات تاريخية: ما حققه العملاء حتى الآن ممدودًا إلى الأمام.</translation>
    </message>
    <message>
        <source>The movement of equity compares two dates customer by customer. Acquired: value of customers who first bought in between. Churned: value lost with customers whose probability to be active fell below one half. Expansion and contraction: all other rises and falls. Opening plus acquired plus expansion less contraction less churned is the closing value, to the last minor unit.</source>
        <translation>تقارن حركة مجموع القيمة بين تاريخين عميلًا عميلًا. المكتسَب: قيمة العملاء الذين اشتروا أول مرة بينهما. الفقدان: القيمة المفقودة مع عملاء هبط احتمال نشاطهم دون النصف. التوسّع والانكماش: كل ارتفاع وانخفاض آخر. الافتتاحي زائد المكتسب زائد التوسّع ناقص الانكماش ناقص الفقدان هو الختامي، حتى آخر وحدة صغرى.</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>التعريفات</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>المقياس</translation>
    </message>
    <message>
        <source>How it is computed</source>
        <translation>طريقة الحساب</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>الشراء</translation>
    </message>
    <message>
        <source>A day with at least one purchase of a customer: purchases of one day count once and their amounts are added. Refunds lower revenue but are no purchases.</source>
        <translation>يوم فيه شراء واحد على الأقل لعميل: مشتريات اليوم الواحد تُحسب مرة وتُجمع مبالغها. المبالغ المستردة تخفض الإيرادات لكنها ليست مشتريات.</translation>
    </message>
    <message>
        <source>Probability that the customer is still active on the data date, given number and times of the purchases so far. Active customers have at least one half.</source>
        <translation>احتمال أن العميل ما زال نشطًا في تاريخ البيانات بالنظر إلى عدد مشترياته وأوقاتها. العملاء النشطون احتمالهم النصف على الأقل.</translation>
    </message>
    <message>
        <source>Retention, 12 months</source>
        <translation>الاحتفاظ في سنة</translation>
    </message>
    <message>
        <source>Share of customers who bought in the 12 months that ended a year before the period&apos;s end and bought again in the 12 months up to it.</source>
        <translation>حصة من اشتروا مرة أخرى في الاثني عشر شهرًا حتى نهاية الفترة، من بين من اشتروا في الاثني عشر شهرًا التي قبلها.</translation>
    </message>
    <message>
        <source>Revenue from existing customers</source>
        <translation>الإيرادات من العملاء الحاليين</translation>
    </message>
    <message>
        <source>Share of the period&apos;s revenue from customers whose first purchase was before the period.</source>
        <translation>حصة إيرادات الفترة من عملاء كان أول شراء لهم قبل الفترة.</translation>
    </message>
    <message>
        <source>Customer acquisition cost (CAC)</source>
        <translation>تكلفة اكتساب العميل (CAC)</translation>
    </message>
    <message>
        <source>Acquisition spend of the 12 months up to the period&apos;s end, divided by the customers who first bought in them.</source>
        <translation>إنفاق الاكتساب في الاثني عشر شهرًا حتى نهاية الفترة مقسومًا على العملاء الذين اشتروا فيها أول مرة.</translation>
    </message>
    <message>
        <source>Customer retention cost (CRC)</source>
        <translation>تكلفة الاحتفاظ بالعميل (CRC)</translation>
    </message>
    <message>
        <source>Retention spend of the 12 months up to the period&apos;s end, divided by the active customers: the cost to keep a customer for a year.</source>
        <translation>إنفاق الاحتفاظ في الاثني عشر شهرًا حتى نهاية الفترة مقسومًا على العملاء النشطين: تكلفة الاحتفاظ بالعميل سنة.</translation>
    </message>
    <message>
        <source>Share of those who reached the stage before and went on to this one.</source>
        <translation>حصة من بلغوا المرحلة السابقة وانتقلوا إلى هذه.</translation>
    </message>
    <message>
        <source>Half of those who took the step needed at most this long for it.</source>
        <translation>احتاج نصف من قطعوا الخطوة إلى هذه المدة على الأكثر.</translation>
    </message>
    <message>
        <source>Parameters and data</source>
        <translation>المعاملات والبيانات</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>الإعداد</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>القيمة</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>الفترة</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>مقارنةً بـ</translation>
    </message>
    <message>
        <source>Data date</source>
        <translation>تاريخ البيانات</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>البيانات</translation>
    </message>
    <message>
        <source>Purchase rows</source>
        <translation>صفوف الشراء</translation>
    </message>
    <message>
        <source>Event rows</source>
        <translation>صفوف الأحداث</translation>
    </message>
    <message>
        <source>Customers who bought again</source>
        <translation>العملاء الذين كرروا الشراء</translation>
    </message>
    <message>
        <source>Model of purchases</source>
        <translation>نموذج المشتريات</translation>
    </message>
    <message>
        <source>historic mean</source>
        <translation>متوسط تاريخي</translation>
    </message>
    <message>
        <source>Model of spend</source>
        <translation>نموذج الإنفاق</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>الأفق الزمني</translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>أقل من شهر</numerusform>
            <numerusform>شهر واحد</numerusform>
            <numerusform>شهران</numerusform>
            <numerusform>%n أشهر</numerusform>
            <numerusform>%n شهرًا</numerusform>
            <numerusform>%n شهر</numerusform>
        </translation>
    </message>
    <message>
        <source>whole lifetime</source>
        <translation>مدى الحياة كاملًا</translation>
    </message>
    <message>
        <source>Discount rate, a year</source>
        <translation>معدل الخصم الزمني في السنة</translation>
    </message>
    <message>
        <source>Contribution margin</source>
        <translation>هامش المساهمة</translation>
    </message>
    <message>
        <source>not set: values are revenue</source>
        <translation>غير محدد: القيم إيرادات</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>فترة الثقة</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>Customer equity report</source>
        <translation>تقرير مجموع قيمة العملاء</translation>
    </message>
    <message>
        <source>Data to %1</source>
        <extracomment>%1 is a date</extracomment>
        <translation>البيانات حتى %1</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>لا بيانات بعد</translation>
    </message>
    <message>
        <source>observed mean</source>
        <translation>المتوسط المرصود</translation>
    </message>
    <message>
        <source>no spend model</source>
        <translation>دون نموذج إنفاق</translation>
    </message>
    <message>
        <source>On %1 customer equity is %2; with %3 certainty it lies between %4 and %5.</source>
        <extracomment>%1 is a date, %2, %4 and %5 are amounts of money, %3 is a percentage</extracomment>
        <translation>في %1 يبلغ مجموع قيمة العملاء %2؛ وباحتمال %3 يقع بين %4 و%5.</translation>
    </message>
    <message>
        <source>On %1 customer equity is %2.</source>
        <extracomment>%1 is a date, %2 an amount of money</extracomment>
        <translation>في %1 يبلغ مجموع قيمة العملاء %2.</translation>
    </message>
    <message>
        <source>It rose by %1, or %2, since %3.</source>
        <extracomment>%1 is an amount of money, %2 a percentage, %3 a date</extracomment>
        <translation>ارتفع بمقدار %1 أي %2 منذ %3.</translation>
    </message>
    <message>
        <source>It fell by %1, or %2, since %3.</source>
        <extracomment>%1 is an amount of money, %2 a percentage, %3 a date</extracomment>
        <translation>انخفض بمقدار %1 أي %2 منذ %3.</translation>
    </message>
    <message>
        <source>The last two dates were valued by different methods; their difference is no growth.</source>
        <translation>قُيّم آخر تاريخين بطريقتين مختلفتين؛ والفرق بينهما ليس نموًا.</translation>
    </message>
    <message>
        <source>Most of what was added came from customers the company already had: expansion added %1, new customers %2. Falling values took %3 away, %4 of it with customers who probably left.</source>
        <extracomment>all four are amounts of money: %1 expansion, %2 acquisition, %3 contraction and churn together, %4 churn alone</extracomment>
        <translation>جاء معظم ما أُضيف من عملاء لدى الشركة من قبل: أضاف التوسّع %1 والعملاء الجدد %2. وأخذ انخفاض القيم %3، منها %4 مع عملاء انقطعوا على الأرجح.</translation>
    </message>
    <message>
        <source>Most of what was added came with new customers: they added %1, expansion of existing ones %2. Falling values took %3 away, %4 of it with customers who probably left.</source>
        <extracomment>all four are amounts of money: %1 acquisition, %2 expansion, %3 contraction and churn together, %4 churn alone</extracomment>
        <translation>جاء معظم ما أُضيف مع العملاء الجدد: أضافوا %1 وأضاف توسّع الحاليين %2. وأخذ انخفاض القيم %3، منها %4 مع عملاء انقطعوا على الأرجح.</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) have bought.</source>
        <translation>
            <numerusform>لم يشترِ أحد.</numerusform>
            <numerusform>اشترى عميل واحد.</numerusform>
            <numerusform>اشترى عميلان.</numerusform>
            <numerusform>اشترى %n عملاء.</numerusform>
            <numerusform>اشترى %n عميلًا.</numerusform>
            <numerusform>اشترى %n عميل.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of them, %2, are probably still active.</source>
        <extracomment>%1 is a count, %2 a percentage</extracomment>
        <translation>منهم %1، أي %2، ما زالوا نشطين على الأرجح.</translation>
    </message>
    <message>
        <source>The mean lifetime value is %1, between %2 and %3.</source>
        <extracomment>%1, %2 and %3 are amounts of money</extracomment>
        <translation>متوسط قيمة العميل مدى الحياة %1، بين %2 و%3.</translation>
    </message>
    <message>
        <source>The mean lifetime value is %1.</source>
        <extracomment>%1 is an amount of money</extracomment>
        <translation>متوسط قيمة العميل مدى الحياة %1.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>الملخص</translation>
    </message>
    <message>
        <source>The workspace holds no purchases yet: customer equity cannot be computed. Import transactions to see it.</source>
        <translation>ليس في مساحة العمل مشتريات بعد: لا يمكن حساب مجموع قيمة العملاء. استورد المعاملات لعرضه.</translation>
    </message>
    <message>
        <source>Of the customers who bought in the year before, %1 bought again in the last twelve months.</source>
        <extracomment>%1 is a percentage</extracomment>
        <translation>من العملاء الذين اشتروا في السنة السابقة اشترى %1 مرة أخرى في الاثني عشر شهرًا الأخيرة.</translation>
    </message>
    <message>
        <source>Revenue of the period was %1; %2 of it came from customers who had bought before the period.</source>
        <extracomment>%1 is an amount of money, %2 a percentage</extracomment>
        <translation>بلغت إيرادات الفترة %1؛ وجاء %2 منها من عملاء سبق لهم الشراء قبل الفترة.</translation>
    </message>
    <message>
        <source>Winning a customer cost %1 in the last twelve months; the mean lifetime value is %2 that.</source>
        <extracomment>%1 is an amount of money, %2 a multiple such as 3.1×</extracomment>
        <translation>كلّف كسب عميل %1 في الاثني عشر شهرًا الأخيرة؛ ومتوسط قيمة العميل مدى الحياة %2 من ذلك.</translation>
    </message>
    <message>
        <source>%1 contacts entered the lifecycle in the period; %2 of them became customers.</source>
        <extracomment>%1 is a count of contacts, %2 a percentage</extracomment>
        <translation>دخلت دورة الحياة في الفترة جهات اتصال عددها %1؛ وأصبح %2 منها عملاء.</translation>
    </message>
    <message>
        <source>Key figures</source>
        <translation>الأرقام الرئيسية</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>سابقًا</translation>
    </message>
    <message>
        <source>Mean lifetime value</source>
        <translation>متوسط قيمة العميل مدى الحياة</translation>
    </message>
    <message>
        <source>Active customers</source>
        <translation>العملاء النشطون</translation>
    </message>
    <message>
        <source>Revenue of the period</source>
        <translation>إيرادات الفترة</translation>
    </message>
    <message>
        <source>Orders of the period</source>
        <translation>طلبات الفترة</translation>
    </message>
    <message>
        <source>Customer acquisition cost</source>
        <translation>تكلفة اكتساب العميل</translation>
    </message>
    <message>
        <source>Lifetime value to acquisition cost</source>
        <translation>نسبة قيمة العميل إلى تكلفة اكتسابه</translation>
    </message>
    <message>
        <source>Customer retention cost, a year</source>
        <translation>تكلفة الاحتفاظ بالعميل في السنة</translation>
    </message>
    <message>
        <source>What needs attention</source>
        <translation>ما يحتاج إلى انتباه</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>التفصيل</translation>
    </message>
    <message>
        <source>There are no purchases yet, so there is no lifetime value.</source>
        <translation>لا توجد مشتريات بعد، فلا قيمة مدى الحياة.</translation>
    </message>
    <message>
        <source>The values rest on %1 customers, %2 of whom bought again. Purchases follow %3, spend follows %4.</source>
        <extracomment>%1 is a count of customers, %2 how many of them bought more than once, %3 and %4 names of models</extracomment>
        <translation>تستند القيم إلى %1 عميل، كرر الشراء منهم %2. تتبع المشتريات نموذج %3 ويتبع الإنفاق %4.</translation>
    </message>
    <message>
        <source>Fitted on data up to %1 only, the model expected %2 repeat purchases until %5; %3 came, a difference of %4.</source>
        <extracomment>%1 is a date, %2 and %3 are counts of purchases, %4 is a percentage</extracomment>
        <translation>بملاءمة البيانات حتى %1 فقط توقّع النموذج %2 من المشتريات المكررة حتى %5؛ وجاء %3، بفارق %4.</translation>
    </message>
    <message>
        <source>Number and size of purchases correlate by %1; the spend model assumes that they do not.</source>
        <extracomment>%1 is a correlation coefficient such as 0.04</extracomment>
        <translation>يرتبط عدد المشتريات بحجمها بمعامل %1؛ ويفترض نموذج الإنفاق أنهما لا يرتبطان.</translation>
    </message>
    <message>
        <source>Customers by lifetime value</source>
        <translation>العملاء بحسب القيمة مدى الحياة</translation>
    </message>
    <message>
        <source>Repeat purchases by week, actual and expected</source>
        <translation>المشتريات المكررة بحسب الأسبوع، الفعلية والمتوقعة</translation>
    </message>
    <message>
        <source>Customers by number of repeat purchases, actual and expected</source>
        <translation>العملاء بحسب عدد المشتريات المكررة، الفعلي والمتوقع</translation>
    </message>
    <message>
        <source>Probability to be active by number of purchases and time since the last</source>
        <translation>احتمال النشاط بحسب عدد المشتريات والزمن منذ آخرها</translation>
    </message>
    <message>
        <source>Models and their parameters</source>
        <translation>النماذج ومعاملاتها</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>المعامل</translation>
    </message>
    <message>
        <source>Standard error</source>
        <translation>الخطأ المعياري</translation>
    </message>
    <message>
        <source>log-likelihood</source>
        <translation>لوغاريتم الاحتمال</translation>
    </message>
    <message>
        <source>Models compared on the last months</source>
        <translation>مقارنة النماذج على الأشهر الأخيرة</translation>
    </message>
    <message>
        <source>Log-likelihood</source>
        <translation>لوغاريتم الاحتمال</translation>
    </message>
    <message>
        <source>BIC</source>
        <translation>BIC</translation>
    </message>
    <message>
        <source>Error in the last months</source>
        <translation>الخطأ في الأشهر الأخيرة</translation>
    </message>
    <message>
        <source>%1 (recommended)</source>
        <translation>%1 (موصى به)</translation>
    </message>
    <message>
        <source>Customers in tenths by lifetime value, %1</source>
        <extracomment>%1 is a currency such as SAR</extracomment>
        <translation>العملاء بالأعشار بحسب القيمة مدى الحياة، %1</translation>
    </message>
    <message>
        <source>Tenth</source>
        <translation>العُشر</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>معًا</translation>
    </message>
    <message>
        <source>Share of equity</source>
        <translation>الحصة من مجموع القيمة</translation>
    </message>
    <message>
        <source>Share so far</source>
        <translation>الحصة التراكمية</translation>
    </message>
    <message>
        <source>Unnamed workspace</source>
        <translation>مساحة عمل بلا اسم</translation>
    </message>
    <message>
        <source>No customers were won since the date before: expansion of existing ones added %1. Falling values took %2 away, %3 of it with customers who probably left.</source>
        <extracomment>all three are amounts of money: %1 expansion, %2 contraction and churn together, %3 churn alone</extracomment>
        <translation>لم يُكسب عملاء منذ التاريخ السابق: أضاف توسّع الحاليين %1. وأخذ انخفاض القيم %2، منها %3 مع عملاء انقطعوا على الأرجح.</translation>
    </message>
    <message>
        <source>Concentration: share of the value that the customers hold, from the lowest value up</source>
        <translation>التركّز: حصة العملاء من القيمة، من الأدنى قيمة صعودًا</translation>
    </message>
</context>
<context>
    <name>RuleEditor</name>
    <message>
        <source>All of these hold</source>
        <translation>تنطبق كلها</translation>
    </message>
    <message>
        <source>Any of these holds</source>
        <translation>ينطبق أحدها</translation>
    </message>
    <message>
        <source>How the conditions are joined</source>
        <translation>طريقة ربط الشروط</translation>
    </message>
    <message>
        <source>Add condition</source>
        <translation>إضافة شرط</translation>
    </message>
    <message>
        <source>Remove the rule</source>
        <translation>إزالة القاعدة</translation>
    </message>
</context>
<context>
    <name>Schema</name>
    <message>
        <source>It holds a %1 named &quot;%2&quot; that Qeema did not make.</source>
        <translation>فيه %1 باسم &quot;%2&quot; لم تصنعه قيمة.</translation>
    </message>
    <message>
        <source>Its %1 &quot;%2&quot; is not as Qeema made it.</source>
        <translation>الـ %1 &quot;%2&quot; ليس كما صنعته قيمة.</translation>
    </message>
    <message>
        <source>Its %1 &quot;%2&quot; is missing.</source>
        <translation>الـ %1 &quot;%2&quot; مفقود.</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Search screens, actions and customers</source>
        <translation>البحث في الشاشات والأوامر والعملاء</translation>
    </message>
    <message>
        <source>Screen, action, customer name or ID</source>
        <translation>شاشة أو إجراء أو اسم عميل أو معرّفه</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>نتائج البحث</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>a search result: %1 is a customer&apos;s name, %2 its ID</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>لم يوجد شيء.</translation>
    </message>
    <message>
        <source>Arrow keys choose, Enter opens, Esc closes.</source>
        <translation>الأسهم للاختيار، Enter للفتح، Esc للإغلاق.</translation>
    </message>
</context>
<context>
    <name>SegmentDialog</name>
    <message>
        <source>Save as segment</source>
        <translation>حفظ كشريحة</translation>
    </message>
    <message>
        <source>Save the segment</source>
        <translation>حفظ الشريحة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>الاسم بالإنجليزية</translation>
    </message>
    <message>
        <source>Name in Arabic</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>These customers</source>
        <translation>هؤلاء العملاء</translation>
    </message>
    <message>
        <source>Everybody the rule holds for</source>
        <translation>كل من تنطبق عليه القاعدة</translation>
    </message>
    <message>
        <source>What the segment keeps</source>
        <translation>ما تحتفظ به الشريحة</translation>
    </message>
    <message>
        <source>Judged anew with every change of the data: %1.</source>
        <translation>يُعاد الحكم مع كل تغيّر في البيانات: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s), as they are now. Who comes later is not added.</source>
        <translation>
            <numerusform>لا عملاء، كما هم الآن. ولا يُضاف من يأتي لاحقًا.</numerusform>
            <numerusform>عميل واحد كما هو الآن. ولا يُضاف من يأتي لاحقًا.</numerusform>
            <numerusform>عميلان كما هما الآن. ولا يُضاف من يأتي لاحقًا.</numerusform>
            <numerusform>%n عملاء كما هم الآن. ولا يُضاف من يأتي لاحقًا.</numerusform>
            <numerusform>%n عميلًا كما هم الآن. ولا يُضاف من يأتي لاحقًا.</numerusform>
            <numerusform>%n عميل كما هم الآن. ولا يُضاف من يأتي لاحقًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write a name in one of the two languages.</source>
        <translation>اكتب اسمًا بإحدى اللغتين.</translation>
    </message>
    <message>
        <source>There is a segment of this name. Saving puts the new one in its place; Undo brings the old one back.</source>
        <translation>توجد شريحة بهذا الاسم. الحفظ يضع الجديدة مكانها، والتراجع يعيد القديمة.</translation>
    </message>
</context>
<context>
    <name>Segments</name>
    <message>
        <source>The field &quot;%1&quot; is &quot;%2&quot;, but must be a day such as 2025-06-30.</source>
        <translation>الحقل &quot;%1&quot; قيمته &quot;%2&quot;، ويجب أن يكون تاريخًا بصيغة 2025-06-30.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; must be a list of two values: the lowest and the highest.</source>
        <translation>يجب أن يكون الحقل &quot;%1&quot; قائمة من قيمتين: الصغرى والكبرى.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; has its lowest value above its highest. Swap them.</source>
        <translation>القيمة الصغرى في الحقل &quot;%1&quot; أعلى من الكبرى. بدّل بينهما.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; must be a list with at least one text or number.</source>
        <translation>يجب أن يكون الحقل &quot;%1&quot; قائمة فيها نص أو عدد واحد على الأقل.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is missing, or neither text nor number.</source>
        <translation>الحقل &quot;%1&quot; مفقود، أو ليس نصًّا ولا عددًا.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is &quot;%2&quot;, but must be one of: %3.</source>
        <translation>الحقل &quot;%1&quot; قيمته &quot;%2&quot;، ويجب أن يكون أحد ما يلي: %3.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is missing.</source>
        <translation>الحقل &quot;%1&quot; مفقود.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; lies after &quot;%2&quot;. Swap the two days.</source>
        <translation>الحقل &quot;%1&quot; يأتي بعد &quot;%2&quot;. بدّل بين اليومين.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; excludes &quot;from&quot; and &quot;until&quot;. Keep one way to name the period.</source>
        <translation>الحقل &quot;%1&quot; لا يجتمع مع &quot;from&quot; و&quot;until&quot;. أبقِ طريقة واحدة لتحديد الفترة.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; nests groups more than %2 deep. Flatten the rule.</source>
        <translation>تتداخل المجموعات في الحقل &quot;%1&quot; أعمق من %2 مستوى. بسّط القاعدة.</translation>
    </message>
    <message>
        <source>The rule &quot;%1&quot; holds neither &quot;field&quot; nor one of &quot;all&quot;, &quot;any&quot; and &quot;none&quot;.</source>
        <translation>القاعدة &quot;%1&quot; لا تحتوي على &quot;field&quot; ولا على أحد &quot;all&quot; و&quot;any&quot; و&quot;none&quot;.</translation>
    </message>
    <message>
        <source>The field &quot;customers&quot; excludes &quot;rule&quot;: a segment is either a list of customers or a rule.</source>
        <translation>الحقل &quot;customers&quot; لا يجتمع مع &quot;rule&quot;: الشريحة إما قائمة عملاء وإما قاعدة.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is not known here. Move it into &quot;rule&quot;.</source>
        <translation>الحقل &quot;%1&quot; غير معروف هنا. انقله إلى &quot;rule&quot;.</translation>
    </message>
    <message>
        <source>The field &quot;rule&quot; is missing. Name the conditions of the segment.</source>
        <translation>الحقل &quot;rule&quot; مفقود. حدّد شروط الشريحة.</translation>
    </message>
    <message>
        <source>The segment &quot;%1&quot; refers to itself: %2. Take one of these references out.</source>
        <translation>الشريحة &quot;%1&quot; تشير إلى نفسها: %2. أزِل إحدى هذه الإشارات.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is no count or sum, so it takes no period. Remove &quot;within_days&quot;, &quot;from&quot; and &quot;until&quot;.</source>
        <translation>الحقل &quot;%1&quot; ليس عددًا ولا مجموعًا، فلا يأخذ فترة. احذف &quot;within_days&quot; و&quot;from&quot; و&quot;until&quot;.</translation>
    </message>
    <message>
        <source>There is no stage &quot;%1&quot;. The stages are: %2.</source>
        <translation>لا توجد مرحلة &quot;%1&quot;. المراحل هي: %2.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is text, so it cannot be larger or smaller. Use = or in.</source>
        <translation>الحقل &quot;%1&quot; نص، فلا يكون أكبر أو أصغر. استخدم = أو in.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; must be compared with a day such as 2025-06-30.</source>
        <translation>يجب أن يُقارن الحقل &quot;%1&quot; بتاريخ بصيغة 2025-06-30.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; must be compared with a number.</source>
        <translation>يجب أن يُقارن الحقل &quot;%1&quot; بعدد.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is a number, so it contains no text.</source>
        <translation>الحقل &quot;%1&quot; عدد، فلا يتضمن نصًّا.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; takes =, !=, in and not_in only.</source>
        <translation>لا يقبل الحقل &quot;%1&quot; إلا = و!= وin وnot_in.</translation>
    </message>
    <message>
        <source>There is no segment &quot;%1&quot;. Choose one of the list.</source>
        <translation>لا توجد شريحة &quot;%1&quot;. اختر واحدة من القائمة.</translation>
    </message>
    <message>
        <source>No customer meets the condition “%1”. Change its value or take it out.</source>
        <translation>لا عميل يستوفي الشرط «%1». غيّر قيمته أو أزِله.</translation>
    </message>
    <message>
        <source>The condition “%1” removed the last %2 that met the conditions before it. Change its value or take it out.</source>
        <translation>أزال الشرط «%1» آخر %2 استوفوا الشروط السابقة له. غيّر قيمته أو أزِله.</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>لا عملاء</numerusform>
            <numerusform>عميل واحد</numerusform>
            <numerusform>عميلين</numerusform>
            <numerusform>%n عملاء</numerusform>
            <numerusform>%n عميلًا</numerusform>
            <numerusform>%n عميل</numerusform>
        </translation>
    </message>
    <message>
        <source>There are no customers yet. Import some first.</source>
        <translation>لا عملاء بعد. استورد عملاء أولًا.</translation>
    </message>
    <message>
        <source>There is no event &quot;%1&quot; in this workspace.</source>
        <translation>لا يوجد حدث &quot;%1&quot; في مساحة العمل.</translation>
    </message>
    <message>
        <source>There is no event &quot;%1&quot; in this workspace. Did you mean &quot;%2&quot;?</source>
        <translation>لا يوجد حدث &quot;%1&quot; في مساحة العمل. هل تقصد &quot;%2&quot;؟</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is not known: it is neither a customer attribute nor a measure.</source>
        <translation>الحقل &quot;%1&quot; غير معروف: ليس سمة للعميل ولا مقياسًا.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; is not known. Did you mean &quot;%2&quot;?</source>
        <translation>الحقل &quot;%1&quot; غير معروف. هل تقصد &quot;%2&quot;؟</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; needs lifetime values, and no model could be fitted to these purchases.</source>
        <translation>يحتاج الحقل &quot;%1&quot; إلى قيم مدى الحياة، ولم يمكن توفيق نموذج على هذه المشتريات.</translation>
    </message>
    <message>
        <source>The field &quot;stage&quot; needs a lifecycle, and none is at hand.</source>
        <translation>يحتاج الحقل &quot;stage&quot; إلى دورة حياة، ولا توجد واحدة.</translation>
    </message>
    <message>
        <source>The stored segment &quot;%1&quot; cannot be read. %2</source>
        <translation>تعذّرت قراءة الشريحة المحفوظة &quot;%1&quot;. %2</translation>
    </message>
    <message>
        <source>The field &quot;name&quot; is empty. Give the segment a name.</source>
        <translation>الحقل &quot;name&quot; فارغ. سمِّ الشريحة.</translation>
    </message>
    <message>
        <source>The segment &quot;%1&quot; is used by &quot;%2&quot;. Change that rule first.</source>
        <translation>الشريحة &quot;%1&quot; مستخدمة في &quot;%2&quot;. غيّر تلك القاعدة أولًا.</translation>
    </message>
    <message>
        <source>There are %1 buyers, too few for %2 clusters. Ask for fewer, or import more purchases.</source>
        <translation>عدد المشترين %1، وهو أقل مما يحتاجه هذا العدد من العناقيد: %2. اطلب عددًا أقل أو استورد مشتريات أكثر.</translation>
    </message>
    <message>
        <source>Only %1 buyers: below 500 the limits between the scores are rough.</source>
        <translation>عدد المشترين %1 فقط: دون 500 تكون الحدود بين الدرجات تقريبية.</translation>
    </message>
    <message>
        <source>The data cover %1: below 180 days hardly anybody can have fallen silent.</source>
        <translation>تغطي البيانات %1: دون 180 يومًا يندر أن يكون أحد قد انقطع.</translation>
    </message>
    <message>
        <source>Nobody has bought three times, so frequency says little.</source>
        <translation>لم يشترِ أحد ثلاث مرات، فلا يدل التكرار على الكثير.</translation>
    </message>
</context>
<context>
    <name>SegmentsDialog</name>
    <message>
        <source>Saved segments</source>
        <translation>الشرائح المحفوظة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Search segments</source>
        <translation>البحث في الشرائح</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>fixed list</source>
        <translation>قائمة ثابتة</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>قاعدة</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>الشريحة</translation>
    </message>
    <message>
        <source>Keeps</source>
        <translation>تحتفظ بـ</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>The segment %1 uses this one in its rule. Change that rule first.</source>
        <translation>تستخدم الشريحة %1 هذه الشريحة في قاعدتها. غيّر تلك القاعدة أولًا.</translation>
    </message>
    <message>
        <source>A count shows the customers. A fixed list keeps the customers it was made of; a rule is judged anew with every change of the data.</source>
        <translation>النقر على العدد يعرض العملاء. القائمة الثابتة تحتفظ بمن أُنشئت منهم، والقاعدة يُعاد الحكم بها مع كل تغيّر في البيانات.</translation>
    </message>
    <message>
        <source>Remove the segment %1</source>
        <translation>إزالة الشريحة %1</translation>
    </message>
    <message>
        <source>No segment is saved yet</source>
        <translation>لم تُحفظ أي شريحة بعد</translation>
    </message>
    <message>
        <source>Open the customers of a bar, a link or a cell and choose &quot;Save as segment&quot;. Funnels can then be compared and broken down by it.</source>
        <translation>افتح عملاء عمود أو رابط أو خلية واختر «حفظ كشريحة»، فيمكن بعدها مقارنة مسارات التحويل وتفصيلها بحسبها.</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Drag in the chart to choose customers by lifetime value.</source>
        <translation>اسحب في المخطط لاختيار العملاء بحسب قيمتهم.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>a range of amounts: %1 the lower, %2 the upper</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>لا عملاء</numerusform>
            <numerusform>عميل واحد</numerusform>
            <numerusform>عميلان</numerusform>
            <numerusform>%n عملاء</numerusform>
            <numerusform>%n عميلًا</numerusform>
            <numerusform>%n عميل</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of equity</source>
        <extracomment>%1 is a percentage</extracomment>
        <translation>%1 من مجموع القيمة</translation>
    </message>
    <message>
        <source>How was the total computed</source>
        <translation>كيف حُسب المجموع</translation>
    </message>
    <message>
        <source>Create segment</source>
        <translation>إنشاء شريحة</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Opening the workspace</source>
        <translation>فتح مساحة العمل</translation>
    </message>
    <message>
        <source>This workspace is open. Choose another name for the new one.</source>
        <translation>مساحة العمل هذه مفتوحة. اختر للجديدة اسمًا آخر.</translation>
    </message>
    <message>
        <source>Saving a copy</source>
        <translation>حفظ نسخة</translation>
    </message>
    <message>
        <source>Computing customer value</source>
        <translation>حساب قيمة العملاء</translation>
    </message>
    <message>
        <source>Reading the workspace</source>
        <translation>قراءة مساحة العمل</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>استيراد %1</translation>
    </message>
    <message>
        <source>Undoing the import</source>
        <translation>التراجع عن الاستيراد</translation>
    </message>
    <message>
        <source>Undoing the change</source>
        <translation>التراجع عن التغيير</translation>
    </message>
    <message>
        <source>Keeping the stage history</source>
        <translation>حفظ سجل المراحل</translation>
    </message>
    <message>
        <source>Checking the workspace</source>
        <translation>فحص مساحة العمل</translation>
    </message>
    <message>
        <source>Preparing a quicker opening</source>
        <translation>تجهيز فتح أسرع</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>على هذا الجهاز</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Digits in Arabic text</source>
        <translation>الأرقام في النص العربي</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>By country</source>
        <translation>بحسب البلد</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>System</source>
        <translation>النظام</translation>
    </message>
    <message>
        <source>In this workspace</source>
        <translation>في مساحة العمل هذه</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>الاسم بالإنجليزية</translation>
    </message>
    <message>
        <source>Name in Arabic</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>Contribution margin, % of revenue</source>
        <translation>هامش المساهمة، ٪ من الإيرادات</translation>
    </message>
    <message>
        <source>Discount rate, % a year</source>
        <translation>معدل الخصم الزمني، ٪ في السنة</translation>
    </message>
    <message>
        <source>Horizon, months (0: lifetime)</source>
        <translation>الأفق الزمني بالأشهر (صفر: مدى الحياة)</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>Week starts on</source>
        <translation>يبدأ الأسبوع يوم</translation>
    </message>
    <message>
        <source>The workspace is open for reading only, so its settings cannot be changed.</source>
        <translation>مساحة العمل مفتوحة للقراءة فقط، فلا يمكن تغيير إعداداتها.</translation>
    </message>
    <message>
        <source>Changed workspace settings recompute every screen. Undo takes them back.</source>
        <translation>تغيير إعدادات مساحة العمل يعيد حساب كل شاشة. ويمكن التراجع عنه.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>تطبيق</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>ShadeLegend</name>
    <message>
        <source>lower</source>
        <translation>أقل</translation>
    </message>
    <message>
        <source>higher than all</source>
        <translation>أعلى من الكل</translation>
    </message>
</context>
<context>
    <name>SpanField</name>
    <message>
        <source>seconds</source>
        <translation>ثوانٍ</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>دقائق</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>ساعات</translation>
    </message>
    <message>
        <source>days</source>
        <translation>أيام</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>أسابيع</translation>
    </message>
    <message>
        <source>%1: unit</source>
        <extracomment>%1 is what the span of time is, such as &quot;Length of the window&quot;</extracomment>
        <translation>%1: الوحدة</translation>
    </message>
    <message>
        <source>months of 30 days</source>
        <translation>أشهر من 30 يومًا</translation>
    </message>
    <message>
        <source>A day is 24 hours and a month 30 days, so that everybody has the same time. Calendar months differ in length and are not offered.</source>
        <translation>اليوم 24 ساعة والشهر 30 يومًا كي يكون للجميع الوقت نفسه. أما الأشهر التقويمية فتختلف أطوالها ولا تُعرض هنا.</translation>
    </message>
</context>
<context>
    <name>SpendFitChart</name>
    <message>
        <source>Mean amount of an order</source>
        <translation>متوسط قيمة الطلب</translation>
    </message>
    <message>
        <source>No amounts to show</source>
        <translation>لا مبالغ لعرضها</translation>
    </message>
    <message>
        <source>The spend model needs customers with repeat orders and amounts.</source>
        <translation>يحتاج نموذج الإنفاق إلى عملاء لهم طلبات مكررة ومبالغ.</translation>
    </message>
    <message>
        <source>The mean over customers is %1.</source>
        <translation>المتوسط لدى العملاء %1.</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>المرصود</translation>
    </message>
    <message>
        <source>%1 of the customers would have to move to another bar for the density to be exact.</source>
        <translation>ينبغي أن ينتقل %1 من العملاء إلى عمود آخر ليكون التوزيع مطابقًا.</translation>
    </message>
    <message>
        <source>observed and by Gamma-Gamma · correlation with orders %1</source>
        <extracomment>%1 is a correlation such as 0.03</extracomment>
        <translation>المرصود ووفق Gamma-Gamma · الارتباط بعدد الطلبات %1</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 فأكثر</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>an interval</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Mean repeat order, %1</source>
        <translation>متوسط الطلب المكرر، %1</translation>
    </message>
    <message>
        <source>observed mean %1</source>
        <extracomment>%1 is an amount</extracomment>
        <translation>المتوسط المرصود %1</translation>
    </message>
    <message>
        <source>expected mean %1</source>
        <translation>المتوسط المتوقع %1</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>المرصود</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>المتوقع</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
</context>
<context>
    <name>SpendReturnChart</name>
    <message>
        <source>Acquisition</source>
        <translation>الاكتساب</translation>
    </message>
    <message>
        <source>Retention and expansion</source>
        <translation>الاحتفاظ والتوسّع</translation>
    </message>
    <message>
        <source>No costs imported</source>
        <translation>لم تُستورد تكاليف</translation>
    </message>
    <message>
        <source>Import what was spent on acquisition and retention to see what it returns.</source>
        <translation>استورد ما أُنفق على الاكتساب والاحتفاظ لمعرفة عائده.</translation>
    </message>
    <message>
        <source>What spend returns</source>
        <translation>ما يعود به الإنفاق</translation>
    </message>
    <message>
        <source>%1: %2 %3 of equity per %3 spent.</source>
        <translation>%1: ‏%2 ‏%3 من القيمة لكل %3 منفق.</translation>
    </message>
    <message>
        <source>%1: nothing was spent.</source>
        <translation>%1: لم يُنفق شيء.</translation>
    </message>
    <message>
        <source>What each %1 of spend returns</source>
        <translation>ما يعود به كل %1 من الإنفاق</translation>
    </message>
    <message>
        <source>%1, equity created beside spend</source>
        <translation>%1، القيمة المنشأة بجانب الإنفاق</translation>
    </message>
    <message>
        <source>spend</source>
        <translation>الإنفاق</translation>
    </message>
    <message>
        <source>equity created</source>
        <translation>القيمة المنشأة</translation>
    </message>
    <message>
        <source>%1 of equity per %1 spent</source>
        <translation>‏%1 من القيمة لكل %1 منفق</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>الإنفاق</translation>
    </message>
    <message>
        <source>Equity created</source>
        <translation>القيمة المنشأة</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>العائد</translation>
    </message>
    <message>
        <source>Period end</source>
        <translation>نهاية الفترة</translation>
    </message>
    <message>
        <source>Acquisition spend</source>
        <translation>إنفاق الاكتساب</translation>
    </message>
    <message>
        <source>Equity acquired</source>
        <translation>القيمة المكتسبة</translation>
    </message>
    <message>
        <source>Retention spend</source>
        <translation>إنفاق الاحتفاظ</translation>
    </message>
    <message>
        <source>Equity from expansion</source>
        <translation>القيمة من التوسّع</translation>
    </message>
</context>
<context>
    <name>SplitBar</name>
    <message>
        <source>Usual split</source>
        <translation>التقسيم المعتاد</translation>
    </message>
    <message>
        <source>Back to a holdout of half a year, or a third of shorter data</source>
        <translation>العودة إلى فترة اختبار نصف سنة، أو ثلث البيانات إن كانت أقصر</translation>
    </message>
    <message>
        <source>The data are too short for a holdout: it takes 16 weeks.</source>
        <translation>البيانات أقصر من أن تُقتطع منها فترة اختبار، إذ يلزمها ستة عشر أسبوعًا.</translation>
    </message>
    <message>
        <source>Calibration until %1</source>
        <extracomment>%1 is a date: the model is fitted to the data up to it</extracomment>
        <translation>المعايرة حتى %1</translation>
    </message>
    <message numerus="yes">
        <source>holdout of %n week(s)</source>
        <translation>
            <numerusform>بلا فترة اختبار</numerusform>
            <numerusform>الاختبار أسبوع واحد</numerusform>
            <numerusform>الاختبار أسبوعان</numerusform>
            <numerusform>الاختبار %n أسابيع</numerusform>
            <numerusform>الاختبار %n أسبوعًا</numerusform>
            <numerusform>الاختبار %n أسبوع</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>spoken for the slider: a date and a length</extracomment>
        <translation>%1، %2</translation>
    </message>
</context>
<context>
    <name>StageInspector</name>
    <message>
        <source>Name in English</source>
        <translation>الاسم بالإنجليزية</translation>
    </message>
    <message>
        <source>Name in Arabic</source>
        <translation>الاسم بالعربية</translation>
    </message>
    <message>
        <source>Entered with the first of</source>
        <translation>الدخول بأول حدوث لأي من</translation>
    </message>
    <message>
        <source>Accountable</source>
        <translation>القسم المسؤول</translation>
    </message>
    <message>
        <source>Window from entry, days</source>
        <translation>النافذة من الدخول بالأيام</translation>
    </message>
    <message>
        <source>For the whole lifecycle: a stage counts when it is reached within so many days of the entry. 0 means without a limit.</source>
        <translation>لدورة الحياة كلها: تُحسب المرحلة إذا بُلغت خلال هذا العدد من الأيام من الدخول. الصفر يعني دون حد.</translation>
    </message>
    <message>
        <source>Marks the value turning point</source>
        <translation>تمثل نقطة تحول القيمة</translation>
    </message>
    <message>
        <source>This and all later stages belong to value expansion.</source>
        <translation>هذه المرحلة وكل ما بعدها من توسيع القيمة.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>تطبيق</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>إعادة الضبط</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>المرحلة</translation>
    </message>
    <message>
        <source>Stage: %1</source>
        <extracomment>%1 is the name of a lifecycle stage</extracomment>
        <translation>المرحلة: %1</translation>
    </message>
    <message>
        <source>A stage needs a name in English.</source>
        <translation>تحتاج المرحلة إلى اسم بالإنجليزية.</translation>
    </message>
    <message>
        <source>The first stage cannot be the turning point: nothing comes before it.</source>
        <translation>لا يمكن أن تكون المرحلة الأولى نقطة التحول: لا شيء يسبقها.</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>القالب</translation>
    </message>
    <message>
        <source>Begin the lifecycle with a template</source>
        <translation>بدء دورة الحياة بقالب</translation>
    </message>
    <message>
        <source>Add a stage after this one</source>
        <translation>إضافة مرحلة بعد هذه</translation>
    </message>
    <message>
        <source>Remove this stage</source>
        <translation>إزالة هذه المرحلة</translation>
    </message>
    <message>
        <source>Move this stage one earlier</source>
        <translation>تقديم هذه المرحلة</translation>
    </message>
    <message>
        <source>Move this stage one later</source>
        <translation>تأخير هذه المرحلة</translation>
    </message>
    <message>
        <source>Left when</source>
        <translation>الخروج عندما</translation>
    </message>
    <message>
        <source>Contributing</source>
        <translation>الأقسام المساهمة</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>Target, % of the stage before</source>
        <translation>المستهدف، ٪ من المرحلة السابقة</translation>
    </message>
    <message>
        <source>Playbook in English</source>
        <translation>دليل العمل بالإنجليزية</translation>
    </message>
    <message>
        <source>Playbook in Arabic</source>
        <translation>دليل العمل بالعربية</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>لا أحد</translation>
    </message>
    <message>
        <source>As its side</source>
        <translation>حسب جانبها</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>أزرق</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>كهرماني</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>أزرق مخضر</translation>
    </message>
    <message>
        <source>Vermilion</source>
        <translation>قرمزي</translation>
    </message>
    <message>
        <source>Sky</source>
        <translation>سماوي</translation>
    </message>
    <message>
        <source>Plum</source>
        <translation>برقوقي</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>بنفسجي</translation>
    </message>
    <message>
        <source>Consumer: awareness to advocacy</source>
        <translation>المستهلك: من الوعي إلى المناصرة</translation>
    </message>
    <message>
        <source>B2B: attract to expand</source>
        <translation>الأعمال: من الجذب إلى التوسيع</translation>
    </message>
    <message>
        <source>B2B with retention and advocacy</source>
        <translation>الأعمال مع الاحتفاظ والمناصرة</translation>
    </message>
    <message>
        <source>Nobody else</source>
        <translation>لا أحد غيره</translation>
    </message>
    <message>
        <source>Copy this lifecycle</source>
        <translation>نسخ دورة الحياة هذه</translation>
    </message>
    <message>
        <source>Paste a lifecycle</source>
        <translation>لصق دورة حياة</translation>
    </message>
    <message>
        <source>The clipboard holds no lifecycle. Copy one from the menu of templates of this or another workspace.</source>
        <translation>لا تحتوي الحافظة على دورة حياة. انسخ واحدة من قائمة القوالب في مساحة العمل هذه أو غيرها.</translation>
    </message>
</context>
<context>
    <name>StageSpendChart</name>
    <message>
        <source>No costs in this period</source>
        <translation>لا تكاليف في هذه الفترة</translation>
    </message>
    <message>
        <source>Import what was spent, with the stage it was spent on, or choose a longer period.</source>
        <translation>استورد ما أُنفق مع المرحلة التي أُنفق عليها، أو اختر فترة أطول.</translation>
    </message>
    <message>
        <source>Without a stage</source>
        <translation>بلا مرحلة</translation>
    </message>
    <message>
        <source>%1, %2 h</source>
        <translation>%1، %2 ساعة</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>الإنفاق</translation>
    </message>
    <message>
        <source>Share of all spend</source>
        <translation>الحصة من كل الإنفاق</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>الساعات</translation>
    </message>
    <message>
        <source>Booked as</source>
        <translation>سُجّل</translation>
    </message>
    <message>
        <source>acquisition</source>
        <translation>اكتسابًا</translation>
    </message>
    <message>
        <source>retention</source>
        <translation>احتفاظًا</translation>
    </message>
    <message>
        <source>Spend and hours by stage</source>
        <translation>الإنفاق والساعات حسب المرحلة</translation>
    </message>
    <message>
        <source>%1 of the money and %2 of the hours go into acquisition; average firms put over two thirds into it, by a survey.</source>
        <translation>يذهب %1 من المال و%2 من الساعات إلى الاكتساب، وتضع الشركات المتوسطة فيه أكثر من الثلثين وفق استبيان.</translation>
    </message>
    <message>
        <source>blue: acquisition; teal: retention</source>
        <translation>الأزرق: الاكتساب، والأزرق المخضر: الاحتفاظ</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>المرحلة</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Status bar</source>
        <translation>شريط الحالة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Cancel the running task</source>
        <translation>إلغاء المهمة الجارية</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>اللغة: %1</translation>
    </message>
    <message>
        <source>Switch between English and Arabic (%1)</source>
        <translation>التبديل بين الإنجليزية والعربية (%1)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a running task: %1 its name, %2 how far it is, in percent</extracomment>
        <translation>‏%1: %2</translation>
    </message>
</context>
<context>
    <name>StepBar</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <extracomment>a wizard&apos;s step: %1 its number, %2 how many there are, %3 its name</extracomment>
        <translation>الخطوة %1 من %2: ‏%3</translation>
    </message>
</context>
<context>
    <name>StepFunnelChart</name>
    <message>
        <source>Nobody entered this funnel</source>
        <translation>لم يدخل أحد مسار التحويل هذا</translation>
    </message>
    <message>
        <source>The note under the chart says which condition removed everybody.</source>
        <translation>توضح الملاحظة أسفل المخطط الشرط الذي استبعد الجميع.</translation>
    </message>
    <message>
        <source>Funnel</source>
        <translation>مسار التحويل</translation>
    </message>
    <message>
        <source>Drop-off</source>
        <translation>التسرّب بين المراحل</translation>
    </message>
    <message>
        <source>Median time</source>
        <translation>الزمن الوسيط</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>ما زال مفتوحًا</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Did this step</source>
        <translation>أتمّوا هذه الخطوة</translation>
    </message>
    <message>
        <source>Of the step before</source>
        <translation>من الخطوة السابقة</translation>
    </message>
    <message>
        <source>Of the first step</source>
        <translation>من الخطوة الأولى</translation>
    </message>
    <message>
        <source>Lifetime value</source>
        <translation>قيمة العميل مدى الحياة</translation>
    </message>
    <message>
        <source>Lost before %1</source>
        <translation>تسرّبوا قبل %1</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>العملاء</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>الخطوة</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>السلسلة</translation>
    </message>
    <message>
        <source>Median days</source>
        <translation>الأيام (الوسيط)</translation>
    </message>
</context>
<context>
    <name>TimeInStageTab</name>
    <message>
        <source>Time in stage</source>
        <translation>المدة في المرحلة</translation>
    </message>
    <message>
        <source>Nobody entered a stage yet</source>
        <translation>لم يدخل أحد مرحلة بعد</translation>
    </message>
    <message>
        <source>How long customers stay is read from the days on which they entered each stage. Import events or purchases.</source>
        <translation>تُقرأ مدة بقاء العملاء من أيام دخولهم كل مرحلة. استورد أحداثًا أو مشتريات.</translation>
    </message>
    <message>
        <source>Time in each stage</source>
        <translation>المدة في كل مرحلة</translation>
    </message>
    <message>
        <source>Velocity</source>
        <translation>السرعة</translation>
    </message>
    <message>
        <source>Contacts on the way</source>
        <translation>جهات الاتصال في الطريق</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>التحويل</translation>
    </message>
    <message>
        <source>Time to purchase</source>
        <translation>الزمن إلى الشراء</translation>
    </message>
    <message>
        <source>What the contacts on the way are expected to bring per day: contacts × conversion × mean lifetime value / time to purchase.</source>
        <translation>ما يُتوقع أن تجلبه جهات الاتصال في الطريق يوميًا: جهات الاتصال × التحويل × متوسط قيمة العميل مدى الحياة ÷ الزمن إلى الشراء.</translation>
    </message>
    <message>
        <source>Contacts before the turning point who have been active lately. Silent ones count as lost.</source>
        <translation>جهات الاتصال قبل نقطة التحول التي نشطت مؤخرًا. وتُعدّ الصامتة منها مفقودة.</translation>
    </message>
    <message>
        <source>Of the contacts whose way has ended, the share that became customers. Those still on the way are left out.</source>
        <translation>حصة من أصبحوا عملاء من جهات الاتصال التي انتهى طريقها. وتُستثنى التي ما زالت في الطريق.</translation>
    </message>
    <message>
        <source>Median time from the first stage to the purchase, of those who arrived.</source>
        <translation>الزمن الوسيط من المرحلة الأولى إلى الشراء لمن وصلوا.</translation>
    </message>
    <message>
        <source>expected per day</source>
        <translation>متوقعة يوميًا</translation>
    </message>
    <message>
        <source>active before the turning point</source>
        <translation>نشطة قبل نقطة التحول</translation>
    </message>
    <message>
        <source>of those whose way has ended</source>
        <translation>ممن انتهى طريقهم</translation>
    </message>
    <message>
        <source>median, from the first stage</source>
        <translation>الوسيط، من المرحلة الأولى</translation>
    </message>
    <message>
        <source>survival medians; who is still there counts as not finished</source>
        <translation>وسيطات البقاء؛ ومن لا يزال فيها يُعدّ غير مكتمل</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>المرحلة</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>دخلوا</translation>
    </message>
    <message>
        <source>Still there</source>
        <translation>ما زالوا فيها</translation>
    </message>
    <message>
        <source>First quarter</source>
        <translation>الربع الأول خلال</translation>
    </message>
    <message>
        <source>By then a quarter has moved on</source>
        <translation>عندها يكون الربع قد انتقل</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>الوسيط</translation>
    </message>
    <message>
        <source>By then half have moved on</source>
        <translation>عندها يكون النصف قد انتقل</translation>
    </message>
    <message>
        <source>Third quarter</source>
        <translation>الربع الثالث خلال</translation>
    </message>
    <message>
        <source>By then three quarters have moved on</source>
        <translation>عندها تكون ثلاثة أرباع قد انتقلت</translation>
    </message>
    <message>
        <source>Waiting longest in %1</source>
        <translation>الأطول انتظارًا في %1</translation>
    </message>
    <message>
        <source>%1 are in it now</source>
        <translation>فيها الآن: %1</translation>
    </message>
    <message>
        <source>Save as segment</source>
        <translation>حفظ كشريحة</translation>
    </message>
    <message>
        <source>Entered %1</source>
        <translation>دخلوا %1</translation>
    </message>
    <message>
        <source>Now in %1</source>
        <translation>الآن في %1</translation>
    </message>
    <message>
        <source>the stage is %1</source>
        <translation>المرحلة هي %1</translation>
    </message>
</context>
<context>
    <name>TimeZones</name>
    <message>
        <source>Riyadh</source>
        <translation>الرياض</translation>
    </message>
    <message>
        <source>Dubai</source>
        <translation>دبي</translation>
    </message>
    <message>
        <source>Kuwait</source>
        <translation>الكويت</translation>
    </message>
    <message>
        <source>Doha</source>
        <translation>الدوحة</translation>
    </message>
    <message>
        <source>Manama</source>
        <translation>المنامة</translation>
    </message>
    <message>
        <source>Muscat</source>
        <translation>مسقط</translation>
    </message>
    <message>
        <source>Aden</source>
        <translation>عدن</translation>
    </message>
    <message>
        <source>Baghdad</source>
        <translation>بغداد</translation>
    </message>
    <message>
        <source>Amman</source>
        <translation>عمّان</translation>
    </message>
    <message>
        <source>Damascus</source>
        <translation>دمشق</translation>
    </message>
    <message>
        <source>Beirut</source>
        <translation>بيروت</translation>
    </message>
    <message>
        <source>Hebron</source>
        <translation>الخليل</translation>
    </message>
    <message>
        <source>Cairo</source>
        <translation>القاهرة</translation>
    </message>
    <message>
        <source>Khartoum</source>
        <translation>الخرطوم</translation>
    </message>
    <message>
        <source>Tripoli</source>
        <translation>طرابلس</translation>
    </message>
    <message>
        <source>Tunis</source>
        <translation>تونس</translation>
    </message>
    <message>
        <source>Algiers</source>
        <translation>الجزائر</translation>
    </message>
    <message>
        <source>Casablanca</source>
        <translation>الدار البيضاء</translation>
    </message>
    <message>
        <source>Lagos</source>
        <translation>لاغوس</translation>
    </message>
    <message>
        <source>Nairobi</source>
        <translation>نيروبي</translation>
    </message>
    <message>
        <source>Johannesburg</source>
        <translation>جوهانسبرغ</translation>
    </message>
    <message>
        <source>Istanbul</source>
        <translation>إسطنبول</translation>
    </message>
    <message>
        <source>London</source>
        <translation>لندن</translation>
    </message>
    <message>
        <source>Paris</source>
        <translation>باريس</translation>
    </message>
    <message>
        <source>Berlin</source>
        <translation>برلين</translation>
    </message>
    <message>
        <source>Athens</source>
        <translation>أثينا</translation>
    </message>
    <message>
        <source>Moscow</source>
        <translation>موسكو</translation>
    </message>
    <message>
        <source>Tehran</source>
        <translation>طهران</translation>
    </message>
    <message>
        <source>Karachi</source>
        <translation>كراتشي</translation>
    </message>
    <message>
        <source>Mumbai</source>
        <translation>مومباي</translation>
    </message>
    <message>
        <source>Dhaka</source>
        <translation>دكا</translation>
    </message>
    <message>
        <source>Jakarta</source>
        <translation>جاكرتا</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>سنغافورة</translation>
    </message>
    <message>
        <source>Shanghai</source>
        <translation>شنغهاي</translation>
    </message>
    <message>
        <source>Tokyo</source>
        <translation>طوكيو</translation>
    </message>
    <message>
        <source>Sydney</source>
        <translation>سيدني</translation>
    </message>
    <message>
        <source>São Paulo</source>
        <translation>ساو باولو</translation>
    </message>
    <message>
        <source>New York</source>
        <translation>نيويورك</translation>
    </message>
    <message>
        <source>Chicago</source>
        <translation>شيكاغو</translation>
    </message>
    <message>
        <source>Denver</source>
        <translation>دنفر</translation>
    </message>
    <message>
        <source>Los Angeles</source>
        <translation>لوس أنجلوس</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a time zone: %1 a city, %2 its distance from universal time, &quot;UTC+3&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>TimelineModel</name>
    <message>
        <source>Refund %1</source>
        <extracomment>a line of a customer&apos;s history: %1 is an amount of money</extracomment>
        <translation>مبلغ مسترد %1</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>طلب %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>what happened, and when</extracomment>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1 a period</source>
        <extracomment>of a contract: %1 is the price of a billing period</extracomment>
        <translation>%1 لكل فترة</translation>
    </message>
    <message>
        <source>Contract began</source>
        <translation>بدأ العقد</translation>
    </message>
    <message>
        <source>Contract ended</source>
        <translation>انتهى العقد</translation>
    </message>
</context>
<context>
    <name>TrackingChart</name>
    <message>
        <source>4 weeks to %1</source>
        <translation>أربعة أسابيع حتى %1</translation>
    </message>
    <message>
        <source>Week to %1</source>
        <extracomment>the period, such as a year, that ends on a day</extracomment>
        <translation>الأسبوع حتى %1</translation>
    </message>
    <message>
        <source>The model was not tested on later orders</source>
        <translation>لم يُختبر النموذج على طلبات لاحقة</translation>
    </message>
    <message>
        <source>A test keeps the last orders back and compares them with the prediction. It needs more history.</source>
        <translation>يحجب الاختبار آخر الطلبات ويقارنها بالتوقع، ويحتاج إلى سجل أطول.</translation>
    </message>
    <message>
        <source>Repeat orders per 4 weeks</source>
        <translation>الطلبات المكررة كل أربعة أسابيع</translation>
    </message>
    <message>
        <source>Repeat orders per week</source>
        <translation>الطلبات المكررة كل أسبوع</translation>
    </message>
    <message>
        <source>In the holdout the model predicted %1 repeat orders; there were %2.</source>
        <translation>في فترة الاختبار توقّع النموذج %1 من الطلبات المكررة؛ وكان عددها %2.</translation>
    </message>
    <message>
        <source>holdout total %1</source>
        <translation>إجمالي الاختبار %1</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>Actual</source>
        <translation>الفعلي</translation>
    </message>
    <message>
        <source>calibration</source>
        <translation>المعايرة</translation>
    </message>
    <message>
        <source>holdout</source>
        <translation>الاختبار</translation>
    </message>
    <message>
        <source>Week to</source>
        <translation>الأسبوع حتى</translation>
    </message>
    <message>
        <source>Holdout</source>
        <translation>الاختبار</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Until %1</source>
        <extracomment>all orders from the beginning to a day</extracomment>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>Repeat orders, cumulative</source>
        <translation>الطلبات المكررة تراكميًا</translation>
    </message>
    <message>
        <source>Period to %1</source>
        <translation>الفترة حتى %1</translation>
    </message>
    <message>
        <source>Customers who bought, per opportunity</source>
        <translation>العملاء المشترون عند كل فرصة</translation>
    </message>
</context>
<context>
    <name>TurningCard</name>
    <message>
        <source>Counts customers who began within %1. Who has not turned yet is counted as still on the way, so young quarters have smaller shares.</source>
        <translation>يُحتسب العملاء الذين بدأوا خلال الفترة: %1. من لم يبلغ نقطة التحول بعد يُعدّ في الطريق إليها، ولذلك تقل الحصة في أرباع السنة الحديثة.</translation>
    </message>
    <message>
        <source>Turn: second purchase</source>
        <translation>التحول: الشراء الثاني</translation>
    </message>
    <message>
        <source>Turn: cost paid back</source>
        <translation>التحول: استرداد التكلفة</translation>
    </message>
    <message>
        <source>What turns a customer</source>
        <translation>ما يجعل العميل يبلغ نقطة التحول</translation>
    </message>
    <message>
        <source>By quarter</source>
        <translation>حسب ربع السنة</translation>
    </message>
    <message>
        <source>By attribute</source>
        <translation>حسب السمة</translation>
    </message>
    <message>
        <source>Groups of customers</source>
        <translation>مجموعات العملاء</translation>
    </message>
    <message>
        <source>Turn: first purchase or win</source>
        <translation>التحول: أول شراء أو كسب صفقة</translation>
    </message>
    <message>
        <source>Began in: %1</source>
        <translation>بدؤوا في: %1</translation>
    </message>
    <message>
        <source>By segment</source>
        <translation>حسب الشريحة</translation>
    </message>
    <message>
        <source>No segment is saved yet. Save one from a list of customers.</source>
        <translation>لم تُحفظ أي شريحة بعد. احفظ شريحة من قائمة عملاء.</translation>
    </message>
</context>
<context>
    <name>TurningPointChart</name>
    <message>
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>Nobody can be judged yet</source>
        <translation>لا أحد يمكن الحكم عليه بعد</translation>
    </message>
    <message>
        <source>The payback needs customers whose acquisition cost is known.</source>
        <translation>يحتاج الاسترداد إلى عملاء تُعرف تكلفة اكتسابهم.</translation>
    </message>
    <message>
        <source>The turning point needs customers who began within the period.</source>
        <translation>تحتاج نقطة التحول إلى عملاء بدأوا خلال الفترة.</translation>
    </message>
    <message>
        <source>the turn is the second purchase</source>
        <translation>التحول هو الشراء الثاني</translation>
    </message>
    <message>
        <source>the turn is when margin has paid back the acquisition cost</source>
        <translation>التحول حين يغطي الهامش تكلفة الاكتساب</translation>
    </message>
    <message>
        <source>%1 of %2 customers have turned, half of them within %3.</source>
        <translation>بلغ نقطة التحول %1 من أصل %2 من العملاء، نصفهم خلال %3.</translation>
    </message>
    <message>
        <source>%1 of %2 customers have turned; fewer than half, so no median time is known.</source>
        <translation>بلغ نقطة التحول %1 من أصل %2 من العملاء، أي أقل من النصف، فلا يُعرف وسيط الزمن.</translation>
    </message>
    <message>
        <source>Turning point to value expansion</source>
        <translation>نقطة التحول من خلق القيمة إلى توسيعها</translation>
    </message>
    <message>
        <source>revenue before and after the turn, %1; share turned above; %2</source>
        <translation>الإيراد قبل التحول وبعده، %1، والحصة التي بلغته فوق العمود، و%2</translation>
    </message>
    <message>
        <source>before the turn</source>
        <translation>قبل التحول</translation>
    </message>
    <message>
        <source>after the turn</source>
        <translation>بعد التحول</translation>
    </message>
    <message>
        <source>Customers who began</source>
        <translation>العملاء الذين بدأوا</translation>
    </message>
    <message>
        <source>Turned</source>
        <translation>بلغوا نقطة التحول</translation>
    </message>
    <message>
        <source>Share turned</source>
        <translation>حصة من بلغوا نقطة التحول</translation>
    </message>
    <message>
        <source>Median time to turn</source>
        <translation>وسيط زمن التحول</translation>
    </message>
    <message>
        <source>Revenue before</source>
        <translation>الإيراد قبل التحول</translation>
    </message>
    <message>
        <source>Revenue after</source>
        <translation>الإيراد بعد التحول</translation>
    </message>
    <message>
        <source>Quarter of the beginning</source>
        <translation>ربع سنة البداية</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>الشريحة</translation>
    </message>
    <message>
        <source>Median time to turn, days</source>
        <translation>وسيط زمن التحول بالأيام</translation>
    </message>
    <message>
        <source>the turn is the first purchase or win</source>
        <translation>التحول هو أول شراء أو كسب صفقة</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>What your customers are worth, and what makes it grow.</source>
        <translation>كم يساوي عملاؤك وما الذي ينمّي قيمتهم.</translation>
    </message>
    <message>
        <source>Measure lifetime value and customer equity, find where value creation turns into value expansion, and decide where the next riyal should go.</source>
        <translation>قِس قيمة العميل مدى الحياة ومجموع قيمة العملاء، واعرف أين يصبح خلق القيمة توسيعًا لها، وقرر أين يذهب الريال القادم.</translation>
    </message>
    <message>
        <source>Explore the demo workspace</source>
        <translation>استكشاف مساحة العمل التجريبية</translation>
    </message>
    <message>
        <source>Rawafid Supplies: a made-up company with three years of data, all screens filled</source>
        <translation>روافد للتوريد: شركة متخيَّلة ببيانات ثلاث سنوات، وكل الشاشات ممتلئة</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>مساحة عمل جديدة</translation>
    </message>
    <message>
        <source>An empty file, then import your data</source>
        <translation>ملف فارغ ثم استيراد بياناتك</translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation>فتح مساحة عمل</translation>
    </message>
    <message>
        <source>A .qeema file on this computer</source>
        <translation>ملف ‎.qeema على هذا الجهاز</translation>
    </message>
    <message>
        <source>Language and theme</source>
        <translation>اللغة والمظهر</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>System</source>
        <translation>النظام</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Your data stays in the workspace file on this computer. Nothing is sent anywhere.</source>
        <translation>تبقى بياناتك في ملف مساحة العمل على هذا الجهاز. لا يُرسل شيء إلى أي مكان.</translation>
    </message>
    <message>
        <source>Recent workspaces</source>
        <translation>مساحات العمل الحديثة</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Search recent workspaces</source>
        <translation>البحث في مساحات العمل الحديثة</translation>
    </message>
    <message>
        <source>Drop a file here</source>
        <translation>أفلت ملفًا هنا</translation>
    </message>
    <message>
        <source>A workspace (.qeema) opens. A data file (.csv, .tsv, .txt) starts a new workspace and the import.</source>
        <translation>مساحة العمل (‎.qeema) تُفتح. وملف البيانات (‎.csv، ‎.tsv، ‎.txt) يبدأ مساحة عمل جديدة والاستيراد.</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>اختيار ملف</translation>
    </message>
    <message>
        <source>From file to decision</source>
        <translation>من الملف إلى القرار</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Define the lifecycle</source>
        <translation>تعريف دورة حياة العميل</translation>
    </message>
    <message>
        <source>Read and decide</source>
        <translation>القراءة والقرار</translation>
    </message>
    <message>
        <source>Transactions are enough to start. Customers, events and costs add depth.</source>
        <translation>المعاملات تكفي للبداية. والعملاء والأحداث والتكاليف تزيدها عمقًا.</translation>
    </message>
    <message>
        <source>Start from a template or name your own stages.</source>
        <translation>ابدأ بقالب أو سمِّ مراحلك.</translation>
    </message>
    <message>
        <source>Lifetime value and equity, ready for the report.</source>
        <translation>قيمة العميل ومجموع القيمة جاهزان للتقرير.</translation>
    </message>
</context>
<context>
    <name>WindowController</name>
    <message>
        <source>Open workspace</source>
        <translation>فتح مساحة عمل</translation>
    </message>
    <message>
        <source>Workspaces (*.qeema)</source>
        <translation>مساحات العمل (*.qeema)</translation>
    </message>
    <message>
        <source>workspace</source>
        <translation>مساحة العمل</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>مساحة عمل جديدة</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>اختيار ملف</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>حفظ نسخة</translation>
    </message>
    <message>
        <source>%1 copy</source>
        <extracomment>a copy&apos;s file name: %1 the workspace&apos;s</extracomment>
        <translation>نسخة %1</translation>
    </message>
    <message>
        <source>Choose data files</source>
        <translation>اختيار ملفات البيانات</translation>
    </message>
    <message>
        <source>Import data</source>
        <translation>استيراد البيانات</translation>
    </message>
    <message>
        <source>Undo this import?</source>
        <translation>التراجع عن هذا الاستيراد؟</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) from %1 will be removed, and values that it changed get their old content back. The file itself is not touched: it can be imported again.</source>
        <translation>
            <numerusform>لن يُزال أي صف من %1، وتستعيد القيم التي غيّرها محتواها السابق. الملف نفسه لا يُمس: يمكن استيراده من جديد.</numerusform>
            <numerusform>سيُزال صف واحد من %1، وتستعيد القيم التي غيّرها محتواها السابق. الملف نفسه لا يُمس: يمكن استيراده من جديد.</numerusform>
            <numerusform>سيُزال صفان من %1، وتستعيد القيم التي غيّرها محتواها السابق. الملف نفسه لا يُمس: يمكن استيراده من جديد.</numerusform>
            <numerusform>ستُزال %n صفوف من %1، وتستعيد القيم التي غيّرها محتواها السابق. الملف نفسه لا يُمس: يمكن استيراده من جديد.</numerusform>
            <numerusform>سيُزال %n صفًا من %1، وتستعيد القيم التي غيّرها محتواها السابق. الملف نفسه لا يُمس: يمكن استيراده من جديد.</numerusform>
            <numerusform>سيُزال %n صف من %1، وتستعيد القيم التي غيّرها محتواها السابق. الملف نفسه لا يُمس: يمكن استيراده من جديد.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>التراجع عن الاستيراد</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>الإبقاء عليه</translation>
    </message>
    <message>
        <source>The import was undone. The rows that it brought are gone.</source>
        <translation>تم التراجع عن الاستيراد. زالت الصفوف التي جلبها.</translation>
    </message>
    <message>
        <source>Import the file again</source>
        <translation>استيراد الملف من جديد</translation>
    </message>
    <message>
        <source>Save rejected rows</source>
        <translation>حفظ الصفوف المرفوضة</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>ملفات CSV (*.csv)</translation>
    </message>
    <message>
        <source>Saving rejected rows</source>
        <translation>حفظ الصفوف المرفوضة</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>حُفظ باسم %1.</translation>
    </message>
    <message>
        <source>A report is being made.</source>
        <translation>يجري إعداد تقرير.</translation>
    </message>
    <message>
        <source>There is nothing to report yet: import transactions first.</source>
        <translation>لا شيء لإعداد تقرير عنه بعد: استورد المعاملات أولًا.</translation>
    </message>
    <message>
        <source>Report as PDF</source>
        <translation>تقرير PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>ملفات PDF (*.pdf)</translation>
    </message>
    <message numerus="yes">
        <source>The report with %n page(s) was saved as %1.</source>
        <translation>
            <numerusform>حُفظ التقرير دون صفحات باسم %1.</numerusform>
            <numerusform>حُفظ التقرير وفيه صفحة واحدة باسم %1.</numerusform>
            <numerusform>حُفظ التقرير وفيه صفحتان باسم %1.</numerusform>
            <numerusform>حُفظ التقرير وفيه %n صفحات باسم %1.</numerusform>
            <numerusform>حُفظ التقرير وفيه %n صفحة باسم %1.</numerusform>
            <numerusform>حُفظ التقرير وفيه %n صفحة باسم %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>فتحه</translation>
    </message>
    <message>
        <source>This screen has no chart. Choose another screen to export one.</source>
        <translation>ليس في هذه الشاشة مخطط. اختر شاشة أخرى لتصدير مخطط.</translation>
    </message>
    <message>
        <source>A copy was saved as %1.</source>
        <translation>حُفظت نسخة باسم %1.</translation>
    </message>
    <message>
        <source>The chart was saved as %1.</source>
        <translation>حُفظ المخطط باسم %1.</translation>
    </message>
    <message>
        <source>Locate %1</source>
        <translation>تحديد مكان %1</translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation>تغيير الإعدادات</translation>
    </message>
    <message>
        <source>Change the lifecycle</source>
        <translation>تغيير دورة حياة العميل</translation>
    </message>
    <message>
        <source>Close while work is under way?</source>
        <translation>الإغلاق والعمل جارٍ؟</translation>
    </message>
    <message>
        <source>An import is running. Closing cancels it and takes back everything it has written.</source>
        <translation>يجري استيراد. الإغلاق يلغيه ويتراجع عن كل ما كتبه.</translation>
    </message>
    <message>
        <source>A report is being made. Closing cancels it; no file is left behind.</source>
        <translation>يجري إعداد تقرير. الإغلاق يلغيه؛ ولا يبقى أي ملف.</translation>
    </message>
    <message>
        <source>Cancel it and close</source>
        <translation>إلغاؤه والإغلاق</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>متابعة العمل</translation>
    </message>
    <message>
        <source>No workspace open</source>
        <translation>لا توجد مساحة عمل مفتوحة</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>للقراءة فقط</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>تجريبية</translation>
    </message>
    <message>
        <source>Data to %1</source>
        <translation>البيانات حتى %1</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>لا بيانات بعد</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <extracomment>status bar: %1 &quot;12,480 customers&quot;, %2 &quot;96,214 transactions&quot;, %3 &quot;1 Jan 2022 – 30 Jun 2025&quot;</extracomment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>لا عملاء</numerusform>
            <numerusform>عميل واحد</numerusform>
            <numerusform>عميلان</numerusform>
            <numerusform>%n عملاء</numerusform>
            <numerusform>%n عميلًا</numerusform>
            <numerusform>%n عميل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transaction(s)</source>
        <translation>
            <numerusform>لا معاملات</numerusform>
            <numerusform>معاملة واحدة</numerusform>
            <numerusform>معاملتان</numerusform>
            <numerusform>%n معاملات</numerusform>
            <numerusform>%n معاملة</numerusform>
            <numerusform>%n معاملة</numerusform>
        </translation>
    </message>
    <message>
        <source>lifetime horizon</source>
        <translation>أفق زمني مدى الحياة</translation>
    </message>
    <message numerus="yes">
        <source>%n-month horizon</source>
        <translation>
            <numerusform>دون أفق زمني</numerusform>
            <numerusform>أفق زمني شهر واحد</numerusform>
            <numerusform>أفق زمني شهران</numerusform>
            <numerusform>أفق زمني %n أشهر</numerusform>
            <numerusform>أفق زمني %n شهرًا</numerusform>
            <numerusform>أفق زمني %n شهر</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2 · %3 discount</source>
        <extracomment>status bar: %1 the currency, %2 &quot;36-month horizon&quot;, %3 the discount rate in percent</extracomment>
        <translation>%1 · %2 · خصم %3</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>للقراءة فقط</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>جارٍ الكتابة</translation>
    </message>
    <message>
        <source>All changes saved</source>
        <translation>كل التغييرات محفوظة</translation>
    </message>
    <message>
        <source>Historic mean</source>
        <translation>المتوسط التاريخي</translation>
    </message>
    <message>
        <source>%1, fitted just now</source>
        <extracomment>status bar: %1 the model&apos;s name</extracomment>
        <translation>‏%1، حُدّث الآن</translation>
    </message>
    <message numerus="yes">
        <source>%1, fitted %n minute(s) ago</source>
        <translation>
            <numerusform>‏%1، حُدّث الآن</numerusform>
            <numerusform>‏%1، حُدّث قبل دقيقة واحدة</numerusform>
            <numerusform>‏%1، حُدّث قبل دقيقتين</numerusform>
            <numerusform>‏%1، حُدّث قبل %n دقائق</numerusform>
            <numerusform>‏%1، حُدّث قبل %n دقيقة</numerusform>
            <numerusform>‏%1، حُدّث قبل %n دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo this change?</source>
        <translation>هل تريد التراجع عن هذا التغيير؟</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) get back what they were, and customers or rows that went come back.</source>
        <translation>
            <numerusform>لا صفوف تتغير.</numerusform>
            <numerusform>يستعيد صف واحد ما كان عليه، ويعود ما ذهب من عملاء أو صفوف.</numerusform>
            <numerusform>يستعيد صفان ما كانا عليه، ويعود ما ذهب من عملاء أو صفوف.</numerusform>
            <numerusform>تستعيد %n صفوف ما كانت عليه، ويعود ما ذهب من عملاء أو صفوف.</numerusform>
            <numerusform>يستعيد %n صفًا ما كانت عليه، ويعود ما ذهب من عملاء أو صفوف.</numerusform>
            <numerusform>يستعيد %n صف ما كانت عليه، ويعود ما ذهب من عملاء أو صفوف.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo the change</source>
        <translation>التراجع عن التغيير</translation>
    </message>
    <message>
        <source>Import %1 again?</source>
        <extracomment>%1 a file&apos;s name</extracomment>
        <translation>هل تريد استيراد %1 مجددًا؟</translation>
    </message>
    <message>
        <source>The file is read again with the same choices.</source>
        <translation>يُقرأ الملف مجددًا بالاختيارات نفسها.</translation>
    </message>
    <message>
        <source>The rows of this import are taken back first, then the file is read again with the same choices.</source>
        <translation>تُسحب صفوف هذا الاستيراد أولًا ثم يُقرأ الملف مجددًا بالاختيارات نفسها.</translation>
    </message>
    <message>
        <source>Import again</source>
        <translation>استيراد مجددًا</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>اتركه كما هو</translation>
    </message>
    <message>
        <source>Choose a folder to watch</source>
        <translation>اختيار مجلد للمراقبة</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>مراقبة مجلد</translation>
    </message>
    <message>
        <source>Repairing the data</source>
        <translation>إصلاح البيانات</translation>
    </message>
    <message>
        <source>Merge these customers?</source>
        <translation>هل تريد دمج هؤلاء العملاء؟</translation>
    </message>
    <message>
        <source>%1 Purchases, events and all other rows move with them. It can be undone, also later under Imports.</source>
        <extracomment>%1 a sentence that says which customers are merged</extracomment>
        <translation>%1 تنتقل معهم المشتريات والأحداث وسائر الصفوف. يمكن التراجع عن ذلك، ولاحقًا أيضًا من تبويب الاستيراد.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>دمج</translation>
    </message>
    <message>
        <source>Leave them apart</source>
        <translation>إبقاؤهم منفصلين</translation>
    </message>
    <message>
        <source>Merge customers</source>
        <translation>دمج العملاء</translation>
    </message>
    <message>
        <source>Merging customers</source>
        <translation>دمج العملاء</translation>
    </message>
    <message>
        <source>Keep customers apart</source>
        <translation>إبقاء العملاء منفصلين</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were imported from %1.</source>
        <extracomment>%1 a file&apos;s name</extracomment>
        <translation>
            <numerusform>لم يُستورد أي صف من %1.</numerusform>
            <numerusform>استُورد صف واحد من %1.</numerusform>
            <numerusform>استُورد صفان من %1.</numerusform>
            <numerusform>استُوردت %n صفوف من %1.</numerusform>
            <numerusform>استُورد %n صفًا من %1.</numerusform>
            <numerusform>استُورد %n صف من %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done: %n row(s) changed. The change stands under Imports and can be undone.</source>
        <translation>
            <numerusform>لم يتغير شيء.</numerusform>
            <numerusform>تم: تغيّر صف واحد. التغيير مسجّل في تبويب الاستيراد ويمكن التراجع عنه.</numerusform>
            <numerusform>تم: تغيّر صفان. التغيير مسجّل في تبويب الاستيراد ويمكن التراجع عنه.</numerusform>
            <numerusform>تم: تغيّرت %n صفوف. التغيير مسجّل في تبويب الاستيراد ويمكن التراجع عنه.</numerusform>
            <numerusform>تم: تغيّر %n صفًا. التغيير مسجّل في تبويب الاستيراد ويمكن التراجع عنه.</numerusform>
            <numerusform>تم: تغيّر %n صف. التغيير مسجّل في تبويب الاستيراد ويمكن التراجع عنه.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>The change was undone. Everything is as it was before.</source>
        <translation>تم التراجع عن التغيير. عاد كل شيء كما كان.</translation>
    </message>
    <message numerus="yes">
        <source>%n new file(s) came into %1.</source>
        <extracomment>%1 a folder&apos;s path</extracomment>
        <translation>
            <numerusform>لا جديد في %1.</numerusform>
            <numerusform>وصل ملف جديد إلى %1.</numerusform>
            <numerusform>وصل ملفان جديدان إلى %1.</numerusform>
            <numerusform>وصلت %n ملفات جديدة إلى %1.</numerusform>
            <numerusform>وصل %n ملفًا جديدًا إلى %1.</numerusform>
            <numerusform>وصل %n ملف جديد إلى %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>عرضها</translation>
    </message>
    <message>
        <source>Stop watching the folder</source>
        <translation>إيقاف مراقبة المجلد</translation>
    </message>
    <message>
        <source>Workspaces and data files (*.qeema *.csv *.tsv *.txt *.xlsx *.json *.jsonl)</source>
        <translation>مساحات العمل وملفات البيانات (*.qeema *.csv *.tsv *.txt *.xlsx *.json *.jsonl)</translation>
    </message>
    <message>
        <source>The clipboard holds no table. Copy rows in your spreadsheet first, with their headings.</source>
        <translation>لا جدول في الحافظة. انسخ أولًا صفوفًا من جدول البيانات مع عناوينها.</translation>
    </message>
    <message>
        <source>Data files (*.csv *.tsv *.txt *.xlsx *.json *.jsonl)</source>
        <translation>ملفات البيانات (*.csv *.tsv *.txt *.xlsx *.json *.jsonl)</translation>
    </message>
    <message>
        <source>Save the segment %1</source>
        <translation>حفظ الشريحة %1</translation>
    </message>
    <message>
        <source>The segment %1 was saved.</source>
        <translation>حُفظت الشريحة %1.</translation>
    </message>
    <message>
        <source>All of them were in the segment %1 already.</source>
        <translation>كانوا جميعًا في الشريحة %1 من قبل.</translation>
    </message>
    <message>
        <source>Add to the segment %1</source>
        <translation>الإضافة إلى الشريحة %1</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) were added to the segment %1.</source>
        <extracomment>%1 is a segment&apos;s name</extracomment>
        <translation>
            <numerusform>لم يُضَف أي عميل إلى الشريحة %1.</numerusform>
            <numerusform>أُضيف عميل واحد إلى الشريحة %1.</numerusform>
            <numerusform>أُضيف عميلان إلى الشريحة %1.</numerusform>
            <numerusform>أُضيف %n عملاء إلى الشريحة %1.</numerusform>
            <numerusform>أُضيف %n عميلًا إلى الشريحة %1.</numerusform>
            <numerusform>أُضيف %n عميل إلى الشريحة %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is selected. Tick customers in the table of Lifetime value or drag across its chart, then save the selection.</source>
        <translation>لم يُحدَّد شيء. حدّد عملاء في جدول صفحة قيمة العميل مدى الحياة أو اسحب على مخططها، ثم احفظ التحديد.</translation>
    </message>
    <message>
        <source>Excel workbooks (*.xlsx)</source>
        <translation>مصنفات Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Export data</source>
        <translation>تصدير البيانات</translation>
    </message>
    <message>
        <source>Exporting data</source>
        <translation>تصدير البيانات</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>between names of files</extracomment>
        <translation>، </translation>
    </message>
    <message>
        <source>Replace files?</source>
        <translation>استبدال الملفات؟</translation>
    </message>
    <message>
        <source>%1 has %2 already.</source>
        <translation>في %1 الملفات التالية من قبل: %2.</translation>
    </message>
    <message>
        <source>Replace them</source>
        <translation>استبدالها</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>إبقاؤها</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were saved in %1.</source>
        <translation>
            <numerusform>لم تُحفظ ملفات في %1.</numerusform>
            <numerusform>حُفظ ملف واحد في %1.</numerusform>
            <numerusform>حُفظ ملفان في %1.</numerusform>
            <numerusform>حُفظت %n ملفات في %1.</numerusform>
            <numerusform>حُفظ %n ملفًا في %1.</numerusform>
            <numerusform>حُفظ %n ملف في %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Checking the workspace</source>
        <translation>فحص مساحة العمل</translation>
    </message>
    <message>
        <source>The check found: %1.</source>
        <translation>وجد الفحص: %1.</translation>
    </message>
    <message>
        <source>%1 or its folder is read-only, so nothing can be changed. Save a copy elsewhere to change it.</source>
        <translation>‏%1 أو مجلده للقراءة فقط، فلا يمكن تغيير شيء. احفظ نسخة في مكان آخر لتغييرها.</translation>
    </message>
    <message>
        <source>%1 was made by a newer version of Qeema (file format %2, this version knows up to %3). It can be read but not changed; update Qeema to change it.</source>
        <translation>صُنع %1 بإصدار أحدث من قيمة (صيغة الملف %2، وهذا الإصدار يعرف حتى %3). يمكن قراءته دون تغييره؛ حدّث قيمة لتغييره.</translation>
    </message>
    <message>
        <source>%1 was made by an older version of Qeema. Open it once in the window, which makes a backup and brings it up to date, then try again.</source>
        <translation>صُنع %1 بإصدار أقدم من قيمة. افتحه مرة في النافذة، فتُنشأ نسخة احتياطية ويُحدَّث، ثم حاول مرة أخرى.</translation>
    </message>
    <message>
        <source>%1 exists already. Choose another name for the new workspace.</source>
        <translation>‏%1 موجود من قبل. اختر لمساحة العمل الجديدة اسمًا آخر.</translation>
    </message>
    <message>
        <source>%1 cannot be made: the folder does not exist or is read-only. Choose another folder.</source>
        <translation>يتعذر إنشاء %1: المجلد غير موجود أو للقراءة فقط. اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>%1 cannot be made: %2. Check the folder and the free space.</source>
        <translation>يتعذر إنشاء %1: ‏%2. تحقق من المجلد ومن المساحة الحرة.</translation>
    </message>
    <message>
        <source>%1 is open for reading only.</source>
        <translation>‏%1 مفتوح للقراءة فقط.</translation>
    </message>
    <message>
        <source>%1 was not closed properly and its folder is read-only. Copy it together with the file of the same name that ends in &quot;-wal&quot; or &quot;-journal&quot; to another folder and open it there.</source>
        <translation>لم يُغلق %1 بصورة صحيحة ومجلده للقراءة فقط. انسخه مع الملف الذي يحمل الاسم نفسه وينتهي بـ &quot;-wal&quot; أو &quot;-journal&quot; إلى مجلد آخر وافتحه هناك.</translation>
    </message>
</context>
<context>
    <name>WorkspaceCheck</name>
    <message>
        <source>Integrity: %1</source>
        <translation>السلامة: %1</translation>
    </message>
    <message>
        <source>The table &quot;%1&quot; has rows of customers that do not exist: %2.</source>
        <translation>في الجدول &quot;%1&quot; صفوف لعملاء غير موجودين: %2.</translation>
    </message>
    <message>
        <source>Comparing imported rows</source>
        <translation>مقارنة الصفوف المستوردة</translation>
    </message>
    <message>
        <source>Import %1 names the table &quot;%2&quot;, which no import writes.</source>
        <translation>يسمي الاستيراد %1 الجدول &quot;%2&quot; الذي لا يكتبه أي استيراد.</translation>
    </message>
    <message>
        <source>Import %1 wrote %2 rows to &quot;%3&quot;, but %4 are there.</source>
        <translation>كتب الاستيراد %1 عدد %2 من الصفوف في &quot;%3&quot;، والموجود %4.</translation>
    </message>
    <message>
        <source>Rows of import %1 in &quot;%2&quot; are not as they were imported.</source>
        <translation>صفوف الاستيراد %1 في &quot;%2&quot; ليست كما استُوردت.</translation>
    </message>
    <message>
        <source>%1 was made by a newer version of Qeema (file format %2, this version knows up to %3). Update Qeema to check it.</source>
        <translation>صُنع %1 بإصدار أحدث من قيمة (صيغة الملف %2، وهذا الإصدار يعرف حتى %3). حدّث قيمة لفحصه.</translation>
    </message>
    <message>
        <source>Checking tables</source>
        <translation>فحص الجداول</translation>
    </message>
    <message>
        <source>Checking integrity</source>
        <translation>فحص السلامة</translation>
    </message>
    <message>
        <source>Checking references</source>
        <translation>فحص الإحالات</translation>
    </message>
    <message>
        <source>Counting rows</source>
        <translation>عدّ الصفوف</translation>
    </message>
</context>
<context>
    <name>WorkspaceFile</name>
    <message>
        <source>%1 is damaged and was left as it is. %2 Open the newest file in the folder &quot;backups&quot; beside it.</source>
        <translation>‏%1 تالف وتُرك كما هو. %2 افتح أحدث ملف في المجلد &quot;backups&quot; بجانبه.</translation>
    </message>
    <message>
        <source>%1 is a folder, not a workspace. Choose a .qeema file.</source>
        <translation>‏%1 مجلد وليس مساحة عمل. اختر ملف ‎.qeema.</translation>
    </message>
    <message>
        <source>There is no file %1. Check its name and folder, or make a new workspace.</source>
        <translation>لا يوجد ملف %1. تحقق من اسمه ومجلده أو أنشئ مساحة عمل جديدة.</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check that you have the right to open it.</source>
        <translation>تتعذر قراءة %1. تحقق من حقك في فتحه.</translation>
    </message>
    <message>
        <source>%1 is empty (0 bytes), so it is not a workspace. Choose another file, or make a new workspace.</source>
        <translation>‏%1 فارغ (صفر بايت)، فليس مساحة عمل. اختر ملفًا آخر أو أنشئ مساحة عمل جديدة.</translation>
    </message>
    <message>
        <source>Its first bytes are not those of a workspace.</source>
        <translation>بايتاته الأولى ليست بايتات مساحة عمل.</translation>
    </message>
    <message>
        <source>%1 is not a Qeema workspace. Choose a .qeema file; to bring data in, use Import.</source>
        <translation>‏%1 ليس مساحة عمل من قيمة. اختر ملف ‎.qeema؛ ولإدخال البيانات استخدم الاستيراد.</translation>
    </message>
    <message>
        <source>It ends too early.</source>
        <translation>ينتهي قبل أوانه.</translation>
    </message>
    <message>
        <source>%1 is a database of another program, not a Qeema workspace. It was left as it is.</source>
        <translation>‏%1 قاعدة بيانات لبرنامج آخر وليس مساحة عمل من قيمة. تُرك كما هو.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another folder.</source>
        <translation>تتعذر كتابة %1: ‏%2. اختر مجلدًا آخر.</translation>
    </message>
</context>
<context>
    <name>WriterLock</name>
    <message>
        <source>Another program is writing to %1. Wait until it has finished or open the file for reading only.</source>
        <translation>برنامج آخر يكتب في %1. انتظر حتى ينتهي أو افتح الملف للقراءة فقط.</translation>
    </message>
    <message>
        <source>%1 is open for writing in %2 (process %3 on %4). Close it there first; until then it can only be read.</source>
        <translation>‏%1 مفتوح للكتابة في %2 (العملية %3 على %4). أغلقه هناك أولًا؛ وحتى ذلك الحين يمكن قراءته فقط.</translation>
    </message>
    <message>
        <source>The folder of %1 is read-only, so it cannot be changed there. Save a copy elsewhere to change it.</source>
        <translation>مجلد %1 للقراءة فقط، فلا يمكن تغييره هناك. احفظ نسخة في مكان آخر لتغييرها.</translation>
    </message>
</context>
<context>
    <name>XlsxWriter</name>
    <message>
        <source>%1 cannot be written: %2. Choose another folder or free some space.</source>
        <translation>تتعذر كتابة %1: ‏%2. اختر مجلدًا آخر أو أفرغ بعض المساحة.</translation>
    </message>
    <message>
        <source>a folder has this name</source>
        <translation>لمجلد هذا الاسم</translation>
    </message>
    <message>
        <source>there is not enough memory</source>
        <translation>الذاكرة غير كافية</translation>
    </message>
    <message>
        <source>no temporary file can be made</source>
        <translation>لا يمكن إنشاء ملف مؤقت</translation>
    </message>
    <message>
        <source>An Excel sheet holds at most 1,048,576 rows, and there are more. Write a CSV file instead.</source>
        <translation>تتسع ورقة Excel لـ 1,048,576 صفًا على الأكثر، والصفوف أكثر من ذلك. اكتب ملف CSV بدلًا منها.</translation>
    </message>
</context>
</TS>

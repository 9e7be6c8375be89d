<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Alerts</name>
    <message numerus="yes">
        <source>%n customer(s) slipping</source>
        <translation>
            <numerusform>%n customer slipping</numerusform>
            <numerusform>%n customers slipping</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AliveHistoryChart</name>
    <message numerus="yes">
        <source>P(alive), last %n week(s)</source>
        <translation>
            <numerusform>P(alive), last %n week</numerusform>
            <numerusform>P(alive), last %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Still a customer after each of the next %n renewal(s)</source>
        <translation>
            <numerusform>Still a customer after the next renewal</numerusform>
            <numerusform>Still a customer after each of the next %n renewals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BridgeChart</name>
    <message numerus="yes">
        <source>%n cust.</source>
        <comment>customers, short</comment>
        <translation>
            <numerusform>%n cust.</numerusform>
            <numerusform>%n cust.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChosenBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>Wrote %1 with %n page(s).</source>
        <translation>
            <numerusform>Wrote %1 with %n page.</numerusform>
            <numerusform>Wrote %1 with %n pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Clv</name>
    <message numerus="yes">
        <source>Historic mean instead of a model: only %n customer(s) bought more than once, and a model needs 50.</source>
        <translation>
            <numerusform>Historic mean instead of a model: only %n customer bought more than once, and a model needs 50.</numerusform>
            <numerusform>Historic mean instead of a model: only %n customers bought more than once, and a model needs 50.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wide interval: only %n customer(s) bought more than once.</source>
        <translation>
            <numerusform>Wide interval: only %n customer bought more than once.</numerusform>
            <numerusform>Wide interval: only %n customers bought more than once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wide interval: the data cover only %n day(s), less than a year.</source>
        <translation>
            <numerusform>Wide interval: the data cover only %n day, less than a year.</numerusform>
            <numerusform>Wide interval: the data cover only %n days, less than a year.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Historic mean instead of a model: only %n customer(s) renewed, and a model needs 50.</source>
        <translation>
            <numerusform>Historic mean instead of a model: only %n customer renewed, and a model needs 50.</numerusform>
            <numerusform>Historic mean instead of a model: only %n customers renewed, and a model needs 50.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wide interval: only %n customer(s) renewed.</source>
        <translation>
            <numerusform>Wide interval: only %n customer renewed.</numerusform>
            <numerusform>Wide interval: only %n customers renewed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactsDialog</name>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerCardPanel</name>
    <message numerus="yes">
        <source>Timeline: %n entry(s)</source>
        <translation>
            <numerusform>Timeline: %n entry</numerusform>
            <numerusform>Timeline: %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerDrawer</name>
    <message numerus="yes">
        <source>CLV, %n month(s)</source>
        <translation>
            <numerusform>CLV, %n month</numerusform>
            <numerusform>CLV, %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>silent for %n week(s)</source>
        <translation>
            <numerusform>silent for %n week</numerusform>
            <numerusform>silent for %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n month(s)</source>
        <translation>
            <numerusform>within %n month</numerusform>
            <numerusform>within %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerMapChart</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s)</source>
        <translation>
            <numerusform>%n week</numerusform>
            <numerusform>%n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quarter(s)</source>
        <translation>
            <numerusform>%n quarter</numerusform>
            <numerusform>%n quarters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s)</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomersCard</name>
    <message numerus="yes">
        <source>Tick all %n shown</source>
        <translation>
            <numerusform>Tick the one shown</numerusform>
            <numerusform>Tick all %n shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomersPanel</name>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesPanel</name>
    <message numerus="yes">
        <source>Merge %n certain group(s)</source>
        <translation>
            <numerusform>Merge %n certain group</numerusform>
            <numerusform>Merge %n certain groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n further entry(s) will be merged into %1.</source>
        <translation>
            <numerusform>%n further entry will be merged into %1.</numerusform>
            <numerusform>%n further entries will be merged into %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) with the same e-mail or phone will be merged, each into the one with most purchases and events.</source>
        <translation>
            <numerusform>%n entry with the same e-mail or phone will be merged into the one with most purchases and events.</numerusform>
            <numerusform>%n entries with the same e-mail or phone will be merged, each into the one with most purchases and events.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryEditor</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EquityChart</name>
    <message numerus="yes">
        <source>Equity grew for %n month(s) in a row</source>
        <translation>
            <numerusform>Equity grew for %n month in a row</numerusform>
            <numerusform>Equity grew for %n months in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Equity fell for %n month(s) in a row</source>
        <translation>
            <numerusform>Equity fell for %n month in a row</numerusform>
            <numerusform>Equity fell for %n months in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Equity grew for %n year(s) in a row</source>
        <translation>
            <numerusform>Equity grew for %n year in a row</numerusform>
            <numerusform>Equity grew for %n years in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Equity fell for %n year(s) in a row</source>
        <translation>
            <numerusform>Equity fell for %n year in a row</numerusform>
            <numerusform>Equity fell for %n years in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Equity grew for %n quarter(s) in a row</source>
        <translation>
            <numerusform>Equity grew for %n quarter in a row</numerusform>
            <numerusform>Equity grew for %n quarters in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Equity fell for %n quarter(s) in a row</source>
        <translation>
            <numerusform>Equity fell for %n quarter in a row</numerusform>
            <numerusform>Equity fell for %n quarters in a row</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExpectedMapChart</name>
    <message numerus="yes">
        <source>within %n month(s), line = one order</source>
        <translation>
            <numerusform>within %n month, line = one order</numerusform>
            <numerusform>within %n months, line = one order</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n file(s) in a folder, with the headings that the import knows, so that they can be read back.</source>
        <translation>
            <numerusform>%n file in a folder, with the headings that the import knows, so that it can be read back.</numerusform>
            <numerusform>%n files in a folder, with the headings that the import knows, so that they can be read back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Health</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthPanel</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Import::TableCheck</name>
    <message numerus="yes">
        <source>%n row(s) have nothing in &quot;%1&quot;, first in line %2.</source>
        <extracomment>%1 heading of a column, %2 a line</extracomment>
        <translation>
            <numerusform>%n row has nothing in &quot;%1&quot;, first in line %2.</numerusform>
            <numerusform>%n rows have nothing in &quot;%1&quot;, first in line %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) of &quot;%1&quot; are not numbers, such as &quot;%3&quot; in line %2.</source>
        <extracomment>%1 heading of a column, %2 a line, %3 a cell</extracomment>
        <translation>
            <numerusform>%n cell of &quot;%1&quot; is not a number, such as &quot;%3&quot; in line %2.</numerusform>
            <numerusform>%n cells of &quot;%1&quot; are not numbers, such as &quot;%3&quot; in line %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) of &quot;%1&quot; are written with other separators than the rest, such as &quot;%3&quot; in line %2.</source>
        <extracomment>%1 heading of a column, %2 a line, %3 a cell</extracomment>
        <translation>
            <numerusform>%n number of &quot;%1&quot; is written with other separators than the rest, such as &quot;%3&quot; in line %2.</numerusform>
            <numerusform>%n numbers of &quot;%1&quot; are written with other separators than the rest, such as &quot;%3&quot; in line %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) of &quot;%1&quot;, such as &quot;%3&quot; in line %2, stand among small decimals: a thousand may be meant, or one and a bit.</source>
        <extracomment>%1 heading of a column, %2 a line, %3 a cell such as 1,234</extracomment>
        <translation>
            <numerusform>%n number of &quot;%1&quot;, such as &quot;%3&quot; in line %2, stands among small decimals: a thousand may be meant, or one and a bit.</numerusform>
            <numerusform>%n numbers of &quot;%1&quot;, such as &quot;%3&quot; in line %2, stand among small decimals: a thousand may be meant, or one and a bit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) of &quot;%1&quot; are far from all others, such as %3 in line %2.</source>
        <extracomment>%1 heading of a column, %2 a line, %3 a number</extracomment>
        <translation>
            <numerusform>%n number of &quot;%1&quot; is far from all others, such as %3 in line %2.</numerusform>
            <numerusform>%n numbers of &quot;%1&quot; are far from all others, such as %3 in line %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) of &quot;%1&quot; are not dates, such as &quot;%3&quot; in line %2.</source>
        <extracomment>%1 heading of a column, %2 a line, %3 a cell</extracomment>
        <translation>
            <numerusform>%n cell of &quot;%1&quot; is not a date, such as &quot;%3&quot; in line %2.</numerusform>
            <numerusform>%n cells of &quot;%1&quot; are not dates, such as &quot;%3&quot; in line %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) of &quot;%1&quot; only fit another order of day and month, such as &quot;%3&quot; in line %2.</source>
        <extracomment>%1 heading of a column, %2 a line, %3 a date</extracomment>
        <translation>
            <numerusform>%n date of &quot;%1&quot; only fits another order of day and month, such as &quot;%3&quot; in line %2.</numerusform>
            <numerusform>%n dates of &quot;%1&quot; only fit another order of day and month, such as &quot;%3&quot; in line %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) of &quot;%1&quot; have years of the Hijri calendar, such as &quot;%3&quot; in line %2.</source>
        <extracomment>%1 heading of a column, %2 a line, %3 a date</extracomment>
        <translation>
            <numerusform>%n date of &quot;%1&quot; has a year of the Hijri calendar, such as &quot;%3&quot; in line %2.</numerusform>
            <numerusform>%n dates of &quot;%1&quot; have years of the Hijri calendar, such as &quot;%3&quot; in line %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) of &quot;%1&quot; look like stand-ins for no date, such as &quot;%3&quot; in line %2.</source>
        <extracomment>%1 heading of a column, %2 a line, %3 a date</extracomment>
        <translation>
            <numerusform>%n date of &quot;%1&quot; looks like a stand-in for no date, such as &quot;%3&quot; in line %2.</numerusform>
            <numerusform>%n dates of &quot;%1&quot; look like stand-ins for no date, such as &quot;%3&quot; in line %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) of &quot;%1&quot; lie more than a year ahead, such as &quot;%3&quot; in line %2.</source>
        <extracomment>%1 heading of a column, %2 a line, %3 a date</extracomment>
        <translation>
            <numerusform>%n date of &quot;%1&quot; lies more than a year ahead, such as &quot;%3&quot; in line %2.</numerusform>
            <numerusform>%n dates of &quot;%1&quot; lie more than a year ahead, such as &quot;%3&quot; in line %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) repeat a value of &quot;%1&quot; that stood before, such as &quot;%3&quot; in line %2.</source>
        <extracomment>%1 heading of a column, %2 a line, %3 a cell</extracomment>
        <translation>
            <numerusform>%n row repeats a value of &quot;%1&quot; that stood before, such as &quot;%3&quot; in line %2.</numerusform>
            <numerusform>%n rows repeat a value of &quot;%1&quot; that stood before, such as &quot;%3&quot; in line %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) of &quot;%1&quot; lie before 1930 or after 2065, where nothing can be analysed, such as &quot;%3&quot; in line %2.</source>
        <extracomment>%1 heading of a column, %2 a line, %3 a date</extracomment>
        <translation>
            <numerusform>%n date of &quot;%1&quot; lies before 1930 or after 2065, where nothing can be analysed, such as &quot;%3&quot; in line %2.</numerusform>
            <numerusform>%n dates of &quot;%1&quot; lie before 1930 or after 2065, where nothing can be analysed, such as &quot;%3&quot; in line %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) of &quot;%1&quot; are whole months or quarters among dates, such as &quot;%3&quot; in line %2: they name no day.</source>
        <extracomment>%1 heading of a column, %2 a line, %3 a month or quarter</extracomment>
        <translation>
            <numerusform>%n cell of &quot;%1&quot; is a whole month or quarter among dates, &quot;%3&quot; in line %2: it names no day.</numerusform>
            <numerusform>%n cells of &quot;%1&quot; are whole months or quarters among dates, such as &quot;%3&quot; in line %2: they name no day.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) of &quot;%1&quot; are whole months or quarters, such as &quot;%3&quot; in line %2: each counts as the first day of its period.</source>
        <extracomment>%1 heading of a column, %2 a line, %3 a month or quarter</extracomment>
        <translation>
            <numerusform>%n cell of &quot;%1&quot; is a whole month or quarter, &quot;%3&quot; in line %2: it counts as the first day of its period.</numerusform>
            <numerusform>%n cells of &quot;%1&quot; are whole months or quarters, such as &quot;%3&quot; in line %2: each counts as the first day of its period.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportCheckPage</name>
    <message numerus="yes">
        <source>All rows were checked: %n row(s) ready to import.</source>
        <translation>
            <numerusform>All rows were checked: %n row ready to import.</numerusform>
            <numerusform>All rows were checked: %n rows ready to import.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) would be rejected:</source>
        <translation>
            <numerusform>%n row would be rejected:</numerusform>
            <numerusform>%n rows would be rejected:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s)</source>
        <translation>
            <numerusform>%n thing</numerusform>
            <numerusform>%n things</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were looked at.</source>
        <translation>
            <numerusform>%n row was looked at.</numerusform>
            <numerusform>%n rows were looked at.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportHeadCard</name>
    <message numerus="yes">
        <source>Check of all %n row(s)</source>
        <translation>
            <numerusform>Check of all %n row</numerusform>
            <numerusform>Check of all %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Check of the first %n row(s)</source>
        <translation>
            <numerusform>Check of the first %n row</numerusform>
            <numerusform>Check of the first %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) ready</source>
        <translation>
            <numerusform>%n row ready</numerusform>
            <numerusform>%n rows ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) would be rejected</source>
        <translation>
            <numerusform>%n row would be rejected</numerusform>
            <numerusform>%n rows would be rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out by their status</source>
        <translation>
            <numerusform>%n row left out by their status</numerusform>
            <numerusform>%n rows left out by their status</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportMapPage</name>
    <message numerus="yes">
        <source>%n value(s)</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mapped</source>
        <translation>
            <numerusform>%n mapped</numerusform>
            <numerusform>%n mapped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportProgressCard</name>
    <message numerus="yes">
        <source>%n row(s) read</source>
        <translation>
            <numerusform>%n row read</numerusform>
            <numerusform>%n rows read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation>
            <numerusform>%n rejected</numerusform>
            <numerusform>%n rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) so far</source>
        <translation>
            <numerusform>%n row so far</numerusform>
            <numerusform>%n rows so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new customer(s)</source>
        <translation>
            <numerusform>%n new customer</numerusform>
            <numerusform>%n new customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportRunPage</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reason(s)</source>
        <translation>
            <numerusform>%n reason</numerusform>
            <numerusform>%n reasons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n updated</source>
        <translation>
            <numerusform>%n updated</numerusform>
            <numerusform>%n updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of them %n refund(s)</source>
        <extracomment>%n of the accepted rows</extracomment>
        <translation>
            <numerusform>of them %n refund</numerusform>
            <numerusform>of them %n refunds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out by status</source>
        <translation>
            <numerusform>%n left out by status</numerusform>
            <numerusform>%n left out by status</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportTexts</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportsPanel</name>
    <message numerus="yes">
        <source>Watching %1: %n new file(s).</source>
        <translation>
            <numerusform>Watching %1: %n new file.</numerusform>
            <numerusform>Watching %1: %n new files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n new file(s)</source>
        <translation>
            <numerusform>Import %n new file</numerusform>
            <numerusform>Import %n new files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JourneyFlowChart</name>
    <message numerus="yes">
        <source>left: silent for more than %n day(s)</source>
        <translation>
            <numerusform>left: silent for more than %n day</numerusform>
            <numerusform>left: silent for more than %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JourneyInspector</name>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LifecycleFunnelChart</name>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeddicPanel</name>
    <message numerus="yes">
        <source>%n open deal(s), largest first</source>
        <translation>
            <numerusform>%n open deal, largest first</numerusform>
            <numerusform>%n open deals, largest first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NumberFormat</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportPrinter</name>
    <message numerus="yes">
        <source>%1, horizon of %n month(s), %2 discount a year, %3 margin</source>
        <translation>
            <numerusform>%1, horizon of %n month, %2 discount a year, %3 margin</numerusform>
            <numerusform>%1, horizon of %n months, %2 discount a year, %3 margin</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) with a mean lifetime value of %1. The %2 interval of the equity runs from %3 to %4.</source>
        <extracomment>%1, %3 and %4 are amounts of money, %2 a percentage</extracomment>
        <translation>
            <numerusform>%n customer with a mean lifetime value of %1. The %2 interval of the equity runs from %3 to %4.</numerusform>
            <numerusform>%n customers with a mean lifetime value of %1. The %2 interval of the equity runs from %3 to %4.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportWriter</name>
    <message numerus="yes">
        <source>%n month(s)</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) have bought.</source>
        <translation>
            <numerusform>%n customer have bought.</numerusform>
            <numerusform>%n customers have bought.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SegmentDialog</name>
    <message numerus="yes">
        <source>%n customer(s), as they are now. Who comes later is not added.</source>
        <translation>
            <numerusform>%n customer, as they are now. Who comes later is not added.</numerusform>
            <numerusform>%n customers, as they are now. Who comes later is not added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Segments</name>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SplitBar</name>
    <message numerus="yes">
        <source>holdout of %n week(s)</source>
        <translation>
            <numerusform>holdout of %n week</numerusform>
            <numerusform>holdout of %n weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowController</name>
    <message numerus="yes">
        <source>%n row(s) from %1 will be removed, and values that it changed get their old content back. The file itself is not touched: it can be imported again.</source>
        <translation>
            <numerusform>%n row from %1 will be removed, and values that it changed get their old content back. The file itself is not touched: it can be imported again.</numerusform>
            <numerusform>%n rows from %1 will be removed, and values that it changed get their old content back. The file itself is not touched: it can be imported again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The report with %n page(s) was saved as %1.</source>
        <translation>
            <numerusform>The report with %n page was saved as %1.</numerusform>
            <numerusform>The report with %n pages was saved as %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transaction(s)</source>
        <translation>
            <numerusform>%n transaction</numerusform>
            <numerusform>%n transactions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n-month horizon</source>
        <translation>
            <numerusform>%n-month horizon</numerusform>
            <numerusform>%n-month horizon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, fitted %n minute(s) ago</source>
        <translation>
            <numerusform>%1, fitted %n minute ago</numerusform>
            <numerusform>%1, fitted %n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) get back what they were, and customers or rows that went come back.</source>
        <translation>
            <numerusform>%n row gets back what it was, and customers or rows that went come back.</numerusform>
            <numerusform>%n rows get back what they were, and customers or rows that went come back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were imported from %1.</source>
        <extracomment>%1 a file&apos;s name</extracomment>
        <translation>
            <numerusform>%n row was imported from %1.</numerusform>
            <numerusform>%n rows were imported from %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done: %n row(s) changed. The change stands under Imports and can be undone.</source>
        <translation>
            <numerusform>Done: %n row changed. The change stands under Imports and can be undone.</numerusform>
            <numerusform>Done: %n rows changed. The change stands under Imports and can be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new file(s) came into %1.</source>
        <extracomment>%1 a folder&apos;s path</extracomment>
        <translation>
            <numerusform>%n new file came into %1.</numerusform>
            <numerusform>%n new files came into %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s) were added to the segment %1.</source>
        <extracomment>%1 is a segment&apos;s name</extracomment>
        <translation>
            <numerusform>%n customer was added to the segment %1.</numerusform>
            <numerusform>%n customers were added to the segment %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were saved in %1.</source>
        <translation>
            <numerusform>%n file was saved in %1.</numerusform>
            <numerusform>%n files were saved in %1.</numerusform>
        </translation>
    </message>
</context>
</TS>

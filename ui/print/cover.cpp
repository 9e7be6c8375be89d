#include "ui/print/cover.h"

#include "ui/style/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace Print {

namespace {

constexpr qreal panelHeight = 0.52 * sheetHeight;

struct Silhouette
{
    std::vector<int> bars;
    int firstGold = 0;    ///< index of the first highlighted bar
    double threshold = 0; ///< lifetime value above which a customer is in the top fifth
};

/// The customers by lifetime value on a logarithmic scale; the fifth with the highest value stands
/// out.
Silhouette silhouette(const Clv::ClvResult &clv)
{
    constexpr int barCount = 40;
    Silhouette shape;
    if (!clv.values)
        return shape;
    std::vector<double> values;
    for (const double value : clv.values->clv) {
        if (value > 0)
            values.push_back(value);
    }
    if (values.size() < 20)
        return shape;
    std::sort(values.begin(), values.end());
    const auto quantile = [&](double q) {
        return values[std::size_t(q * double(values.size() - 1))];
    };
    const double low = std::log(quantile(0.01));
    const double high = std::log(values.back());
    if (!(high > low))
        return shape;
    shape.threshold = quantile(0.8);
    shape.bars.assign(barCount, 0);
    const auto barOf = [&](double value) {
        const double position = (std::log(value) - low) / (high - low) * barCount;
        return std::clamp(int(position), 0, barCount - 1);
    };
    for (const double value : values)
        ++shape.bars[std::size_t(barOf(value))];
    shape.firstGold = barOf(shape.threshold);
    return shape;
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    return QColor::fromRgbF(float(a.redF() + (b.redF() - a.redF()) * share),
                            float(a.greenF() + (b.greenF() - a.greenF()) * share),
                            float(a.blueF() + (b.blueF() - a.blueF()) * share));
}

void paintPanel(QPainter &painter, const Silhouette &shape)
{
    const Theme light(Theme::Kind::Light);
    const Theme dark(Theme::Kind::Dark);
    const QColor ground = mixed(light.color("primaryHover"), dark.color("chrome"), 0.15);
    painter.fillRect(QRectF(0, 0, sheetWidth, panelHeight), ground);
    if (shape.bars.empty())
        return;
    const int tallest = *std::max_element(shape.bars.begin(), shape.bars.end());
    const qreal step = sheetWidth / qreal(shape.bars.size());
    for (std::size_t bar = 0; bar < shape.bars.size(); ++bar) {
        const qreal height = 150.0 * shape.bars[bar] / tallest;
        const QColor fill = int(bar) >= shape.firstGold
                                ? dark.category(Theme::Amber)
                                : mixed(light.color("primary"), dark.color("primary"), 0.25);
        painter.fillRect(QRectF(qreal(bar) * step + 1, panelHeight - height, step - 2, height),
                         fill);
    }
}

/// Word and mark of the product in the panel's upper corner.
void paintBrand(QPainter &painter, const Typesetter &typesetter)
{
    const Theme dark(Theme::Kind::Dark);
    const QRectF mark = typesetter.mirrored(QRectF(margin, margin, 22, 22));
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme(Theme::Kind::Light).color("primary"));
    painter.drawRoundedRect(mark, 5, 5);
    painter.setBrush(Qt::NoBrush);
    const qreal unit = mark.width() / 22;
    const auto at = [&](qreal x, qreal h, qreal width) {
        return QRectF(mark.left() + x * unit, mark.bottom() - (4.5 + h) * unit, width * unit,
                      h * unit);
    };
    painter.fillRect(at(4.5, 5, 3), Qt::white);
    painter.fillRect(at(9.5, 9, 3), Qt::white);
    painter.fillRect(at(14.5, 13, 3), dark.category(Theme::Amber));
    const TextStyle brand{13, Weight::SemiBold, Qt::white, 1.4};
    const QRectF box = typesetter.mirrored(QRectF(margin + 30, margin + 1.5, 200, 20));
    typesetter.drawLine(painter, QCoreApplication::translate("ReportPrinter", "Qeema"), brand, box);
}

struct Fact
{
    QString label;
    QString value;
};

QList<Fact> facts(const Report::ReportContent &content, const Insights::Analysis &analysis,
                  const NumberFormat &format)
{
    QList<Fact> list;
    QString company = content.client;
    if (analysis.query.settings.isDemo)
        company = QCoreApplication::translate("ReportPrinter", "%1 (demo data)").arg(company);
    list.append({QCoreApplication::translate("ReportPrinter", "Company"), company});
    if (!content.period.isEmpty())
        list.append({QCoreApplication::translate("ReportPrinter", "Period"), content.period});
    list.append({QCoreApplication::translate("ReportPrinter", "Data"), content.dataDate});
    if (!analysis.clv.purchaseFit.model.isEmpty()) {
        const WorkspaceSettings &settings = analysis.query.settings;
        const std::optional<Clv::Model> model = Clv::modelFromName(analysis.clv.purchaseFit.model);
        const QString title = model ? Clv::modelTitle(*model) : analysis.clv.purchaseFit.model;
        const QString discount = format.percent(settings.annualDiscountRate);
        const QString margin = format.percent(settings.margin);
        const QString method =
            settings.horizonMonths > 0
                ? QCoreApplication::translate(
                      "ReportPrinter", "%1, horizon of %n month(s), %2 discount a year, %3 margin",
                      nullptr, settings.horizonMonths)
                      .arg(title, discount, margin)
                : QCoreApplication::translate("ReportPrinter",
                                              "%1, whole lifetime, %2 discount a year, %3 margin")
                      .arg(title, discount, margin);
        list.append(
            {QCoreApplication::translate("ReportPrinter", "Method"), format.shapeDigits(method)});
    }
    return list;
}

} // namespace

void paintCover(QPainter &painter, const Typesetter &typesetter,
                const Report::ReportContent &content, const Insights::Analysis &analysis,
                const QList<OutlineEntry> &contents)
{
    const Theme theme(Theme::Kind::Light);
    const NumberFormat format(content.options.language, content.options.digits);
    const Silhouette shape = silhouette(analysis.clv);
    paintPanel(painter, shape);
    paintBrand(painter, typesetter);

    qreal y = 118;
    const TextStyle titleStyle{34, Weight::SemiBold, Qt::white, 1.2};
    const auto title = typesetter.layOut(content.title, titleStyle, 0.7 * contentWidth);
    painter.setPen(titleStyle.color);
    const QRectF titleBox = typesetter.mirrored(QRectF(margin, y, 0.7 * contentWidth, 100));
    title->draw(&painter, titleBox.topLeft());
    y += typesetter.height(*title) + 12;
    const QColor soft = mixed(Qt::white, theme.color("primaryHover"), 0.2);
    const TextStyle subtitleStyle{14, Weight::Regular, soft, 1.5};
    for (const QString &line : {content.client, content.period}) {
        typesetter.drawLine(painter, line, subtitleStyle, QRectF(margin, y, contentWidth, 22));
        y += 22;
    }

    y = panelHeight + 20;
    const TextStyle label{9, Weight::Regular, theme.color("text2"), 1.4};
    const TextStyle strong{9, Weight::SemiBold, theme.color("text"), 1.4};
    if (analysis.clv.customers > 0) {
        const QString currency = analysis.query.settings.currency.code;
        typesetter.drawLine(painter,
                            QCoreApplication::translate("ReportPrinter", "Customer equity"), label,
                            QRectF(margin, y, contentWidth, 14));
        const TextStyle figure{28, Weight::SemiBold, theme.color("primary"), 1.2};
        const QString equity = format.moneyShort(analysis.clv.totalClv, currency);
        const qreal width = typesetter.width(equity, figure) + 6;
        typesetter.drawLine(painter, equity, figure,
                            typesetter.mirrored(QRectF(margin, y + 13, width, 36)));
        //: %1, %3 and %4 are amounts of money, %2 a percentage
        QString sentence =
            QCoreApplication::translate("ReportPrinter",
                                        "%n customer(s) with a mean lifetime value of %1. The %2 "
                                        "interval of the equity runs from %3 to %4.",
                                        nullptr, int(analysis.clv.customers));
        sentence.replace(QString::number(analysis.clv.customers),
                         format.integer(analysis.clv.customers));
        sentence = sentence.arg(format.money(analysis.clv.meanClv, currency),
                                format.percent(analysis.clv.query.intervalLevel),
                                format.moneyShort(analysis.clv.totalLow, currency),
                                format.moneyShort(analysis.clv.totalHigh, currency));
        typesetter.draw(painter, sentence, {10, Weight::Regular, theme.color("text2"), 1.5},
                        typesetter.mirrored(
                            QRectF(margin + width + 24, y + 10, contentWidth - width - 24, 45)));
        y += 66;
    }
    const auto row = [&](const QString &left, const QString &right, qreal leftWidth,
                         const TextStyle &rightStyle) {
        typesetter.drawLine(painter, left, label,
                            typesetter.mirrored(QRectF(margin, y + 3, leftWidth - 8, 14)));
        typesetter.drawLine(
            painter, right, rightStyle,
            typesetter.mirrored(QRectF(margin + leftWidth, y + 3, contentWidth - leftWidth, 14)));
        y += 20;
        painter.fillRect(QRectF(margin, y - 0.25, contentWidth, 0.5), theme.color("border"));
    };
    for (const Fact &fact : facts(content, analysis, format))
        row(fact.label, fact.value, 110, strong);

    y += 16;
    typesetter.drawLine(painter, QCoreApplication::translate("ReportPrinter", "Contents"),
                        {11, Weight::SemiBold, theme.color("text"), 1.4},
                        QRectF(margin, y, contentWidth, 16));
    y += 19;
    for (const OutlineEntry &entry : contents) {
        typesetter.drawLine(painter, entry.title, {9, Weight::Regular, theme.color("text"), 1.4},
                            typesetter.mirrored(QRectF(margin, y, contentWidth - 50, 14)));
        typesetter.drawLine(painter, format.integer(entry.page + 1), label,
                            typesetter.mirrored(QRectF(sheetWidth - margin - 50, y, 50, 14)),
                            Qt::AlignTrailing);
        y += 16;
    }
    if (!shape.bars.empty()) {
        const QString note =
            QCoreApplication::translate("ReportPrinter",
                                        "Bars: customers by lifetime value, logarithmic scale. "
                                        "Gold: the fifth with the highest value, above %1.")
                .arg(format.money(shape.threshold, analysis.query.settings.currency.code));
        typesetter.drawLine(painter, note, {8, Weight::Regular, theme.color("text3"), 1.4},
                            QRectF(margin, sheetHeight - margin - 12, contentWidth, 12));
    }
}

} // namespace Print

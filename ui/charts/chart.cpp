#include "ui/charts/chart.h"

#include "ui/charts/chartaccessible.h"
#include "ui/charts/plottools.h"
#include "ui/style/display.h"
#include "ui/style/icons.h"
#include "ui/widgets/emptystate.h"

#include <QAction>
#include <QGraphicsOpacityEffect>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace {

struct ActionDefinition
{
    QString name;
    QString icon;
    QKeySequence shortcut;
};

} // namespace

Chart::Chart(const QString &name, Display &display, QWidget *parent)
    : QWidget(parent), m_display(display), m_name(name), m_plot(new QCustomPlot(this))
{
    setObjectName(name);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_NoMousePropagation, false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    auto *layout = new QStackedLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_plot);
    makePlot();
    makeActions();
    installChartAccessibility();
    connect(&display, &Display::changed, this, [this] {
        if (m_prepared)
            renew();
    });
}

Chart::~Chart() = default;

void Chart::makePlot()
{
    // Without the hint a line wider than 1 px costs a hundred times as much.
    m_plot->setPlottingHint(QCP::phFastPolylines);
    m_plot->setFocusPolicy(Qt::NoFocus);
    // A plot takes every wheel event, which would stop the page from scrolling.
    m_plot->setAttribute(Qt::WA_NoMousePropagation, false);
    // Dimmed, the plot lets the card shine through, so the ground behind it must be painted too.
    m_plot->setAttribute(Qt::WA_OpaquePaintEvent, false);
    m_plot->setMouseTracking(true);
    m_plot->installEventFilter(this);
    m_plot->addLayer(u"marks"_s, m_plot->layer(u"axes"_s), QCustomPlot::limAbove);
    // Crosshair, tooltip and brush are drawn alone, without the rest.
    m_plot->layer(u"overlay"_s)->setMode(QCPLayer::lmBuffered);
    m_plot->axisRect()->setupFullAxesBox(false);
    for (QCPAxis *axis : {m_plot->xAxis2, m_plot->yAxis2})
        axis->setVisible(false);
    // The canvases belong to the plot.
    new PlotTools::Canvas(m_plot, u"background"_s, [this](QCPPainter *painter) {
        if (!m_empty)
            drawUnder(painter);
    });
    new PlotTools::Canvas(m_plot, u"marks"_s, [this](QCPPainter *painter) {
        if (!m_empty)
            drawOver(painter);
    });
    new PlotTools::Canvas(m_plot, u"overlay"_s, [this](QCPPainter *painter) {
        if (m_empty)
            return;
        drawOverlay(painter);
        if (!m_exporting)
            drawHover(painter);
    });
    connect(m_plot, &QCustomPlot::beforeReplot, this,
            [this] { prepareLayout(QSizeF(m_plot->viewport().size())); });
    connect(m_plot, &QCustomPlot::afterLayout, this, [this] { m_marksStale = true; });
}

void Chart::makeActions()
{
    const QList<ActionDefinition> definitions{
        {u"copyImage"_s, u"image"_s, QKeySequence(Qt::CTRL | Qt::Key_C)},
        {u"copyData"_s, u"copy"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C)},
        {},
        {u"exportPng"_s, u"export"_s, {}},
        {u"exportSvg"_s, {}, {}},
        {u"exportPdf"_s, {}, {}},
        {u"exportCsv"_s, u"table"_s, {}},
        {},
        {u"resetZoom"_s, u"refit"_s, {}},
    };
    for (const ActionDefinition &definition : definitions) {
        auto *action = new QAction(this);
        if (definition.name.isEmpty()) {
            action->setSeparator(true);
        } else {
            action->setObjectName(definition.name);
            action->setShortcut(definition.shortcut);
            action->setShortcutContext(Qt::WidgetShortcut);
            if (!definition.icon.isEmpty())
                action->setIcon(Icons::icon(definition.icon, m_display));
        }
        m_actions.append(action);
        addAction(action);
    }
    connect(menuAction(u"copyImage"_s), &QAction::triggered, this, &Chart::copyImage);
    connect(menuAction(u"copyData"_s), &QAction::triggered, this, &Chart::copyData);
    connect(menuAction(u"resetZoom"_s), &QAction::triggered, this, &Chart::resetZoom);
    connect(menuAction(u"exportPng"_s), &QAction::triggered, this,
            [this] { exportWithDialog(Format::Png); });
    connect(menuAction(u"exportSvg"_s), &QAction::triggered, this,
            [this] { exportWithDialog(Format::Svg); });
    connect(menuAction(u"exportPdf"_s), &QAction::triggered, this,
            [this] { exportWithDialog(Format::Pdf); });
    connect(menuAction(u"exportCsv"_s), &QAction::triggered, this,
            [this] { exportWithDialog(Format::Csv); });
    renewActionTexts();
}

void Chart::renewActionTexts()
{
    const auto set = [this](const QString &name, const QString &text) {
        menuAction(name)->setText(text);
    };
    set(u"copyImage"_s, tr("Copy image"));
    set(u"copyData"_s, tr("Copy data"));
    set(u"exportPng"_s, tr("Export as PNG…"));
    set(u"exportSvg"_s, tr("Export as SVG…"));
    set(u"exportPdf"_s, tr("Export as PDF…"));
    set(u"exportCsv"_s, tr("Export data as CSV…"));
    set(u"resetZoom"_s, tr("Reset zoom"));
    for (QAction *action : m_actions) {
        if (action->objectName() != u"resetZoom")
            action->setEnabled(!m_empty);
    }
    menuAction(u"resetZoom"_s)->setEnabled(!m_empty && m_zoomable);
}

QAction *Chart::menuAction(const QString &objectName) const
{
    for (QAction *action : m_actions) {
        if (action->objectName() == objectName)
            return action;
    }
    return nullptr;
}

QString Chart::title() const
{
    if (!m_titleOverride.isNull())
        return m_titleOverride;
    return m_title.isEmpty() ? m_plainName : m_title;
}

QString Chart::subtitle() const
{
    return m_subtitleOverride.isNull() ? m_subtitle : m_subtitleOverride;
}

void Chart::setTitleOverride(const QString &title, const QString &subtitle)
{
    m_titleOverride = title;
    m_subtitleOverride = subtitle;
    emit titleChanged();
}

void Chart::setTexts(const QString &name, const QString &finding, const QString &title,
                     const QString &subtitle)
{
    m_plainName = name;
    m_finding = finding;
    m_title = title;
    m_subtitle = subtitle;
    setAccessibleName(this->title());
    setAccessibleDescription(finding);
    emit titleChanged();
}

void Chart::setEmptyText(const QString &title, const QString &reason, const QString &iconName)
{
    m_emptyTitle = title;
    m_emptyReason = reason;
    m_emptyIcon = iconName.isEmpty() ? u"clv"_s : iconName;
    if (m_emptyState)
        m_emptyState->setTexts(title, reason);
}

const QList<Chart::Mark> &Chart::marks() const
{
    if (m_marksStale && !m_exporting) {
        m_marks = m_empty ? QList<Mark>() : buildMarks();
        m_marksStale = false;
    }
    return m_marks;
}

QString Chart::spoken(const Mark &mark)
{
    QStringList parts{mark.title};
    for (const TipRow &row : mark.rows)
        parts << (row.label.isEmpty() ? row.value
                                      : tr("%1: %2", "label and value").arg(row.label, row.value));
    return parts.join(u"; "_s);
}

bool Chart::isMirrored() const { return m_mirrors && m_display.isArabic(); }

QRectF Chart::plotArea() const { return QRectF(m_plot->axisRect()->rect()); }

void Chart::setPlotMargins(int left, int top, int right, int bottom)
{
    QCP::MarginSides automatic = QCP::msNone;
    if (left < 0)
        automatic |= QCP::msLeft;
    if (top < 0)
        automatic |= QCP::msTop;
    if (right < 0)
        automatic |= QCP::msRight;
    if (bottom < 0)
        automatic |= QCP::msBottom;
    QCPAxisRect *rect = m_plot->axisRect();
    rect->setAutoMargins(automatic);
    rect->setMinimumMargins({0, 0, 0, 0});
    rect->setMargins(
        {std::max(left, 0), std::max(top, 0), std::max(right, 0), std::max(bottom, 0)});
}

void Chart::prepareLayout(const QSizeF &size)
{
    // About 45 px from grid line to grid line.
    const int ticks = std::clamp(int(size.height() / 45), 2, 7);
    for (QCPAxis *axis : {m_plot->yAxis, m_plot->yAxis2})
        axis->ticker()->setTickCount(ticks);
    layOut(size);
}

void Chart::dataChanged(bool empty)
{
    m_empty = empty;
    m_prepared = true;
    m_focused = -1;
    m_hovered = -1;
    renew();
    if (!empty)
        resetView();
    m_fullLow = m_plot->xAxis->range().lower;
    m_fullHigh = m_plot->xAxis->range().upper;
    replotQueued();
}

void Chart::prepare()
{
    if (m_prepared)
        return;
    m_prepared = true;
    renew();
}

/// Words, colours and fonts anew; the view stays.
void Chart::renew()
{
    m_plot->setLocale(m_display.format().locale());
    retranslate();
    renewActionTexts();
    stylePlot();
    if (!m_empty)
        applyStyle();
    if (m_empty && !m_emptyState) {
        m_emptyState = new EmptyState(m_display, m_emptyIcon, this);
        layout()->addWidget(m_emptyState);
        m_emptyState->setTexts(m_emptyTitle, m_emptyReason);
    }
    static_cast<QStackedLayout *>(layout())->setCurrentWidget(
        m_empty ? static_cast<QWidget *>(m_emptyState) : m_plot);
    m_marksStale = true;
    updateGeometry();
    replotQueued();
}

void Chart::stylePlot()
{
    const QFont axisFont = m_display.font(Theme::TextRole::Axis);
    const QColor grid = m_display.color("grid");
    const QColor text3 = m_display.color("text3");
    m_plot->setBackground(QBrush(m_display.color("surface")));
    m_plot->setFont(axisFont);
    // Ticks have no length; with another cap some paint engines would make dots of them.
    const QPen noTick(Qt::NoBrush, 1, Qt::NoPen, Qt::FlatCap);
    // Nothing is inherited after construction: every axis, its grid and its zero line.
    for (QCPAxis *axis : {m_plot->xAxis, m_plot->yAxis, m_plot->xAxis2, m_plot->yAxis2}) {
        axis->setTickLabelFont(axisFont);
        axis->setSelectedTickLabelFont(axisFont);
        axis->setLabelFont(axisFont);
        axis->setTickLabelColor(text3);
        axis->setLabelColor(text3);
        axis->setTickPen(noTick);
        axis->setSubTickPen(noTick);
        axis->setSubTicks(false);
        axis->setTickLength(0, 0);
        axis->setTickLabelPadding(6);
        axis->setBasePen(Qt::NoPen);
        axis->grid()->setPen(QPen(grid, 1));
        axis->grid()->setZeroLinePen(QPen(grid, 1));
        axis->grid()->setSubGridVisible(false);
        axis->grid()->setAntialiased(false);
    }
    m_plot->xAxis->grid()->setVisible(false);
    m_plot->xAxis2->grid()->setVisible(false);
    m_plot->xAxis->setTickLabels(false); // painted by the charts, in two levels
    m_plot->xAxis->setBasePen(QPen(m_display.color("borderStrong"), 1));
}

void Chart::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    if (!busy) {
        setGraphicsEffect(nullptr);
        return;
    }
    auto *effect = new QGraphicsOpacityEffect(this);
    effect->setOpacity(0.6);
    setGraphicsEffect(effect);
}

void Chart::resetZoom()
{
    if (m_empty)
        return;
    resetView();
    replotQueued();
}

void Chart::replotOverlay()
{
    if (m_plot->isVisible())
        m_plot->layer(u"overlay"_s)->replot();
}

void Chart::replotQueued()
{
    m_marksStale = true;
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

QSize Chart::sizeHint() const { return {420, 260}; }

QSize Chart::minimumSizeHint() const { return {200, 140}; }

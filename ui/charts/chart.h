#pragma once

#include "models/core/result.h"

#include <QHash>
#include <QList>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QStringList>
#include <QWidget>

#include <memory>

class Display;
class EmptyState;
class QAction;
class QCPLayer;
class QCPPainter;
class QCustomPlot;
class QMenu;

/// A drawing of numbers: base of all charts. It owns a QCustomPlot and gives every chart the same
/// look, hover, keyboard, menu, exports, accessibility, and painting for reports. A chart works
/// without a window: construct it with a Display, call setData() and then exportTo(), image() or
/// paint().
///
/// Title, subtitle and finding are texts of the chart; on screen a ChartCard shows the first two,
/// in exports and reports the chart paints them itself.
class Chart : public QWidget
{
    Q_OBJECT

public:
    struct TipRow
    {
        QString label;
        QString value;
    };
    /// Something the reader can point at or step to: a bar, a point, a stage.
    struct Mark
    {
        QString title;          ///< "Q3 2024"
        QList<TipRow> rows;     ///< in the tooltip; spoken after the title
        QRectF area;            ///< plot pixels that react to the mouse
        QList<QPointF> points;  ///< ringed when hovered or focused
        bool isCrossed = false; ///< a vertical line through the first point
        QPainterPath shape;     ///< what reacts within the area, where that is no rectangle
    };
    enum class Format { Png, Svg, Pdf, Csv };

    /// \a name is the one of `qeema chart --name`, such as "equity-trend".
    Chart(const QString &name, Display &display, QWidget *parent = nullptr);
    ~Chart() override;

    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QString title() const;    ///< the finding, or the plain name when there is none
    [[nodiscard]] QString subtitle() const; ///< unit, interval, a cut axis
    [[nodiscard]] QString finding() const
    {
        return m_finding;
    } ///< one sentence with numbers, spoken
    /// Another title or subtitle than the chart's own (a report's); null strings give the own back.
    void setTitleOverride(const QString &title, const QString &subtitle = {});
    [[nodiscard]] bool isEmpty() const { return m_empty; }
    /// The numbers behind the picture: headings first, then rows. Plain numbers and ISO dates.
    [[nodiscard]] virtual QList<QStringList> dataTable() const = 0;

    [[nodiscard]] const QList<Mark> &marks() const;
    [[nodiscard]] int focusedMark() const { return m_focused; }
    [[nodiscard]] int hoveredMark() const { return m_hovered; }
    void setFocusedMark(int index); ///< −1: none; speaks it
    [[nodiscard]] static QString spoken(const Mark &mark);

    /// Copy image, Copy data, Export PNG, SVG, PDF, CSV, Reset zoom, with stable object names
    /// "copyImage", "copyData", "exportPng", "exportSvg", "exportPdf", "exportCsv", "resetZoom".
    /// For menus; owned by the chart.
    [[nodiscard]] QList<QAction *> menuActions() const { return m_actions; }
    [[nodiscard]] QAction *menuAction(const QString &objectName) const;

    /// Paints with one unit per design pixel (scale the painter first); text stays text, lines stay
    /// lines. \a withTitle paints title and subtitle above. Hover and focus are never painted.
    void paint(QCPPainter &painter, const QSizeF &size, bool withTitle = true);
    [[nodiscard]] QImage image(const QSize &size, double pixelRatio = 1, bool withTitle = true);
    /// Writes png (at twice the size in pixels), svg, pdf or csv by the file's extension. \a size
    /// in design pixels; empty: the chart's usual size. Fails with a sentence on another extension
    /// or a file that cannot be written.
    [[nodiscard]] Result<void> exportTo(const QString &file, const QSize &size = {});
    [[nodiscard]] virtual QSize exportSize() const { return {720, 400}; }

    /// Asks for a file and exports; the outcome comes as exported() or exportFailed().
    void exportWithDialog(Format format);

    /// Dims to 60 %: old numbers while new ones are computed.
    void setBusy(bool busy);
    [[nodiscard]] QCustomPlot *plot() const { return m_plot; }
    [[nodiscard]] Display &display() const { return m_display; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public slots:
    void copyImage();
    void copyData();
    void resetZoom();
    void openMenu(); ///< at the focused mark; what Menu and Shift+F10 do

signals:
    void titleChanged();
    void markActivated(int index, Qt::KeyboardModifiers modifiers); ///< clicked, or Enter
    void markHovered(int index);                                    ///< −1: none
    void exported(const QString &file);
    void exportFailed(const Error &error);

protected:
    /// Words: call setTexts() and setEmptyText() and name the axes. Called at construction end
    /// (first show or use), on LanguageChange and after each dataChanged().
    virtual void retranslate() = 0;
    /// Colours and fonts of the chart's own plottables. Called with the theme; the base does axes
    /// and grid.
    virtual void applyStyle() {}
    /// Axis ranges from the data; also what Reset zoom does.
    virtual void resetView() {}
    /// The marks in pixels of the finished layout, in reading order.
    [[nodiscard]] virtual QList<Mark> buildMarks() const { return {}; }
    /// The mark that \a key leads to from \a index; the base steps left and right as seen, Home and
    /// End.
    [[nodiscard]] virtual int neighbour(int index, Qt::Key key) const;
    /// Space the chart needs outside its axes, in pixels of the current size.
    /// Sets the margins for them; called before each layout.
    virtual void layOut(const QSizeF &size) { Q_UNUSED(size) }
    /// Fixed margins around the axes; −1: as much as the axis needs.
    void setPlotMargins(int left, int top, int right, int bottom);
    /// Painting behind and in front of the plottables, and on top (brush; redrawn alone).
    virtual void drawUnder(QCPPainter *painter) const { Q_UNUSED(painter) }
    virtual void drawOver(QCPPainter *painter) const { Q_UNUSED(painter) }
    virtual void drawOverlay(QCPPainter *painter) const { Q_UNUSED(painter) }
    /// Mouse and keys before the base looks at them; true: done.
    virtual bool pressed(const QPointF &position, Qt::MouseButton button,
                         Qt::KeyboardModifiers modifiers);
    virtual bool moved(const QPointF &position, Qt::MouseButtons buttons);
    virtual bool released(const QPointF &position, Qt::MouseButton button);
    virtual bool keyPressed(Qt::Key key, Qt::KeyboardModifiers modifiers);
    virtual bool doubleClicked(const QPointF &position);
    /// The horizontal axis can be zoomed with Ctrl+wheel and panned with the middle button.
    void setZoomable(bool zoomable) { m_zoomable = zoomable; }
    /// Funnel, waterfall, bars: mirrored in right-to-left.
    void setMirrors(bool mirrors) { m_mirrors = mirrors; }
    [[nodiscard]] bool isMirrored() const;

    void setTexts(const QString &name, const QString &finding, const QString &title,
                  const QString &subtitle);
    void setEmptyText(const QString &title, const QString &reason, const QString &iconName = {});
    /// After setData(): renews words, style, view and accessibility.
    void dataChanged(bool empty);
    void replotOverlay();
    void replotQueued();
    [[nodiscard]] bool isExporting() const { return m_exporting; }
    [[nodiscard]] QRectF plotArea() const; ///< of the axis rect, in pixels

    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void prepare();
    void prepareLayout(const QSizeF &size);
    void makePlot();
    void makeActions();
    void renewActionTexts();
    void renew();
    void stylePlot();
    void setHovered(int index);
    [[nodiscard]] int markAt(const QPointF &position) const;
    void drawHover(QCPPainter *painter) const;
    void drawTip(QCPPainter *painter, const Mark &mark) const;
    bool plotEvent(QEvent *event);
    void zoom(const QPointF &position, double steps);
    void pan(double pixels);
    void limitRange();
    void announce();
    /// Title and subtitle at the top; the height they took.
    double paintTitle(QCPPainter &painter, double width) const;
    [[nodiscard]] Result<void> write(const QString &file, Format format, const QSize &size);
    [[nodiscard]] QByteArray svg(const QSize &size);
    [[nodiscard]] QByteArray csv() const;
    [[nodiscard]] bool writePdf(const QString &file, const QSize &size);

    Display &m_display;
    QString m_name;
    QString m_plainName;
    QString m_finding;
    QString m_title;
    QString m_subtitle;
    QString m_titleOverride;
    QString m_subtitleOverride;
    QString m_emptyTitle;
    QString m_emptyReason;
    QString m_emptyIcon = QStringLiteral("clv");
    QCustomPlot *m_plot;
    EmptyState *m_emptyState = nullptr;
    QList<QAction *> m_actions;
    mutable QList<Mark> m_marks;
    mutable bool m_marksStale = true;
    int m_focused = -1;
    int m_hovered = -1;
    int m_pressed = -1;
    double m_panPixel = 0;
    double m_fullLow = 0;
    double m_fullHigh = 1;
    bool m_prepared = false;
    bool m_empty = true;
    bool m_busy = false;
    bool m_exporting = false;
    bool m_zoomable = false;
    bool m_mirrors = false;
    bool m_panning = false;
    bool m_keyboardFocus = false;
};

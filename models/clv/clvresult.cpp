#include "models/clv/clvresult.h"

#include "models/clv/bgbb.h"
#include "models/clv/bgnbd.h"
#include "models/clv/cnbdk.h"
#include "models/clv/ggomnbd.h"
#include "models/clv/mbgnbd.h"
#include "models/clv/models.h"
#include "models/clv/nbd.h"
#include "models/clv/paretonbd.h"

#include <array>

namespace Clv {

using namespace Qt::StringLiterals;

namespace {

struct ModelNames
{
    Model model;
    const char16_t *name;
    const char16_t *title;
};

constexpr std::array<ModelNames, 11> modelNames{{
    {Model::Nbd, u"nbd", u"NBD"},
    {Model::ParetoNbd, u"pareto-nbd", u"Pareto/NBD"},
    {Model::BgNbd, u"bg-nbd", u"BG/NBD"},
    {Model::MbgNbd, u"mbg-nbd", u"MBG/NBD"},
    {Model::BgCnbdK, u"bg-cnbd-k", u"BG/CNBD-k"},
    {Model::MbgCnbdK, u"mbg-cnbd-k", u"MBG/CNBD-k"},
    {Model::GgomNbd, u"ggom-nbd", u"GGom/NBD"},
    {Model::BgBb, u"bg-bb", u"BG/BB"},
    {Model::Sbg, u"sbg", u"sBG"},
    {Model::Bdw, u"bdw", u"BdW"},
    {Model::Auto, u"auto", u"Auto"},
}};

struct SpendNames
{
    SpendModel model;
    const char16_t *name;
};

constexpr std::array<SpendNames, 3> spendNames{{
    {SpendModel::GammaGamma, u"gamma-gamma"},
    {SpendModel::ObservedMean, u"observed-mean"},
    {SpendModel::None, u"none"},
}};

struct DiscountingNames
{
    Discounting discounting;
    const char16_t *name;
};

constexpr std::array<DiscountingNames, 3> discountingNames{{
    {Discounting::Continuous, u"continuous"},
    {Discounting::Monthly, u"monthly"},
    {Discounting::Yearly, u"yearly"},
}};

} // namespace

QString modelName(Model model)
{
    for (const ModelNames &entry : modelNames) {
        if (entry.model == model)
            return QString::fromUtf16(entry.name);
    }
    return {};
}

std::optional<Model> modelFromName(const QString &name)
{
    for (const ModelNames &entry : modelNames) {
        if (name == QStringView(entry.name))
            return entry.model;
    }
    return std::nullopt;
}

QString modelTitle(Model model)
{
    for (const ModelNames &entry : modelNames) {
        if (entry.model == model)
            return QString::fromUtf16(entry.title);
    }
    return {};
}

QString spendModelName(SpendModel model)
{
    for (const SpendNames &entry : spendNames) {
        if (entry.model == model)
            return QString::fromUtf16(entry.name);
    }
    return {};
}

std::optional<SpendModel> spendModelFromName(const QString &name)
{
    for (const SpendNames &entry : spendNames) {
        if (name == QStringView(entry.name))
            return entry.model;
    }
    return std::nullopt;
}

QString discountingName(Discounting discounting)
{
    for (const DiscountingNames &entry : discountingNames) {
        if (entry.discounting == discounting)
            return QString::fromUtf16(entry.name);
    }
    return {};
}

std::optional<Discounting> discountingFromName(const QString &name)
{
    for (const DiscountingNames &entry : discountingNames) {
        if (name == QStringView(entry.name))
            return entry.discounting;
    }
    return std::nullopt;
}

bool isContractual(Model model) { return model == Model::Sbg || model == Model::Bdw; }

bool takesCovariates(Model model) { return model == Model::ParetoNbd || model == Model::BgNbd; }

std::unique_ptr<const PurchaseModel> purchaseModel(Model model, int k)
{
    switch (model) {
    case Model::Nbd:
        return std::make_unique<NbdModel>();
    case Model::ParetoNbd:
        return std::make_unique<ParetoNbdModel>();
    case Model::BgNbd:
        return std::make_unique<BgNbdModel>();
    case Model::MbgNbd:
        return std::make_unique<MbgNbdModel>();
    case Model::BgCnbdK:
        return std::make_unique<CnbdKModel>(0, k, 0);
    case Model::MbgCnbdK:
        return std::make_unique<CnbdKModel>(1, k, 0);
    case Model::GgomNbd:
        return std::make_unique<GgomNbdModel>();
    case Model::BgBb:
        return std::make_unique<BgBbModel>();
    case Model::Sbg:
    case Model::Bdw:
    case Model::Auto:
        break;
    }
    return nullptr;
}

std::vector<std::size_t> shiftedParameters(Model model)
{
    if (model == Model::ParetoNbd)
        return {1, 3};
    if (model == Model::BgNbd)
        return {1, 2, 3};
    return {};
}

QList<Model> candidateModels()
{
    return {Model::Nbd,     Model::BgNbd,    Model::ParetoNbd, Model::MbgNbd,
            Model::BgCnbdK, Model::MbgCnbdK, Model::GgomNbd};
}

PeriodUnit usualPeriod(Model model)
{
    if (isContractual(model))
        return PeriodUnit::Month;
    return model == Model::BgBb ? PeriodUnit::Year : PeriodUnit::Week;
}

double periodsPerYear(PeriodUnit unit)
{
    switch (unit) {
    case PeriodUnit::Day:
        return 365;
    case PeriodUnit::Week:
        return 52;
    case PeriodUnit::Month:
        return 12;
    case PeriodUnit::Quarter:
        return 4;
    case PeriodUnit::Year:
        break;
    }
    return 1;
}

} // namespace Clv

import { toDaysBetween, toMonthsBetween } from "./days.js";
/** Derives the life stage of a visit from birth date and date; `lain` where no stage of the programme fits or the birth date is unknown. */
export function toLifeStage(programme, birthDate, date) {
    if (birthDate === undefined)
        return 'lain';
    const days = toDaysBetween(birthDate, date);
    const months = toMonthsBetween(birthDate, date);
    for (const group of programme.groups.values()) {
        const stage = group.stages.find(({ from, below }) => isReached(from, days, months) && !isReached(below, days, months));
        if (stage !== undefined)
            return stage.is;
    }
    return 'lain';
}
/** The group of stages to which a stage belongs; undefined for `lain`. */
export function toStageGroup(programme, stage) {
    return [...programme.groups.values()].find(({ stages }) => stages.some(({ is }) => is === stage));
}
function isReached(age, days, months) {
    return 'days' in age ? days >= age.days : months >= age.months;
}
//# sourceMappingURL=programme.js.map
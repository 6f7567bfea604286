import type { Issue } from '../../fhir/issue.ts';
import { toContentVersion } from '../../map/content-version.ts';
import { toGiven } from '../../map/given.ts';
import type { TableFile, Table } from '../../map/tables/read-table.ts';
import type { ReportFault } from '../status/check-words.ts';
import { checkSettings, chooseSettings, isChosen } from '../status/check-words.ts';
import type { KnownVaccines } from './check-immunization.ts';
import { checkImmunization } from './check-immunization.ts';
import type { WrittenCampaign, WrittenImmunization, WrittenLine } from './immunization-schema.ts';
import type { Campaign, DoseInterval, ImmunizationTables, ScheduleLine } from './immunization-tables.ts';
import type { WrittenInForce } from './to-in-force.ts';
import { toInForce } from './to-in-force.ts';

type Written = WrittenImmunization;
type Path = readonly (string | number)[];
type Source = Pick<Written['limits'][number], 'validFrom' | 'validTo'>;

interface Context {
  readonly value: Written;
  readonly chosen: Readonly<Record<string, string>>;
  readonly report: ReportFault;
}

/** Compiles programme/immunization.yaml: vaccines known, limits possible, no two lines of a dose on one day. */
export function compileImmunization(
  file: TableFile,
  { value, fault }: Table<Written>,
  known: KnownVaccines,
  issues: Issue[],
): ImmunizationTables {
  const report: ReportFault = (path, message) => issues.push(fault(path, message));
  const chosen = chooseSettings(value.settings, report);
  const context = { value, chosen, report };
  const tables: ImmunizationTables = {
    version: toContentVersion([file]),
    settings: chosen,
    lateDays: value.late.days,
    schedule: toSchedule(context),
    schoolYearMonth: value.schoolYear.month,
    earliest: toInForce(
      listByDose('earliest', value.earliest, ({ age }) => ({ age })),
      report,
    ),
    limits: toInForce(
      listByDose('limits', value.limits, ({ below }) => ({ below })),
      report,
    ),
    intervals: toIntervals(context),
    sets: toSets(context),
    zeroDose: value.zeroDose,
    newbornBelow: value.newborn.below,
    recallBelow: value.recall.below,
    tetanus: toInForce(
      value.tetanus.map(({ doses, ...source }, at) => toWritten('T', source, { doses }, ['tetanus', at])),
      report,
    ),
    campaigns: value.campaigns.map(toCampaign),
    products: value.products.flatMap(({ of, products }) => products.map(({ names = [], ...each }) => ({ ...each, of, names }))),
  };
  checkImmunization(value, tables, known, report);
  return tables;
}

function toWritten<T>(key: string, { validFrom, validTo }: Source, line: T, path: Path): WrittenInForce<T> {
  return { key, validFrom, validTo, line, path };
}

function toSchedule({ value, chosen, report }: Context): readonly ScheduleLine[] {
  const lines = value.schedule.flatMap(({ doses, ...source }, at) =>
    doses.flatMap((line, index) => {
      const path = ['schedule', at, 'doses', index];
      checkSettings([...path, 'setting'], line.setting, { settings: value.settings, report });
      return isChosen(line.setting, chosen) ? [toWritten(line.of, source, toLine(line, value), path)] : [];
    }),
  );
  return toInForce(lines, report);
}

function toLine(line: WrittenLine, { areas, late }: Written): Omit<ScheduleLine, 'from' | 'to'> {
  const { setting: _setting, area, lateDays = late.days, ...rest } = line;
  return { ...rest, lateDays, ...toGiven({ areas: area === undefined ? undefined : areas[area]?.codes }) };
}

function listByDose<W extends Source & { readonly doses: readonly string[] }, T>(
  key: string,
  groups: readonly W[],
  toValue: (group: W) => T,
): readonly WrittenInForce<T & { readonly of: string }>[] {
  return groups.flatMap((group, at) =>
    group.doses.map((of, index) => toWritten(of, group, { of, ...toValue(group) }, [key, at, 'doses', index])),
  );
}

function toIntervals({ value, report }: Context): readonly DoseInterval[] {
  const lines = value.intervals.flatMap(({ doses, least, ...source }, at) =>
    doses.slice(1).map((of, index) => {
      const after = doses[index] ?? '';
      return toWritten(of, source, { of, after, least }, ['intervals', at, 'doses', index + 1]);
    }),
  );
  return toInForce(lines, report);
}

function toSets({ value, chosen, report }: Context): ImmunizationTables['sets'] {
  return Object.entries(value.sets).map(([key, { by, versions }]) => {
    const lines = versions.flatMap(({ doses, setting, ...source }, at) => {
      const path = ['sets', key, 'versions', at];
      checkSettings([...path, 'setting'], setting, { settings: value.settings, report });
      return isChosen(setting, chosen) ? [toWritten(key, source, { doses }, path)] : [];
    });
    return { key, by, versions: toInForce(lines, report) };
  });
}

function toCampaign({ is, title, from, to, area, age, sex, doses, counts }: WrittenCampaign): Campaign {
  return { is, title, from, to, age, doses, ...toGiven({ areas: area, sex, counts: counts === false ? undefined : counts }) };
}

import type { BundleInput } from '../bundle/bundle-input.ts';
import type { Programme } from '../programme.ts';
import type { Source } from '../source.ts';
import type { OriginRule } from './element-origin.ts';
import type { Subject } from './subjects.ts';
import { toResources, type LeafyResource, type WorldVisit } from './world.ts';

/** The tables and registers a visit's Bundle was made with. */
export interface RuleTables {
  readonly programme: Programme;
  readonly source: Source;
  /** Version of the register of places. */
  readonly site: string;
  readonly environment: string;
}

/** Names the rules of one leaf; `told` is true where a cell says it. */
export type RulesOf = (subject: Subject, key: string, told: boolean) => readonly OriginRule[];

/** What stands behind the leaves of a visit beside its cells, seen by changing the tables instead. */
export function toRules(visit: WorldVisit, tables: RuleTables): RulesOf {
  const input = visit.input();
  const touched = input === undefined ? [] : listTables(input, tables).map((table) => toTouched(visit, table));
  return (subject, key, told) => {
    const { path } = subject.resource.leaves.get(key) ?? { path: '' };
    if (path.endsWith('.reference')) return [{ is: 'rujukan', of: path }];
    const by = touched.filter(({ rule, has }) => has(subject, key) && (rule.is !== 'sumber' || !told)).map(({ rule }) => rule);
    const element = toElementRule(subject, key, { input, tables });
    const all = [...(element === undefined ? [] : [element]), ...by];
    return all.length > 0 ? all : [{ is: 'profil', of: toProfile(subject.resource) }];
  };
}

/** One table, and the same visit where it says something else. */
interface OtherTable {
  readonly rule: OriginRule;
  readonly inputs: readonly BundleInput[];
}

function listTables(input: BundleInput, { programme, source, site, environment }: RuleTables): readonly OtherTable[] {
  const { visit, place, hours } = input;
  const at = (moment: string): string => moment.replace(/T.*$/, 'T01:02:03+00:00');
  const stages = [...programme.groups.values()].flatMap((group) => group.stages.map(({ is }) => is));
  const [code, name] = [`${place.code}-lain`, `${place.name} lain`];
  const renamed = { code, name };
  const ofSource = { rule: { is: 'sumber', of: source.name, version: source.version } } as const;
  return [
    {
      rule: { is: 'jejaring', of: place.code, version: site },
      inputs: [
        { ...input, place: { ...place, ...renamed } },
        { ...input, place: { ...place, kind: place.kind === 'posyandu' ? 'puskesmas' : 'posyandu' } },
        { ...input, hours: { ...hours, start: at(hours.start), end: at(hours.end) } },
      ],
    },
    {
      rule: { is: 'tahap', of: visit.lifeStage, version: programme.version },
      inputs: stages.filter((stage) => stage !== visit.lifeStage).map((lifeStage) => ({ ...input, visit: { ...visit, lifeStage } })),
    },
    { ...ofSource, inputs: listSources(input) },
    { rule: { is: 'lingkungan', of: environment }, inputs: [{ ...input, environment: `${environment}-lain` }] },
  ];
}

/** What a source says of all its visits. */
function listSources(input: BundleInput): readonly BundleInput[] {
  const { visit } = input;
  const others = (['kader', 'nakes', 'sistem'] as const).filter((recorder) => recorder !== visit.recorder);
  return [
    { ...input, visit: { ...visit, service: `${visit.service}-lain` } },
    { ...input, visit: { ...visit, service: 'kunjungan-rumah' } },
    { ...input, visit: { ...visit, verified: !visit.verified } },
    ...others.map((recorder) => ({ ...input, visit: { ...visit, recorder } })),
  ];
}

interface Touched {
  readonly rule: OriginRule;
  readonly has: (subject: Subject, key: string) => boolean;
}

function toTouched(visit: WorldVisit, { rule, inputs }: OtherTable): Touched {
  const others = inputs.map(toResources);
  return {
    rule,
    has: ({ id, resource }, key) => {
      const value = resource.leaves.get(key)?.value;
      return visit.resources().has(id) && others.some((other) => other.get(id)?.leaves.get(key)?.value !== value);
    },
  };
}

function toElementRule(
  { element, resource }: Subject,
  key: string,
  { input, tables: { programme } }: { readonly input: BundleInput | undefined; readonly tables: RuleTables },
): OriginRule | undefined {
  const of = element?.key ?? (resource.type === 'QuestionnaireResponse' ? findAnswered(key, input, programme) : undefined);
  const definition = programme.elements.elements.get(of ?? '');
  if (definition === undefined) return undefined;
  return { is: 'elemen', of: definition.key, version: programme.version, citation: definition.citation };
}

/** The element that an item of a form answers. */
function findAnswered(key: string, input: BundleInput | undefined, programme: Programme): string | undefined {
  const linkId = /item\[([^\]]+)\]/.exec(key)?.[1];
  return linkId === undefined ? undefined : input?.visit.elements.find((each) => toLinkId(programme, each.key) === linkId)?.key;
}

function toLinkId({ elements }: Programme, key: string): string | undefined {
  return elements.elements.get(key)?.fhir?.linkId;
}

/** The profile a resource claims; what it claims none of is fixed by its type. */
function toProfile({ type, leaves }: LeafyResource): string {
  return String(leaves.get('meta.profile[0]')?.value ?? type);
}

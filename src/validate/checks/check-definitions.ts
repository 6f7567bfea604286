import { isObject, toObjects, toStrings, toText } from '../json.ts';
import type { Check } from './check.ts';

/** The resource type a part of a search expression begins with: at the start, and behind each `|`. */
const BEGINNING = /(?:^|\|)\s*\(?\s*([A-Z][A-Za-z]+)\./g;
const ANY: ReadonlySet<string> = new Set(['Resource', 'DomainResource']);

/** R4 searchparameter.html: a composite joins two or more parameters; an expression begins with a type the parameter is for. */
export const checkSearchParameter: Check = (node, world, report) => {
  const { type, component, expression, base } = node;
  if (type === 'composite' && toObjects(component).length < 2) {
    report.add({ code: 'search-parameter-components', severity: 'error', at: '', rule: 'R4 searchparameter.html' });
  }
  const bases = new Set(toStrings(base));
  if (bases.size === 0 || [...bases].some((each) => ANY.has(each))) return;
  const begun = [...toText(expression).matchAll(BEGINNING)].map(([, name = '']) => name);
  const foreign = begun.find((name) => world.resourceTypes.has(name) && !bases.has(name));
  if (foreign === undefined) return;
  report.add({
    code: 'search-parameter-base',
    severity: 'error',
    at: '.expression',
    rule: 'R4 searchparameter.html',
    expected: [...bases].join(' | '),
  });
};

/** What a profile is of cannot be sliced (sdf-20), only what is inside it. */
export const checkStructureDefinition: Check = ({ differential }, _world, report) => {
  const [root] = toObjects(isObject(differential) ? differential['element'] : undefined);
  if (root?.['slicing'] === undefined || toText(root['path']).includes('.')) return;
  report.add({ code: 'root-sliced', severity: 'error', at: '.differential.element[0].slicing', rule: 'sdf-20' });
};
